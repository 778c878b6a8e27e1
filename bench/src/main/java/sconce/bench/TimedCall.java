package sconce.bench;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import sconce.Torch;

/// The one benchmark that JMH sees: a call of the workload that the [Worker] is at.
@State(Scope.Thread)
public class TimedCall {
    private Workload.@Nullable Built built;
    private @Nullable AutoCloseable mode;

    /// Made by JMH.
    public TimedCall() {}

    /// Takes the workload, and opens its no_grad on the thread that calls it.
    @Setup
    public void open() {
        built = Worker.current();
        mode = Worker.isWithoutGrad() ? Torch.noGrad() : null;
    }

    /// Ends the no_grad.
    ///
    /// @throws Exception never
    @TearDown
    public void close() throws Exception {
        if (mode != null) mode.close();
    }

    /// One call.
    ///
    /// @return what the call returns, for JMH to drop
    /// @throws Exception what the call throws
    @Benchmark
    @SuppressWarnings("NullAway") // JMH calls open() first.
    public @Nullable Object call() throws Exception { return built.call().call(); }
}
