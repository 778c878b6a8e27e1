package sconce.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.WeakHashMap;

/// `System.out`, `err` and `in` for as many sessions as there are: each thread's go to the front end of the cell that
/// started it. Threads of no cell keep the process's own streams.
final class StandardStreams {
    private static final PrintStream OWN_OUT = System.out;
    private static final PrintStream OWN_ERR = System.err;
    private static boolean installed;

    private StandardStreams() {}

    static synchronized void install() {
        if (installed) {
            return;
        }
        installed = true;
        System.setOut(stream(OWN_OUT, false));
        System.setErr(stream(OWN_ERR, true));
        System.setIn(new Keyboard(System.in));
    }

    /// A cell that sets a stream to null would silence all that come after it.
    static synchronized void repair() {
        if (System.out == null) System.setOut(stream(OWN_OUT, false));
        if (System.err == null) System.setErr(stream(OWN_ERR, true));
    }

    private static PrintStream stream(PrintStream own, boolean err) {
        return new PrintStream(new Output(own, err), true, StandardCharsets.UTF_8) {
            // A cell that closes `System.out` would silence all that come after it.
            @Override
            public void close() { flush(); }
        };
    }

    private static final class Output extends OutputStream {
        private final PrintStream own;
        private final boolean err;
        private final Map<Evaluation, CharsetDecoder> decoders = new WeakHashMap<>();
        private final Map<Evaluation, byte[]> incomplete = new WeakHashMap<>();

        Output(PrintStream own, boolean err) {
            this.own = own;
            this.err = err;
        }

        @Override
        public void write(int b) { write(new byte[] { (byte) b }, 0, 1); }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            var evaluation = Evaluation.current();
            if (evaluation == null) {
                own.write(bytes, offset, length);
                return;
            }
            synchronized (this) {
                var text = decode(evaluation, bytes, offset, length);
                if (text.isEmpty()) {
                    return;
                }
                if (err) {
                    evaluation.front.stderr(text);
                } else {
                    evaluation.front.stdout(text);
                }
            }
        }

        /// A character may come in two writes: its first bytes wait for the rest.
        private String decode(Evaluation evaluation, byte[] bytes, int offset, int length) {
            var before = incomplete.remove(evaluation);
            var in = ByteBuffer.allocate((before == null ? 0 : before.length) + length);
            if (before != null) {
                in.put(before);
            }
            in.put(bytes, offset, length).flip();
            var out = CharBuffer.allocate(in.remaining());
            decoders.computeIfAbsent(evaluation,
                    _ -> StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE))
                    .reset().decode(in, out, false);
            if (in.hasRemaining()) {
                var rest = new byte[in.remaining()];
                in.get(rest);
                incomplete.put(evaluation, rest);
            }
            return out.flip().toString();
        }

        @Override
        public void flush() {
            if (Evaluation.current() == null) {
                own.flush();
            }
        }
    }

    private static final class Keyboard extends InputStream {
        private final InputStream own;

        Keyboard(InputStream own) {
            this.own = own;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var evaluation = Evaluation.current();
            return evaluation == null
                    ? own.read(into, offset, length)
                    : evaluation.input.read(evaluation.front, into, offset, length);
        }

        @Override
        public int available() throws IOException {
            var evaluation = Evaluation.current();
            return evaluation == null ? own.available() : evaluation.input.available();
        }
    }
}
