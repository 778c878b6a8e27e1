package sconce.kernel.jupyter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

import sconce.kernel.jupyter.wire.Codec;
import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.jupyter.wire.Header;
import sconce.kernel.jupyter.wire.Message;
import sconce.kernel.jupyter.wire.Mutations;
import sconce.kernel.jupyter.wire.Signer;

/// The channels as a client meets them, with a session that nobody ever needs.
@Timeout(120)
class WireTest {
    private ConnectionFile connection;
    private Kernel kernel;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        connection = Client.connection();
        start(connection);
    }

    private void start(ConnectionFile connection) throws IOException {
        kernel = new Kernel(connection, () -> {
            throw new IllegalStateException("no session here");
        });
        client = new Client(connection).welcomed();
    }

    @AfterEach
    void stop() {
        client.close();
        kernel.close();
    }

    private void assertAlive() {
        for (var channel : List.of(Channel.SHELL, Channel.CONTROL)) {
            var answer = client.ask(channel, "kernel_info_request", Map.of());
            assertThat(answer.reply().channel()).isEqualTo(channel);
            assertThat(answer.reply().content().text("protocol_version")).isEqualTo("5.5");
        }
    }

    private Codec codec(String key) { return new Codec(new Signer("hmac-sha256", key.getBytes(UTF_8))); }

    private static Message request(String type, Map<String, ?> content) {
        return new Message(List.of(), Header.of(type, "tester"), null, Map.of(), content, List.of());
    }

    @Test
    void busy_reply_idle_name_the_request_and_repeat_its_header() {
        var header = Header.of("kernel_info_request", "tester");
        var fields = new HashMap<>(header.fields());
        fields.put("from_the_future", List.of(1));
        client.sendRaw(Channel.SHELL, codec(connection.key()).encode(new Message(List.of(),
                new Header(header.msgId(), header.msgType(), fields), null, Map.of(), Map.of(), List.of())));
        var answer = client.answer(header.msgId());
        assertThat(answer.types()).containsExactly("status", "status");
        assertThat(answer.reply().message().parent().fields()).isEqualTo(fields);
    }

    @Test
    void the_first_message_is_answered_though_it_comes_before_the_kernel() throws IOException {
        client.close();
        kernel.close();
        connection = Client.connection();
        client = new Client(connection);
        var id = client.send(Channel.SHELL, "kernel_info_request", Map.of());
        kernel = new Kernel(connection, () -> {
            throw new IllegalStateException("no session here");
        });
        client.until(each -> each.channel() == Channel.SHELL && each.answers(id));
    }

    @Test
    void a_wrong_signature_is_ignored_and_the_next_good_message_answered() {
        for (var channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN))
            client.sendRaw(channel, codec("another key").encode(request("kernel_info_request", Map.of())));
        assertAlive();
        assertThat(client.received)
                .noneMatch(each -> each.type().equals("kernel_info_reply") && each.message().parent() == null);
        assertThat(client.received.stream().filter(each -> each.type().equals("kernel_info_reply"))).hasSize(2);
    }

    @Test
    void a_replayed_message_is_ignored() {
        var frames = codec(connection.key()).encode(request("kernel_info_request", Map.of()));
        client.sendRaw(Channel.SHELL, frames);
        client.sendRaw(Channel.SHELL, frames);
        client.sendRaw(Channel.CONTROL, frames);
        assertAlive();
        assertThat(client.received.stream().filter(each -> each.type().equals("kernel_info_reply"))).hasSize(3);
    }

    @Test
    @Timeout(600)
    void a_hundred_thousand_broken_messages_kill_nothing_get_no_answer_and_leave_nothing() {
        var random = new Random(7);
        var stranger = codec("another key");
        var good = stranger.encode(request("execute_request", Map.of("code", "1")));
        int threads = Thread.getAllStackTraces().size();
        assertAlive();
        long before = used();
        for (int i = 1; i <= 100_000; i++) {
            var channel = Channel.values()[random.nextInt(3)];
            var frames = random.nextInt(4) > 0 ? Mutations.of(good, random)
                    : random.ints(1 + random.nextInt(9), 0, 200).mapToObj(length -> noise(random, length)).toList();
            if (!frames.isEmpty()) client.sendRaw(channel, frames);
            if (i % 5_000 == 0) assertAlive(); // and so the queues are short
        }
        assertThat(client.received.stream().filter(each -> each.channel() != Channel.IOPUB)).hasSize(2 * 21);
        assertThat(Thread.getAllStackTraces()).as("threads").hasSizeLessThan(threads + 5);
        client.received.clear();
        assertThat(used() - before).as("bytes kept").isLessThan(32 << 20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void signed_messages_of_unknown_types_are_ignored_too_and_ill_formed_requests_answered_with_an_error() {
        for (var channel : List.of(Channel.SHELL, Channel.CONTROL)) {
            client.send(channel, "no_such_request", Map.of());
            client.send(channel, "execute_request", Map.of());
            client.send(channel, "execute_request", Map.of("code", List.of(1)));
            client.send(channel, "complete_request", Map.of("code", "x", "cursor_pos", "end"));
            client.send(channel, "input_reply", Map.of("value", "for nobody"));
        }
        client.send(Channel.STDIN, "input_reply", Map.of("value", "for nobody"));
        assertAlive();
        var answers = client.received.stream().filter(each -> each.channel() != Channel.IOPUB).toList();
        assertThat(answers.stream().filter(each -> each.content().text("status").equals("error"))).hasSize(6);
        assertThat(answers).hasSize(6 + 2);
    }

    @Test
    void bytes_that_are_no_zeromq_at_all_kill_nothing() throws IOException {
        var random = new Random(3);
        for (int port : List.of(connection.shellPort(), connection.controlPort(), connection.iopubPort(),
                connection.stdinPort(), connection.hbPort())) {
            for (var bytes : List.of("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8), new byte[0], noise(random, 10),
                    noise(random, 5_000))) {
                try (var socket = new Socket("127.0.0.1", port)) {
                    socket.getOutputStream().write(bytes);
                } catch (IOException e) {
                    assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe|aborted).*"); // hung up on, and rightly so
                }
            }
        }
        assertAlive();
        the_heart_beats();
    }

    /// A peer that shakes hands, announces a frame of so many bytes and sends none of them.
    private static void announce(int port, long length) throws IOException {
        var ready = ByteBuffer.allocate(64 + 2 + 36 + 9);
        ready.put((byte) 0xFF).put(new byte[8]).put((byte) 0x7F).put((byte) 3).position(12);
        ready.put("NULL".getBytes(UTF_8)).position(64);
        ready.put((byte) 4).put((byte) 36).put((byte) 5).put("READY".getBytes(UTF_8));
        ready.put((byte) 11).put("Socket-Type".getBytes(UTF_8)).putInt(6).put("DEALER".getBytes(UTF_8));
        ready.put((byte) 3).put("Pad".getBytes(UTF_8)).putInt(0);
        ready.put((byte) 2).putLong(length);
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(500);
            socket.getOutputStream().write(ready.array(), 0, ready.position());
            while (socket.getInputStream().read() >= 0) continue;
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe|aborted|timed out).*");
        }
    }

    @Test
    void announced_lengths_take_no_memory_that_is_not_there() throws IOException {
        for (int port : List.of(connection.shellPort(), connection.iopubPort(), connection.hbPort()))
            for (long length : new long[] { 1 << 20, 1L << 31, (1L << 31) - 9, 1L << 40, Long.MAX_VALUE, -1 })
                announce(port, length);
        assertAlive();
        the_heart_beats();
    }

    private static byte[] noise(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Asks as Jupyter's own client does: when a beat stays out, it opens a new socket and asks again. JeroMQ loses one at
    /// times, on a connection that is opened while others come and go.
    private String beat(String text) {
        var context = ZMQ.context(1);
        String answer = null;
        for (int attempt = 0; attempt < 4 && answer == null; attempt++) {
            var socket = context.socket(SocketType.REQ);
            socket.setReceiveTimeOut(3_000);
            socket.setLinger(0);
            socket.connect(connection.address(connection.hbPort()));
            socket.send(text);
            answer = socket.recvStr();
            socket.close();
        }
        context.term();
        return answer;
    }

    @Test
    void the_heart_beats() {
        for (var text : List.of("ping", "", "한글")) assertThat(beat(text)).isEqualTo(text);
    }

    @Test
    void ten_thousand_fast_requests_are_all_answered_in_order() {
        String last = "";
        for (int i = 0; i < 10_000; i++) last = client.send(Channel.SHELL, "connect_request", Map.of());
        var answer = client.answer(last);
        assertThat(answer.reply().content().number("shell_port", 0)).isEqualTo(connection.shellPort());
        assertThat(client.received.stream().filter(each -> each.type().equals("connect_reply"))).hasSize(10_000);
    }

    @Test
    void fifty_megabytes_are_one_message() {
        client.sendRaw(Channel.SHELL, codec(connection.key())
                .encode(request("is_complete_request", Map.of("code", "x".repeat(50_000_000)))));
        client.until(each -> each.type().equals("is_complete_reply"));
        assertAlive();
    }

    @Test
    void a_session_that_cannot_start_is_said_in_the_reply() {
        var answer = client.execute("1 + 1");
        assertThat(answer.status()).isEqualTo("error");
        assertThat(answer.reply().content().text("evalue")).contains("no session here");
        assertAlive();
    }

    @Test
    void a_comm_of_an_unknown_target_is_closed() {
        var id = client.send(Channel.SHELL, "comm_open",
                Map.of("comm_id", "c1", "target_name", "nobody", "data", Map.of()));
        var close = client.until(each -> each.type().equals("comm_close") && each.answers(id));
        assertThat(close.content().text("comm_id")).isEqualTo("c1");
        assertThat(client.ask(Channel.SHELL, "comm_info_request", Map.of()).reply().content().object("comms"))
                .isEmpty();
    }

    @Test
    void a_debugger_is_refused_in_daps_own_words() {
        var reply = client
                .ask(Channel.CONTROL, "debug_request", Map.of("type", "request", "seq", 9, "command", "attach"))
                .reply();
        assertThat(reply.content().flag("success", true)).isFalse();
        assertThat(reply.content().number("request_seq", 0)).isEqualTo(9);
    }

    @Test
    void a_shutdown_is_answered_before_the_end() throws InterruptedException {
        var answer = client.ask(Channel.CONTROL, "shutdown_request", Map.of("restart", true));
        assertThat(answer.reply().content().flag("restart", false)).isTrue();
        assertThat(answer.of("shutdown_reply")).hasSize(1);
        kernel.awaitShutdown();
    }

    @Test
    void two_clients_each_get_their_own_replies_and_see_the_others_status() {
        try (var other = new Client(connection).welcomed()) {
            var mine = client.send(Channel.SHELL, "kernel_info_request", Map.of());
            var theirs = other.send(Channel.SHELL, "kernel_info_request", Map.of());
            client.answer(mine);
            other.answer(theirs);
            other.until(each -> each.isStatus("idle") && each.answers(mine));
            assertThat(other.received).noneMatch(each -> each.channel() == Channel.SHELL && each.answers(mine));
        }
    }

    @Test
    void an_address_that_is_taken_is_named() {
        assertThatThrownBy(() -> new Kernel(connection, () -> {
            throw new IllegalStateException("never asked");
        })).isInstanceOf(IOException.class)
                .hasMessageContaining("cannot listen on " + connection.address(connection.shellPort()));
    }

    /// With a client that opens the file itself, since JeroMQ's own would find the kernel by another way.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void files_do_for_sockets(@TempDir Path folder) throws IOException {
        stop();
        connection = new ConnectionFile("ipc", folder.resolve("k").toString(), 1, 2, 3, 4, 5, "key", "hmac-sha256");
        kernel = new Kernel(connection, () -> {
            throw new IllegalStateException("no session here");
        });
        client = new Client(Client.connection());
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("k-1")))) {
            var greeting = ByteBuffer.allocate(10); // ZMTP: 0xFF, eight bytes, 0x7F
            while (greeting.hasRemaining() && channel.read(greeting) >= 0) continue;
            assertThat(greeting.array()).startsWith(0xFF).endsWith(0x7F);
        }
        kernel.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void usage_counts_the_process_and_the_machine() {
        client.ask(Channel.CONTROL, "usage_request", Map.of());
        var usage = client.ask(Channel.CONTROL, "usage_request", Map.of()).reply().content();
        assertThat(usage.number("pid", 0)).isEqualTo((int) ProcessHandle.current().pid());
        assertThat(usage.text("hostname")).isNotBlank();
        assertThat(((Number) usage.map().get("kernel_memory")).longValue()).isGreaterThan(1 << 20);
        assertThat(((Number) usage.map().get("kernel_cpu")).doubleValue()).isNotNegative();
        assertThat(usage.number("cpu_count", 0)).isPositive();
        var memory = usage.object("host_virtual_memory");
        assertThat(memory).containsKeys("total", "available", "used", "free", "percent");
        assertThat(((Number) memory.get("percent")).doubleValue()).isBetween(0.0, 100.0);
    }
}
