package sconce.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.jupyter.wire.Fields;
import sconce.kernel.jupyter.wire.Json;

/// The kernel with a debugger, asked as JupyterLab asks it. It is a process of its own: its JVM has to be started so.
@Timeout(180)
class DebuggerTest {
    private static final String CODE = """
            class Adder {
                int sum = 5;
                int add(int a) {
                    int b = a * 2;
                    sum += b;
                    return sum;
                }
            }
            var adder = new Adder();
            for (int i = 1; i < 3; i++) {
                adder.add(i);
            }
            adder.sum""";

    @TempDir
    private static Path folder;
    private static ConnectionFile connection;
    private static Process process;
    private Client client;
    private int seq;

    @BeforeAll
    static void start() throws IOException {
        connection = Client.connection();
        var file = Files.write(folder.resolve("connection.json"), Json.write(connection));
        var builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0",
                "--add-opens=java.base/jdk.internal.vm=ALL-UNNAMED", "-Dsconce.debugger=true",
                "--enable-native-access=ALL-UNNAMED", "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                "-Dsconce.history=", "-cp", System.getProperty("java.class.path"), KernelMain.class.getName(),
                file.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
        builder.environment().remove("JPY_PARENT_PID");
        process = builder.start();
    }

    @AfterAll
    static void end() { process.destroyForcibly(); }

    @BeforeEach
    void attach() {
        client = new Client(connection).welcomed();
        assertThat(dap("initialize", Map.of("adapterID", "")).object("body")).containsKey("exceptionBreakpointFilters");
        dap("attach", Map.of());
        client.until(each -> isEvent(each, "initialized"));
    }

    @AfterEach
    void disconnect() {
        dap("disconnect", Map.of());
        client.close();
    }

    private Fields request(String command, Map<String, ?> arguments) {
        return client.ask(Channel.CONTROL, "debug_request",
                Map.of("type", "request", "seq", ++seq, "command", command, "arguments", arguments)).reply().content();
    }

    private Fields dap(String command, Map<String, ?> arguments) {
        var reply = request(command, arguments);
        assertThat(reply.map()).as(command).containsEntry("success", true).containsEntry("request_seq", seq)
                .containsEntry("command", command).containsEntry("type", "response");
        return reply;
    }

    private Map<String, @Nullable Object> body(String command, Map<String, ?> arguments) {
        return dap(command, arguments).object("body");
    }

    private static boolean isEvent(Client.Received each, String event) {
        return each.type().equals("debug_event") && each.content().text("event").equals(event);
    }

    /// What was stopped at, as `name:line`, innermost first.
    private List<String> stopped(String reason, Runnable cause) {
        client.received.clear();
        cause.run();
        var event = client.until(each -> isEvent(each, "stopped"));
        assertThat(event.content().object("body")).containsEntry("reason", reason).containsEntry("threadId", 1);
        return frames().stream().map(frame -> frame.get("name") + ":" + frame.get("line")).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, ?>> frames() {
        return (List<Map<String, ?>>) body("stackTrace", Map.of("threadId", 1)).get("stackFrames");
    }

    private String breakpoints(String code, Object... breakpoints) {
        var path = (String) body("dumpCell", Map.of("code", code)).get("sourcePath");
        body("setBreakpoints", Map.of("source", Map.of("path", path), "breakpoints", List.of(breakpoints)));
        body("configurationDone", Map.of());
        return path;
    }

    private String evaluate(String expression) {
        return (String) body("evaluate", Map.of("expression", expression, "frameId", frames().getFirst().get("id")))
                .get("result");
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> variables(Object reference) {
        var all = (List<Map<String, ?>>) body("variables", Map.of("variablesReference", reference)).get("variables");
        return all.stream().collect(Collectors.toMap(each -> (String) each.get("name"),
                each -> (String) each.get("value"), (first, second) -> second));
    }

    @Test
    void it_says_so_and_names_cells_as_jupyterlab_does() {
        var info = client.ask(Channel.CONTROL, "kernel_info_request", Map.of()).reply().content();
        assertThat(info.flag("debugger", false)).isTrue();
        assertThat(info.list("supported_features").toString()).contains("debugger");
        var debug = body("debugInfo", Map.of());
        assertThat(debug).containsEntry("hashMethod", "Murmur2").containsEntry("isStarted", true);

        var path = (String) body("dumpCell", Map.of("code", "")).get("sourcePath");
        assertThat(path).startsWith((String) debug.get("tmpFilePrefix")).endsWith(".java");
    }

    @Test
    void a_cell_stops_steps_shows_its_variables_and_goes_on() {
        var path = breakpoints(CODE, Map.of("line", 5), Map.of("line", 200));
        var cell = new String[1];
        assertThat(stopped("breakpoint", () -> cell[0] = client.executeLater(CODE, Map.of())).getFirst())
                .isEqualTo("Adder.add:5");
        assertThat(frames()).allSatisfy(frame -> assertThat(frame.get("source").toString()).contains(path));
        var scopes = (List<?>) body("scopes", Map.of("frameId", frames().getFirst().get("id"))).get("scopes");
        var locals = variables(((Map<?, ?>) scopes.getFirst()).get("variablesReference"));
        assertThat(locals).containsEntry("a", "1").containsEntry("b", "2").containsKey("this");
        assertThat(locals.get("this")).startsWith("Adder@");
        assertThat(variables(((Map<?, ?>) scopes.getLast()).get("variablesReference"))).containsKey("adder");
        assertThat(evaluate("a + b + sum")).isEqualTo("8");
        assertThat(evaluate("this.sum * 2")).isEqualTo("10");
        assertThat(request("evaluate", Map.of("expression", "nosuch", "frameId", 1 << 16)).map())
                .containsEntry("success", false);
        assertThat(body("source", Map.of("source", Map.of("path", path)))).containsEntry("content", CODE);
        assertThat(stopped("step", () -> body("next", Map.of("threadId", 1)))).first().isEqualTo("Adder.add:6");
        assertThat(evaluate("sum")).isEqualTo("7");
        assertThat(stopped("step", () -> body("stepOut", Map.of("threadId", 1))).getFirst()).endsWith(":11");
        assertThat(stopped("breakpoint", () -> body("continue", Map.of("threadId", 1)))).first()
                .isEqualTo("Adder.add:5");
        breakpoints(CODE, Map.of("line", 11));
        body("continue", Map.of("threadId", 1));
        assertThat(client.answer(cell[0]).result()).isEqualTo("11");
        assertThat(body("debugInfo", Map.of()).get("stoppedThreads")).isEqualTo(List.of());
    }

    @Test
    void a_condition_decides_and_a_step_enters_a_method() {
        var code = "int twice(int n) {\n    return 2 * n;\n}\nint total = 0;\nfor (int i = 0; i < 5; i++) {\n"
                + "    total += twice(i);\n}\ntotal";
        breakpoints(code, Map.of("line", 6, "condition", "i == 3"));
        var cell = new String[1];
        stopped("breakpoint", () -> cell[0] = client.executeLater(code, Map.of()));
        assertThat(evaluate("i")).isEqualTo("3");
        assertThat(stopped("step", () -> body("stepIn", Map.of("threadId", 1)))).first().isEqualTo("twice:2");
        body("copyToGlobals", Map.of("srcVariableName", "n", "dstVariableName", "kept", "srcFrameId",
                frames().getFirst().get("id")));
        body("continue", Map.of("threadId", 1));
        assertThat(client.answer(cell[0]).result()).isEqualTo("20");
        assertThat(client.execute("kept + 1").result()).isEqualTo("4");
        assertThat(body("inspectVariables", Map.of()).get("variables").toString()).contains("kept", "total");
    }

    @Test
    void an_exception_stops_where_it_is_thrown_and_an_interrupt_ends_what_stands_still() {
        body("setExceptionBreakpoints", Map.of("filters", List.of("raised")));
        var cell = new String[1];
        assertThat(stopped("exception",
                () -> cell[0] = client.executeLater("int[] few = {};\nfew[3]", Map.of())).getFirst()).endsWith(":2");
        body("setExceptionBreakpoints", Map.of("filters", List.of()));
        client.ask(Channel.CONTROL, "interrupt_request", Map.of());
        assertThat(client.answer(cell[0]).status()).isEqualTo("error");
        assertThat(client.execute("1 + 1").result()).isEqualTo("2");
    }

    @Test
    void what_it_cannot_do_it_refuses_as_dap_does() {
        for (var command : List.of("pause", "gotoTargets")) {
            var reply = request(command, Map.of());
            assertThat(reply.flag("success", true)).isFalse();
            assertThat(reply.text("message")).isNotBlank();
        }
        assertThat(request("variables", Map.of("variablesReference", 1 << 20)).flag("success", true)).isFalse();
    }
}
