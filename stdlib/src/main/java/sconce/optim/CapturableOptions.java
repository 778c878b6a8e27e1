package sconce.optim;

import org.jspecify.annotations.Nullable;

/// Options of the optimizers whose steps graphics cards can capture.
///
/// @param <O> the options themselves
abstract class CapturableOptions<O extends CapturableOptions<O>> extends DifferentiableOptions<O> {
    CapturableOptions(@Nullable Object... defaults) { super(defaults); }

    /// Whether a CUDA graph may capture the steps; by default not. On the CPU a step then fails, as PyTorch's does.
    public O capturable(boolean capturable) { return set("capturable", capturable); }
}
