package sconce.kernel.jupyter;

import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// Says back what it hears, on a thread of its own, so that a busy kernel still counts as alive.
final class Heartbeat {
    private final ZMQ.Socket socket;

    Heartbeat(ZMQ.Socket socket) { this.socket = socket; }

    void start() { Thread.ofPlatform().name("jupyter-heartbeat").daemon().start(this::echo); }

    void close() { socket.close(); }

    private void echo() {
        try {
            while (true) {
                var frame = socket.recv();
                socket.send(frame, socket.hasReceiveMore() ? ZMQ.SNDMORE : 0);
            }
        } catch (ZMQException e) {
            Debug.log("the heartbeat ends", e); // its context was closed
        } finally {
            socket.close();
        }
    }
}
