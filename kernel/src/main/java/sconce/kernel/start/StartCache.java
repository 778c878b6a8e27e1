package sconce.kernel.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The JVM's ahead-of-time cache (JEP 483, 514, 515): classes as they are after loading and linking, and what is known
/// of how methods run. It holds for one JDK and the very jars it was made with, so it is made here, by a rehearsal of a
/// first session in a process of its own: by `./sconce install`, which waits for it, else after the first run or while
/// JupyterLab starts, when nobody does.
///
/// The launcher's argument file names the cache once it is there, and a build writes that file anew without it. So a
/// JVM never looks for a cache that is missing, and one that does not fit it leaves alone without a word.
public final class StartCache {
    private static final String NOTE = "# start cache: ";
    private static final String REHEARSAL = "sconce.kernel.cli.Rehearsal";
    private static final long PATIENCE_MINUTES = 10;

    private StartCache() {}

    /// Makes the cache in another process, unless it is there, this is a CI's machine, or no launcher has started us.
    /// Returns at once, and says nothing whatever happens: a start without a cache only takes longer.
    public static void prepare() {
        var _ = start(List.of("nice", "-n", "19"));
    }

    /// As [#prepare()], for who has the time to wait for it.
    ///
    /// @param saying is run once there is something to wait for
    public static void prepareNow(Runnable saying) {
        start(List.of()).ifPresent(process -> {
            saying.run();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            process.onExit().join();
        });
    }

    private static Optional<Process> start(List<String> priority) {
        if (System.getenv("CI") != null) return Optional.empty();
        return argumentFile().filter(Files::isWritable).flatMap(file -> {
            try {
                return isWanted(Files.readAllLines(file, encoding()))
                        ? Optional.of(startMaking(file, priority))
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty(); // the next start tries again
            }
        });
    }

    private static Optional<Path> argumentFile() {
        return Optional.ofNullable(System.getProperty("sconce.home"))
                .map(home -> Path.of(home, "kernel", "target", "sconce.args")).filter(Files::exists);
    }

    /// Not while the cache is this JDK's, or that of another JDK that is still there: two would only take turns.
    static boolean isWanted(List<String> arguments) {
        return arguments.stream().filter(line -> line.startsWith(NOTE)).map(line -> line.substring(NOTE.length()))
                .allMatch(of -> {
                    var home = of.substring(of.indexOf(' ') + 1);
                    return home.equals(System.getProperty("java.home")) ? !of.equals(jdk())
                            : !Files.exists(Path.of(home, "release"));
                });
    }

    private static String jdk() { return Runtime.version() + " " + System.getProperty("java.home"); }

    private static Process startMaking(Path file, List<String> priority) throws IOException {
        var command = new ArrayList<String>(priority);
        command.addAll(java(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), "-Dsconce.home=" + System.getProperty("sconce.home"),
                StartCache.class.getName())));
        return start(command, file.resolveSibling("start-cache.log"));
    }

    private static List<String> java(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return command;
    }

    private static Process start(List<String> command, Path log) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        return process;
    }

    /// Makes the cache; where another process is at it, does nothing.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var file = argumentFile().orElseThrow();
        try (var channel = FileChannel.open(file.resolveSibling("start-cache.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) return;
            var before = Files.readAllLines(file, encoding());
            if (isWanted(before)) make(file, before);
        }
    }

    private static void make(Path file, List<String> before) throws IOException, InterruptedException {
        var cache = file.resolveSibling("sconce.aot");
        var fresh = file.resolveSibling("sconce.aot.new");
        var plain = before.stream().filter(line -> !isOurs(line)).toList();
        var rehearsed = file.resolveSibling("rehearsal.args");
        Files.write(rehearsed, plain, encoding());
        Files.deleteIfExists(fresh);
        boolean made = rehearse(rehearsed, fresh) && Files.exists(fresh);
        Files.delete(rehearsed);
        // A build in the meantime has replaced the jars: the cache would fit nothing.
        if (!Files.readAllLines(file, encoding()).equals(before)) {
            Files.deleteIfExists(fresh);
            return;
        }
        if (made) Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        replace(file, with(plain, made ? Optional.of(cache) : Optional.empty()));
    }

    private static boolean rehearse(Path arguments, Path cache) throws IOException, InterruptedException {
        var process = start(java(List.of("-XX:AOTCacheOutput=" + cache, "-Dsconce.history=", "@" + arguments,
                REHEARSAL)), arguments.resolveSibling("rehearsal.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) process.destroyForcibly().waitFor();
        return process.exitValue() == 0;
    }

    /// The arguments with the cache; without one, with the note alone, so that this JDK does not try again and again.
    private static List<String> with(List<String> plain, Optional<Path> cache) {
        var lines = new ArrayList<String>(plain);
        lines.add(1, NOTE + jdk());
        // Where it does not fit after all, a debugger being attached or a JDK renewed in its place, that is no news.
        cache.ifPresent(file -> lines.addAll(2, List.of("-XX:AOTCache=" + quoted(file.toString()),
                "-Xlog:aot*=off", "-Xlog:cds*=off")));
        return lines;
    }

    private static boolean isOurs(String line) {
        return line.startsWith(NOTE) || line.startsWith("-XX:AOTCache=") || line.equals("-Xlog:aot*=off")
                || line.equals("-Xlog:cds*=off");
    }

    /// At once, and with its time, which is that of the build's start.
    private static void replace(Path file, List<String> lines) throws IOException {
        var whole = file.resolveSibling("sconce.args.cached");
        Files.write(whole, lines, encoding());
        Files.setLastModifiedTime(whole, Files.getLastModifiedTime(file));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The java command reads its argument files in the platform's encoding.
    private static Charset encoding() { return Charset.forName(System.getProperty("native.encoding")); }

    private static String quoted(String text) { return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'; }
}
