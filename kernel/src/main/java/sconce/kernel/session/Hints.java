package sconce.kernel.session;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.jspecify.annotations.Nullable;

/// For those who come from Python, and for slips of the finger: what was probably meant.
final class Hints {
    private Hints() {}

    /// The hint for an error between two offsets of a cell, or null.
    static @Nullable String of(String text, int start, int end, Diag error, Jshell shell) {
        var line = Place.lineOf(text, Place.lineAt(text, start));
        int from = start - (text.lastIndexOf('\n', start - 1) + 1);
        var operator = operator(error);
        if (operator != null) {
            return operator;
        }
        // What Python has at this very place, then the nearest name, then Python anywhere in the line.
        var here = PythonHints.of(line, from, from + Math.max(1, end - start));
        if (here == null && error.getCode().startsWith("compiler.err.cant.resolve")) {
            var near = nearest(text, start, end, error.getMessage(Locale.ENGLISH), shell);
            if (near != null) {
                return near;
            }
        }
        return here != null ? here : PythonHints.of(line, 0, line.length());
    }

    private static final Map<String, String> OPERATORS = Map.ofEntries(Map.entry("+", "add"), Map.entry("-", "sub"),
            Map.entry("*", "mul"), Map.entry("/", "div"), Map.entry("%", "remainder"), Map.entry("<", "lt"),
            Map.entry(">", "gt"), Map.entry("<=", "le"), Map.entry(">=", "ge"), Map.entry("==", "eq"),
            Map.entry("!=", "ne"), Map.entry("&", "bitwiseAnd"), Map.entry("|", "bitwiseOr"));

    private static final Pattern BINARY = Pattern
            .compile("(?s)binary operator '([^']+)'.*first type:\\s*(?:\\w+\\.)*(\\w+)"
                    + ".*second type:\\s*(?:\\w+\\.)*(\\w+)");

    private static final Pattern LOSSY = Pattern.compile("possible lossy conversion from (\\w+) to (\\w+)");

    private static final Pattern HIDDEN = Pattern.compile("^(training) is not public");

    /// For what Python lets a tensor do by an operator, and for a method less public than the one it stands in for.
    private static @Nullable String operator(Diag error) {
        var message = error.getMessage(Locale.ENGLISH);
        var binary = BINARY.matcher(message);
        if (binary.find() && OPERATORS.containsKey(binary.group(1))) {
            var method = OPERATORS.get(binary.group(1));
            return isTensor(binary.group(2))
                    ? "in Java a method: x.%s(y) for x %s y".formatted(method, binary.group(1))
                    : isTensor(binary.group(3)) ? "the tensor comes first: " + reversed(binary.group(1)) : null;
        }
        if (message.contains("unary operator '-'") && message.contains("Tensor")) {
            return "in Java a method: x.neg()";
        }
        if (message.startsWith("array required, but") && message.contains("Tensor")) {
            return "in Java: x.get(0) for x[0]";
        }
        var lossy = LOSSY.matcher(message);
        if (lossy.find()) {
            return lossy.group(2).equals("float") && lossy.group(1).equals("double")
                    ? "a number of type float ends in f: 1.5f"
                    : "(%s) x cuts x off, and says that this is meant".formatted(lossy.group(2));
        }
        if (error.getCode().equals("compiler.err.int.number.too.large"))
            return "a number of type long ends in L: 3000000000L";
        if (message.contains("String cannot be converted to char")) return "a char has single quotes: 'a'";
        if (message.contains("char cannot be converted to") && message.contains("String")) {
            return "a text has double quotes: \"a\"";
        }
        var hidden = HIDDEN.matcher(message);
        if (hidden.find() && error.getCode().startsWith("compiler.err.not.def.public")) {
            return "a method gives it: %s()".formatted(hidden.group(1));
        }
        return error.getCode().contains("override.weaker.access")
                ? "write public before the method, as where it comes from"
                : null;
    }

    private static boolean isTensor(String type) {
        return type.equals("Tensor") || type.equals("Parameter") || type.equals("Buffer");
    }

    private static String reversed(String operator) {
        return switch (operator) {
            case "-" -> "x.neg().add(2) for 2 - x";
            case "/" -> "x.reciprocal().mul(2) for 2 / x";
            case "<" -> "x.gt(2) for 2 < x";
            case ">" -> "x.lt(2) for 2 > x";
            case "<=" -> "x.ge(2) for 2 <= x";
            case ">=" -> "x.le(2) for 2 >= x";
            default -> "x.%s(2) for 2 %s x".formatted(OPERATORS.get(operator), operator);
        };
    }

    /// The hint for a name that nothing declares, or null.
    static @Nullable String of(String text, int at, String name, Jshell shell) {
        var line = Place.lineOf(text, Place.lineAt(text, at));
        int from = at - (text.lastIndexOf('\n', at - 1) + 1);
        var here = PythonHints.of(line, from, from + name.length());
        if (here != null) {
            return here;
        }
        var near = nearest(name, shell);
        return near == null ? null : "did you mean " + near + "?";
    }

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(variable|method|class)\\s+(\\w+)");

    /// What was meant by a name that is not there: a method for a field, a call of a module, the nearest name.
    private static @Nullable String nearest(String text, int start, int end, String message, Jshell shell) {
        var symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return null;
        }
        var name = symbol.group(2);
        var missing = shell.waitsFor(name);
        if (!missing.isEmpty()) {
            return "%s is declared, and waits for %s".formatted(name, String.join(", ", missing));
        }
        var word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(text);
        int at = word.find(start) ? word.start() : -1;
        if (at < 0 || at > Math.max(end, start + name.length() + 200)) {
            return null;
        }
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        var before = text.substring(lineStart, at);
        var suggested = shell.analysed(a -> a.completionSuggestions(before, before.length(), new int[1])).stream()
                .map(Suggestion::continuation).toList();
        var candidates = suggested.stream().map(c -> c.replaceAll("\\(.*", "")).distinct().toList();
        boolean member = before.endsWith(".");
        var after = text.substring(at + name.length()).stripLeading();
        if (symbol.group(1).equals("variable") && member) {
            var method = Stream.of(name, camel(name))
                    .filter(n -> suggested.stream().anyMatch(s -> s.startsWith(n + "("))).findFirst().orElse(null);
            if (method != null) {
                return "%s is a method: %s()".formatted(method, receiver(before) + method);
            }
        }
        if (symbol.group(1).equals("method") && !member) {
            // A type or a module called like a function, as in Python.
            if (candidates.contains(name)) {
                return shell.variable(name).isPresent() ? calling(name) : "did you mean new " + name + "(...)?";
            }
            if (isDeclaredIn(text, name)) {
                return calling(name);
            }
        }
        boolean assigned = before.isBlank() && after.startsWith("=") && !after.startsWith("==");
        var declared = shell.declaredNames();
        if (symbol.group(1).equals("variable") && !member && candidates.contains(name)) {
            return "%1$s is a type: new %1$s(...), or %1$s.class".formatted(name);
        }
        var near = candidates.contains(camel(name))
                ? camel(name)
                : closest(name, assigned
                        ? declared
                        : Stream.concat(declared.stream().filter(_ -> !member), candidates.stream()).distinct()
                                .toList());
        if (assigned && near == null) {
            return "a variable is declared first: var %s = ...".formatted(name);
        }
        return near == null || (!member && name.length() == 1) ? null : "did you mean " + near + "?";
    }

    /// What stands before the dot, as far as it is a plain name.
    private static String receiver(String before) {
        var words = Pattern.compile("(?<![\\w.)\\]])[\\w.]+\\.$").matcher(before);
        return words.find() ? words.group() : ".";
    }

    /// What may be meant by `class Liner`, `method g(int)` that a declaration waits for, or null.
    static @Nullable String meant(String missing, String text, Jshell shell) {
        var name = missing.replaceAll("\\(.*", "").replaceAll(".* ", "");
        if (missing.startsWith("method ") && isDeclaredIn(text, name)) {
            return calling(name);
        }
        var near = nearest(missing, shell);
        return near == null ? null : "did you mean " + near + "?";
    }

    private static boolean isDeclaredIn(String text, String name) {
        return Pattern.compile("\\w>?\\s+" + Pattern.quote(name) + "\\s*[=;,)]").matcher(text).find();
    }

    private static String calling(String name) {
        return "a module is called by its method: %s.call(...)".formatted(name);
    }

    /// The declared or imported name nearest to `class Liner`, `method f(int)`, `variable x`.
    static @Nullable String nearest(String missing, Jshell shell) {
        var name = missing.replaceAll("\\(.*", "").replaceAll(".* ", "");
        var imported = shell.analysed(a -> a.completionSuggestions("", 0, new int[1])).stream()
                .map(Suggestion::continuation).map(c -> c.replaceAll("\\(.*", ""));
        return closest(name, Stream.concat(shell.declaredNames().stream(), imported).distinct().toList());
    }

    static @Nullable String closest(String name, List<String> candidates) {
        var plain = plain(name);
        int limit = name.length() <= 1 ? 0 : name.length() <= 5 ? 1 : 2;
        return candidates.stream().filter(c -> !c.equals(name) && !c.startsWith("$"))
                .filter(c -> Math.abs(c.length() - name.length()) <= limit + 1 || plain(c).equals(plain))
                .map(c -> Map.entry(c, plain(c).equals(plain) ? 0 : Spelling.distance(name, c)))
                .filter(e -> e.getValue() <= limit)
                // A finger slips less often at the ends of a word, and leaves letters out more often than it adds some.
                .min(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparingInt(e -> e.getKey().endsWith(name.substring(name.length() - 1)) ? 0 : 1)
                        .thenComparingInt(e -> -e.getKey().length()))
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
}
