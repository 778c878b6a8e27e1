package sconce.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/// The parameter of a lambda that is still being written, `new Linear(2, 3, o -> o.`: its type is found among the
/// parameters of the methods that the call may mean.
final class LambdaParameter {
    /// `o.bias(true).na` at the end: the name, and what follows it.
    private static final Pattern USE = Pattern
            .compile("(?s).*(?<![\\w$.])([\\p{javaJavaIdentifierPart}]+)((?:\\.[^.;{}=]*)*\\.[\\w$]*)");
    private static final Pattern BEFORE_ARROW = Pattern
            .compile("(?s)(?:\\(\\s*([\\w$]+(?:\\s*,\\s*[\\w$]+)*)\\s*\\)|([\\w$]+))\\s*$",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern CALL = Pattern.compile("(?:new\\s+)?[\\w$][\\w$.]*\\s*\\($");
    private static final int MOST_DEPTH = 400;

    private LambdaParameter() {}

    /// Text whose end stands for the end of `code`, with the parameter declared before it; null where there is none.
    static @Nullable String at(SourceCodeAnalysis analysis, String code) {
        var use = USE.matcher(code);
        if (!use.matches()) return null;
        var name = use.group(1);
        // The lambdas that are open at the cursor, innermost first: the text from their parameters on ends in the use.
        for (int arrow = code.lastIndexOf("->"), tries = 0; arrow > 0 && tries < MOST_DEPTH; tries++) {
            var names = parameters(code.substring(0, arrow));
            int index = names == null ? -1 : names.names.indexOf(name);
            if (names != null && index >= 0) {
                var type = type(analysis, code.substring(0, names.start), index);
                return type == null ? null : "{ %s %s = null; %s".formatted(type, name, name + use.group(2));
            }
            arrow = code.lastIndexOf("->", arrow - 1);
        }
        return null;
    }

    private record Parameters(List<String> names, int start) {}

    private static @Nullable Parameters parameters(String before) {
        var found = BEFORE_ARROW.matcher(before);
        if (!found.find()) return null;
        var names = found.group(1) == null ? found.group(2) : found.group(1);
        return new Parameters(List.of(names.strip().split("\\s*,\\s*")), found.start());
    }

    /// The type of a lambda's parameter, where `before` ends in a call's earlier arguments: `new Linear(2, 3, `.
    private static @Nullable String type(SourceCodeAnalysis analysis, String before, int parameter) {
        int argument = 0;
        int depth = 0;
        int open = -1;
        for (int i = before.length() - 1; i >= 0 && open < 0; i--) {
            switch (before.charAt(i)) {
                case ')', ']', '}' -> depth++;
                case '(', '[', '{' -> {
                    if (depth == 0) open = i;
                    depth--;
                }
                case ',' -> argument += depth == 0 ? 1 : 0;
                default -> {
                }
            }
        }
        if (open < 0 || before.charAt(open) != '(') return null;
        var call = before.substring(0, open + 1);
        var start = CALL.matcher(call);
        if (!start.find()) return null;
        var overloads = analysis.documentation(call, call.length(), false);
        for (boolean exact : new boolean[] { true, false }) {
            for (var each : overloads) {
                var types = parameterTypes(each.signature());
                int index = exact ? argument : types.size() - 1;
                var type = index < 0 || index >= types.size() ? null : typeArgument(types.get(index), parameter);
                if (type != null) return type;
            }
        }
        return null;
    }

    /// The types of `T C.m(A a, B<X, Y> b)`: `A`, `B<X, Y>`.
    private static List<String> parameterTypes(String signature) {
        int open = signature.indexOf('(');
        var types = new ArrayList<String>();
        if (open < 0) return types;
        for (var each : split(signature.substring(open + 1, Math.max(open + 1, signature.lastIndexOf(')'))))) {
            int space = each.lastIndexOf(' ');
            types.add(space > each.lastIndexOf('>') ? each.substring(0, space) : each);
        }
        return types;
    }

    /// The n-th argument of a functional interface's type, `X` of `Consumer<? super X>`; null when it names no class.
    private static @Nullable String typeArgument(String type, int n) {
        int open = type.indexOf('<');
        if (open < 0 || !type.endsWith(">")) return null;
        var arguments = split(type.substring(open + 1, type.length() - 1));
        if (n >= arguments.size()) return null;
        var argument = arguments.get(n).replaceFirst("^\\?\\s*(?:super|extends)\\s+", "");
        return argument.matches("\\?|[A-Z]\\w?") ? null : argument;
    }

    /// At the commas that are in no brackets.
    private static List<String> split(String list) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            switch (list.charAt(i)) {
                case '<', '(' -> depth++;
                case '>', ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(list.substring(start, i).strip());
                        start = i + 1;
                    }
                }
                default -> {
                }
            }
        }
        if (!list.substring(start).isBlank()) parts.add(list.substring(start).strip());
        return parts;
    }
}
