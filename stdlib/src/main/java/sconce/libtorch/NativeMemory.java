package sconce.libtorch;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/// Counts the native bytes behind Java's tensors and makes the collector run when they grow.
///
/// The collector sees a few bytes a tensor, so left alone it would let gigabytes pile up. Each tensor is owned by a
/// phantom reference that knows its bytes; when the sum passes a limit, a young collection is provoked, and only if
/// that frees too little a full one.
public final class NativeMemory {
    private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();
    /// The head of a doubly linked list that keeps the phantom references themselves reachable.
    private static final Ownership OWNED = new Ownership();
    private static final Object LIST = new Object();
    private static final AtomicLong LIVE = new AtomicLong();
    /// A tensor costs about this much beside its data.
    private static final long OVERHEAD = 500;
    private static final long LEAST_LIMIT = Long.getLong("sconce.memory.limit.megabytes", 128) << 20;
    /// Tensors of fewer bytes are counted as they are; of others it is asked whether the bytes are theirs.
    private static final long SMALL = 4096;
    private static volatile long limit = LEAST_LIMIT;
    private static final Object PRESSURE = new Object();
    private static final int FILLER = 1 << 16;
    private static final int MOST_FILLERS = (64 << 20) / FILLER;
    /// So much at once is worth a look at what can go first.
    private static final long MUCH = 32 << 20;
    /// How long the JVM may take to tell what a collection freed, on a machine that has other things to do.
    private static final long PATIENCE_MILLIS = 500;
    private static volatile @Nullable Object filler;

    static {
        Thread.ofPlatform().daemon().name("tensor-reaper").start(NativeMemory::reap);
    }

    private NativeMemory() {}

    /// The native bytes that Java's tensors hold at the moment, those already unreachable but not yet collected included.
    public static long bytes() { return LIVE.get(); }

    /// Makes room for what takes much memory at once, as loading a file does: what nobody can reach any more goes first,
    /// instead of lying beside it until the next alarm.
    public static void expect(long bytes) {
        if (bytes < MUCH || LIVE.get() < bytes) return;
        synchronized (PRESSURE) {
            collectYoung();
        }
    }

    /// Owns a native tensor until `handle` is collected or its scope closes.
    static Ownership own(TensorHandle handle, NativeTensor fresh) {
        var pointer = fresh.pointer;
        var ownership = new Ownership(handle, pointer, fresh.mapped ? OVERHEAD : bytesOf(pointer));
        add(ownership);
        var scope = NativeScope.current();
        if (scope != null) scope.add(ownership);
        if (LIVE.addAndGet(ownership.bytes) > limit) relieve();
        return ownership;
    }

    /// Owns a native tensor until `handle` is collected, whatever scope is open.
    static Ownership keep(TensorHandle handle, Tensor pointer) {
        var ownership = new Ownership(handle, pointer, bytesOf(pointer));
        add(ownership);
        LIVE.addAndGet(ownership.bytes);
        return ownership;
    }

    static void release(Ownership ownership) {
        if (ownership instanceof Last last) last.arrived.countDown();
        Tensor pointer;
        synchronized (LIST) {
            pointer = ownership.pointer;
            if (pointer == null) return;
            ownership.pointer = null;
            ownership.previous.next = ownership.next;
            ownership.next.previous = ownership.previous;
        }
        LIVE.addAndGet(-ownership.bytes);
        pointer.deallocate();
    }

    private static void add(Ownership ownership) {
        synchronized (LIST) {
            ownership.next = OWNED.next;
            ownership.previous = OWNED;
            OWNED.next.previous = ownership;
            OWNED.next = ownership;
        }
    }

    private static long bytesOf(Tensor pointer) {
        if (!pointer.has_storage()) return OVERHEAD;
        var bytes = pointer.nbytes();
        return bytes > SMALL && (pointer.is_meta() || pointer.is_view()) ? OVERHEAD : OVERHEAD + bytes;
    }

    private static void reap() {
        while (true) {
            try {
                release((Ownership) COLLECTED.remove());
            } catch (InterruptedException ignored) {
                // Nobody means this thread; it ends with the JVM.
            }
        }
    }

    /// Frees what is unreachable, and waits for it, so that one thread cannot allocate faster than is freed.
    private static void relieve() {
        synchronized (PRESSURE) {
            drain();
            if (LIVE.get() <= limit) return;
            collectYoung();
            if (LIVE.get() > limit / 4 * 3) {
                var last = new Last();
                System.gc();
                settle(last);
                // What is left is in use: the next alarm comes when as much again has piled up.
                limit = Math.max(LEAST_LIMIT, 2 * LIVE.get());
            } else if (limit > LEAST_LIMIT && LIVE.get() < limit / 4) {
                limit = Math.max(LEAST_LIMIT, 2 * LIVE.get());
            }
        }
    }

    /// Fills the young generation until a weak reference shows that it was collected. Where the collector has let it grow
    /// large, filling it would take the memory that is to be saved: then a full collection, after which it is small again.
    private static void collectYoung() {
        var last = new Last();
        var canary = new WeakReference<>(new Object());
        for (var i = 0; i < MOST_FILLERS && !canary.refersTo(null); i++) filler = new byte[FILLER];
        filler = null;
        if (!canary.refersTo(null)) System.gc();
        settle(last);
    }

    /// References reach the queue through a thread of the JVM's: waits until `last`, collected with them, has come, and it
    /// has been quiet for a moment.
    private static void settle(Last last) {
        try {
            last.arrived.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            for (var next = COLLECTED.remove(3); next != null; next = COLLECTED.remove(3)) {
                release((Ownership) next);
                drain();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain() {
        for (Reference<?> next = COLLECTED.poll(); next != null; next = COLLECTED.poll()) release((Ownership) next);
    }

    /// Nobody can reach what this stands for: the next collection puts it into the queue, and the thread that frees tells.
    private static final class Last extends Ownership {
        private final CountDownLatch arrived = new CountDownLatch(1);

        Last() { super(new Object()); }
    }

    /// One native tensor, the bytes it stands for, and its place in the list of all.
    static sealed class Ownership extends PhantomReference<Object> permits Last {
        private volatile @Nullable Tensor pointer;
        private final long bytes;
        private Ownership previous = this;
        private Ownership next = this;
        @Nullable
        NativeScope scope;

        private Ownership() {
            super(null, null);
            bytes = 0;
        }

        private Ownership(Object nothing) {
            super(nothing, COLLECTED);
            bytes = 0;
        }

        private Ownership(TensorHandle handle, Tensor pointer, long bytes) {
            super(handle, COLLECTED);
            this.pointer = pointer;
            this.bytes = bytes;
        }

        @Nullable
        Tensor pointer() { return pointer; }

        String whyReleased() {
            return "This tensor was freed when the scope opened at "
                    + (scope == null ? "an unknown place" : scope.place())
                    + " closed. Keep it with scope.keep(tensor), or use it before the scope closes.";
        }
    }
}
