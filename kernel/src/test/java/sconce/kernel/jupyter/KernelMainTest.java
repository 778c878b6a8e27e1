package sconce.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.jupyter.wire.Json;

/// The kernel as Jupyter starts it: a process of its own.
@Timeout(180)
class KernelMainTest {
    @TempDir
    Path folder;
    private ConnectionFile connection;
    private Process process;

    @BeforeEach
    void connection() throws IOException {
        connection = Client.connection();
        Files.write(file(), Json.write(connection));
    }

    @AfterEach
    void end() {
        if (process == null) return;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Path file() { return folder.resolve("connection.json"); }

    private Path output() { return folder.resolve("output.txt"); }

    private String[] command() {
        return new String[] { ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dsconce.history=", "-cp", System.getProperty("java.class.path"), KernelMain.class.getName(),
                file().toString() };
    }

    private void start(String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().remove("JPY_PARENT_PID");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        process = builder.start();
    }

    @Test
    void it_answers_the_first_message_and_ends_by_shutdown_having_printed_nothing() throws Exception {
        start(command());
        try (var client = new Client(connection)) {
            var id = client.send(Channel.SHELL, "kernel_info_request", Map.of());
            client.until(each -> each.channel() == Channel.SHELL && each.answers(id));
            var answer = client.ask(Channel.CONTROL, "shutdown_request", Map.of("restart", false));
            assertThat(answer.status()).isEqualTo("ok");
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(output()).isEmptyFile();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void it_ends_with_the_process_that_started_it()
            throws IOException, ExecutionException, InterruptedException, TimeoutException {
        // A shell that runs more than one command waits for each as its child.
        start("/bin/sh", "-c", "'" + String.join("' '", command()) + "'; true");
        try (var client = new Client(connection)) {
            var id = client.send(Channel.SHELL, "kernel_info_request", Map.of());
            client.until(each -> each.channel() == Channel.SHELL && each.answers(id));
            var kernel = process.children().findFirst().orElseThrow();
            process.destroyForcibly();
            kernel.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_signal_of_an_interrupt_ends_the_cell_alone() throws Exception {
        start(command());
        try (var client = new Client(connection).welcomed()) {
            var loop = client.executeLater("System.out.println(1); while (true) { }", Map.of());
            client.until(each -> each.answers(loop) && each.type().equals("stream"));
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
            assertThat(client.answer(loop).status()).isEqualTo("error");
            assertThat(client.execute("1 + 1").result()).isEqualTo("2");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_writtencode_and_children_write_comes_with_the_cell() throws Exception {
        start(command());
        try (var client = new Client(connection).welcomed()) {
            // The takeover happens beside the start: until then such text goes to the process's own output.
            var child = "new ProcessBuilder(\"sh\", \"-c\", \"echo %s; echo err >&2\").inheritIO().start().waitFor()";
            for (int i = 0; i < 200 && client.execute(child.formatted("ready")).stream("stdout").isEmpty(); i++)
                continue;
            var answer = client.execute("System.out.println(\"a\"); " + child.formatted("한글")
                    + "; System.out.println(\"b\");");
            assertThat(answer.stream("stdout")).isEqualTo("a\n한글\nb\n");
            assertThat(answer.stream("stderr")).isEqualTo("err\n");
            var written = client.execute("""
                    import java.lang.foreign.*;
                    var puts = Linker.nativeLinker().downcallHandle(Linker.nativeLinker().defaultLookup()
                            .findOrThrow("puts"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
                    for (int i = 0; i < 3_000; i++) {
                        int n = (int) puts.invoke(Arena.global().allocateFrom("x".repeat(99)));
                    }""");
            assertThat(written.stream("stdout")).hasSize(300_000);
        }
    }

    @Test
    void a_heap_that_a_variable_has_filled_costs_that_variable_alone() throws Exception {
        var small = new ArrayList<>(List.of(command()));
        small.addAll(1, List.of("-Xmx160m", "-XX:+UseSerialGC"));
        start(small.toArray(String[]::new));
        try (var client = new Client(connection).welcomed()) {
            client.execute("var kept = new byte[1_000_000]; var list = new ArrayList<Object>();");
            var here = client.execute("var hog = new ArrayList<byte[]>(); while (true) hog.add(new byte[2_000_000]);");
            assertThat(here.of("error").getFirst().content().text("ename")).isEqualTo("OutOfMemoryError");
            assertThat(here.stream("stderr")).startsWith("hog is null now");
            assertThat(client.execute("hog == null ? kept.length : 0").result()).isEqualTo("1000000");
            var there = client.execute("while (true) list.add(new int[20_000]);");
            assertThat(there.of("error").getFirst().content().text("ename")).isEqualTo("OutOfMemoryError");
            assertThat(there.stream("stderr")).startsWith("list is null now");
            assertThat(client.execute("kept.length").result()).isEqualTo("1000000");
        }
    }

    @Test
    void an_exit_that_a_library_calls_is_told_before_the_end() throws Exception {
        start(command());
        try (var client = new Client(connection).welcomed()) {
            var answer = client.execute("Class.forName(\"java.lang.Runtime\").getMethod(\"exit\", int.class)"
                    + ".invoke(Runtime.getRuntime(), 3);");
            assertThat(answer.status()).isEqualTo("error");
            assertThat(answer.of("error").getFirst().content().text("ename")).isEqualTo("SystemExit");
            assertThat(answer.of("error").getFirst().content().text("evalue")).contains("System.exit", "restart");
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_crash_of_the_machine_is_told_while_it_happens() throws Exception {
        start(command());
        try (var client = new Client(connection).welcomed()) {
            // As in the test above; the line is the one that HotSpot reports its end by.
            var child = "new ProcessBuilder(\"echo\", %s).inheritIO().start().waitFor();";
            for (int i = 0; i < 200
                    && client.execute(child.formatted("\"ready\"")).stream("stdout").isEmpty(); i++)
                continue;
            var answer = client.execute(child.formatted(
                    "\"#  SIGSEGV (0xb) at pc=0x0, pid=\" + ProcessHandle.current().pid() + \", tid=1\"")
                    + " new java.util.concurrent.CountDownLatch(1).await();");
            assertThat(answer.status()).isEqualTo("error");
            assertThat(answer.of("error").getFirst().content().text("ename")).isEqualTo("KernelCrash");
            assertThat(answer.of("error").getFirst().content().text("evalue")).contains("restart");
            assertThat(answer.stream("stdout")).startsWith("#  SIGSEGV");
        }
    }

    @Test
    void a_port_that_is_0_is_chosen_and_written_into_the_file() throws Exception {
        var fields = Json.readObject(Json.write(connection));
        for (var each : List.of("shell", "iopub", "stdin", "control", "hb")) fields.put(each + "_port", 0);
        fields.put("kernel_name", "stays");
        Files.write(file(), Json.write(fields));
        start(command());
        for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end
                && ConnectionFile.read(file()).hbPort() == 0;)
            Thread.onSpinWait();
        assertThat(Files.readString(file())).contains("\"kernel_name\":\"stays\"");
        assertThat(Files.getFileStore(file()).supportsFileAttributeView("posix")
                ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))
                : "rw-------")
                .isEqualTo("rw-------");
        connection = ConnectionFile.read(file());
        try (var client = new Client(connection)) {
            var ports = client.ask(Channel.SHELL, "connect_request", Map.of()).reply().content();
            assertThat(ports.number("iopub_port", 0)).isEqualTo(connection.iopubPort());
        }
    }

    @Test
    void a_file_that_is_no_connection_file_is_one_line_and_an_exit_code() throws Exception {
        Files.writeString(file(), "{}");
        start(command());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output())).hasLineCount(1).contains("connection.json is no connection file: no ip");
    }
}
