package sconce.optim;

import org.jspecify.annotations.Nullable;

/// Options of the optimizers whose steps can be recorded.
///
/// @param <O> the options themselves
abstract class DifferentiableOptions<O extends DifferentiableOptions<O>> extends ForeachOptions<O> {
    DifferentiableOptions(@Nullable Object... defaults) { super(defaults); }

    /// Whether steps are recorded for a backward pass through them; by default not. Parameters must then be no leaves.
    public O differentiable(boolean differentiable) { return set("differentiable", differentiable); }
}
