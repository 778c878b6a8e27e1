package sconce.kernel.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./sconce bench`: builds the module `bench`, which is no part of the launcher's build, and runs it.
@Command(name = "bench", description = "Measure Sconce beside PyTorch, ipykernel and other peers.")
final class BenchCommand implements Callable<Integer> {
    /// Written by the compiler at its end.
    private static final String BUILT = "bench/target/classes/META-INF/BenchmarkList";

    @Option(names = { "-h", "--help" }, description = "Show the options of the measuring and exit.")
    private boolean help;

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "Its options: --only, --rounds, --threads ...")
    private List<String> arguments = List.of();

    /// All options but the one that picocli itself would answer are the module's.
    @Spec
    void passOptionsThrough(CommandSpec spec) { spec.parser().unmatchedOptionsArePositionalParams(true); }

    @Override
    public Integer call() {
        var home = Sconce.requireHome();
        try {
            if (isStale(home)) build(home);
            var flags = Sconce.argumentFile().orElseThrow(() -> new CommandException("start this command by ./sconce"));
            var classPath = String.join(File.pathSeparator, System.getProperty("java.class.path"),
                    home.resolve("bench/target/classes").toString(), home.resolve("bench/target/lib/*").toString());
            var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "@" + flags, "-cp", classPath, "sconce.bench.Bench"));
            if (help) command.add("--help");
            command.addAll(arguments);
            return run(home, command);
        } catch (IOException e) {
            throw new CommandException("cannot measure: " + e.getMessage());
        }
    }

    /// Whether a source of the measuring, or the library, is newer than what was compiled.
    private static boolean isStale(Path home) throws IOException {
        var built = home.resolve(BUILT);
        if (!Files.exists(built)) return true;
        var time = Files.getLastModifiedTime(built);
        try (var sources = Files.walk(home.resolve("bench/src"))) {
            for (var file : (Iterable<Path>) sources::iterator) {
                if (Files.getLastModifiedTime(file).compareTo(time) > 0) return true;
            }
        }
        return Files.getLastModifiedTime(home.resolve("bench/pom.xml")).compareTo(time) > 0;
    }

    private static void build(Path home) throws IOException {
        System.err.println("sconce: building bench");
        Files.deleteIfExists(home.resolve(BUILT));
        var outcome = run(home, List.of("mvn", "-q", "-B", "-Dquick", "-Pbench", "-Dmaven.test.skip=true", "-pl",
                "stdlib,bench", "process-classes"));
        if (outcome != 0) throw new CommandException("the build of bench failed; what Maven says stands above");
    }

    private static int run(Path folder, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
