package sconce.kernel.session;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// The classes of the jars that the process was started with, by package. These jars do not change while it runs, so
/// their tables of contents are enough, read once; javac would open each as a file system and walk it, in every session.
final class ClassPathIndex {
    private static final String CLASS = ".class";

    private static @Nullable ClassPathIndex own;

    private final Map<String, List<JavaFileObject>> packages = new HashMap<>();
    private final Set<Path> jars = new HashSet<>();

    private ClassPathIndex() {
        for (var part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (part.endsWith(".jar")) read(Path.of(part));
        }
    }

    /// Begins to read on a thread of its own; returns at once.
    static void prepare() {
        Thread.ofPlatform().daemon().name("class-path-index").start(ClassPathIndex::own);
    }

    /// The index; whoever comes first reads, and others wait for it.
    static synchronized ClassPathIndex own() {
        var index = own;
        if (index == null) {
            index = new ClassPathIndex();
            own = index;
        }
        return index;
    }

    private void read(Path jar) {
        try {
            // Stays open as long as the process, which has it open anyway.
            var zip = new ZipFile(jar.toFile());
            zip.stream().forEach(entry -> {
                var name = entry.getName();
                if (!name.endsWith(CLASS) || name.startsWith("META-INF/")) return;
                var end = Math.max(name.lastIndexOf('/'), 0);
                packages.computeIfAbsent(name.substring(0, end).replace('/', '.'), _ -> new ArrayList<>())
                        .add(new ClassFile(jar, zip, name));
            });
            jars.add(jar);
        } catch (IOException e) {
            return; // javac will say what is wrong with it
        }
    }

    /// Whether the classes of this jar are in the index.
    boolean has(Path jar) { return jars.contains(jar); }

    /// The classes of a package, in the order of the class path.
    List<JavaFileObject> list(String packageName) { return packages.getOrDefault(packageName, List.of()); }

    /// A class in a jar, for reading.
    record ClassFile(Path jar, ZipFile zip, String entry) implements JavaFileObject {
        String binaryName() { return entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'); }

        @Override
        public InputStream openInputStream() throws IOException { return zip.getInputStream(zip.getEntry(entry)); }

        @Override
        public URI toUri() { return URI.create("jar:" + jar.toUri() + "!/" + entry.replace(" ", "%20")); }

        @Override
        public String getName() { return jar + "(/" + entry + ")"; }

        @Override
        public Kind getKind() { return Kind.CLASS; }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.CLASS && entry.substring(entry.lastIndexOf('/') + 1).equals(simpleName + CLASS);
        }

        @Override
        public @Nullable NestingKind getNestingKind() { return null; }

        @Override
        public @Nullable Modifier getAccessLevel() { return null; }

        @Override
        public long getLastModified() { return 0; }

        @Override
        public Reader openReader(boolean ignoreEncodingErrors) { throw new UnsupportedOperationException(getName()); }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) { throw new UnsupportedOperationException(getName()); }

        @Override
        public OutputStream openOutputStream() { throw new UnsupportedOperationException(getName()); }

        @Override
        public Writer openWriter() { throw new UnsupportedOperationException(getName()); }

        @Override
        public boolean delete() { return false; }
    }
}
