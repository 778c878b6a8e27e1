package sconce.kernel.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a line of Python looks like, and what to write instead.
final class PythonHints {
    private static final Map<Pattern, Function<MatchResult, String>> TABLE = new LinkedHashMap<>();

    private static final int LONGEST = 1000;

    /// What stands between brackets, one pair deep.
    private static final String INSIDE = "((?:[^()]|\\([^()]*\\))*)";

    /// One that is in no brackets of its own.
    private static final Pattern COMMA = Pattern.compile(",(?![^()\\[\\]]*[)\\]])");

    static {
        python("^\\s*print\\s+([^(\\s=;].*)$", m -> "print(%s)".formatted(expression(m.group(1))));
        python("^\\s*(?:import|from)\\s+(?:torch|sconce)\\b.*$",
                _ -> "nothing to import: Torch, F and the layers are there already");
        python("^\\s*(?:import|from)\\s+numpy\\b.*$",
                _ -> "nothing to import: Torch.tensor(1, 2, 3) and Java's arrays stand for NumPy's");
        python("^\\s*(?:import|from)\\s+(?:matplotlib|seaborn|plotly)\\b.*$",
                _ -> "nothing to import: plots are there already");
        python("^\\s*from\\s+([\\w.]+)\\s+import\\s+(\\w+|\\*).*$",
                m -> "import %s.%s;".formatted(m.group(1), m.group(2)));
        python("^\\s*import\\s+([\\w.]+)\\s+as\\s+\\w+.*$",
                m -> "import %s.*; (there are no short names for packages)".formatted(m.group(1)));
        python("^\\s*import\\s+\\w+\\s*;?\\s*$", _ -> "import java.util.List; or import java.util.*;");
        python("^\\s*package\\s+[\\w.]+\\s*;.*$", _ -> "a cell has no package: leave the line out");
        python("^\\s*(\\w+)\\s*:\\s*(int|float|str|bool)\\s*=\\s*(.+?);?\\s*$",
                m -> "%s %s = %s;".formatted(type(m.group(2)), m.group(1), condition(m.group(3))));
        python("^\\s*(?:exit|quit)(?:\\(\\))?;?\\s*$",
                _ -> "a notebook's kernel is ended by its menu, the prompt by Ctrl-D");
        python("(?<![\\w$.])(?:dir|help|vars)\\((\\w+)\\)",
                m -> "%1$s? shows what is known of it; Tab after %1$s. lists its members".formatted(m.group(1)));
        python("\\bprint\\((.*?),\\s*end\\s*=\\s*(?:\"\"|'')\\s*\\)",
                m -> "System.out.print(%s)".formatted(expression(m.group(1))));
        python("^\\s+%(\\p{Alpha}\\w*)\\s*(.*)$",
                m -> "lineMagic(\"%s\", %s); a magic's own line stands outside of braces".formatted(m.group(1),
                        words(m.group(2))));
        python("^\\s+!(\\w+(?:\\s+.*)?[^;])$",
                m -> "lineMagic(\"!\", %s) gives its lines; a command's own line stands outside of braces"
                        .formatted(words(m.group(1))));
        python("^\\s*del\\s+(\\w+).*$",
                m -> "nothing deletes a variable; %s = null lets go of it".formatted(m.group(1)));
        python("^\\s*(?:async\\s+)?def\\s+(\\w+)\\s*\\(([^)]*)\\).*$",
                m -> "a method begins with what it returns: Tensor %s(%s) { ... }".formatted(m.group(1),
                        parameters(m.group(2))));
        python("^\\s*class\\s+(\\w+)\\s*\\((?:[\\w.]+\\.)?(\\w+)\\)\\s*:.*$",
                m -> "class %s extends %s { ... }".formatted(m.group(1), m.group(2)));
        python("^\\s*class\\s+(\\w+)\\s*:.*$", m -> "class %s { ... }".formatted(m.group(1)));
        python("\\bfor\\s*\\(\\s*(?:var\\s+)?(\\w+)\\s+in\\s+(.+)\\)\\s*\\{?.*$",
                m -> "for (var %s : %s) { ... }".formatted(m.group(1), m.group(2)));
        python("^\\s*for\\s+(\\w+)\\s+in\\s+range\\(([^,()]+)\\)\\s*:.*$",
                m -> "for (int %1$s = 0; %1$s < %2$s; %1$s++) { ... }".formatted(m.group(1), m.group(2)));
        python("^\\s*for\\s+(\\w+)\\s+in\\s+range\\(([^,()]+),\\s*([^,()]+)\\)\\s*:.*$",
                m -> "for (int %1$s = %2$s; %1$s < %3$s; %1$s++) { ... }".formatted(m.group(1), m.group(2),
                        m.group(3)));
        python("^\\s*for\\s+(\\w+)\\s*,\\s*(\\w+)\\s+in\\s+(.+?):.*$",
                m -> "%s.forEach((%s, %s) -> { ... })".formatted(m.group(3), m.group(1), m.group(2)));
        python("^\\s*for\\s+(\\w+)\\s+in\\s+(.+?):.*$",
                m -> "for (var %s : %s) { ... }".formatted(m.group(1), m.group(2)));
        python("^\\s*(if|while)\\s+([^(].*?):\\s*$",
                m -> "%s (%s) { ... }".formatted(m.group(1), condition(m.group(2))));
        python("^\\s*elif\\b\\s*(.*?):?\\s*$", m -> "} else if (%s) {".formatted(condition(m.group(1))));
        python("^\\s*else\\s*:.*$", _ -> "} else {");
        python("^\\s*with\\s+torch\\.no_grad\\(\\).*$", _ -> "try (var g = Torch.noGrad()) { ... }");
        python("^\\s*with\\s+(.+?)(?:\\s+as\\s+(\\w+))?\\s*:.*$",
                m -> "try (var %s = %s) { ... }".formatted(m.group(2) == null ? "it" : m.group(2), m.group(1)));
        python("^\\s*try\\s*:.*$", _ -> "try { ... } catch (Exception e) { ... }");
        python("^\\s*except\\s+(\\w+)(?:\\s+as\\s+(\\w+))?\\s*:.*$", m -> "} catch (%s %s) {".formatted(m.group(1),
                m.group(2) == null ? "e" : m.group(2)));
        python("^\\s*raise\\s+(\\w+)\\((.*)\\)\\s*$",
                m -> "throw new %s(%s);".formatted(m.group(1), expression(m.group(2))));
        python("^\\s*assert\\s+(.+?),\\s*([\"'].*)$",
                m -> "assert %s : %s;".formatted(condition(m.group(1)), expression(m.group(2))));
        python("^\\s*(?:global|nonlocal)\\s+(\\w+).*$",
                m -> "%s of the cells is known in every method: leave the line out".formatted(m.group(1)));
        python("^\\s*pass\\s*$", _ -> "an empty body is { }");
        python("^\\s*(\\w+)\\s*,\\s*(\\w+)\\s*=\\s*([^,]+),\\s*([^,]+?);?\\s*$",
                m -> "var %s = %s; var %s = %s;".formatted(m.group(1), m.group(3), m.group(2), m.group(4)));
        python("^\\s*#\\s*(.*)$", m -> "a comment begins with //: // " + m.group(1));
        python("\\bf([\"'])(.*?)\\1", m -> formatted(m.group(2)));
        python("\\blambda\\s+([\\w, ]+?)\\s*:\\s*(.+?)\\s*;?\\s*$",
                m -> (m.group(1).contains(",") ? "(" + m.group(1) + ")" : m.group(1)) + " -> " + m.group(2));
        python("\\bsuper\\(\\)\\.__init__\\(" + INSIDE + "\\)", m -> "super(%s);".formatted(m.group(1)));
        python("\\b(?:torch\\.)?nn\\.functional\\.(\\w+)", m -> "F." + Hints.camel(m.group(1)));
        python("\\b(?:torch\\.)?nn\\.(\\p{Lu}\\w*)\\s*\\(" + INSIDE + "\\)?", PythonHints::creation);
        python("\\b(?:torch\\.)?optim\\.(\\p{Lu}\\w*)\\s*\\(" + INSIDE + "\\)?", PythonHints::creation);
        python("\\btorch\\.(\\p{Lu}\\w*)", m -> m.group(1));
        python("\\btorch\\.(\\w+)\\.(\\w+)\\s*\\(" + INSIDE + "\\)", m -> "%s.%s(%s)".formatted(home(m.group(1)),
                Hints.camel(m.group(2)), arguments(m.group(3))));
        python("\\b(?:np|torch|Torch)\\.(?:array|tensor)\\(\\[([^\\[\\]]+)\\]\\)?",
                m -> "Torch.tensor(%s)".formatted(m.group(1)));
        python("\\btorch\\.(\\w+)\\s*\\(" + INSIDE + "\\)", m -> "Torch.%s(%s)".formatted(Hints.camel(m.group(1)),
                arguments(m.group(2))));
        python("\\btorch\\.(\\w+)", m -> "Torch." + Hints.camel(m.group(1)));
        python("\\bF\\.(\\w+_\\w+)", m -> "F." + Hints.camel(m.group(1)));
        python("\\bself\\.(\\w+)", m -> "this.%s, or just %s".formatted(m.group(1), m.group(1)));
        python("^\\s*(\\w+\\s*=)\\s*(\\S.*?)\\s+if\\s+(.+?)\\s+else\\s+(.+?);?\\s*$",
                m -> "%s %s ? %s : %s;".formatted(m.group(1), condition(m.group(3)), condition(m.group(2)),
                        condition(m.group(4))));
        python("^\\s*(\\S.*?)\\s+if\\s+(.+?)\\s+else\\s+(.+?);?\\s*$",
                m -> "%s ? %s : %s".formatted(condition(m.group(2)), m.group(1), m.group(3)));
        python("\\b([\\w.]+)\\s+is\\s+(not\\s+)?None\\b",
                m -> "%s %s null".formatted(m.group(1), m.group(2) == null ? "==" : "!="));
        python("([\\w.\"]+)\\s+not\\s+in\\s+([\\w.\"]+)", m -> "!%s.contains(%s)".formatted(m.group(2), m.group(1)));
        python("([\\w.\"]+)\\s+in\\s+([\\w.\"]+)\\s*$", m -> "%s.contains(%s)".formatted(m.group(2), m.group(1)));
        python("([\\w.\"]+)\\s+in\\s+\\[([^\\[\\]]*)\\]",
                m -> "List.of(%s).contains(%s)".formatted(m.group(2), m.group(1)));
        python("([\\w.)\\]]+)\\s+@\\s+([\\w.(]+)", m -> "%s.matmul(%s)".formatted(m.group(1), m.group(2)));
        python("(\"[^\"]*\")\\[(\\d+)\\]", m -> "%s.charAt(%s)".formatted(m.group(1), m.group(2)));
        python("(\"[^\"]*%[^\"]*\")\\s*%\\s*\\(?([^()]+)\\)?",
                m -> "%s.formatted(%s)".formatted(m.group(1), m.group(2)));
        python("\\[\\s*([^\\[\\]]+?)\\s+for\\s+(\\w+)\\s+in\\s+range\\(([^,()]+)\\)\\s*\\]",
                m -> "IntStream.range(0, %s).mapToObj(%s -> %s).toList()".formatted(m.group(3), m.group(2),
                        m.group(1)));
        python("\\[\\s*([^\\[\\]]+?)\\s+for\\s+(\\w+)\\s+in\\s+([\\w.()]+)\\s*\\]",
                m -> "%s.stream().map(%s -> %s).toList()".formatted(m.group(3), m.group(2), m.group(1)));
        python("\\bnew\\s+(\\w+)\\(" + INSIDE + "\\)\\(",
                m -> "new %s(%s).call(...): a module is called by its method".formatted(m.group(1), m.group(2)));
        python("\\bsystem\\.(out|err|in)\\b", m -> "System." + m.group(1));
        python("<\\s*(int|long|double|float|boolean|char)\\s*(?=[>,])",
                m -> "<%s>: no primitive stands there".formatted(boxed(m.group(1))));
        python("(?<=^|[\\s(])bool\\b", _ -> "boolean");
        python("\"[^\"]*\"\\.(?:size|len|__len__)(?:\\(\\))?", _ -> "length() of a text");
        python("\\.numpy\\(\\)", _ -> "tolist(), or floatArray() and its like");
        python("\\b(\\w+)\\.([a-z]+(?:_[a-z0-9]+)+_?)\\(",
                m -> "%s.%s(...)".formatted(m.group(1), Hints.camel(m.group(2))));
        python("\\b(?:torch\\.)?nn\\.(\\w+)\\b", m -> m.group(1));
        python("\\bTrue\\b", _ -> "true");
        python("\\bFalse\\b", _ -> "false");
        python("\\bNone\\b", _ -> "null");
        python("\\bnot\\s+(\\w+)", m -> "!" + condition(m.group(1)));
        python("\\b(and|or)\\b", m -> m.group(1).equals("and") ? "&&" : "||");
        python("([\\w.)]+)\\s*\\*\\*\\s*([\\w.(]+)", m -> m.group(1).matches("[\\d.]+")
                ? "Math.pow(%s, %s)".formatted(m.group(1), m.group(2))
                : "%1$s.pow(%2$s) of a tensor, Math.pow(%1$s, %2$s) of a number".formatted(m.group(1), m.group(2)));
        python("\\b(len)\\(\\s*(\"[^\"]*\")\\s*\\)", m -> "%s.length()".formatted(m.group(2)));
        python("(?<![\\w$.])len\\((\\w+)\\)", m -> "%1$s.size(), %1$s.length() of a text, %1$s.length of an array"
                .formatted(m.group(1)));
        python("(?<![\\w$.])(int|float)\\((\"[^\"]*\"|\\w+)\\)", m -> m.group(1).equals("int")
                ? "Integer.parseInt(%1$s) of a text, (int) %1$s of a number".formatted(m.group(2))
                : "Double.parseDouble(%1$s) of a text, (double) %1$s of a number".formatted(m.group(2)));
        python("(?<![\\w$.])range\\(([^,()]+)\\)", m -> "IntStream.range(0, %s)".formatted(m.group(1)));
        python("(?<![\\w$.])type\\((\\w+)\\)", m -> "%s.getClass()".formatted(m.group(1)));
        python("\\bisinstance\\((\\w+),\\s*([\\w.]+)\\)",
                m -> "%s instanceof %s".formatted(m.group(1), m.group(2).replaceAll(".*\\.", "")));
        python("\\benumerate\\((\\w+)\\)", m -> "for (int i = 0; i < %1$s.size(); i++) { ... %1$s.get(i) ... }"
                .formatted(m.group(1)));
        python("(?<![\\w\\])])\\{\\s*([\"']?\\w+[\"']?)\\s*:\\s*([^,}]+).*?\\}",
                m -> "Map.of(%s, %s)".formatted(expression(m.group(1)), expression(m.group(2))));
        python("(?<=[=(,]|^|return)\\s*\\[([^\\[\\]:]*)\\]",
                m -> "List.of(%s), or Torch.tensor(%s)".formatted(m.group(1), m.group(1)));
        python("([\\w.]+)\\[(-?\\w*):(-?\\w*)\\]",
                m -> "%s.get(\"%s:%s\") of a tensor".formatted(m.group(1), m.group(2), m.group(3)));
        python("(\\w+)\\(\\(([\\d, ]+)\\)\\)", m -> "%s(%s)".formatted(m.group(1), m.group(2).strip()));
        python("[(,]\\s*(\\w+)\\s*=(?!=)\\s*([^,)]+)",
                m -> "options come last: o -> o.%s(%s)".formatted(Hints.camel(m.group(1)),
                        condition(m.group(2).strip())));
        python("[\\w)\\]]\\.(float|double|int|long|short)\\(\\)?", m -> "to%s()".formatted(capital(m.group(1))));
        python("(?<!\\w)'((?:[^'\\\\]|\\\\.){2,}|)'", m -> "a text has double quotes: \"" + m.group(1) + '"');
        python("\"\"\"(.+?)\"\"\"", m -> "a comment of documentation is /// " + m.group(1));
    }

    private PythonHints() {}

    private static void python(String pattern, Function<MatchResult, String> hint) {
        TABLE.put(Pattern.compile(pattern), hint);
    }

    /// The hint for what stands between two columns of a line, or null.
    static @Nullable String of(String line, int from, int to) {
        if (line.length() > LONGEST) return null; // nobody has typed it, and the patterns would take their time
        for (var entry : TABLE.entrySet()) {
            var matcher = entry.getKey().matcher(line);
            while (matcher.find()) {
                if (matcher.start() < to && matcher.end() > from) {
                    return "in Java: " + entry.getValue().apply(matcher.toMatchResult());
                }
            }
        }
        return null;
    }

    /// `nn.Conv2d(1, 20, 5, stride=2)` as `new Conv2d(1, 20, 5, o -> o.stride(2))`.
    private static String creation(MatchResult call) {
        return "new %s(%s)".formatted(call.group(1), arguments(call.group(2)));
    }

    private static String arguments(String python) {
        var plain = new ArrayList<String>();
        var options = new StringBuilder();
        for (var each : COMMA.split(python, -1)) {
            var named = Pattern.compile("\\s*(\\w+)\\s*=(?!=)\\s*(.+)").matcher(each);
            if (named.matches()) {
                options.append(".%s(%s)".formatted(Hints.camel(named.group(1)), condition(named.group(2).strip())));
            } else if (!each.isBlank()) {
                plain.add(condition(each.strip()));
            }
        }
        if (!options.isEmpty()) plain.add("o -> o" + options);
        return String.join(", ", plain);
    }

    private static String parameters(String python) {
        return COMMA.splitAsStream(python).map(p -> p.replaceAll("[:=].*", "").strip())
                .filter(p -> !p.isEmpty() && !p.equals("self")).map(p -> "Tensor " + p)
                .collect(Collectors.joining(", "));
    }

    private static String formatted(String text) {
        var braces = Pattern.compile("\\{([^{}:!]+)(:[^{}]*)?\\}");
        var values = braces.matcher(text).results().map(m -> m.group(1)).toList();
        var format = braces.matcher(text.replace("%", "%%"))
                .replaceAll(m -> m.group(2) != null && m.group(2).matches(":\\.\\d+f") ? "%" + m.group(2).substring(1)
                        : "%s");
        return values.isEmpty() ? '"' + text + '"'
                : "\"%s\".formatted(%s)".formatted(format, String.join(", ", values));
    }

    private static String words(String text) {
        return Pattern.compile("\\s+").splitAsStream(text.strip()).filter(word -> !word.isEmpty())
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private static String type(String python) {
        return switch (python) {
            case "str" -> "String";
            case "bool" -> "boolean";
            default -> python;
        };
    }

    private static String boxed(String primitive) {
        return switch (primitive) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> capital(primitive);
        };
    }

    /// Python's words inside an expression, in Java.
    private static String condition(String python) {
        return expression(python).replaceAll("\\b(?:torch\\.)?nn\\.(\\w+)\\(", "new $1(")
                .replaceAll("\\bTrue\\b", "true").replaceAll("\\bFalse\\b", "false")
                .replaceAll("\\bis\\s+not\\s+None\\b", "!= null").replaceAll("\\bis\\s+None\\b", "== null")
                .replaceAll("\\bNone\\b", "null").replaceAll("\\band\\b", "&&").replaceAll("\\bor\\b", "||")
                .replaceAll("\\bnot\\s+", "!");
    }

    private static String expression(String python) {
        return python.strip().replaceAll(";$", "").replaceAll("'([^'\"]*)'", "\"$1\"");
    }

    private static String home(String module) {
        return switch (module) {
            case "fft" -> "FFT";
            default -> capital(module);
        };
    }

    private static String capital(String word) { return Character.toUpperCase(word.charAt(0)) + word.substring(1); }
}
