package sconce.kernel.session.magic;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.HistoryFile;

/// `%history`: what was run.
final class HistoryMagic implements Magic {
    private static final Pattern RANGE = Pattern.compile("(\\d+)?(-)?(\\d+)?");

    @Override
    public List<String> names() { return List.of("history", "hist"); }

    @Override
    public String usage() { return "%history [-n] [-l COUNT] [-g PATTERN] [FROM-TO]..."; }

    @Override
    public String help() {
        return "what this session has run: -n with numbers, -l the last ones, -g those of all sessions with a pattern"
                + " such as *Linear*, 3-5 those cells";
    }

    @Override
    public @Nullable Object run(Call call, Host host) {
        var words = call.words();
        boolean numbers = words.contains("-n");
        int last = 0;
        String pattern = null;
        var ranges = new java.util.ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("-n")) continue;
            if (word.equals("-l")) {
                last = 10;
                if (i + 1 < words.size() && words.get(i + 1).matches("\\d{1,6}"))
                    last = Integer.parseInt(words.get(++i));
            } else if (word.equals("-g")) {
                pattern = i + 1 < words.size() ? String.join(" ", words.subList(i + 1, words.size())) : "";
                break;
            } else if (RANGE.matcher(word).matches()) {
                ranges.add(word);
            } else {
                throw new MagicException("%history does not know " + word + ": " + usage());
            }
        }
        var entries = pattern != null ? search(pattern, host) : inRanges(host.cells(), ranges);
        if (last > 0) entries = entries.subList(Math.max(0, entries.size() - last), entries.size());
        for (var entry : entries) {
            var number = (entry.session() > 0 ? entry.session() + "/" : "") + entry.line() + ": ";
            host.out((numbers || pattern != null ? "%6s".formatted(number) : "") + entry.input().strip() + "\n");
        }
        return null;
    }

    private static List<HistoryFile.Entry> inRanges(List<HistoryFile.Entry> all, List<String> ranges) {
        return ranges.isEmpty() ? all
                : all.stream().filter(e -> ranges.stream().anyMatch(r -> isIn(e.line(), r)))
                        .toList();
    }

    private static boolean isIn(int line, String range) {
        var bounds = RANGE.matcher(range);
        if (!bounds.matches()) return false;
        int from = bounds.group(1) == null ? 1 : Integer.parseInt(bounds.group(1));
        int to = bounds.group(3) != null ? Integer.parseInt(bounds.group(3))
                : bounds.group(2) != null ? Integer.MAX_VALUE : from;
        return line >= from && line <= to;
    }

    private static List<HistoryFile.Entry> search(String glob, Host host) {
        var text = glob.contains("*") || glob.contains("?") ? glob : "*" + glob + "*";
        var regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        var pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        try (var file = HistoryFile.ofUser()) {
            return Stream.concat(file.earlier().stream(), host.cells().stream())
                    .filter(entry -> pattern.matcher(entry.input()).matches()).toList();
        }
    }
}
