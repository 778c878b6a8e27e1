package sconce.kernel.session;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.jspecify.annotations.Nullable;

/// For those who come from Python, and for slips of the finger: what was probably meant.
final class Hints {
    /// What a line of Python looks like, and what to write instead.
    private static final Map<Pattern, Function<MatchResult, String>> PYTHON = new LinkedHashMap<>();

    static {
        python("^\\s*print\\s+([^(\\s=;].*)$", m -> "print(%s)".formatted(m.group(1).replaceAll(";$", "")));
        python("^\\s*(?:import|from)\\s+torch\\b.*$",
                m -> "nothing to import: Torch, F and the layers are there already");
        python("^\\s*del\\s+(\\w+).*$",
                m -> "nothing deletes a variable; %s = null lets go of it".formatted(m.group(1)));
        python("^\\s*def\\s+(\\w+)\\s*\\(.*$",
                m -> "a method begins with what it returns: Tensor %s(Tensor x) { ... }".formatted(m.group(1)));
        python("^\\s*class\\s+(\\w+)\\s*\\((?:nn\\.)?(\\w+)\\)\\s*:.*$",
                m -> "class %s extends %s { ... }".formatted(m.group(1), m.group(2)));
        python("^\\s*for\\s+(\\w+)\\s+in\\s+(.+?):.*$",
                m -> "for (var %s : %s) { ... }".formatted(m.group(1), m.group(2)));
        python("^\\s*(if|while)\\s+([^(].*?):\\s*$", m -> "%s (%s) { ... }".formatted(m.group(1), m.group(2)));
        python("^\\s*with\\s+torch\\.no_grad\\(\\).*$", m -> "try (var g = Torch.noGrad()) { ... }");
        python("^\\s*#\\s*(.*)$", m -> "a comment begins with //: // " + m.group(1));
        python("\\btorch\\.(\\w+)", m -> "Torch." + camel(m.group(1)));
        python("\\bnn\\.(\\w+)\\s*\\(", m -> "new %s(...)".formatted(m.group(1)));
        python("\\bF\\.(\\w+_\\w+)", m -> "F." + camel(m.group(1)));
        python("\\bself\\.(\\w+)", m -> "this.%s, or just %s".formatted(m.group(1), m.group(1)));
        python("\\bTrue\\b", m -> "true");
        python("\\bFalse\\b", m -> "false");
        python("\\bNone\\b", m -> "null");
        python("\\b(and|or)\\b", m -> m.group(1).equals("and") ? "&&" : "||");
        python("\\blen\\((\\w+)\\)", m -> "%s.size()".formatted(m.group(1)));
    }

    private Hints() {}

    private static void python(String pattern, Function<MatchResult, String> hint) {
        PYTHON.put(Pattern.compile(pattern), hint);
    }

    /// The hint for an error between two offsets of a cell, or null.
    static @Nullable String of(String text, int start, int end, Diag error, Jshell shell) {
        var line = Place.lineOf(text, Place.lineAt(text, start));
        int from = start - (text.lastIndexOf('\n', start - 1) + 1);
        // What Python has at this very place, then the nearest name, then Python anywhere in the line.
        var here = python(line, from, from + Math.max(1, end - start));
        if (here == null && error.getCode().startsWith("compiler.err.cant.resolve")) {
            var near = nearest(text, start, end, error.getMessage(Locale.ENGLISH), shell);
            if (near != null) {
                return "did you mean " + near + "?";
            }
        }
        return here != null ? here : python(line, 0, line.length());
    }

    /// The hint for a name that nothing declares, or null.
    static @Nullable String of(String text, int at, String name, Jshell shell) {
        var line = Place.lineOf(text, Place.lineAt(text, at));
        int from = at - (text.lastIndexOf('\n', at - 1) + 1);
        var here = python(line, from, from + name.length());
        if (here != null) {
            return here;
        }
        var near = nearest(name, shell);
        return near == null ? null : "did you mean " + near + "?";
    }

    private static @Nullable String python(String line, int from, int to) {
        for (var entry : PYTHON.entrySet()) {
            var matcher = entry.getKey().matcher(line);
            while (matcher.find()) {
                if (matcher.start() < to && matcher.end() > from) {
                    return "in Java: " + entry.getValue().apply(matcher.toMatchResult());
                }
            }
        }
        return null;
    }

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(variable|method|class)\\s+(\\w+)");

    /// The name that can stand at this place and differs least from the one that does.
    private static @Nullable String nearest(String text, int start, int end, String message, Jshell shell) {
        var symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return null;
        }
        var name = symbol.group(2);
        int at = text.indexOf(name, start);
        if (at < 0 || at > Math.max(end, start + name.length() + 200)) {
            return null;
        }
        // A type called like a function, as in Python.
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        var before = text.substring(lineStart, at);
        var candidates = shell.locked(a -> a.completionSuggestions(before, before.length(), new int[1])).stream()
                .map(Suggestion::continuation).map(c -> c.replaceAll("\\(.*", "")).distinct().toList();
        if (symbol.group(1).equals("method") && candidates.contains(name)) {
            return "new " + name + "(...)";
        }
        return closest(name, Stream.concat(shell.declaredNames().stream().filter(_ -> !before.endsWith(".")),
                candidates.stream()).distinct().toList());
    }

    /// The declared or imported name nearest to `class Liner`, `method f(int)`, `variable x`.
    static @Nullable String nearest(String missing, Jshell shell) {
        var name = missing.replaceAll("\\(.*", "").replaceAll(".* ", "");
        var imported = shell.locked(a -> a.completionSuggestions("", 0, new int[1])).stream()
                .map(Suggestion::continuation).map(c -> c.replaceAll("\\(.*", ""));
        return closest(name, Stream.concat(shell.declaredNames().stream(), imported).distinct().toList());
    }

    static @Nullable String closest(String name, List<String> candidates) {
        var plain = plain(name);
        int limit = name.length() <= 3 ? 1 : 2;
        return candidates.stream().filter(c -> !c.equals(name) && !c.startsWith("$"))
                .filter(c -> Math.abs(c.length() - name.length()) <= limit + 1 || plain(c).equals(plain))
                .map(c -> Map.entry(c, plain(c).equals(plain) ? 0 : distance(name, c)))
                .filter(e -> e.getValue() <= limit).min(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey).orElse(null);
    }

    private static String plain(String name) { return name.replace("_", "").toLowerCase(Locale.ROOT); }

    static String camel(String python) {
        var out = new StringBuilder();
        for (int i = 0; i < python.length(); i++) {
            char c = python.charAt(i);
            boolean join = c == '_' && i > 0 && i + 1 < python.length();
            out.append(join ? Character.toUpperCase(python.charAt(++i)) : c);
        }
        return out.toString();
    }

    /// Optimal string alignment: a swap of neighbours is one slip.
    private static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
