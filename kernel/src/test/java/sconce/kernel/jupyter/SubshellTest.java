package sconce.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;

/// Subshells (JEP 91) over real sockets.
@Timeout(180)
class SubshellTest {
    private static ConnectionFile connection;
    private static Kernel kernel;
    private Client client;
    private String subshell;

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
    void connect() {
        client = new Client(connection).welcomed();
        var answer = client.ask(Channel.CONTROL, "create_subshell_request", Map.of());
        assertThat(answer.status()).isEqualTo("ok");
        subshell = answer.reply().content().text("subshell_id");
    }

    @AfterEach
    void disconnect() {
        client.ask(Channel.CONTROL, "delete_subshell_request", Map.of("subshell_id", subshell));
        client.close();
    }

    private String later(String code) {
        return client.sendTo(subshell, "execute_request", Map.of("code", code));
    }

    private Client.Answer there(String code) { return client.answer(later(code)); }

    private List<?> ids() {
        return client.ask(Channel.CONTROL, "list_subshell_request", Map.of()).reply().content().list("subshell_id");
    }

    @Test
    void kernel_info_says_that_there_are_subshells() {
        assertThat(client.ask(Channel.SHELL, "kernel_info_request", Map.of()).reply().content()
                .list("supported_features").toString()).contains("kernel subshells");
    }

    @Test
    void a_subshell_answers_while_the_main_one_is_busy() {
        client.execute("int shared1 = 20;");
        var loop = client.executeLater("System.out.println(\"in\"); while (true) { }", Map.of());
        client.until(each -> each.answers(loop) && each.type().equals("stream"));
        var answer = there("System.out.println(\"beside\"); shared1 + 1");
        assertThat(answer.result()).isEqualTo("21");
        assertThat(answer.stream("stdout")).isEqualTo("beside\n");
        assertThat(answer.types().getFirst()).isEqualTo("status");
        assertThat(answer.reply().message().parent().subshellId()).isEqualTo(subshell);
        var completed = client.answer(client.sendTo(subshell, "complete_request",
                Map.of("code", "shar", "cursor_pos", 4)));
        assertThat(completed.reply().content().list("matches").toString()).contains("shared1");
        assertThat(client.received).noneMatch(each -> each.answers(loop) && each.isStatus("idle"));
        client.ask(Channel.CONTROL, "interrupt_request", Map.of());
        assertThat(client.answer(loop).status()).isEqualTo("error");
    }

    @Test
    void each_has_one_thread_and_its_own_grad_mode() {
        var mine = client.execute("Thread.currentThread().threadId()").result();
        var theirs = there("Thread.currentThread().threadId()").result();
        assertThat(there("Thread.currentThread().threadId()").result()).isEqualTo(theirs).isNotEqualTo(mine);
        there("Torch.setGradEnabled(false);");
        assertThat(there("Torch.isGradEnabled()").result()).isEqualTo("false");
        assertThat(client.execute("Torch.isGradEnabled()").result()).isEqualTo("true");
    }

    @Test
    void an_interrupt_that_names_one_leaves_the_other_running() {
        var loops = List.of(client.executeLater("System.out.println(\"in\"); while (true) { }", Map.of()),
                later("System.out.println(\"in\"); while (true) { }"));
        for (var loop : loops) client.until(each -> each.answers(loop) && each.type().equals("stream"));
        client.answer(client.sendTo(subshell, "interrupt_request", Map.of()));
        assertThat(client.answer(loops.getLast()).status()).isEqualTo("error");
        assertThat(client.received).noneMatch(each -> each.answers(loops.getFirst()) && each.isStatus("idle"));
        client.ask(Channel.CONTROL, "interrupt_request", Map.of());
        assertThat(client.answer(loops.getFirst()).status()).isEqualTo("error");
    }

    @Test
    void both_declare_at_once_and_nothing_is_lost() {
        var sent = new ArrayList<String>();
        for (int i = 0; i < 25; i++) {
            sent.add(client.executeLater("int mine%d = %d; class Mine%d { int v = mine%d; }".formatted(i, i, i, i),
                    Map.of()));
            sent.add(later("int theirs%d = %d; int f%d() { return theirs%d; }\nclass Shared { int v = %d; }".formatted(
                    i, i, i, i, i)));
        }
        assertThat(sent.stream().map(client::answer).map(Client.Answer::status)).containsOnly("ok");
        var sum = new StringBuilder("0");
        for (int i = 0; i < 25; i++) sum.append(" + new Mine").append(i).append("().v + f").append(i).append("()");
        assertThat(client.execute(sum.toString()).result()).isEqualTo("600");
        assertThat(there("new Shared().v").result()).isEqualTo("24");
    }

    @Test
    void a_failure_aborts_what_waits_in_its_own_subshell_only() {
        var gate = client.execute("var gate5 = new CountDownLatch(1);");
        assertThat(gate.status()).isEqualTo("ok");
        var there = List.of(later("gate5.await(); throw new Error();"), later("1"));
        var here = client.executeLater("gate5.countDown(); 2", Map.of());
        assertThat(there.stream().map(client::answer).map(Client.Answer::status)).containsExactly("error", "aborted");
        assertThat(client.answer(here).result()).isEqualTo("2");
    }

    @Test
    void a_deleted_one_is_listed_no_more_and_answers_with_an_error() {
        assertThat(ids()).hasSize(1).first().isEqualTo(subshell);
        var other = client.ask(Channel.CONTROL, "create_subshell_request", Map.of()).reply().content()
                .text("subshell_id");
        assertThat(ids().toString()).contains(subshell, other);
        var loop = client.sendTo(other, "execute_request",
                Map.of("code", "System.out.println(1); while (true) { }"));
        client.until(each -> each.answers(loop) && each.type().equals("stream"));
        assertThat(client.ask(Channel.CONTROL, "delete_subshell_request", Map.of("subshell_id", other)).status())
                .isEqualTo("ok");
        assertThat(client.answer(loop).status()).isEqualTo("error");
        assertThat(ids()).hasSize(1);
        var stray = client.answer(client.sendTo(other, "execute_request", Map.of("code", "1")));
        assertThat(stray.status()).isEqualTo("error");
        assertThat(stray.reply().content().text("evalue")).contains(other);
        var again = client.ask(Channel.CONTROL, "delete_subshell_request", Map.of("subshell_id", other));
        assertThat(again.status()).isEqualTo("error");
        assertThat(again.reply().content().text("evalue")).contains("no subshell " + other);
    }
}
