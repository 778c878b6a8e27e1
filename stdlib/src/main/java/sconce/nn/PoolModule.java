package sconce.nn;

import sconce.Tensor;

/// A pooling layer that can give the places of the maxima too.
abstract class PoolModule extends Module {
    /// Whether the places of the maxima are given too.
    public boolean returnIndices;

    PoolModule(boolean returnIndices) { this.returnIndices = returnIndices; }

    /// What the layer computes: a tensor, or with `returnIndices` a [PoolOutput]. Use [#call(Tensor)] or
    /// [#callWithIndices(Tensor)], which run hooks too.
    public abstract Object forward(Tensor input);

    /// Runs hooks and [#forward] of a layer that gives the maxima alone.
    public Tensor call(Tensor input) { return super.call(input); }

    /// Runs hooks and [#forward] of a layer with `returnIndices`.
    public PoolOutput callWithIndices(Tensor input) { return invoke(PoolOutput.class, input); }
}
