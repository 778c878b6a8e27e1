package sconce.kernel.jupyter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

import sconce.kernel.jupyter.wire.Codec;
import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.jupyter.wire.Fields;
import sconce.kernel.jupyter.wire.Header;
import sconce.kernel.jupyter.wire.Message;

/// A Jupyter client for tests: plain sockets and everything that ever came in. One thread uses it.
final class Client implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /// A message as it came in.
    record Received(Channel channel, Message message) {
        String type() { return message.header().msgType(); }

        Fields content() { return message.fields(); }

        boolean answers(String msgId) { return message.parent() != null && message.parent().msgId().equals(msgId); }

        boolean isStatus(String state) {
            return type().equals("status") && state.equals(content().text("execution_state"));
        }
    }

    /// The reply to one request and what was published for it, from busy to idle.
    record Answer(Received reply, List<Received> published) {
        String status() { return reply.content().text("status"); }

        List<Received> of(String type) { return published.stream().filter(each -> each.type().equals(type)).toList(); }

        String stream(String name) {
            var text = new StringBuilder();
            for (var each : of("stream"))
                if (each.content().text("name").equals(name)) text.append(each.content().text("text"));
            return text.toString();
        }

        @Nullable
        String result() {
            var results = of("execute_result");
            return results.isEmpty() ? null : (String) results.getLast().content().object("data").get("text/plain");
        }

        List<String> types() { return published.stream().map(Received::type).toList(); }
    }

    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ZMQ.Poller poller = context.poller(4);
    private final Codec codec;
    private final ConnectionFile connection;
    final List<Received> received = new ArrayList<>();

    Client(ConnectionFile connection) {
        this.connection = connection;
        codec = new Codec(connection.signer());
        var identity = UUID.randomUUID().toString().getBytes(UTF_8);
        open(Channel.SHELL, connection.shellPort(), identity);
        open(Channel.CONTROL, connection.controlPort(), identity);
        open(Channel.STDIN, connection.stdinPort(), identity);
        open(Channel.IOPUB, connection.iopubPort(), identity);
    }

    /// A connection file's content with ports that were free a moment ago.
    static ConnectionFile connection() throws IOException {
        var holders = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < 5; i++) holders.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            var ports = holders.stream().map(ServerSocket::getLocalPort).toList();
            return new ConnectionFile("tcp", "127.0.0.1", ports.get(0), ports.get(1), ports.get(2), ports.get(3),
                    ports.get(4), UUID.randomUUID().toString(), "hmac-sha256");
        } finally {
            for (var holder : holders) holder.close();
        }
    }

    private void open(Channel channel, int port, byte[] identity) {
        var socket = context.socket(channel == Channel.IOPUB ? SocketType.SUB : SocketType.DEALER);
        socket.setHWM(0);
        socket.setLinger(0);
        socket.setReconnectIVL(10);
        if (channel == Channel.IOPUB) socket.subscribe("");
        else
            socket.setIdentity(identity);
        socket.connect(connection.address(port));
        sockets.put(channel, socket);
        poller.register(socket, ZMQ.Poller.POLLIN);
    }

    /// Waits until the kernel has welcomed this subscriber, so that nothing published later is missed.
    Client welcomed() {
        until(each -> each.type().equals("iopub_welcome"));
        return this;
    }

    String send(Channel channel, String type, Map<String, ?> content) { return send(channel, type, content, null); }

    String send(Channel channel, String type, Map<String, ?> content, @Nullable Header parent) {
        var header = Header.of(type, "tester");
        var fields = new HashMap<>(header.fields());
        var id = UUID.randomUUID().toString(); // Header counts within this JVM, which two clients share
        fields.put("msg_id", id);
        var message = new Message(List.of(), new Header(id, type, fields), parent, Map.of(), content, List.of());
        sendRaw(channel, codec.encode(message));
        return id;
    }

    /// As [#send], to a subshell; an interrupt goes by control.
    String sendTo(String subshell, String type, Map<String, ?> content) {
        var id = UUID.randomUUID().toString();
        var fields = new HashMap<>(Header.of(type, "tester").fields());
        fields.put("msg_id", id);
        fields.put("subshell_id", subshell);
        sendRaw(type.startsWith("interrupt") ? Channel.CONTROL : Channel.SHELL, codec.encode(
                new Message(List.of(), new Header(id, type, fields), null, Map.of(), content, List.of())));
        return id;
    }

    void sendRaw(Channel channel, List<byte[]> frames) {
        var socket = sockets.get(channel);
        for (int i = 0; i < frames.size(); i++) socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }

    /// Sends a request and waits for its reply and its idle status.
    Answer ask(Channel channel, String type, Map<String, ?> content) { return answer(send(channel, type, content)); }

    Answer answer(String msgId) {
        var reply = until(
                each -> each.channel != Channel.IOPUB && each.channel != Channel.STDIN && each.answers(msgId));
        until(each -> each.isStatus("idle") && each.answers(msgId));
        return new Answer(reply,
                received.stream().filter(each -> each.channel == Channel.IOPUB && each.answers(msgId)).toList());
    }

    /// Sends what has no reply; its end is its `idle`.
    Answer tell(String type, Map<String, ?> content) {
        var id = send(Channel.SHELL, type, content);
        var idle = until(each -> each.isStatus("idle") && each.answers(id));
        return new Answer(idle, received.stream().filter(each -> each.answers(id)).toList());
    }

    Answer execute(String code) { return execute(code, Map.of()); }

    Answer execute(String code, Map<String, ?> options) { return answer(executeLater(code, options)); }

    String executeLater(String code, Map<String, ?> options) {
        var content = new HashMap<String, Object>(options);
        content.put("code", code);
        return send(Channel.SHELL, "execute_request", content);
    }

    /// The first message ever received that fits; fails when none comes.
    Received until(Predicate<Received> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int seen = 0;;) {
            for (; seen < received.size(); seen++) if (fits.test(received.get(seen))) return received.get(seen);
            if (System.nanoTime() > end) throw new AssertionError("not received in " + PATIENCE + "; last came "
                    + received.subList(Math.max(0, received.size() - 5), received.size()));
            pump(100);
        }
    }

    /// Takes in what comes within so many milliseconds; returns at the first.
    void pump(long millis) {
        poller.poll(millis);
        sockets.forEach((channel, socket) -> {
            for (byte[] frame; (frame = socket.recv(ZMQ.DONTWAIT)) != null;) {
                var frames = new ArrayList<byte[]>(List.of(frame));
                while (socket.hasReceiveMore()) frames.add(socket.recv());
                received.add(new Received(channel, codec.decode(frames)));
            }
        });
    }

    @Override
    public void close() {
        sockets.values().forEach(ZMQ.Socket::close);
        context.term();
    }
}
