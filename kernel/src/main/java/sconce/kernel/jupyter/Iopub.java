package sconce.kernel.jupyter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.IopubWelcome;
import sconce.kernel.jupyter.messages.Publication;
import sconce.kernel.jupyter.messages.Stream;
import sconce.kernel.jupyter.wire.Header;
import sconce.kernel.jupyter.wire.Message;

/// What all clients see, in the order it happened. Text is gathered before it is sent: for 20 ms, or 64 Ki characters, or
/// until anything else is published, whichever comes first.
final class Iopub {
    private static final int FULL = 1 << 16;
    private static final long PATIENCE_MS = 20;

    private final Sockets sockets;
    private final ScheduledThreadPoolExecutor flusher = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("jupyter-streams").daemon().factory());

    private final StringBuilder text = new StringBuilder();
    private String name = "stdout";
    private @Nullable Header parent;
    private boolean flushComes;

    Iopub(Sockets sockets) { this.sockets = sockets; }

    /// Sends `content`, after all text written so far.
    ///
    /// @param parent the request that it came from, or null when it came from none
    void publish(Publication content, @Nullable Header parent) { publish(content, parent, List.of()); }

    /// As the shorter form, with raw bytes beside the content.
    synchronized void publish(Publication content, @Nullable Header parent, List<byte[]> buffers) {
        flush();
        send(content.msgType(), content, parent, buffers);
    }

    /// What tells those who have subscribed to `topic` that they miss nothing from here on.
    static Message welcome(byte[] topic) {
        var content = new IopubWelcome(new String(topic, StandardCharsets.UTF_8));
        var header = Header.of(content.msgType(), "kernel");
        return new Message(List.of(topic), header, null, Map.of(), content, List.of());
    }

    /// Writes to the stream `stdout` or `stderr` of the cell that `parent` asked for.
    synchronized void write(String name, String text, Header parent) {
        if (text.isEmpty()) return;
        if (!name.equals(this.name) || this.parent == null || !parent.msgId().equals(this.parent.msgId())) flush();
        this.name = name;
        this.parent = parent;
        this.text.append(text);
        if (this.text.length() >= FULL) {
            flush();
        } else if (!flushComes) {
            flushComes = true;
            var _ = flusher.schedule(this::flushLate, PATIENCE_MS, TimeUnit.MILLISECONDS);
        }
    }

    /// Sends all text written so far.
    synchronized void flush() {
        if (text.isEmpty()) return;
        var stream = new Stream(name, text.toString());
        text.setLength(0);
        if (text.capacity() > 16 * FULL) text.trimToSize(); // after one huge line
        send("stream." + name, stream, parent, List.of());
    }

    private synchronized void flushLate() {
        flushComes = false;
        flush();
    }

    private void send(String topic, Publication content, @Nullable Header parent, List<byte[]> buffers) {
        var header = Header.of(content.msgType(), parent == null ? "kernel" : parent.username());
        sockets.send(Channel.IOPUB, new Message(List.of(topic.getBytes(StandardCharsets.US_ASCII)), header, parent,
                Map.of(), content, buffers));
    }
}
