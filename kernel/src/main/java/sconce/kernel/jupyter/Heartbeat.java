package sconce.kernel.jupyter;

import java.util.ArrayList;
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
            // Whole messages: a peer that leaves in the middle of one must not mix its frames into the next.
            while (true) {
                var frames = new ArrayList<byte[]>();
                do
                    frames.add(socket.recv());
                while (socket.hasReceiveMore());
                for (var frame : frames.subList(0, frames.size() - 1)) socket.sendMore(frame);
                socket.send(frames.getLast());
            }
        } catch (ZMQException e) {
            Debug.log("the heartbeat ends", e); // its context was closed
        } finally {
            socket.close();
        }
    }
}
