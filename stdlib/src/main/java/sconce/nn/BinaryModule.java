package sconce.nn;

import sconce.Tensor;

/// A layer from two tensors to one, called without reflection.
abstract class BinaryModule extends Module {
    BinaryModule() {}

    /// What the layer computes. Use [#call(Tensor, Tensor)], which runs hooks too.
    public abstract Tensor forward(Tensor input1, Tensor input2);

    /// Runs hooks and [#forward].
    public Tensor call(Tensor input1, Tensor input2) { return run(this::forward, input1, input2); }
}
