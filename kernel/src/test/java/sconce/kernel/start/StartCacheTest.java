package sconce.kernel.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start cache of a program that is small, so that making one takes a second or two: it stands where the rehearsal
/// does, in a jar of its own.
class StartCacheTest {
    private static final String REHEARSAL = "sconce.kernel.cli.Rehearsal";
    /// What it does besides telling that it runs is told by its properties.
    private static final String PROGRAM = """
            package sconce.kernel.cli;
            import java.nio.file.*;
            public class Rehearsal {
                public static void main(String[] arguments) throws Exception {
                    var home = Path.of(System.getProperty("sconce.home"));
                    Files.writeString(home.resolve("runs"), "run ", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    if (Boolean.getBoolean("builds")) {
                        Files.writeString(home.resolve("kernel/target/sconce.args"), "# built anew\\n");
                    }
                    System.out.println("hello");
                    System.exit(Integer.getInteger("code", 0));
                }
            }
            """;

    @TempDir
    Path home;

    private Path target;
    private Path file;
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        target = Files.createDirectories(home.resolve("kernel/target"));
        file = target.resolve("sconce.args");
        jar = home.resolve("program.jar");
        var source = Files.writeString(home.resolve("Rehearsal.java"), PROGRAM);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", home.toString(), source.toString()))
                .isZero();
        pack();
        arguments();
    }

    @Test
    void a_cache_that_was_made_is_used() throws Exception {
        assertThat(make()).isZero();
        assertThat(lines()).anyMatch(line -> line.startsWith("-XX:AOTCache="));
        assertThat(target.resolve("rehearsal.args")).doesNotExist();
        assertThat(target.resolve("sconce.aot.new")).doesNotExist();
        assertThat(start("-Xlog:class+load:file=" + home.resolve("loaded"))).isEqualTo("hello\n, ended with 0");
        assertThat(origin("loaded")).contains("shared objects file");
    }

    @Test
    void a_second_process_leaves_the_making_to_the_first() throws Exception {
        var before = lines();
        var lock = target.resolve("start-cache.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(channel.lock().isValid()).isTrue();
            assertThat(make()).isZero();
        }
        assertThat(lines()).isEqualTo(before);
        assertThat(home.resolve("runs")).doesNotExist();
    }

    @Test
    void a_build_in_the_meantime_makes_the_cache_worthless() throws Exception {
        arguments("-Dbuilds=true");
        assertThat(make()).isZero();
        assertThat(lines()).containsExactly("# built anew");
        assertThat(target.resolve("sconce.aot")).doesNotExist();
        assertThat(target.resolve("sconce.aot.new")).doesNotExist();
    }

    @Test
    void a_rehearsal_that_fails_is_not_played_again_and_again() throws Exception {
        arguments("-Dcode=3");
        assertThat(make()).isZero();
        assertThat(make()).isZero();
        assertThat(home.resolve("runs")).hasContent("run ");
        assertThat(lines()).noneMatch(line -> line.startsWith("-XX:AOTCache="));
        assertThat(start()).isEqualTo("hello\n, ended with 3");
    }

    @Test
    void nothing_changes_in_a_folder_that_cannot_be_written() throws Exception {
        var before = lines();
        assertThat(target.toFile().setWritable(false)).isTrue();
        try {
            assumeFalse(Files.isWritable(target), "root may write everywhere");
            assertThat(make()).isNotZero();
            assertThat(lines()).isEqualTo(before);
            assertThat(start()).isEqualTo("hello\n, ended with 0");
        } finally {
            assertThat(target.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void a_jdk_that_is_still_there_keeps_its_cache() throws IOException {
        Files.createFile(home.resolve("release"));
        var note = "# start cache: 25.0.0+1 ";
        assertThat(StartCache.isWanted(List.of("-Xint"))).isTrue();
        assertThat(StartCache.isWanted(List.of(note + home))).isFalse();
        assertThat(StartCache.isWanted(List.of(note + home.resolve("gone")))).isTrue();
        assertThat(StartCache.isWanted(List.of(note + System.getProperty("java.home")))).as("renewed").isTrue();
        assertThat(StartCache.isWanted(
                List.of("# start cache: " + Runtime.version() + " " + System.getProperty("java.home")))).isFalse();
    }

    /// The argument file as a build leaves it.
    private void arguments(String... more) throws IOException {
        var lines = new ArrayList<String>(List.of("# " + home, "-XX:+UseSerialGC"));
        lines.addAll(List.of(more));
        lines.add("-Dsconce.home=\"" + home + "\"");
        lines.add("-cp \"" + jar + "\"");
        Files.write(file, lines, encoding());
    }

    private List<String> lines() throws IOException { return Files.readAllLines(file, encoding()); }

    private static Charset encoding() { return Charset.forName(System.getProperty("native.encoding")); }

    private void pack() throws IOException {
        var entry = REHEARSAL.replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            Files.copy(home.resolve(entry), out);
        }
    }

    /// Where the JVM that wrote this log took the program's class from.
    private String origin(String log) throws IOException {
        try (var lines = Files.lines(home.resolve(log))) {
            return lines.filter(line -> line.contains(REHEARSAL + " ")).findFirst().orElse("nowhere");
        }
    }

    /// Makes the cache as [StartCache#prepare] has it made.
    private int make() throws Exception {
        var classes = Path.of(StartCache.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return run(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes.toString(),
                "-Dsconce.home=" + home, StartCache.class.getName()));
    }

    private String start(String... flags) throws Exception {
        var arguments = new ArrayList<String>(List.of("@" + file));
        arguments.addAll(List.of(flags));
        arguments.add(REHEARSAL);
        int code = run(arguments);
        return Files.readString(home.resolve("output"), StandardCharsets.UTF_8) + ", ended with " + code;
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var output = home.resolve("output").toFile();
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start().waitFor();
    }
}
