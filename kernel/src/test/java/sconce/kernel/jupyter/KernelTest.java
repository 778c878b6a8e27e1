package sconce.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;

/// The real session over real sockets. One kernel serves all tests, since a session takes a second to warm up; so each test
/// uses names of its own.
@Timeout(180)
class KernelTest {
    private static ConnectionFile connection;
    private static Kernel kernel;
    private Client client;

    @BeforeAll
    static void start() throws IOException {
        System.setProperty("sconce.history", "");
        connection = Client.connection();
        kernel = new Kernel(connection, () -> Session.open(SessionOptions.defaults()));
    }

    @AfterAll
    static void stop() {
        System.clearProperty("sconce.history");
        kernel.close();
    }

    @BeforeEach
    void connect() { client = new Client(connection).welcomed(); }

    @AfterEach
    void disconnect() { client.close(); }

    @Test
    void a_value_is_published_between_busy_and_idle() {
        var answer = client.execute("1 + 1");
        assertThat(answer.types()).containsExactly("status", "execute_input", "execute_result", "status");
        assertThat(answer.result()).isEqualTo("2");
        int count = answer.reply().content().number("execution_count", -1);
        assertThat(answer.of("execute_input").getFirst().content().number("execution_count", -2)).isEqualTo(count);
        assertThat(answer.of("execute_result").getFirst().content().number("execution_count", -3)).isEqualTo(count);
        assertThat(client.execute("int none1 = 1;").reply().content().number("execution_count", -4))
                .isEqualTo(count + 1);
    }

    @Test
    void silent_and_unstored_cells_count_nothing() {
        int before = client.execute("1").reply().content().number("execution_count", -1);
        var silent = client.execute("System.out.println(2); 2", Map.of("silent", true));
        assertThat(silent.types()).containsExactly("status", "status");
        assertThat(client.execute("3", Map.of("store_history", false)).result()).isEqualTo("3");
        assertThat(client.execute("4").reply().content().number("execution_count", -1)).isEqualTo(before + 1);
    }

    @Test
    void text_is_batched_and_keeps_its_place() {
        var answer = client.execute("""
                for (int i = 0; i < 10_000; i++) System.out.println("line " + i);
                System.err.println("then this");
                System.out.println("last");
                "value\"""");
        assertThat(answer.stream("stdout")).hasLineCount(10_001).startsWith("line 0\nline 1\n").endsWith("\nlast\n");
        assertThat(answer.stream("stderr")).isEqualTo("then this\n");
        assertThat(answer.of("stream").size()).isLessThan(500);
        assertThat(answer.types()).endsWith("execute_result", "status");
        var streams = answer.of("stream");
        var names = streams.stream().map(each -> each.content().text("name")).toList();
        // A slow machine may send a line in two pieces.
        assertThat(streams.subList(names.lastIndexOf("stderr") + 1, streams.size()).stream()
                .map(each -> each.content().text("text"))).containsAnyOf("last\n", "last");
        assertThat(names.subList(0, names.indexOf("stderr"))).containsOnly("stdout");
    }

    @Test
    void a_failure_is_an_error_on_iopub_and_in_the_reply() {
        var answer = client.execute("int[] few2 = {};\nfew2[3]");
        assertThat(answer.status()).isEqualTo("error");
        var error = answer.of("error").getFirst().content();
        assertThat(error.text("ename")).isEqualTo("ArrayIndexOutOfBoundsException");
        assertThat(error.text("evalue")).isEqualTo(answer.reply().content().text("evalue")).contains("3");
        assertThat(error.list("traceback")).isNotEmpty();
        assertThat(client.execute("few2.length").result()).isEqualTo("0");
    }

    @Test
    void requests_behind_a_failure_are_aborted_unless_it_says_otherwise() {
        var sent = List.of(client.executeLater("throw new RuntimeException(\"boom\");", Map.of()),
                client.executeLater("1", Map.of()), client.send(Channel.SHELL, "kernel_info_request", Map.of()),
                client.executeLater("2", Map.of()));
        assertThat(sent.stream().map(client::answer).map(Client.Answer::status))
                .containsExactly("error", "aborted", "ok", "aborted");
        assertThat(client.execute("3").result()).isEqualTo("3");
        var kept = List.of(client.executeLater("throw new Error();", Map.of("stop_on_error", false)),
                client.executeLater("4", Map.of()));
        assertThat(kept.stream().map(client::answer).map(Client.Answer::status)).containsExactly("error", "ok");
    }

    @Test
    void a_request_that_lacks_something_is_answered_and_says_what() {
        Map<String, Map<String, ?>> ill = Map.of("execute_request", Map.of(), "complete_request", Map.of("code", 3),
                "inspect_request",
                Map.of("code", List.of()), "is_complete_request", Map.of(), "history_request",
                Map.of("hist_access_type", 1));
        ill.forEach((type, content) -> {
            var answer = client.ask(Channel.SHELL, type, content);
            assertThat(answer.reply().type()).isEqualTo(type.replace("_request", "_reply"));
            assertThat(answer.status()).isEqualTo("error");
            assertThat(answer.reply().content().text("ename")).isEqualTo("MalformedMessage");
            assertThat(answer.reply().content().text("evalue")).startsWith(type + ": ").hasLineCount(1);
            assertThat(answer.types()).containsExactly("status", "status");
        });
        assertThat(client.execute("7").result()).isEqualTo("7");
    }

    @Test
    void user_expressions_are_answered_each_for_itself() {
        var answer = client.execute("int user3 = 20;",
                Map.of("user_expressions", Map.of("good", "user3 + 1", "bad", "nosuch3")));
        var values = answer.reply().content().object("user_expressions");
        assertThat(values.get("good").toString()).contains("status=ok", "text/plain=21");
        assertThat(values.get("bad").toString()).contains("status=error", "nosuch3");
        assertThat(answer.status()).isEqualTo("ok");
    }

    @Test
    void an_endless_loop_is_interrupted_and_nothing_is_lost() {
        client.execute("int kept4 = 42;");
        var loop = client.executeLater("System.out.println(\"in\"); while (true) { }", Map.of());
        client.until(each -> each.answers(loop) && each.type().equals("stream"));
        assertThat(client.ask(Channel.CONTROL, "interrupt_request", Map.of()).status()).isEqualTo("ok");
        assertThat(client.answer(loop).status()).isEqualTo("error");
        assertThat(client.execute("kept4").result()).isEqualTo("42");
    }

    @Test
    void control_answers_while_a_cell_runs() {
        var loop = client.executeLater("System.out.println(\"in\"); Thread.sleep(600_000);", Map.of());
        client.until(each -> each.answers(loop) && each.type().equals("stream"));
        var answer = client.ask(Channel.CONTROL, "kernel_info_request", Map.of());
        assertThat(answer.reply().channel()).isEqualTo(Channel.CONTROL);
        assertThat(client.received).noneMatch(each -> each.answers(loop) && each.isStatus("idle"));
        client.ask(Channel.CONTROL, "interrupt_request", Map.of());
        assertThat(client.answer(loop).status()).isEqualTo("error");
    }

    @Test
    void a_cell_asks_its_own_client_for_input() {
        try (var other = new Client(connection).welcomed()) {
            var cell = client.executeLater("System.out.print(\"who? \"); new Scanner(System.in).nextLine()",
                    Map.of("allow_stdin", true));
            var question = client.until(each -> each.type().equals("input_request"));
            assertThat(question.answers(cell)).isTrue();
            assertThat(client.received).anyMatch(each -> each.answers(cell) && each.type().equals("stream"));
            other.send(Channel.STDIN, "input_reply", Map.of("value", "an intruder"));
            client.send(Channel.STDIN, "input_reply", Map.of("value", "한글"), question.message().header());
            assertThat(client.answer(cell).result()).contains("한글");
            assertThat(other.received).noneMatch(each -> each.type().equals("input_request"));
        }
    }

    @Test
    void waiting_for_input_can_be_interrupted_and_a_late_reply_is_dropped() {
        var cell = client.executeLater("System.in.read()", Map.of("allow_stdin", true));
        var question = client.until(each -> each.type().equals("input_request"));
        client.ask(Channel.CONTROL, "interrupt_request", Map.of());
        assertThat(client.answer(cell).status()).isEqualTo("error");
        client.send(Channel.STDIN, "input_reply", Map.of("value", "late"), question.message().header());
        var next = client.executeLater("new Scanner(System.in).nextLine()", Map.of("allow_stdin", true));
        client.until(each -> each.type().equals("input_request") && each.answers(next));
        client.send(Channel.STDIN, "input_reply", Map.of("value", "in time"));
        assertThat(client.answer(next).result()).contains("in time");
    }

    @Test
    void a_client_without_stdin_gets_an_error_and_no_question() {
        var answer = client.execute("System.in.read()", Map.of("allow_stdin", false));
        assertThat(answer.status()).isEqualTo("error");
        assertThat(client.received).noneMatch(each -> each.type().equals("input_request"));
    }

    @Test
    void a_thread_left_behind_still_writes_to_its_own_cell() {
        var cell = client.executeLater("""
                var go5 = new java.util.concurrent.CountDownLatch(1);
                Thread.ofPlatform().daemon().start(() -> {
                    try { go5.await(); } catch (InterruptedException e) { return; }
                    System.out.println("from behind");
                });""", Map.of());
        client.answer(cell);
        client.execute("go5.countDown();");
        client.until(each -> each.answers(cell) && each.type().equals("stream")
                && each.content().text("text").startsWith("from behind"));
    }

    @Test
    void completion_counts_in_code_points_and_names_types() {
        client.execute("int answerToAll6 = 42;");
        var code = "\"😀\" + answerTo";
        var content = client.ask(Channel.SHELL, "complete_request", Map.of("code", code, "cursor_pos", 14)).reply()
                .content();
        assertThat(content.list("matches").toString()).contains("answerToAll6");
        assertThat(content.number("cursor_start", -1)).isEqualTo(6);
        assertThat(content.number("cursor_end", -1)).isEqualTo(14);
        assertThat(content.object("metadata").get("_jupyter_types_experimental").toString()).contains("type=",
                "start=6");
    }

    @Test
    void inspection_finds_what_is_there_and_says_when_nothing_is() {
        var found = client.ask(Channel.SHELL, "inspect_request",
                Map.of("code", "String", "cursor_pos", 3, "detail_level", 0));
        assertThat(found.reply().content().flag("found", false)).isTrue();
        assertThat(found.reply().content().object("data").keySet()).contains("text/plain");
        var nothing = client.ask(Channel.SHELL, "inspect_request", Map.of("code", "nosuch_7", "cursor_pos", 3));
        assertThat(nothing.status()).isEqualTo("ok");
        assertThat(nothing.reply().content().flag("found", true)).isFalse();
    }

    @Test
    void is_complete_tells_the_four_cases() {
        for (var each : Map.of("int a = 1;", "complete", "for (int i = 0; i < 3; i++) {", "incomplete", "}}", "invalid")
                .entrySet())
            assertThat(client.ask(Channel.SHELL, "is_complete_request", Map.of("code", each.getKey())).status())
                    .as(each.getKey()).isEqualTo(each.getValue());
    }

    @Test
    void a_question_mark_opens_a_page() {
        var answer = client.execute("String?");
        assertThat(answer.reply().content().list("payload").toString()).contains("source=page");
    }

    @Test
    void system_exit_ends_the_cell_alone() {
        client.execute("int stays8 = 8;");
        assertThat(client.execute("System.exit(3);").status()).isEqualTo("error");
        assertThat(client.execute("stays8").result()).isEqualTo("8");
    }

    @Test
    void a_comm_of_a_registered_target_is_listed_and_answers_as_its_messages_child() {
        client.execute("Comm.register(\"echo7\", (comm, data) -> { System.out.println(data); comm.onMessage(comm::send)"
                + ".onClose(last -> System.out.println(\"closed \" + last)); });");
        var open = client.send(Channel.SHELL, "comm_open",
                Map.of("comm_id", "c7", "target_name", "echo7", "data", Map.of("who", "me")));
        client.until(each -> each.isStatus("idle") && each.answers(open));
        // On a busy machine a line comes in two pieces.
        var types = client.received.stream().filter(each -> each.answers(open)).map(Client.Received::type).toList();
        assertThat(types).startsWith("status", "stream").endsWith("stream", "status");
        assertThat(types.subList(1, types.size() - 1)).containsOnly("stream");
        var listed = client.ask(Channel.SHELL, "comm_info_request", Map.of("target_name", "echo7")).reply().content();
        assertThat(listed.object("comms")).isEqualTo(Map.of("c7", Map.of("target_name", "echo7")));
        assertThat(client.ask(Channel.SHELL, "comm_info_request", Map.of("target_name", "other")).reply().content()
                .object("comms")).isEmpty();
        var said = client.send(Channel.SHELL, "comm_msg", Map.of("comm_id", "c7", "data", Map.of("ping", "한글")));
        var echo = client.until(each -> each.type().equals("comm_msg") && each.answers(said));
        assertThat(echo.content().map()).isEqualTo(Map.of("comm_id", "c7", "data", Map.of("ping", "한글")));
        var close = client.send(Channel.SHELL, "comm_close", Map.of("comm_id", "c7", "data", Map.of("last", 1)));
        client.until(each -> each.isStatus("idle") && each.answers(close));
        assertThat(client.received.stream().filter(each -> each.answers(close) && each.type().equals("stream"))
                .map(each -> each.content().text("text"))).satisfies(
                        pieces -> assertThat(String.join("", pieces)).isEqualTo("closed {last=1}\n"));
        assertThat(client.ask(Channel.SHELL, "comm_info_request", Map.of()).reply().content().object("comms"))
                .isEmpty();
    }

    @Test
    void a_comm_is_written_as_in_a_notebook_of_jjava() {
        var registered = client.execute("""
                import org.dflib.jjava.jupyter.messages.Message;
                import org.dflib.jjava.jupyter.messages.comm.*;
                class Echo extends org.dflib.jjava.jupyter.kernel.comm.Comm {
                    Echo(org.dflib.jjava.jupyter.kernel.comm.CommManager manager, String id, String target) {
                        super(manager, id, target);
                    }
                    protected void onMessage(Message<CommMsgCommand> message) {
                        send(message.getContent().getData());
                    }
                    protected void onClose(Message<CommCloseCommand> message, boolean sending) {
                        System.out.println("closed " + sending);
                    }
                }
                kernel().getCommManager().registerTarget("jjava", (m, id, t, opened) -> {
                    System.out.println("opened for " + opened.getContent().getData());
                    return new Echo(m, id, t);
                });""");
        assertThat(registered.status()).isEqualTo("ok");
        var opened = client.tell("comm_open", Map.of("comm_id", "j1", "target_name", "jjava", "data", Map.of("n", 1)));
        assertThat(opened.stream("stdout")).isEqualTo("opened for {n=1}\n");
        var echo = client.tell("comm_msg", Map.of("comm_id", "j1", "data", Map.of("n", 2)));
        assertThat(echo.of("comm_msg").getFirst().content().text("comm_id")).isEqualTo("j1");
        assertThat(client.execute("kernel().getCommManager().getCommByID(\"j1\").getTargetName()").result())
                .isEqualTo("jjava");
        assertThat(client.tell("comm_close", Map.of("comm_id", "j1", "data", Map.of())).stream("stdout"))
                .isEqualTo("closed false\n");
        var own = client.execute("""
                var own1 = kernel().getCommManager().openComm("front", (m, id, t, first) -> {
                    first.getContent().getData().put("points", 3);
                    return new Echo(m, id, t);
                });
                own1.close();""");
        assertThat(own.types()).containsSubsequence("comm_open", "comm_close", "stream");
        assertThat(own.of("comm_open").getFirst().content().object("data")).containsEntry("points", 3);
        assertThat(own.stream("stdout")).isEqualTo("closed true\n");
    }

    @Test
    void a_comm_whose_code_fails_is_closed_and_the_failure_told() {
        client.execute("Comm.register(\"bad8\", (comm, data) -> { throw new Exception(\"not today\"); });");
        for (var target : List.of("bad8", "nobody8")) {
            var open = client.send(Channel.SHELL, "comm_open",
                    Map.of("comm_id", target, "target_name", target, "data", Map.of()));
            client.until(each -> each.isStatus("idle") && each.answers(open));
            assertThat(client.received).anyMatch(each -> each.answers(open) && each.type().equals("comm_close")
                    && each.content().text("comm_id").equals(target));
            if (target.equals("bad8"))
                assertThat(client.received).anyMatch(each -> each.answers(open) && each.type().equals("stream")
                        && each.content().text("text").contains("not today"));
        }
        client.send(Channel.SHELL, "comm_msg", Map.of("comm_id", "never opened", "data", Map.of()));
        assertThat(client.execute("8").result()).isEqualTo("8");
    }

    @Test
    void a_cell_opens_a_comm_and_sends_bytes_in_it() {
        var answer = client.execute("""
                var comm9 = Comm.open("widget9", Map.of("n", 1));
                comm9.send(Map.of("image", 2), List.of(new byte[] {1, 2, 3}));
                comm9.close(Map.of("end", true)); comm9.close();
                comm9.isOpen()""");
        assertThat(answer.result()).isEqualTo("false");
        assertThat(answer.types()).containsSubsequence("comm_open", "comm_msg", "comm_close", "execute_result");
        assertThat(answer.of("comm_open").getFirst().content().text("target_name")).isEqualTo("widget9");
        assertThat(answer.of("comm_msg").getFirst().message().buffers()).containsExactly(new byte[] { 1, 2, 3 });
        assertThat(answer.of("comm_close")).hasSize(1);
        assertThat(client.execute("comm9.send(Map.of())").reply().content().text("evalue")).contains("is closed");
    }

    @Test
    void magics_are_lines_of_a_cell() {
        assertThat(client.execute("%lsmagic").stream("stdout")).contains("%maven", "%%html", "!command");
        var html = client.execute("%%html\n<b>bold</b>\n").of("display_data").getFirst().content().object("data");
        assertThat(html.get("text/html")).isEqualTo("<b>bold</b>\n");
        var mixed = client.execute("int answer17 = 42;\n!echo \"the answer is {answer17}\"\nanswer17 + 1");
        assertThat(mixed.stream("stdout")).isEqualTo("the answer is 42\n");
        assertThat(mixed.result()).isEqualTo("43");
        var failure = client.execute("%lsmagik").reply().content();
        assertThat(failure.text("ename")).isEqualTo("MagicError");
        assertThat(failure.text("evalue")).contains("%lsmagic");
    }

    @Test
    void a_library_of_a_repository_is_there_for_the_cells_that_follow(@TempDir Path folder) throws IOException {
        var version = Files.createDirectories(folder.resolve("remote/sconce/test/greeting/1.0"));
        try (var jar = new JarOutputStream(Files.newOutputStream(version.resolve("greeting-1.0.jar")))) {
            jar.putNextEntry(new ZipEntry("greeting.txt"));
            jar.write("hello from a jar".getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(version.resolve("greeting-1.0.pom"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>sconce.test</groupId>
                <artifactId>greeting</artifactId><version>1.0</version></project>""");
        System.setProperty("maven.repo.local", folder.resolve("local").toString());
        try {
            var from = "%maven --from file://" + folder.resolve("remote") + " sconce.test:greeting:1.0";
            assertThat(client.execute("var jars18 = " + from + "\njars18.size()").result()).isEqualTo("1");
            assertThat(client.execute("""
                    var loader18 = Thread.currentThread().getContextClassLoader();
                    new String(loader18.getResourceAsStream("greeting.txt").readAllBytes())""").result())
                    .contains("hello from a jar");
        } finally {
            System.clearProperty("maven.repo.local");
        }
    }
}
