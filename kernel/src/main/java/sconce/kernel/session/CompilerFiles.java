package sconce.kernel.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// Where the session's compiler finds classes: those of the jars that the process was started with in the
/// [ClassPathIndex], the JDK's in [SystemPackages]. Everything else, what is added to the class path later too, is as
/// javac has it.
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private List<Path> classPath = List.of();

    CompilerFiles(StandardJavaFileManager files) { super(files); }

    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        return current.equals("-classpath") ? setClassPath(remaining.next())
                : super.handleOption(current, remaining);
    }

    private boolean setClassPath(String path) {
        var parts = new LinkedHashSet<Path>();
        for (var part : path.split(File.pathSeparator, -1)) parts.add(Path.of(part.isEmpty() ? "." : part));
        classPath = List.copyOf(parts);
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH,
                    classPath.stream().filter(part -> !ClassPathIndex.own().has(part)).toList());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<JavaFileObject.Kind> kinds,
            boolean recurse) throws IOException {
        if (recurse || !kinds.contains(JavaFileObject.Kind.CLASS)) {
            return super.list(location, packageName, kinds, recurse);
        }
        if (SystemPackages.has(location) && kinds.size() == 1) return SystemPackages.list(location, packageName);
        if (location != StandardLocation.CLASS_PATH) return super.list(location, packageName, kinds, false);
        var own = ClassPathIndex.own().list(packageName);
        var others = super.list(location, packageName, kinds, false);
        if (own.isEmpty()) return others;
        var all = new ArrayList<>(own);
        others.forEach(all::add);
        return all;
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassPathIndex.ClassFile own ? own.binaryName()
                : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        boolean own = a instanceof ClassPathIndex.ClassFile || b instanceof ClassPathIndex.ClassFile;
        return own ? a.equals(b) : super.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof ClassPathIndex.ClassFile ? location == StandardLocation.CLASS_PATH
                : super.contains(location, file);
    }

    @Override
    public @Nullable Iterable<? extends Path> getLocationAsPaths(Location location) {
        return location == StandardLocation.CLASS_PATH ? classPath : fileManager.getLocationAsPaths(location);
    }

    @Override
    public @Nullable Iterable<? extends File> getLocation(Location location) {
        return location == StandardLocation.CLASS_PATH ? classPath.stream().map(Path::toFile).toList()
                : fileManager.getLocation(location);
    }

    @Override
    public void setLocation(Location location, @Nullable Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }
}
