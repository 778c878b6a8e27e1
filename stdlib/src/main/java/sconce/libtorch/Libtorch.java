package sconce.libtorch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bytedeco.pytorch.global.torch;

/// Loads libtorch once, on a background thread, behind a gate that every native call passes.
///
/// No class of the binding may be touched before the gate is open: its class initialisers would load the libraries
/// in an order that crashes, or wait for each other.
public final class Libtorch {
    private static volatile FutureTask<Void> loading = new FutureTask<>(Libtorch::load, null);
    private static volatile boolean open;

    private Libtorch() {}

    /// Begins to load in the background; returns at once. Later calls do nothing.
    public static void start() {
        if (open || loading.isDone()) return;
        Thread.ofPlatform().daemon().name("libtorch-load").start(loading);
    }

    /// Waits until libtorch is loaded, loading it on this thread if nobody else does.
    ///
    /// @throws IllegalStateException if it cannot be loaded; the message says what to do, and the next call tries again
    public static void ready() {
        if (open) return;
        var attempt = loading;
        attempt.run();
        try {
            attempt.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while libtorch was loading; run the cell again.", interrupted);
        } catch (ExecutionException failed) {
            forget(attempt);
            var cause = failed.getCause();
            throw new IllegalStateException(
                    cause instanceof IllegalStateException known ? known.getMessage()
                            : "libtorch could not be loaded: " + cause,
                    cause);
        }
    }

    @SuppressWarnings("ReferenceEquality") // Another attempt may have been set already.
    private static synchronized void forget(FutureTask<Void> attempt) {
        if (loading == attempt) loading = new FutureTask<>(Libtorch::load, null);
    }

    /// Whether libtorch is loaded, so that nothing would have to wait.
    public static boolean isReady() { return open; }

    private static void load() {
        // Our own accounting and our own loading stand in for JavaCPP's; its memory check reads /proc at each allocation.
        System.setProperty("org.bytedeco.javacpp.noPointerGC", "true");
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
        NativeEnvironment.prepare();
        NativeLibraries.load();
        torch.get_num_threads();
        open = true;
    }

    /// Sets the number of threads one operator may use. Stands for `torch.set_num_threads`.
    public static void setNumThreads(int threads) {
        ready();
        torch.set_num_threads(threads);
        // libtorch sets its own threads and MKL's alone: matrix products would go on with all processors.
        NativeEnvironment.setBlasThreads(threads);
    }

    /// The number of threads one operator may use. Stands for `torch.get_num_threads`.
    public static int getNumThreads() {
        ready();
        return torch.get_num_threads();
    }
}
