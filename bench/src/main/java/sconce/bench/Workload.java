package sconce.bench;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A row of the table that runs inside a process: `bench/peer.py` has the same under the same name.
///
/// @param name the row
/// @param loop how many calls stand between two reads of the clock
/// @param warm how many calls come before the first read: at least as many as Python's, and more where the JVM's compiler
///     has something to gain
/// @param noGrad whether the whole loop stands in one no_grad
/// @param build makes the model and its inputs, right after the seed was set
record Workload(String name, int loop, int warm, boolean noGrad, Supplier<Built> build) {
    Workload(String name, int loop, int warm, Supplier<Built> build) { this(name, loop, warm, false, build); }

    /// What was built.
    ///
    /// @param call what is measured; its result is dropped, as users drop it
    /// @param check run once before; Python's gives the same number
    record Built(Callable<? extends @Nullable Object> call, Callable<? extends Number> check) {}
}
