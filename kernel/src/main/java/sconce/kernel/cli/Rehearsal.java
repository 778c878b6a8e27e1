package sconce.kernel.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import sconce.kernel.jupyter.Kernel;
import sconce.kernel.jupyter.wire.Codec;
import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.jupyter.wire.Header;
import sconce.kernel.jupyter.wire.Message;
import sconce.kernel.session.NativeStreams;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;
import sconce.kernel.terminal.PromptMain;

/// Plays what first sessions do to an audience of none, so that the JVM that runs it learns what to keep in the
/// [start cache][sconce.kernel.start.StartCache]: a kernel with a client over real sockets, then the prompt.
final class Rehearsal {
    private static final List<String> CELLS = List.of("1+1", "Torch.ones(2, 3)", """
            int half(int x) { return x / 2; }
            var n = half(6);
            int m = n + 1;
            System.out.println(n + m);""", """
            class Net extends Module {
                Linear first = new Linear(4, 8);
                Linear second = new Linear(8, 2);

                public Tensor forward(Tensor x) { return second.call(F.relu(first.call(x))); }
            }
            var net = new Net();
            net""", """
            var optimizer = new SGD(net.parameters(), o -> o.lr(0.1));
            for (int i = 0; i < 3; i++) {
                optimizer.zeroGrad();
                var loss = net.call(Torch.rand(5, 4)).sum();
                loss.backward();
                optimizer.step();
            }
            print(net.stateDict());""", "record Point(int x, int y) {}\nnew Point(1, 2)",
            "List.of(1, 2, 3).stream().map(i -> i * 2).toList()", "1+1");

    private static final List<String> WRONG = List.of("int x = \"text\";", "Integer.parseInt(\"x\")");

    private static final int PATIENCE_MS = 120_000;

    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket shell = context.socket(SocketType.DEALER);
    private final Codec codec;

    private Rehearsal(ConnectionFile connection) {
        codec = new Codec(connection.signer());
        shell.setLinger(0);
        shell.setReceiveTimeOut(PATIENCE_MS);
        shell.connect(connection.address(connection.shellPort()));
    }

    public static void main(String[] arguments) throws Exception {
        var connection = connection();
        var kernel = new Kernel(connection, () -> Session.open(SessionOptions.defaults()));
        NativeStreams.redirect();
        new Rehearsal(connection).play();
        kernel.close();
        PromptMain.start(new ByteArrayInputStream(
                "1+1\rTorch.ones(2)\rint f(int x) {\rreturn x;\r}\r/help\r\u0004".getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream());
        System.exit(0);
    }

    private void play() {
        ask("kernel_info_request", Map.of());
        CELLS.forEach(this::run);
        WRONG.forEach(this::run);
        ask("complete_request", Map.of("code", "net.", "cursor_pos", 4));
        ask("complete_request", Map.of("code", "Torch.on", "cursor_pos", 8));
        ask("inspect_request", Map.of("code", "Torch.ones", "cursor_pos", 10, "detail_level", 0));
        ask("is_complete_request", Map.of("code", "int f() {"));
        ask("history_request", Map.of("hist_access_type", "tail", "n", 1));
        shell.close();
    }

    private void run(String code) {
        ask("execute_request", Map.of("code", code, "silent", false, "store_history", true, "user_expressions",
                Map.of(), "allow_stdin", false, "stop_on_error", true));
    }

    private void ask(String type, Map<String, Object> content) {
        var request = new Message(List.of(), Header.of(type, "rehearsal"), null, Map.of(), content, List.of());
        var frames = codec.encode(request);
        for (int i = 0; i < frames.size(); i++) shell.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        var answer = new ArrayList<byte[]>();
        do {
            var frame = shell.recv();
            if (frame == null) throw new IllegalStateException("no answer to " + type + " " + content);
            answer.add(frame);
        } while (shell.hasReceiveMore());
        codec.decode(answer);
    }

    /// Ports that were free a moment ago.
    private static ConnectionFile connection() throws IOException {
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
}
