package sconce.kernel.session;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What native code (libtorch's warnings, a child process that inherits our streams) writes to the process's own standard
/// output and error, given to the cell that runs: descriptors 1 and 2 become pipes, read here. What no cell is there
/// for goes where it went before. POSIX only; elsewhere, and where a call fails, everything stays as it is.
public final class NativeStreams {
    private static final short POLLIN = 1;

    /// Stands in what the JVM itself writes when native code has broken it; moments later it is gone.
    private static final String CRASH = ", pid=" + ProcessHandle.current().pid() + ", tid=";
    private static volatile Runnable onCrash = () -> {};

    private static volatile @Nullable NativeStreams out;
    private static volatile @Nullable NativeStreams err;

    private final boolean isErr;
    private final InputStream pipe;
    private final OutputStream own;
    private final MethodHandle poll;
    private final MethodHandle flush;
    private final @Nullable MemorySegment file;
    private final MemorySegment polled;
    private final MethodHandle glance;
    private final MemorySegment glanced;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

    private NativeStreams(boolean isErr, InputStream pipe, OutputStream own, MethodHandle poll, MethodHandle flush,
            @Nullable MemorySegment file, MemorySegment polled, MethodHandle glance, MemorySegment glanced) {
        this.isErr = isErr;
        this.pipe = pipe;
        this.own = own;
        this.poll = poll;
        this.flush = flush;
        this.file = file;
        this.polled = polled;
        this.glance = glance;
        this.glanced = glanced;
    }

    /// Takes the descriptors over, once, for the life of the process.
    public static synchronized void redirect() {
        if (out != null || !Files.isDirectory(Path.of("/dev/fd"))) return;
        try {
            out = redirect(1, "stdout", "__stdoutp");
            err = redirect(2, "stderr", "__stderrp");
        } catch (Throwable e) {
            return; // native output stays with whoever started the process
        }
    }

    /// Does this when the JVM reports its own crash: there is hardly time for more than a word.
    public static void onCrash(Runnable action) { onCrash = action; }

    private static NativeStreams redirect(int descriptor, String... names) throws Throwable {
        var linker = Linker.nativeLinker();
        var symbols = linker.defaultLookup();
        var integer = ValueLayout.JAVA_INT;
        var pipe = linker.downcallHandle(symbols.findOrThrow("pipe"),
                FunctionDescriptor.of(integer, ValueLayout.ADDRESS));
        var dup = linker.downcallHandle(symbols.findOrThrow("dup"), FunctionDescriptor.of(integer, integer));
        var dup2 = linker.downcallHandle(symbols.findOrThrow("dup2"),
                FunctionDescriptor.of(integer, integer, integer));
        var close = linker.downcallHandle(symbols.findOrThrow("close"), FunctionDescriptor.of(integer, integer));
        var polling = FunctionDescriptor.of(integer, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, integer);
        var poll = linker.downcallHandle(symbols.findOrThrow("poll"), polling);
        // For a poll that does not wait, at each line that Java prints.
        var glance = linker.downcallHandle(symbols.findOrThrow("poll"), polling, Linker.Option.critical(false));
        var flush = linker.downcallHandle(symbols.findOrThrow("fflush"),
                FunctionDescriptor.of(integer, ValueLayout.ADDRESS));
        var ends = Arena.global().allocate(ValueLayout.JAVA_INT, 2);
        check((int) pipe.invokeExact(ends));
        int read = ends.getAtIndex(integer, 0);
        int write = ends.getAtIndex(integer, 1);
        int own = (int) dup.invokeExact(descriptor);
        check(own);
        var in = new FileInputStream("/dev/fd/" + read);
        var back = new FileOutputStream("/dev/fd/" + own, true);
        check((int) dup2.invokeExact(write, descriptor));
        check((int) close.invokeExact(write));
        check((int) close.invokeExact(own));
        var streams = new NativeStreams(descriptor == 2, in, back, poll, flush, file(symbols, names), polled(read),
                glance, polled(read));
        Thread.ofPlatform().daemon().name("native-" + names[0]).start(streams::watch);
        return streams;
    }

    /// A `struct pollfd`: of one thread at a time, since the call writes to it.
    private static MemorySegment polled(int descriptor) {
        var polled = Arena.global().allocate(8, 4);
        polled.set(ValueLayout.JAVA_INT, 0, descriptor);
        polled.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
        return polled;
    }

    private static void check(int returned) throws IOException {
        if (returned < 0) throw new IOException("a system call failed");
    }

    /// C's `FILE *`, under the name it has here.
    private static @Nullable MemorySegment file(SymbolLookup symbols, String... names) {
        for (var name : names) {
            var found = symbols.find(name);
            if (found.isPresent()) {
                return found.get().reinterpret(ValueLayout.ADDRESS.byteSize()).get(ValueLayout.ADDRESS, 0);
            }
        }
        return null;
    }

    /// Hands over what has been written so far: before a cell ends, so that its output comes with it.
    static void flush() {
        var first = out;
        var second = err;
        if (first != null) first.flushAndDrain();
        if (second != null) second.flushAndDrain();
    }

    /// Hands over what native code or a child has written so far, so that what Java writes next stands behind it.
    static void catchUp(boolean err) {
        var streams = err ? NativeStreams.err : out;
        if (streams == null) return;
        try {
            streams.drainIfAny();
        } catch (Throwable e) {
            return; // as in flushAndDrain
        }
    }

    /// The process's own standard error, wherever descriptor 2 leads by now.
    public static OutputStream ownError() {
        var redirected = err;
        return redirected == null ? new FileOutputStream(FileDescriptor.err) : redirected.own;
    }

    private void flushAndDrain() {
        try {
            if (file != null) {
                int _ = (int) flush.invokeExact(file);
            }
            drain();
        } catch (Throwable e) {
            return; // its text comes later, or not at all: no reason for a cell to fail
        }
    }

    private void watch() {
        try {
            while (true) {
                if ((int) poll.invokeExact(polled, 1L, -1) > 0) drain();
            }
        } catch (Throwable e) {
            return; // the process ends
        }
    }

    /// One system call where there is nothing, as nearly always.
    private synchronized void drainIfAny() throws Throwable {
        if ((int) glance.invokeExact(glanced, 1L, 0) > 0) drain();
    }

    private synchronized void drain() throws IOException {
        for (int there; (there = pipe.available()) > 0;) {
            int read = pipe.read(bytes.array(), bytes.position(), Math.min(there, bytes.remaining()));
            if (read <= 0) return;
            bytes.position(bytes.position() + read).flip();
            deliver();
        }
    }

    private void deliver() throws IOException {
        var evaluation = Evaluation.latest();
        if (evaluation == null) {
            own.write(bytes.array(), 0, bytes.limit());
            bytes.clear();
            return;
        }
        var text = CharBuffer.allocate(bytes.remaining());
        decoder.reset().decode(bytes, text, false);
        bytes.compact(); // the first bytes of a character whose rest is on its way
        if (text.flip().isEmpty()) return;
        if (isErr) {
            evaluation.front.stderr(text.toString());
        } else {
            evaluation.front.stdout(text.toString());
            if (text.toString().contains(CRASH)) onCrash.run();
        }
    }
}
