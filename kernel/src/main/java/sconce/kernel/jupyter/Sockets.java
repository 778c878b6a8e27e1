package sconce.kernel.jupyter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

import sconce.kernel.jupyter.wire.Codec;
import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.jupyter.wire.MalformedMessageException;
import sconce.kernel.jupyter.wire.Message;

import zmq.Msg;

/// The sockets of all channels, owned by one thread, which does nothing but move messages: it hands over what comes in and
/// takes what others leave for it. It blocks until there is something to do, and never waits for a peer: there are no
/// high-water marks.
final class Sockets implements AutoCloseable {
    /// Where messages and subscriptions go; called on the sockets' thread, so it must not block.
    interface Receiver {
        void received(Channel channel, Message message);

        /// Somebody listens on iopub from now on; gives what is sent before anything else.
        Message subscribed(byte[] topic);
    }

    private record Outgoing(Channel channel, List<byte[]> frames) {}

    /// So many messages of one channel are taken before the others get their turn.
    private static final int BURST = 256;

    private static final int LINGER_MS = 1000;

    /// A frame announces its length before anything proves who sends it, and JeroMQ makes room at once. (Its own
    /// `maxMsgSize` does not stop it.)
    private static final long LONGEST_FRAME = Math.clamp(Runtime.getRuntime().maxMemory() / 4, 1 << 27, 1 << 30);

    private static final long LONGEST_TOPIC = 1 << 16;

    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final List<Relay> relays = new ArrayList<>();
    private final Heartbeat heartbeat;
    private final ConnectionFile bound;
    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<@Nullable Void>> drains = new ConcurrentLinkedQueue<>();
    private final Pipe wakeUp;
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean closing;
    private @Nullable Thread thread;
    private @Nullable Codec codec;

    /// Binds every socket; peers can connect and send from here on.
    ///
    /// @throws IOException when an address is taken or cannot be bound, and says which
    Sockets(ConnectionFile connection) throws IOException {
        context.setNotificationExceptionHandler((_, e) -> Debug.log("a connection", e));
        context.setUncaughtExceptionHandler((_, e) -> Debug.log("JeroMQ's thread", e));
        wakeUp = Pipe.open();
        wakeUp.source().configureBlocking(false);
        wakeUp.sink().configureBlocking(false);
        int shell = bind(Channel.SHELL, SocketType.ROUTER, connection, connection.shellPort());
        int control = bind(Channel.CONTROL, SocketType.ROUTER, connection, connection.controlPort());
        int stdin = bind(Channel.STDIN, SocketType.ROUTER, connection, connection.stdinPort());
        int iopub = bind(Channel.IOPUB, SocketType.XPUB, connection, connection.iopubPort());
        var beats = context.socket(SocketType.ROUTER);
        int hb = bind(beats, LONGEST_TOPIC, connection, connection.hbPort());
        heartbeat = new Heartbeat(beats);
        bound = connection.withPorts(shell, iopub, stdin, control, hb);
    }

    /// Where the sockets listen: what was asked for, with a port for each that was 0.
    ConnectionFile bound() { return bound; }

    /// Begins to read and to answer heartbeats.
    void start(Codec codec, Receiver receiver) {
        this.codec = codec;
        heartbeat.start();
        thread = Thread.ofPlatform().name("jupyter-sockets").start(() -> run(codec, receiver));
    }

    /// Sends a message; any thread may. Messages of one thread keep their order.
    void send(Channel channel, Message message) {
        var codec = this.codec;
        if (codec == null) throw new IllegalStateException("the sockets have not been started");
        outgoing.add(new Outgoing(channel, codec.encode(message)));
        wake();
    }

    /// Done when everything that had arrived by now has been handed over.
    CompletableFuture<@Nullable Void> drained() {
        var done = new CompletableFuture<@Nullable Void>();
        drains.add(done);
        wake();
        return done;
    }

    /// Sends what is left, for as long as a second, and closes.
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            if (thread != null) thread.join();
            else sockets.values().forEach(ZMQ.Socket::close);
            if (thread == null) heartbeat.close();
            // The context's end also ends the heartbeat's receive. It waits for ever for a connection that JeroMQ has lost
            // over a broken frame, so it gets its time and no more.
            Thread.ofPlatform().daemon().start(context::term).join(Duration.ofMillis(2 * LINGER_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var relay : relays) {
            try {
                relay.close();
            } catch (IOException e) {
                Debug.log("closing", e);
            }
        }
    }

    private int bind(Channel channel, SocketType type, ConnectionFile connection, int port) throws IOException {
        var socket = context.socket(type);
        sockets.put(channel, socket);
        if (type == SocketType.XPUB) socket.setXpubVerbose(true); // every subscriber is welcomed, not the first alone
        else
            socket.setRouterHandover(true); // a client that reconnects takes its identity along
        return bind(socket, type == SocketType.XPUB ? LONGEST_TOPIC : LONGEST_FRAME, connection, port);
    }

    private int bind(ZMQ.Socket socket, long longest, ConnectionFile connection, int port) throws IOException {
        socket.setHWM(0);
        socket.setLinger(LINGER_MS);
        socket.setMsgAllocator(length -> room(length, longest));
        boolean tcp = connection.transport().equals("tcp");
        int chosen = port != 0 || tcp ? port : freeFile(connection);
        var address = connection.address(chosen);
        try {
            if (!tcp) relays.add(new Relay(file(address), socket.bindToRandomPort("tcp://127.0.0.1")));
            else if (chosen == 0) chosen = socket.bindToRandomPort("tcp://" + connection.ip());
            else
                socket.bind(address);
            return chosen;
        } catch (ZMQException | IOException e) {
            throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    private static Path file(String address) { return Path.of(address.substring("ipc://".length())); }

    private static int freeFile(ConnectionFile connection) {
        int number = 1;
        while (Files.exists(file(connection.address(number)))) number++;
        return number;
    }

    /// Neither an error nor an exception here would leave JeroMQ's thread as it was. So a frame that is too long is an empty
    /// one, and what follows on that connection is noise, which no signature fits.
    private static Msg room(int length, long longest) {
        if (length < 0 || length > longest) return new Msg(0);
        try {
            return new Msg(length);
        } catch (OutOfMemoryError e) {
            Debug.log("no room for a frame of " + length + " bytes", e);
            return new Msg(0);
        }
    }

    private void wake() {
        if (awake.getAndSet(true)) return;
        try {
            wakeUp.sink().write(ByteBuffer.allocate(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Codec codec, Receiver receiver) {
        var poller = context.poller(sockets.size() + 1);
        sockets.values().forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
        poller.register(wakeUp.source(), ZMQ.Poller.POLLIN);
        boolean more = false;
        while (!closing || !outgoing.isEmpty()) {
            try {
                poller.poll(more ? 0 : -1);
                slumber();
                more = receiveAndSend(codec, receiver);
            } catch (RuntimeException | IOException | Error e) { // whatever it was, the next message may be a good one
                Debug.log("moving messages", e);
            }
        }
        sockets.values().forEach(ZMQ.Socket::close);
    }

    private void slumber() throws IOException {
        wakeUp.source().read(ByteBuffer.allocate(64)); // should more be there, the next poll comes back at once
        awake.set(false); // before the queues are looked at: what comes later wakes again
    }

    /// Whether there is more to receive.
    private boolean receiveAndSend(Codec codec, Receiver receiver) {
        boolean more = false;
        var asked = new ArrayList<CompletableFuture<@Nullable Void>>();
        for (CompletableFuture<@Nullable Void> drain; (drain = drains.poll()) != null;) asked.add(drain);
        welcome(codec, receiver);
        for (var each : sockets.entrySet()) {
            if (each.getKey() == Channel.IOPUB) continue;
            int burst = 0;
            for (List<byte[]> frames; burst < BURST && (frames = receive(each.getValue())) != null; burst++)
                handOver(each.getKey(), frames, codec, receiver);
            more |= burst == BURST;
        }
        if (more) drains.addAll(asked);
        else
            asked.forEach(drain -> drain.complete(null));
        for (Outgoing message; (message = outgoing.poll()) != null;) {
            if (message.channel == Channel.IOPUB) welcome(codec, receiver);
            send(sockets.get(message.channel), message.frames);
        }
        return more;
    }

    /// Takes in who has subscribed. Right before anything is published, since JeroMQ sends it to new subscribers too, and
    /// they are to be welcomed first.
    private void welcome(Codec codec, Receiver receiver) {
        var iopub = sockets.get(Channel.IOPUB);
        if (iopub == null) return;
        int burst = 0;
        for (List<byte[]> frames; burst < BURST && (frames = receive(iopub)) != null; burst++) {
            var subscription = frames.getFirst();
            if (subscription.length == 0 || subscription[0] != 1) continue;
            send(iopub, codec.encode(receiver.subscribed(Arrays.copyOfRange(subscription, 1, subscription.length))));
        }
    }

    private static void handOver(Channel channel, List<byte[]> frames, Codec codec, Receiver receiver) {
        try {
            receiver.received(channel, codec.decode(frames));
        } catch (MalformedMessageException e) {
            Debug.log("dropped a message on " + channel, e);
        } catch (RuntimeException | Error e) { // such as a message too big for the heap: that one is lost, not the channel
            Debug.log("failed over a message on " + channel, e);
        }
    }

    private static @Nullable List<byte[]> receive(ZMQ.Socket socket) {
        var frame = socket.recv(ZMQ.DONTWAIT);
        if (frame == null) return null;
        var frames = new ArrayList<byte[]>(8);
        frames.add(frame);
        while (socket.hasReceiveMore()) frames.add(socket.recv());
        return frames;
    }

    private static void send(ZMQ.@Nullable Socket socket, List<byte[]> frames) {
        if (socket == null) return;
        for (int i = 0; i < frames.size(); i++) socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
}
