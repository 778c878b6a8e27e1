package sconce.libtorch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/// A folder of the user's into which the native libraries are unpacked once for each version.
///
/// Safe against two processes at once (a lock), a kill half way (a folder counts only after it was renamed into place)
/// and damage (sizes and modification times are compared with a manifest). `SCONCE_CACHE` names another place.
final class NativeCache {
    private static final String MANIFEST = "manifest.properties";
    private static final String LOADING = "loading-";
    private final List<String> libraries;
    private final String platform;
    private final Path root;
    private final Path folder;

    private NativeCache(List<String> libraries, String platform, Path root, String version) {
        this.libraries = libraries;
        this.platform = platform;
        this.root = root;
        this.folder = root.resolve(version + "-" + platform);
    }

    static NativeCache of(List<String> libraries, String platform) {
        return new NativeCache(libraries, platform, root(), version());
    }

    static NativeCache in(Path root, List<String> libraries, String platform, String version) {
        return new NativeCache(libraries, platform, root, version);
    }

    /// The folder with every library in it, unpacked now if it is not there or damaged.
    Path unpacked() { return isWhole() ? folder : locked(() -> isWhole() ? folder : unpack()); }

    /// The folder, unpacked anew.
    Path rebuilt() { return locked(this::unpack); }

    /// Notes that this process begins to load the libraries of the folder. A note that stays behind means that the
    /// process died of them, so that the next one unpacks anew; to be deleted once they are loaded.
    Path noteLoading() {
        var note = folder.resolve(LOADING + ProcessHandle.current().pid());
        try {
            return Files.exists(note) ? note : Files.createFile(note);
        } catch (IOException readOnly) {
            // A cache that somebody else filled and we may only read.
            return note;
        }
    }

    /// Takes the note of [#noteLoading()] away again.
    static void loaded(Path note) {
        try {
            Files.deleteIfExists(note);
        } catch (IOException readOnly) {
            // As above.
        }
    }

    private boolean killedAProcess() {
        try (var notes = Files.newDirectoryStream(folder, LOADING + "*")) {
            for (var note : notes) {
                var pid = note.getFileName().toString().substring(LOADING.length());
                if (pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) return true;
            }
            return false;
        } catch (IOException missing) {
            return false;
        }
    }

    static String fileName(String library) { return library.substring(library.indexOf('/') + 1); }

    private boolean isWhole() {
        var manifest = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(MANIFEST))) {
            manifest.load(in);
            for (var library : libraries) {
                var file = folder.resolve(fileName(library));
                if (!stamp(file).equals(manifest.getProperty(fileName(library)))) return false;
            }
            return !killedAProcess();
        } catch (IOException | IllegalArgumentException missing) {
            return false;
        }
    }

    private static String stamp(Path file) throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    }

    private Path unpack() {
        var fresh = root.resolve(".unpacking-" + UUID.randomUUID());
        try {
            removeLeftovers();
            Files.createDirectories(fresh);
            libraries.parallelStream().forEach(library -> unpack(library, fresh));
            var manifest = new Properties();
            for (var library : libraries) {
                manifest.setProperty(fileName(library), stamp(fresh.resolve(fileName(library))));
            }
            try (var out = Files.newBufferedWriter(fresh.resolve(MANIFEST))) {
                manifest.store(out, "size and modification time of each library");
            }
            if (Files.exists(folder)) Files.move(folder, root.resolve(".unpacking-old-" + UUID.randomUUID()));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        } catch (UncheckedIOException failed) {
            delete(fresh);
            throw cannotUnpack(failed);
        } catch (IOException failed) {
            delete(fresh);
            throw cannotUnpack(failed);
        }
    }

    private void unpack(String library, Path target) {
        var group = library.substring(0, library.indexOf('/'));
        var resource = "org/bytedeco/" + group + "/" + platform + "/" + fileName(library);
        try (var in = NativeCache.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No " + fileName(library) + " for " + platform
                        + " on the class path; build with -Dnative.platform=" + platform);
            }
            var file = target.resolve(fileName(library));
            Files.copy(in, file);
            // A power cut must not leave a file of the right size with nothing in it.
            try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path locked(java.util.function.Supplier<Path> work) {
        try {
            Files.createDirectories(root);
            try (var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return work.get();
            }
        } catch (IOException failed) {
            throw cannotUnpack(failed);
        }
    }

    /// What a killed process or an earlier version of the folder left. Called under the lock.
    private void removeLeftovers() throws IOException {
        var leftovers = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(root, ".unpacking-*")) {
            entries.forEach(leftovers::add);
        }
        leftovers.forEach(NativeCache::delete);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException stays) {
            // The next unpacking tries again.
        }
    }

    private IllegalStateException cannotUnpack(Exception reason) {
        var full = String.valueOf(reason.getMessage()).contains("No space left");
        return new IllegalStateException("Cannot unpack libtorch (400 MB) into " + root + ": " + reason
                + (full ? ". Free some room there" : ". See that the folder can be made and written")
                + ", or name another folder in the environment variable SCONCE_CACHE.", reason);
    }

    private static Path root() {
        var chosen = System.getenv("SCONCE_CACHE");
        if (chosen != null && !chosen.isBlank()) return Path.of(chosen).toAbsolutePath().resolve("libtorch");
        var xdg = System.getenv("XDG_CACHE_HOME");
        var caches = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return caches.toAbsolutePath().resolve("sconce").resolve("libtorch");
    }

    /// The version of the jar the libraries come from, from its own Maven record.
    private static String version() {
        var record = "META-INF/maven/org.bytedeco/pytorch/pom.properties";
        try (var in = NativeCache.class.getClassLoader().getResourceAsStream(record)) {
            if (in == null) return "unversioned";
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unversioned");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
