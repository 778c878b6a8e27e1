package sconce.kernel.jupyter;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;

import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.session.NativeStreams;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;
import sconce.kernel.start.StartCache;

/// Runs one kernel: `java sconce.kernel.jupyter.KernelMain CONNECTION_FILE`. It ends when a client says so or when the
/// process that started it is gone, and prints nothing but why it cannot start.
public final class KernelMain {
    private static final long PATIENCE_MS = 3000;

    private KernelMain() {}

    /// @param arguments the connection file
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("usage: sconce kernel CONNECTION_FILE");
            System.exit(2);
        }
        var parent = parent(); // before a client is answered: after that it may be gone
        try {
            var file = Path.of(arguments[0]);
            var connection = ConnectionFile.read(file);
            var kernel = new Kernel(connection, () -> Session.open(SessionOptions.defaults()));
            if (!kernel.connection().equals(connection)) kernel.connection().writePorts(file);
            Thread.ofPlatform().daemon().name("native-streams").start(NativeStreams::redirect);
            Runtime.getRuntime().addShutdownHook(new Thread(kernel::lastWords));
            NativeStreams.onCrash(kernel::crashed);
            onSigint(kernel::interrupt);
            parent.ifPresent(process -> {
                var _ = process.onExit().thenRun(kernel::shutdown);
            });
            kernel.awaitShutdown();
            StartCache.prepare();
            Thread.ofPlatform().daemon().start(KernelMain::haltSoon);
            kernel.close();
            System.exit(0);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /// A cell deep in native code, or a shutdown hook that a cell has left, could hold up an orderly end for ever.
    private static void haltSoon() {
        try {
            Thread.sleep(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    /// The process that wants this kernel: the one that Jupyter names, else the one that started us. Process 1 does not
    /// count: it adopts whoever was started to live on alone.
    private static Optional<ProcessHandle> parent() {
        return named().or(() -> ProcessHandle.current().parent()).filter(parent -> parent.pid() > 1);
    }

    private static Optional<ProcessHandle> named() {
        try {
            return Optional.ofNullable(System.getenv("JPY_PARENT_PID")).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// By reflection, since the compiler warns of every mention of `sun.misc.Signal`, and the JDK has nothing else.
    private static void onSigint(Runnable action) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] { handler },
                    (self, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler).invoke(null,
                    signal.getConstructor(String.class).newInstance("INT"), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            Debug.log("SIGINT stays what it was", e); // interrupt_request still works
        }
    }
}
