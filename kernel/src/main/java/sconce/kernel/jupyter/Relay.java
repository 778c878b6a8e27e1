package sconce.kernel.jupyter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that can be connected to (Jupyter's `ipc` transport), for a socket that listens on a TCP port: bytes go through as
/// they are. JeroMQ 0.6 has no such files of its own: its `ipc:` is a TCP port too, which only JeroMQ finds.
final class Relay implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final SocketAddress port;
    private final ServerSocketChannel server;

    /// @throws IOException when the file cannot be made
    Relay(Path file, int port) throws IOException {
        this.file = file;
        this.port = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        Files.deleteIfExists(file); // left by a kernel that was killed
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(file));
        Thread.ofPlatform().name("jupyter-relay").daemon().start(this::accept);
    }

    /// Takes no more connections; those that there are end with their sockets.
    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(file);
    }

    private void accept() {
        try {
            while (true) {
                var outer = server.accept();
                var inner = SocketChannel.open(port);
                Thread.ofVirtual().start(() -> copy(outer, inner));
                Thread.ofVirtual().start(() -> copy(inner, outer));
            }
        } catch (IOException e) {
            Debug.log("no more connections to " + file, e);
        }
    }

    private static void copy(SocketChannel from, SocketChannel to) {
        try (from; to) {
            var buffer = ByteBuffer.allocateDirect(BUFFER);
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) to.write(buffer);
                buffer.clear();
            }
        } catch (IOException e) {
            Debug.log("a relayed connection ends", e);
        }
    }
}
