package sconce.kernel.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// What the JDK's own packages hold, read once for all compilers of the process: `import module java.base` looks into
/// each of some fifty packages, and every one of JShell's compilers would look anew.
final class SystemPackages {
    private static final Set<JavaFileObject.Kind> CLASSES = EnumSet.of(JavaFileObject.Kind.CLASS);
    private static final String PREFIX = StandardLocation.SYSTEM_MODULES.getName() + "[";

    private static final SystemPackages ALL = new SystemPackages();

    private final StandardJavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null,
            null, null);
    private final Map<String, List<JavaFileObject>> packages = new HashMap<>();

    private SystemPackages() {}

    /// Whether this is one of the JDK's modules.
    static boolean has(Location location) { return location.getName().startsWith(PREFIX); }

    /// The classes of a package. Any file manager can read them.
    static List<JavaFileObject> list(Location location, String packageName) {
        var name = location.getName();
        return ALL.read(name.substring(PREFIX.length(), name.length() - 1), packageName);
    }

    /// A file manager serves one thread at a time.
    private synchronized List<JavaFileObject> read(String module, String packageName) {
        return packages.computeIfAbsent(module + "/" + packageName, _ -> {
            try {
                var location = files.getLocationForModule(StandardLocation.SYSTEM_MODULES, module);
                var found = new ArrayList<JavaFileObject>();
                files.list(location, packageName, CLASSES, false).forEach(found::add);
                return found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
