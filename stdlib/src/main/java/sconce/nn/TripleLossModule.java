package sconce.nn;

import sconce.Tensor;

/// A loss of three tensors, called without reflection.
abstract class TripleLossModule extends Module {
    /// What becomes of the losses of single elements: `"mean"`, `"sum"`, or `"none"` for all of them.
    public String reduction;

    TripleLossModule(String reduction) { this.reduction = reduction; }

    /// What the loss computes. Use [#call(Tensor, Tensor, Tensor)], which runs hooks too.
    public abstract Tensor forward(Tensor input1, Tensor input2, Tensor input3);

    /// Runs hooks and [#forward].
    public Tensor call(Tensor input1, Tensor input2, Tensor input3) {
        return super.call(input1, input2, input3);
    }
}
