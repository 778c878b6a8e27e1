package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void an_unknown_command_is_one_line_and_exit_code_2() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(err)
                .hasToString("sconce: there is no command 'dance'; see ./sconce --help" + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_unknown_option_is_one_line_that_names_the_commands_own_help() {
        assertThat(run("install", "--everywhere")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--everywhere").contains("./sconce install --help");
    }

    @Test
    void two_places_for_one_kernel_are_refused() {
        assertThat(run("install", "--user", "--sys-prefix")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("mutually exclusive");
    }

    @Test
    void the_help_lists_every_command() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("run", "jshell", "notebook", "install", "kernel", "doctor", "bench",
                "--version", "-e");
    }

    @Test
    void version_names_ours_and_the_jdks() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("Sconce ").contains("JDK " + Runtime.version().feature());
    }

    @Test
    void install_writes_what_jupyter_reads(@TempDir Path prefix) throws Exception {
        assertThat(run("install", "--prefix", prefix.toString(), "--name", "Mine")).isZero();
        var folder = prefix.resolve("share/jupyter/kernels/mine");
        assertThat(folder).isDirectoryContaining("glob:**/logo-svg.svg").isDirectoryContaining("glob:**/logo-32x32.png")
                .isDirectoryContaining("glob:**/logo-64x64.png");
        var spec = JsonMapper.shared().readTree(Files.readString(folder.resolve("kernel.json")));
        assertThat(spec.get("display_name").asString()).isEqualTo("Sconce (Java)");
        assertThat(spec.get("language").asString()).isEqualTo("java");
        assertThat(spec.get("interrupt_mode").asString()).isEqualTo("message");
        assertThat(spec.get("metadata").get("debugger").asBoolean()).isFalse();
        var argv = spec.get("argv");
        assertThat(Path.of(argv.get(0).asString())).isExecutable();
        assertThat(argv.get(argv.size() - 1).asString()).isEqualTo("{connection_file}");
        assertThat(argv.toString()).contains("--enable-native-access=ALL-UNNAMED").doesNotContain("jdwp");
        var debug = JsonMapper.shared().readTree(Files.readString(
                folder.resolveSibling("mine-debug").resolve("kernel.json")));
        assertThat(debug.get("display_name").asString()).isEqualTo("Sconce (debug)");
        assertThat(debug.get("metadata").get("debugger").asBoolean()).isTrue();
        assertThat(debug.get("argv").get(1).asString()).startsWith("-agentlib:jdwp=").contains("127.0.0.1");
    }

    @Test
    void install_refuses_a_name_that_jupyter_would_not_find(@TempDir Path prefix) {
        assertThat(run("install", "--prefix", prefix.toString(), "--name", "my kernel")).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("'my kernel' cannot name a kernel");
    }

    @Test
    void install_says_where_it_could_not_write(@TempDir Path folder) throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        assertThat(run("install", "--prefix", file.toString())).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("cannot write the kernel to " + file);
    }

    @Test
    void a_missing_connection_file_is_named() {
        assertThat(run("kernel", "no-such.json")).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("no-such.json");
    }
}
