package sconce.nn;

import sconce.Tensor;

/// A layer from one tensor to one, called without reflection.
abstract class UnaryModule extends Module implements Layer {
    UnaryModule() {}

    /// What the layer computes. Use [#call(Tensor)], which runs hooks too.
    @Override
    public abstract Tensor forward(Tensor input);

    /// Runs hooks and [#forward].
    @Override
    public Tensor call(Tensor input) { return run(this::forward, input); }
}
