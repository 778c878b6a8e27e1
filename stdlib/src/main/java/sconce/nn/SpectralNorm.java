package sconce.nn;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.MemoryFormat;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.TypeError;
import sconce.ValueError;

/// The older way to divide a weight by its largest singular value, under the names `weight_orig`, `weight_u` and
/// `weight_v` that saved models have. Stands for `torch.nn.utils.spectral_norm`, which [Parametrizations#spectralNorm]
/// replaces.
///
/// Each call in training mode improves the estimate by power iterations; reading the weight outside of a call does not.
///
/// ```java
/// var net = SpectralNorm.spectralNorm(new Linear(2, 3));
/// net.namedParameters().keySet()   // [bias, weight_orig]
/// SpectralNorm.removeSpectralNorm(net).namedParameters().keySet()   // [bias, weight]
/// ```
public final class SpectralNorm {
    private SpectralNorm() {}

    /// A weight divided by its largest singular value.
    private record Divided(String name, long iterations, long dim, double eps) implements Computation {
        @Override
        public Tensor compute(Module owner) { return compute(owner, owner.training() && CallStack.isRunning(owner)); }

        Tensor compute(Module owner, boolean iterate) {
            var weight = tensor(owner, name + "_orig");
            var u = tensor(owner, name + "_u");
            var v = tensor(owner, name + "_v");
            var matrix = LargestSingularValue.matrix(weight, dim);
            if (iterate) {
                Torch.noGrad(() -> {
                    for (var i = 0L; i < iterations; i++) {
                        v.copy_(LargestSingularValue.normalized(matrix.t().mv(u), eps));
                        u.copy_(LargestSingularValue.normalized(matrix.mv(v), eps));
                    }
                });
            }
            // Later iterations change the vectors, which backward needs as they are now.
            var left = u.clone(MemoryFormat.contiguous_format);
            var right = v.clone(MemoryFormat.contiguous_format);
            return weight.div(left.dot(matrix.mv(right)));
        }

        @Override
        public void assign(Module owner, @Nullable Object value) {
            throw new TypeError("cannot assign '" + TypeNames.of(value) + "' as '" + name + "', which is computed from "
                    + name + "_orig until SpectralNorm.removeSpectralNorm(module, \"" + name + "\")");
        }
    }

    private static Tensor tensor(Module module, String name) {
        return (Tensor) Objects.requireNonNull(module.get(name));
    }

    /// Divides `weight` by its largest singular value.
    public static <M extends Module> M spectralNorm(M module) { return spectralNorm(module, "weight"); }

    /// The same for another parameter.
    public static <M extends Module> M spectralNorm(M module, String name) { return spectralNorm(module, name, 1); }

    /// The same with a number of power iterations each time.
    public static <M extends Module> M spectralNorm(M module, String name, long nPowerIterations) {
        return spectralNorm(module, name, nPowerIterations, 1e-12, null);
    }

    /// The same with all of PyTorch's arguments.
    ///
    /// @param eps the least norm that is divided by
    /// @param dim the dimension of the outputs; null is 1 for transposed convolutions, else 0
    /// @throws ValueError if the parameter is empty, or there is no iteration
    /// @throws TorchException if the parameter has one already
    public static <M extends Module> M spectralNorm(M module, String name, long nPowerIterations, double eps,
            @Nullable Long dim) {
        var members = module.members();
        if (members.computation(name) instanceof Divided) {
            throw new TorchException("Cannot register two spectral_norm hooks on the same parameter " + name);
        }
        if (nPowerIterations <= 0) {
            throw new ValueError("Expected n_power_iterations to be positive, but got n_power_iterations="
                    + nPowerIterations);
        }
        var weight = parameter(module, name);
        var rows = dim != null ? dim : module instanceof ConvTransposeNd ? 1L : 0L;
        var divided = new Divided(name, nPowerIterations, rows < 0 ? rows + weight.dim() : rows, eps);
        var matrix = LargestSingularValue.matrix(weight.detach(), divided.dim);
        var u = LargestSingularValue.normalized(matrix.newEmpty(matrix.size(0)).normal_(0, 1), eps);
        var v = LargestSingularValue.normalized(matrix.newEmpty(matrix.size(1)).normal_(0, 1), eps);
        module.registerParameter(name + "_orig", weight);
        members.compute(name, divided);
        module.registerBuffer(name + "_u", u);
        module.registerBuffer(name + "_v", v);
        return module;
    }

    private static Parameter parameter(Module module, String name) {
        var value = module.get(name);
        if (value == null) throw new ValueError("`SpectralNorm` cannot be applied as parameter `" + name + "` is None");
        if (!(value instanceof Parameter weight)) {
            throw new TypeError("spectral_norm takes a parameter, and '" + name + "' is none");
        }
        if (Lazy.isLazy(weight)) {
            throw new ValueError(
                    "The module passed to `SpectralNorm` can't have uninitialized parameters. Make sure to "
                            + "run the dummy forward before applying spectral normalization");
        }
        return weight;
    }

    /// Makes `weight` a plain parameter again.
    public static <M extends Module> M removeSpectralNorm(M module) { return removeSpectralNorm(module, "weight"); }

    /// The same for another parameter.
    ///
    /// @throws ValueError if it has no spectral norm
    public static <M extends Module> M removeSpectralNorm(M module, String name) {
        if (!(module.members().computation(name) instanceof Divided divided)) {
            throw new ValueError("spectral_norm of '" + name + "' not found in " + module);
        }
        var weight = new Parameter(Torch.noGrad(() -> divided.compute(module, false)).detach());
        module.delete(name + "_u");
        module.delete(name + "_v");
        module.delete(name + "_orig");
        module.members().restore(name, weight);
        return module;
    }
}
