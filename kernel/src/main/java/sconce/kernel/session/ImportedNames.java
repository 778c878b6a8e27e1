package sconce.kernel.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/// Names of classes that both a cell's `import ai.djl.nn.core.*` and the session's own imports could mean. To javac neither
/// is nearer; what a user has written is.
final class ImportedNames {
    private static final Pattern BOTH = Pattern
            .compile("both \\w+ ([\\w.]+) in [\\w.]+ and \\w+ ([\\w.]+) in [\\w.]+ match");
    private static final Pattern OURS = Pattern.compile("sconce(?:\\.\\w+)*\\.\\w+");

    private ImportedNames() {}

    /// For each class of ours that an error names as one of two, the other one.
    static Map<String, String> chosen(List<Diag> errors) {
        var chosen = new LinkedHashMap<String, String>();
        for (var error : errors) {
            if (!error.getCode().equals("compiler.err.ref.ambiguous")) continue;
            var both = BOTH.matcher(error.getMessage(Locale.ENGLISH));
            if (!both.find()) continue;
            boolean first = isOurs(both.group(1));
            if (first == isOurs(both.group(2))) continue;
            chosen.put(both.group(first ? 1 : 2), both.group(first ? 2 : 1));
        }
        return chosen;
    }

    private static boolean isOurs(String type) { return OURS.matcher(type).matches(); }
}
