package sconce;

import org.jspecify.annotations.Nullable;

/// A tensor that a module trains. Stands for `torch.nn.Parameter`.
///
/// A parameter keeps its identity for life: moves and loads change what it holds, so an optimizer made before stays valid.
///
/// ```java
/// new Parameter(Torch.ones(2))   // Parameter containing: tensor([1., 1.], requires_grad=True)
/// ```
public non-sealed class Parameter extends Tensor {
    /// A parameter without elements.
    public Parameter() { this(Torch.zeros(0)); }

    /// A parameter with these values, which it shares memory with, none if null; gradients are computed for it.
    public Parameter(@Nullable Tensor data) { this(data, true); }

    /// A parameter with these values, which it shares memory with.
    ///
    /// @throws TorchException if gradients are asked for a dtype that has none, such as int64
    public Parameter(@Nullable Tensor data, boolean requiresGrad) {
        super((data == null ? Torch.empty(0) : data).detach());
        if (requiresGrad && !dtype().isFloatingPoint() && !dtype().isComplex()) {
            throw new TorchException("Only Tensors of floating point and complex dtype can require gradients");
        }
        requiresGrad_(requiresGrad);
    }

    @Override
    public Parameter requiresGrad_(boolean requiresGrad) {
        super.requiresGrad_(requiresGrad);
        return this;
    }

    /// From now on this parameter is what `source` is, of whatever dtype and device, and still the same object. What
    /// `torch.utils.swap_tensors` is for.
    public final void hold(Tensor source) { become(source); }

    /// PyTorch's `repr`: `Parameter containing:` and the tensor below it.
    @Override
    public String toString() { return "Parameter containing:\n" + super.toString(); }
}
