package sconce.kernel.session;

import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/// `System.in` of a session: lines asked from the front end of the cell that reads. What a reader leaves of a line
/// waits for the next one in the same cell.
final class Input {
    private byte[] line = {};
    private int at;

    /// As `InputStream.read`: waits for a line when there is nothing left, -1 at the end of input.
    synchronized int read(Front front, byte[] into, int offset, int length) throws InterruptedIOException {
        if (length == 0) {
            return 0;
        }
        if (at >= line.length) {
            try {
                var next = front.readLine("", false);
                if (next == null) {
                    return -1;
                }
                line = (next + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for input");
            }
        }
        int n = Math.min(length, line.length - at);
        System.arraycopy(line, at, into, offset, n);
        at += n;
        return n;
    }

    synchronized int available() { return line.length - at; }
}
