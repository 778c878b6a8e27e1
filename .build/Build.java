import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Builds Sconce for the launcher: one build at a time, silent when it is quick, with progress when it is not.
///
/// The launcher starts this file as a source program, with the repository's folder, Maven's command, and
/// `terminal` or `lines` for the way progress is shown. What it leaves is `kernel/target/sconce.args`: the JVM's
/// arguments as an argument file, which the launcher and every installed kernelspec name. Its time is that of the
/// build's start, so that it also answers whether a source has changed since.
void main(String[] arguments) throws IOException, InterruptedException {
    var home = Path.of(arguments[0]);
    var progress = new Progress(arguments[2].equals("terminal"));
    var target = Files.createDirectories(home.resolve("target"));
    var built = home.resolve("kernel/target/sconce.args");
    try (var channel = FileChannel.open(target.resolve("build.lock"), StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
        if (channel.tryLock() == null) {
            progress.say("waiting for another build of Sconce to end");
            channel.lock();
            if (isFresh(home, built)) {
                progress.end(null);
                return;
            }
            progress.say("building: starting Maven");
        }
        var began = Instant.now();
        var log = target.resolve("build.log");
        if (!maven(home, arguments[1], log, progress)) {
            System.err.println("sconce: the build failed; all of its output is in " + log);
            System.exit(1);
        }
        writeArguments(home, built, began);
        progress.end("built Sconce");
    }
}

/// Whether no source is newer than the build, as the launcher asks it.
static boolean isFresh(Path home, Path built) throws IOException {
    if (!Files.exists(built)) return false;
    var time = Files.getLastModifiedTime(built);
    for (var source : List.of("pom.xml", "stdlib/pom.xml", "stdlib/src/main", "kernel/pom.xml", "kernel/src/main")) {
        try (var walk = Files.walk(home.resolve(source))) {
            for (var file : (Iterable<Path>) walk::iterator) {
                if (Files.getLastModifiedTime(file).compareTo(time) > 0) return false;
            }
        }
    }
    return true;
}

/// Runs Maven without tests and lints; on failure prints its error lines.
static boolean maven(Path home, String command, Path log, Progress progress) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command, "-B", "-Dquick", "-Dmaven.test.skip=true", "-Dstyle.color=never",
            "package").directory(home.toFile()).redirectErrorStream(true);
    // Maven may otherwise start on an older JVM, or find none: it need not be on PATH.
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    // Maven must not go on without the lock.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    process.getOutputStream().close();
    var errors = new LinkedHashSet<String>();
    var advice = false;
    try (var lines = process.inputReader(); BufferedWriter copy = Files.newBufferedWriter(log)) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            copy.write(line);
            copy.newLine();
            // What Maven says from here on is about Maven.
            advice |= line.equals("[ERROR] ") || line.startsWith("[ERROR] ->");
            if (line.startsWith("[ERROR] ") && !advice) errors.add(line.substring(8));
            progress.maven(line);
        }
    }
    if (process.waitFor() == 0) return true;
    progress.end(null);
    errors.stream().limit(20).forEach(System.err::println);
    return false;
}

/// Writes the JVM's arguments at once or not at all: a kernel may be starting from the file just now.
static void writeArguments(Path home, Path built, Instant began) throws IOException {
    var module = home.resolve("kernel/target");
    var classPath = new ArrayList<Path>(List.of(renewed(module.resolve("kernel.jar"), module)));
    for (var entry : Files.readString(module.resolve("class-path")).strip().split(":")) {
        var jar = module.resolve(entry);
        classPath.add(entry.startsWith("lib/stdlib-") ? renewed(jar, module) : jar);
    }
    var lines = new ArrayList<String>();
    lines.add("# " + home);
    lines.addAll(Files.readAllLines(home.resolve("kernel/src/main/resources/sconce/kernel/cli/jvm.args")));
    lines.add("-Dsconce.home=" + quoted(home.toString()));
    lines.add("-cp " + quoted(String.join(System.getProperty("path.separator"),
            classPath.stream().map(Path::toString).toList())));
    var whole = built.resolveSibling("sconce.args.new");
    // The java command reads its argument files in the platform's encoding, not in UTF-8.
    Files.write(whole, lines, Charset.forName(System.getProperty("native.encoding")));
    Files.setLastModifiedTime(whole, FileTime.from(began));
    Files.move(whole, built, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
}

/// A copy of a jar of ours, put in the place of the last one at once: Maven writes over its jars, under the feet of the
/// kernels that run from them, whereas a replaced file lives on for those who have it open.
static Path renewed(Path jar, Path module) throws IOException {
    var place = Files.createDirectories(module.resolve("run")).resolve(jar.getFileName());
    var copy = Files.copy(jar, place.resolveSibling(place.getFileName() + ".new"),
            StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    return Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
}

static String quoted(String text) { return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'; }

/// Says what is being done once it has taken two seconds: on a terminal in one line that is rewritten every second,
/// else line by line with some seconds between.
static final class Progress {
    static final Pattern GOAL = Pattern.compile("--- maven-\\S+-plugin:[^:]+:(compile|jar) .*@ (\\S+) ---");
    static final Pattern DOWNLOAD = Pattern.compile("Downloading from .*/([^/]+\\.jar)");

    final boolean terminal;
    final Instant start = Instant.now();
    volatile String doing = "building: starting Maven";
    boolean shown;
    boolean ended;

    Progress(boolean terminal) {
        this.terminal = terminal;
        Thread.ofVirtual().start(this::tick);
    }

    void maven(String line) {
        var download = DOWNLOAD.matcher(line);
        var goal = GOAL.matcher(line);
        if (download.find()) say("building (the first time Maven fetches about 150 MB): " + download.group(1));
        else if (goal.find()) {
            say("building: " + (goal.group(1).equals("jar") ? "packing " : "compiling ") + goal.group(2));
        }
    }

    void say(String what) { doing = what; }

    /// Ends the progress line; with something to tell if there was one.
    synchronized void end(String what) {
        ended = true;
        if (shown && terminal) System.err.print("\r\033[K");
        if (shown && what != null) System.err.println("sconce: " + what + " in " + seconds() + " s");
    }

    private void tick() {
        try {
            Thread.sleep(2000);
            while (show()) Thread.sleep(terminal ? 1000 : 5000);
        } catch (InterruptedException stop) {
            return;
        }
    }

    private synchronized boolean show() {
        if (ended) return false;
        var line = "sconce: " + doing + " (" + seconds() + " s)";
        System.err.print(terminal ? "\r\033[K" + line : line + "\n");
        System.err.flush();
        shown = true;
        return true;
    }

    private long seconds() { return Duration.between(start, Instant.now()).toSeconds(); }
}
