package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A magic as it is written in a cell.
///
/// @param name  without `%`; `!` for a shell command
/// @param text  what follows the name on its line
/// @param body  the lines below `%%name`, or null for a magic of one line
/// @param code  the cell's text with only `text` (or, where there is one, `body`) left and everything before it blanked,
///              so that what is wrong with it as Java is told with the right line
/// @param line  which line of the cell it stands on, counted from 1
/// @param start where it stands in the Java that is left of the cell
/// @param end   the end of its first line there
/// @param isAssigned whether its value is wanted: `var files = %jars lib`
public record Call(String name, String text, @Nullable String body, String code, int line, int start, int end,
        boolean isAssigned) {
    /// A magic that stands in no cell: called from Java.
    public static Call of(String name, String text, @Nullable String body) {
        return new Call(name, text, body, body == null ? text : body, 1, 0, 0, true);
    }

    /// The words after the name: apart by blanks, unless quoted.
    public List<String> words() { return words(text); }

    /// The words, all of which are arguments.
    ///
    /// @throws MagicException when there are none
    public List<String> requireWords(String usage) {
        var words = words();
        if (words.isEmpty()) throw new MagicException("this wants more: " + usage);
        return words;
    }

    /// How it was written: `%time`, `%%bash`, `!`.
    public String written() { return name.equals("!") ? "!" : (body == null ? "%" : "%%") + name; }

    /// Takes a line apart as a shell would: blanks, both kinds of quotes, and a backslash before any of these.
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && " \t\"'\\".indexOf(text.charAt(i + 1)) >= 0) {
                word.append(text.charAt(++i));
                open = true;
            } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                open = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (open) words.add(word.toString());
                word.setLength(0);
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        if (open) words.add(word.toString());
        return words;
    }
}
