package sconce.kernel.session.magic;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// What a session has from Maven's repositories, and the way to more. The resolver is loaded on first use, from jars that
/// are on no class path: a session that needs none pays nothing, and its classes are in no cell's way.
final class Dependencies {
    private static final String RESOLVER = "sconce.kernel.session.maven.MavenResolver";
    /// What these bring is a part of the session: its own classes stand for them.
    private static final Pattern PART_OF_US = Pattern.compile("io\\.github\\.sconce|io\\.github\\.spencerpark|"
            + "org\\.dflib\\.jjava");

    private static final int CLASSES_COMPARED = 50;

    final Map<String, String> repositories = new LinkedHashMap<>();
    private @Nullable DependencyResolver resolver;

    /// Adds what is asked for to the class path, and gives all its jars.
    List<String> add(List<String> coordinates, @Nullable Path pom, List<String> scopes, Map<String, String> more,
            boolean offline, Host host) throws Exception {
        var all = new LinkedHashMap<>(repositories);
        all.putAll(more);
        var fetched = new AtomicInteger();
        var found = host.interruptible(() -> resolver().resolve(
                new DependencyResolver.Request(coordinates, pom, scopes, all, offline, name -> {
                    fetched.incrementAndGet();
                    host.err("fetched " + name + "\n");
                })));
        var jars = new ArrayList<Path>();
        for (var each : found) {
            if (PART_OF_US.matcher(each.group()).matches()) continue;
            var ours = ofOurOwn(each, host);
            if (ours == null) jars.add(each.file());
            else if (!ours.equals(each.artifact() + "-" + each.version())) {
                host.err("%s:%s stays %s: Sconce runs on it%n".formatted(each.group(), each.artifact(), ours));
            }
        }
        host.addToClassPath(jars);
        return jars.stream().map(Path::toString).toList();
    }

    /// The jar that the session itself runs on and that has this artifact in it, without its ending; or null. A name alone
    /// says little: Jackson 2 and Jackson 3 call theirs alike, and have no class in common.
    private static @Nullable String ofOurOwn(DependencyResolver.Found found, Host host) throws IOException {
        var name = Pattern.compile(Pattern.quote(found.artifact()) + "-\\d.*\\.jar");
        for (var path : host.ownClassPath()) {
            var jar = String.valueOf(path.getFileName());
            if (name.matcher(jar).matches() && shareClasses(path, found.file())) {
                return jar.substring(0, jar.length() - ".jar".length());
            }
        }
        return null;
    }

    private static boolean shareClasses(Path ours, Path theirs) throws IOException {
        try (var own = new ZipFile(ours.toFile()); var other = new ZipFile(theirs.toFile())) {
            return other.stream().map(ZipEntry::getName)
                    .filter(each -> each.endsWith(".class") && !each.startsWith("META-INF/") && each.contains("/"))
                    .limit(CLASSES_COMPARED).anyMatch(each -> own.getEntry(each) != null);
        }
    }

    private synchronized DependencyResolver resolver() {
        if (resolver == null) resolver = load();
        return resolver;
    }

    private static DependencyResolver load() {
        try {
            var ours = Path.of(Dependencies.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            var urls = new ArrayList<URL>(List.of(ours.toUri().toURL()));
            try (var jars = Files.list(folder(ours))) {
                for (var jar : (Iterable<Path>) jars::iterator) urls.add(jar.toUri().toURL());
            }
            var loader = new Apart(urls.toArray(URL[]::new));
            return (DependencyResolver) loader.loadClass(RESOLVER).getConstructor().newInstance();
        } catch (IOException | URISyntaxException | ReflectiveOperationException e) {
            var cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
            throw new MagicException("Maven's resolver cannot be loaded: " + cause, e);
        }
    }

    /// Where the build puts the resolver's jars: beside our own, or a folder above.
    private static Path folder(Path ours) throws IOException {
        for (Path at = ours.getParent(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("resolver"))) return at.resolve("resolver");
            if (at.endsWith("target")) break;
        }
        throw new IOException("the folder target/resolver is missing: build again");
    }

    /// Has Maven's classes and our resolver, and of the session only what the two speak by.
    private static final class Apart extends URLClassLoader {
        static {
            registerAsParallelCapable();
        }

        Apart(URL[] urls) { super("maven", urls, ClassLoader.getPlatformClassLoader()); }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith(DependencyResolver.class.getPackageName())
                    ? Dependencies.class.getClassLoader().loadClass(name)
                    : super.loadClass(name, resolve);
        }
    }
}
