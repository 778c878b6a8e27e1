package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher's shell part, in a folder with a space in its name, with a `java` that says how it was called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    Path folder;

    Path home;
    Path jdk;

    record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void make_a_repository_and_a_jdk() throws IOException {
        home = Files.createDirectories(folder.toRealPath().resolve("my sconce"));
        for (var source : List.of("stdlib/src/main", "kernel/src/main", "kernel/target", ".build")) {
            Files.createDirectories(home.resolve(source));
        }
        for (var file : List.of("pom.xml", "stdlib/pom.xml", "kernel/pom.xml", ".build/Build.java")) {
            Files.createFile(home.resolve(file));
        }
        // The machine's own JDKs must not be found.
        var script = Files.readString(Repository.ROOT.resolve("sconce")).replaceAll("(?m)( +)/(usr|opt|Library)/",
                "$1/nowhere/");
        executable(home.resolve("sconce"), script);
        jdk = jdk("jdk 25", "25.0.3");
    }

    @Test
    void passes_the_arguments_on_as_they_are() throws Exception {
        build();
        var outcome = run(Map.of("JAVA_HOME", jdk.toString()), "install", "--name", "two words");
        assertThat(outcome.out()).isEqualTo("""
                @%s/kernel/target/sconce.args
                sconce.kernel.cli.Main
                install
                --name
                two words
                """.formatted(home));
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void starts_the_kernel_without_the_command_line() throws Exception {
        build();
        var file = Files.createFile(folder.resolve("connection file.json"));
        assertThat(run(Map.of("JAVA_HOME", jdk.toString()), "kernel", file.toString()).out()).isEqualTo("""
                @%s/kernel/target/sconce.args
                sconce.kernel.jupyter.KernelMain
                %s
                """.formatted(home, file));
    }

    @Test
    void works_through_a_chain_of_symbolic_links_from_another_folder() throws Exception {
        build();
        var bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("first"), Path.of("../my sconce/sconce"));
        Files.createSymbolicLink(bin.resolve("second"), bin.resolve("first"));
        var outcome = run(bin.resolve("second"), Map.of("JAVA_HOME", jdk.toString()), "doctor");
        assertThat(outcome.out()).startsWith("@" + home + "/kernel/target/sconce.args");
    }

    @Test
    void builds_when_a_source_is_newer_than_the_build() throws Exception {
        build();
        assertThat(run(withMaven(), "doctor").out()).doesNotContain("Build.java");
        var source = Files.createFile(home.resolve("stdlib/src/main/New.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run(withMaven(), "doctor").out()).startsWith("""
                %s/.build/Build.java
                %s
                %s/bin/mvn
                lines
                @""".formatted(home, home, folder.toRealPath()));
    }

    @Test
    void builds_when_the_folder_was_moved() throws Exception {
        build();
        Files.writeString(home.resolve("kernel/target/sconce.args"), "# /another/folder\n");
        assertThat(run(withMaven(), "doctor").out()).contains("Build.java");
    }

    @Test
    void finds_a_jdk_in_the_usual_folders_when_java_home_is_too_old() throws Exception {
        build();
        var old = jdk("jdk-17", "17.0.15");
        var usual = folder.resolve("home/.sdkman/candidates/java");
        Files.createDirectories(usual);
        Files.move(jdk, usual.resolve("25-tem"));
        assertThat(run(Map.of("JAVA_HOME", old.toString()), "doctor").out()).startsWith("@");
    }

    @Test
    void says_in_one_line_how_to_get_a_jdk() throws Exception {
        build();
        var outcome = run(Map.of("JAVA_HOME", jdk("jdk-24", "24").toString()), "--version");
        assertThat(outcome.err()).startsWith("sconce: JDK 25 or newer is missing: get one from").hasLineCount(1);
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void says_in_one_line_how_to_get_maven() throws Exception {
        var outcome = run(Map.of("JAVA_HOME", jdk.toString()), "--version");
        assertThat(outcome.err()).startsWith("sconce: Maven is missing: get Maven 3.8.7").hasLineCount(1);
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void says_in_one_line_how_to_get_python() throws Exception {
        build();
        var outcome = run(Map.of("JAVA_HOME", jdk.toString()), "notebook");
        assertThat(outcome.err()).startsWith("sconce: Python is missing: get Python 3.10").hasLineCount(1);
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void the_doctor_answers_without_a_jdk() throws Exception {
        var outcome = run(Map.of(), "doctor");
        assertThat(outcome.out().lines()).hasSize(3).allMatch(line -> line.startsWith("missing  "));
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void becomes_what_the_notebook_command_leaves() throws Exception {
        build();
        executable(jdk.resolve("bin/java"), """
                #!/bin/sh
                echo 'echo "opened with $1"' >"$SCONCE_NEXT"
                """);
        executable(folder.resolve("bin/python3"), "#!/bin/sh\n");
        assertThat(run(withMaven(), "notebook").out()).isEqualTo("opened with notebook\n");
        executable(jdk.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
        assertThat(run(withMaven(), "notebook")).isEqualTo(new Outcome(1, "", ""));
    }

    private void build() throws IOException {
        Files.writeString(home.resolve("kernel/target/sconce.args"), "# " + home + "\n");
    }

    private Map<String, String> withMaven() throws IOException {
        executable(folder.resolve("bin/mvn"), "#!/bin/sh\n");
        return Map.of("JAVA_HOME", jdk.toString());
    }

    private Path jdk(String name, String version) throws IOException {
        var root = folder.resolve(name);
        executable(root.resolve("bin/javac"), "#!/bin/sh\n");
        executable(root.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.writeString(root.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return root;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        return run(home.resolve("sconce"), environment, arguments);
    }

    /// With a PATH of our own folder and of what the script may use: no java, mvn or python3 of the machine.
    private Outcome run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        var bin = Files.createDirectories(folder.toRealPath().resolve("bin"));
        for (var tool : List.of("sh", "readlink", "dirname", "find", "mktemp", "rm", "cat", "env")) {
            var link = bin.resolve(tool);
            if (Files.exists(link)) continue;
            var real = List.of("/usr/bin/" + tool, "/bin/" + tool).stream().map(Path::of).filter(Files::exists);
            executable(link, "#!/bin/sh\nexec %s \"$@\"\n".formatted(real.findFirst().orElseThrow()));
        }
        var command = new ArrayList<String>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        var err = folder.resolve("err").toFile();
        builder.redirectError(err);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", bin.toString(), "HOME", folder.resolve("home").toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes());
        return new Outcome(process.waitFor(), out, Files.readString(err.toPath()));
    }
}
