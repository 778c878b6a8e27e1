package sconce.kernel.session;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import org.jspecify.annotations.Nullable;

/// Defines the classes of cells when they are first used: by then it is known which cell each came from.
final class SnippetLoader extends URLClassLoader implements LoaderDelegate {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    private final Function<String, @Nullable Place> placeOf;

    /// @param placeOf the place of an outer snippet class, by its full name
    SnippetLoader(ClassLoader parent, Function<String, @Nullable Place> placeOf) {
        super("cells", new URL[0], parent);
        // As in Python, an assertion of the user's is there to hold; those of libraries stay off.
        setPackageAssertionStatus("REPL", true);
        this.placeOf = placeOf;
    }

    /// The snippet's outer class: `REPL.$JShell$12` of `REPL.$JShell$12$Add$1`.
    static String outerOf(String className) {
        int end = className.indexOf('$', PREFIX.length());
        return end < 0 ? className : className.substring(0, end);
    }

    static boolean isSnippetClass(String className) { return className.startsWith(PREFIX); }

    private static final String PREFIX = "REPL.$JShell$";

    @Override
    public void load(ClassBytecodes[] classes) {
        for (var each : classes) {
            bytes.put(each.name(), each.bytecodes());
        }
    }

    /// Whether the compiler has made this class.
    boolean knows(String className) { return bytes.containsKey(className); }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) { load(classes); }

    @Override
    public void addToClasspath(String path) {
        for (var part : path.split(java.io.File.pathSeparator, -1)) {
            add(Path.of(part));
        }
    }

    void add(Path path) {
        try {
            addURL(path.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path + " is no class path entry", e);
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        var code = bytes.get(name);
        if (code == null) {
            return super.findClass(name);
        }
        var loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        var woven = Weaver.weave(code, placeOf.apply(outerOf(name)));
        return defineClass(name, woven, 0, woven.length);
    }

    /// The class file of a cell's class, as javac left it: for tools that read classes.
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        var code = name.endsWith(".class")
                ? bytes.get(name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                : null;
        return code != null ? new ByteArrayInputStream(code) : super.getResourceAsStream(name);
    }
}
