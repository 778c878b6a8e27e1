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
import org.jspecify.annotations.Nullable;

/// `System.out`, `err` and `in` for as many sessions as there are: each thread's go to the front end of the cell that
/// started it. Threads of no cell keep the process's own streams.
final class StandardStreams {
    private static final PrintStream OWN_OUT = System.out;
    private static final PrintStream OWN_ERR = System.err;
    private static boolean installed;
    private static @Nullable Streams before;

    private StandardStreams() {}

    static synchronized void install() {
        if (installed) {
            return;
        }
        installed = true;
        System.setOut(stream(OWN_OUT, false));
        System.setErr(stream(OWN_ERR, true));
        System.setIn(new Keyboard(System.in));
        var others = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (Evaluation.tell(thread, thrown)) return;
            if (others != null) {
                others.uncaughtException(thread, thrown);
            } else {
                OWN_ERR.println("Exception in thread \"" + thread.getName() + "\"");
                thrown.printStackTrace(OWN_ERR);
            }
        });
    }

    /// Notes what the streams are as a cell begins while none runs.
    static synchronized void remember() {
        if (!Evaluation.isAnyRunning()) before = new Streams(System.out, System.err, System.in);
    }

    /// Puts back, when no cell runs any more, what they were: one that sets a stream to null, or to another and forgets it,
    /// would silence all that come after it. Whether anything had to be put back.
    static synchronized boolean restore() {
        var streams = before;
        if (streams == null || Evaluation.isAnyRunning()) return false;
        boolean changed = !streams.equals(new Streams(System.out, System.err, System.in));
        System.setOut(streams.out);
        System.setErr(streams.err);
        System.setIn(streams.in);
        return changed;
    }

    private record Streams(PrintStream out, PrintStream err, InputStream in) {}

    private static PrintStream stream(PrintStream own, boolean err) { return new Text(new Output(own, err)); }

    /// Text of a cell goes to its front end as the text it is. Bytes, and the halves of a character that comes in two
    /// prints, take the way of any print stream.
    private static final class Text extends PrintStream {
        private final Output output;
        private volatile boolean half;

        Text(Output output) {
            super(output, true, StandardCharsets.UTF_8);
            this.output = output;
        }

        @Override
        public void print(@Nullable String text) {
            if (text == null || half || !isWhole(text) || !output.print(text)) {
                super.print(text);
                if (text != null && !text.isEmpty()) half = Character.isHighSurrogate(text.charAt(text.length() - 1));
            }
        }

        @Override
        public void print(char c) { print(String.valueOf(c)); }

        @Override
        public void print(char[] text) { print(String.valueOf(text)); }

        @Override
        public void print(@Nullable Object value) { print(String.valueOf(value)); }

        // A line is one text: by default a print stream's subclass writes its end apart.
        @Override
        public void println() { print(System.lineSeparator()); }

        @Override
        public void println(@Nullable String text) { print(text + System.lineSeparator()); }

        @Override
        public void println(@Nullable Object value) { println(String.valueOf(value)); }

        @Override
        public void println(int value) { println(String.valueOf(value)); }

        @Override
        public void println(long value) { println(String.valueOf(value)); }

        @Override
        public void println(double value) { println(String.valueOf(value)); }

        private static boolean isWhole(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) return false;
            }
            return true;
        }

        // A cell that closes `System.out` would silence all that come after it.
        @Override
        public void close() { flush(); }
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
            NativeStreams.catchUp(err);
            synchronized (this) {
                tell(evaluation, decode(evaluation, bytes, offset, length));
            }
        }

        /// Whether the text is on its way: not on a thread of no cell, nor behind the first bytes of a character.
        boolean print(String text) {
            var evaluation = Evaluation.current();
            if (evaluation == null) return false;
            NativeStreams.catchUp(err);
            synchronized (this) {
                if (incomplete.containsKey(evaluation)) return false;
                tell(evaluation, text);
                return true;
            }
        }

        private void tell(Evaluation evaluation, String text) {
            if (text.isEmpty()) return;
            if (err) {
                evaluation.front.stderr(text);
            } else {
                evaluation.front.stdout(text);
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
