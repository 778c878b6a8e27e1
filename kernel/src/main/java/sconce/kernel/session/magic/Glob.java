package sconce.kernel.session.magic;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Paths by a pattern: `lib/*.jar`, `lib/**/*.jar`, `~/jars/{a,b}-?.jar`.
final class Glob {
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[{]");

    private Glob() {}

    /// What a pattern names, in the order of the alphabet; a path without a special character names itself.
    static List<Path> find(String pattern, Host host) throws IOException {
        var special = SPECIAL.matcher(pattern);
        if (!special.find()) {
            var path = host.path(pattern);
            return Files.exists(path) ? List.of(path) : List.of();
        }
        int end = pattern.lastIndexOf('/', special.start()) + 1;
        var root = host.path(pattern.substring(0, end).isEmpty() ? "." : pattern.substring(0, end));
        if (!Files.isDirectory(root)) return List.of();
        var rest = pattern.substring(end);
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
        // In a shell, `**/` is no folder too.
        var shallow = FileSystems.getDefault().getPathMatcher("glob:" + rest.replace("**/", ""));
        int depth = rest.contains("**") ? Integer.MAX_VALUE : (int) rest.chars().filter(c -> c == '/').count() + 1;
        try (var walk = Files.walk(root, depth)) {
            return walk.filter(path -> matcher.matches(root.relativize(path)) || shallow.matches(root.relativize(path)))
                    .sorted().toList();
        }
    }
}
