package sconce.nn;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.TypeError;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.Operators;

/// The older way to train a weight's lengths and directions apart, under the names `weight_g` and `weight_v` that many
/// saved models have. Stands for `torch.nn.utils.weight_norm`, which [Parametrizations#weightNorm] replaces.
///
/// ```java
/// var net = WeightNorm.weightNorm(new Linear(2, 3));
/// net.namedParameters().keySet()   // [bias, weight_g, weight_v]
/// WeightNorm.removeWeightNorm(net).namedParameters().keySet()   // [bias, weight]
/// ```
public final class WeightNorm {
    private WeightNorm() {}

    /// A weight from its lengths and directions.
    private record Normed(String name, long dim) implements Computation {
        @Override
        public Tensor compute(Module owner) {
            return Operators.call("_weight_norm", tensor(owner, name + "_v"), tensor(owner, name + "_g"), dim);
        }

        @Override
        public void assign(Module owner, @Nullable Object value) {
            throw new TypeError("cannot assign '" + TypeNames.of(value) + "' as '" + name + "', which is computed from "
                    + name + "_g and " + name + "_v until WeightNorm.removeWeightNorm(module, \"" + name + "\")");
        }
    }

    private static Tensor tensor(Module module, String name) {
        return (Tensor) Objects.requireNonNull(module.get(name));
    }

    /// Trains `weight` as lengths and directions, with a length for each output.
    public static <M extends Module> M weightNorm(M module) { return weightNorm(module, "weight"); }

    /// The same for another parameter.
    public static <M extends Module> M weightNorm(M module, String name) { return weightNorm(module, name, 0L); }

    /// The same with a length for each element of dimension `dim`; null for one length in all.
    ///
    /// @throws TorchException if the parameter has one already
    public static <M extends Module> M weightNorm(M module, String name, @Nullable Long dim) {
        Warnings.warn("FutureWarning", "`torch.nn.utils.weight_norm` is deprecated in favor of "
                + "`torch.nn.utils.parametrizations.weight_norm`.");
        var members = module.members();
        if (members.computation(name) instanceof Normed) {
            throw new TorchException("Cannot register two weight_norm hooks on the same parameter " + name);
        }
        var along = dim == null ? -1 : dim;
        if (!(module.get(name) instanceof Parameter weight)) {
            throw new TypeError("weight_norm takes a parameter, and '" + name + "' is none");
        }
        if (Lazy.isLazy(weight)) {
            throw new ValueError(
                    "The module passed to `WeightNorm` can't have uninitialized parameters. Make sure to run "
                            + "the dummy forward before applying weight normalization");
        }
        var lengths = new Parameter(Torch.normExceptDim(weight, 2, along).data());
        module.registerParameter(name + "_g", lengths);
        module.registerParameter(name + "_v", new Parameter(weight.data()));
        members.compute(name, new Normed(name, along));
        return module;
    }

    /// Makes `weight` a plain parameter again.
    public static <M extends Module> M removeWeightNorm(M module) { return removeWeightNorm(module, "weight"); }

    /// The same for another parameter.
    ///
    /// @throws ValueError if it has no weight norm
    public static <M extends Module> M removeWeightNorm(M module, String name) {
        if (!(module.members().computation(name) instanceof Normed normed)) {
            throw new ValueError("weight_norm of '" + name + "' not found in " + module);
        }
        var weight = new Parameter(normed.compute(module).data());
        module.delete(name + "_g");
        module.delete(name + "_v");
        module.members().restore(name, weight);
        return module;
    }
}
