package sconce.libtorch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Stands around every operator that one thread calls: sees it, and may answer for it. Operators that the watch itself
/// calls are not watched. Stands for PyTorch's `TorchDispatchMode`.
@FunctionalInterface
public interface OperatorWatch {
    /// Called in place of the operator.
    ///
    /// @param name      the operator's name, with its overload after a dot
    /// @param arguments as the caller gave them
    /// @param operator  the operator itself, to be applied to these or other arguments
    /// @return what the caller gets
    @Nullable
    Object around(String name, @Nullable Object[] arguments, Function<@Nullable Object[], @Nullable Object> operator);

    /// Runs `work` with a watch around the operators that this thread calls in it.
    static <R extends @Nullable Object> R during(OperatorWatch watch, Supplier<R> work) {
        var before = Current.WATCH.get();
        Current.WATCHES.incrementAndGet();
        Current.WATCH.set(watch);
        try {
            return work.get();
        } finally {
            if (before == null) Current.WATCH.remove();
            else Current.WATCH.set(before);
            Current.WATCHES.decrementAndGet();
        }
    }

    /// The watches of all threads.
    final class Current {
        private static final ThreadLocal<@Nullable OperatorWatch> WATCH = new ThreadLocal<>();
        /// How many there are: as long as there are none, a call need not ask its thread.
        private static final AtomicInteger WATCHES = new AtomicInteger();

        private Current() {}

        static @Nullable Object call(String name, Operator operator, @Nullable Object[] arguments, boolean wanted) {
            if (WATCHES.get() == 0) return operator.call(arguments, wanted);
            var watch = WATCH.get();
            if (watch == null) return operator.call(arguments, wanted);
            WATCH.remove();
            try {
                return watch.around(name, arguments, operator::call);
            } finally {
                WATCH.set(watch);
            }
        }
    }
}
