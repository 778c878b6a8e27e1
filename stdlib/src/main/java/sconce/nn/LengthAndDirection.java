package sconce.nn;

import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.Operators;

/// The parametrization of [Parametrizations#weightNorm]. Stands for `_WeightNorm`.
final class LengthAndDirection extends Module {
    private final long dim;

    LengthAndDirection(long dim) { this.dim = dim; }

    Tensor forward(Tensor length, Tensor direction) { return Operators.call("_weight_norm", direction, length, dim); }

    Tensor[] rightInverse(Tensor weight) { return new Tensor[] { Torch.normExceptDim(weight, 2, dim), weight }; }

    @Override
    public String moduleName() { return "_WeightNorm"; }
}
