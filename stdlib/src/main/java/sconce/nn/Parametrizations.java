package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.ValueError;

/// Parametrizations that PyTorch brings: orthogonal weights, weights of a given length, weights of bounded stretch. Stands
/// for `torch.nn.utils.parametrizations`.
///
/// Each returns the module, whose parameter is parametrized from then on; [Parametrize#removeParametrizations] undoes it.
///
/// ```java
/// var net = Parametrizations.orthogonal(new Linear(3, 3));
/// Torch.allclose(net.weight.matmul(net.weight.T()), Torch.eye(3), 1e-5, 1e-5, false)   // true
/// ```
public final class Parametrizations {
    private Parametrizations() {}

    /// Keeps the weight orthogonal: `QᵀQ = I`, or `QQᵀ = I` where it has more columns than rows.
    public static <M extends Module> M orthogonal(M module) { return orthogonal(module, "weight"); }

    /// The same for another parameter.
    public static <M extends Module> M orthogonal(M module, String name) { return orthogonal(module, name, null); }

    /// The same; the map onto orthogonal matrices is `"matrix_exp"`, `"cayley"` or `"householder"`, null for
    /// `matrix_exp` where the matrix is square or complex and `householder` elsewhere.
    public static <M extends Module> M orthogonal(M module, String name, @Nullable String orthogonalMap) {
        return orthogonal(module, name, orthogonalMap, true);
    }

    /// The same; `useTrivialization` starts from the weight's own orthogonal part, and keeps it in a buffer.
    ///
    /// @throws ValueError if there is no such parameter, it is no matrix, or there is no such map
    public static <M extends Module> M orthogonal(M module, String name, @Nullable String orthogonalMap,
            boolean useTrivialization) {
        var weight = tensor(module, name);
        if (weight.dim() < 2) {
            throw new ValueError("Expected a matrix or batch of matrices. Got a tensor of " + weight.dim()
                    + " dimensions.");
        }
        var square = weight.size(-2) == weight.size(-1) || weight.dtype().isComplex();
        var map = orthogonalMap != null ? orthogonalMap : square ? "matrix_exp" : "householder";
        return Parametrize.registerParametrization(module, name, new Orthogonal(weight, map, useTrivialization), true);
    }

    /// Trains a weight's lengths and directions apart: `w = g v / ‖v‖`, a length for each output.
    public static <M extends Module> M weightNorm(M module) { return weightNorm(module, "weight"); }

    /// The same for another parameter.
    public static <M extends Module> M weightNorm(M module, String name) { return weightNorm(module, name, 0L); }

    /// The same with a length for each element of dimension `dim`; null for one length in all.
    public static <M extends Module> M weightNorm(M module, String name, @Nullable Long dim) {
        Parametrize.registerParametrization(module, name, new LengthAndDirection(dim == null ? -1 : dim), true);
        // State dicts of the older weight_norm have other names.
        module.registerLoadStateDictPreHook((m, state, prefix, metadata, strict, missing, unexpected, errors) -> {
            if (!state.containsKey(prefix + name + "_g") || !state.containsKey(prefix + name + "_v")) return;
            var originals = prefix + "parametrizations." + name + ".original";
            state.put(originals + 0, state.remove(prefix + name + "_g"));
            state.put(originals + 1, state.remove(prefix + name + "_v"));
        });
        return module;
    }

    /// Divides a weight by its largest singular value, which power iterations estimate in training mode.
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
    /// @throws ValueError if there is no such parameter, or no iteration
    public static <M extends Module> M spectralNorm(M module, String name, long nPowerIterations, double eps,
            @Nullable Long dim) {
        var rows = dim != null ? dim : module instanceof ConvTransposeNd ? 1 : 0;
        return Parametrize.registerParametrization(module, name,
                new LargestSingularValue(tensor(module, name), nPowerIterations, rows, eps));
    }

    private static Tensor tensor(Module module, String name) {
        if (module.members().hasAttribute(name) && module.get(name) instanceof Tensor tensor) return tensor;
        throw new ValueError("Module '" + module + "' has no parameter or buffer with name '" + name + "'");
    }
}
