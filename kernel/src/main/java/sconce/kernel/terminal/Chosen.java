package sconce.kernel.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The cells that the words of a command name, as jshell has it: `7`, `3-5`, `-1` for the last one, `!` for it too, or the
/// name of what they declare.
final class Chosen {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");
    private static final Pattern BACK = Pattern.compile("-(\\d{1,6})");
    private static final Pattern NUMBERS = Pattern.compile("/(?:!|-\\d+|\\d+(?:-\\d+)?)");

    private Chosen() {}

    /// Whether the first word of a command is itself a choice: `/!`, `/-2`, `/7`, `/3-5`.
    static boolean isCommand(String word) { return NUMBERS.matcher(word).matches(); }

    /// The cells in the order of the words.
    ///
    /// @throws IllegalArgumentException with the word that names none, for the user
    static List<Cell> of(String words, List<Cell> cells) {
        var chosen = new ArrayList<Cell>();
        for (var word : words.strip().split("\\s+", -1)) {
            var found = named(word.equals("!") ? "-1" : word, cells);
            if (found.isEmpty()) throw new IllegalArgumentException("nothing that was run is called " + word);
            chosen.addAll(found);
        }
        return chosen;
    }

    private static List<Cell> named(String word, List<Cell> cells) {
        var back = BACK.matcher(word);
        if (back.matches()) {
            int at = cells.size() - Integer.parseInt(back.group(1));
            return at < 0 || at >= cells.size() ? List.of() : List.of(cells.get(at));
        }
        var range = RANGE.matcher(word);
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            return cells.stream().filter(cell -> cell.number() >= from && cell.number() <= to).toList();
        }
        return cells.stream().filter(cell -> declares(cell, word)).toList();
    }

    private static boolean declares(Cell cell, String name) {
        var quoted = Pattern.quote(name);
        return Pattern.compile("(?<![\\w.])(?:\\w[\\w<>\\[\\], ?]*\\s+)?" + quoted + "\\s*=(?!=)|\\w[\\w<>\\[\\]]*\\s+"
                + quoted + "\\s*[({;<]|(class|record|enum|interface)\\s+" + quoted + "\\b").matcher(cell.code()).find();
    }
}
