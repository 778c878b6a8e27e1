package sconce.optim;

import org.jspecify.annotations.Nullable;

/// Options of the optimizers that can change many tensors by one call.
///
/// @param <O> the options themselves
abstract class ForeachOptions<O extends ForeachOptions<O>> extends OptimizerOptions<O> {
    ForeachOptions(@Nullable Object... defaults) { super(defaults); }

    /// Whether many tensors are changed by one call; by default PyTorch's choice. The numbers are the same.
    public O foreach(@Nullable Boolean foreach) { return set("foreach", foreach); }

    /// Whether the objective grows rather than shrinks; by default not.
    public O maximize(boolean maximize) { return set("maximize", maximize); }
}
