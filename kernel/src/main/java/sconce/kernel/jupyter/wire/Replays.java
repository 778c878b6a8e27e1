package sconce.kernel.jupyter.wire;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers the latest signatures, so that a message which somebody recorded cannot be sent a second time. It keeps as
/// many as Jupyter's own clients do.
final class Replays {
    private static final int REMEMBERED = 1 << 16;

    private final Map<ByteBuffer, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) { return size() > REMEMBERED; }
    };

    /// Whether this signature comes for the first time.
    synchronized boolean isNew(byte[] signature) { return seen.put(ByteBuffer.wrap(signature.clone()), true) == null; }
}
