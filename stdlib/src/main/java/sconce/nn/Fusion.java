package sconce.nn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;

/// Folds a batch normalisation in evaluation mode into the layer before it, which then gives what both gave. Stands for
/// `torch.nn.utils.fusion`.
///
/// ```java
/// var conv = new Conv2d(1, 2, 3, o -> o.bias(false));
/// var norm = new BatchNorm2d(2);
/// conv.eval();
/// norm.eval();
/// Fusion.fuseConvBnEval(conv, norm)   // Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1))
/// ```
public final class Fusion {
    private Fusion() {}

    /// The two parameters of a layer that was fused.
    public record Weights(Parameter weight, Parameter bias) {}

    /// A copy of a convolution that does the batch normalisation too.
    ///
    /// @throws AssertionException if one of them is in training mode, or there are no running statistics
    public static <M extends Module> M fuseConvBnEval(M conv, Module bn) { return fuseConvBnEval(conv, bn, false); }

    /// The same; `transpose` says that the convolution is a transposed one.
    public static <M extends Module> M fuseConvBnEval(M conv, Module bn, boolean transpose) {
        var norm = norm(bn);
        if (!(conv instanceof ConvNd))
            throw new TypeError("fuseConvBnEval takes a convolution, not " + conv.moduleName());
        requireEval(conv, bn);
        var fused = Module.deepcopy(conv);
        var layer = (ConvNd) fused;
        var weights = fuseConvBnWeights(layer.weight, layer.bias, mean(norm), variance(norm), norm.eps, norm.weight,
                norm.bias, transpose);
        fused.set("weight", weights.weight);
        fused.set("bias", weights.bias);
        return fused;
    }

    private static void requireEval(Module layer, Module bn) {
        if (layer.training() || bn.training()) throw new AssertionException("Fusion only for eval!");
    }

    private static NormBase norm(Module bn) {
        if (bn instanceof NormBase norm) return norm;
        throw new TypeError("a batch normalisation is fused into the layer before it, not " + bn.moduleName());
    }

    private static Tensor mean(NormBase norm) { return present(norm.running_mean); }

    private static Tensor variance(NormBase norm) { return present(norm.running_var); }

    private static Tensor present(@Nullable Tensor statistics) {
        if (statistics == null)
            throw new AssertionException("the batch normalisation has no running statistics to fuse");
        return statistics;
    }

    /// The weights of a convolution that does a batch normalisation too.
    public static Weights fuseConvBnWeights(Tensor convW, @Nullable Tensor convB, Tensor bnRm, Tensor bnRv,
            Number bnEps, @Nullable Tensor bnW, @Nullable Tensor bnB) {
        return fuseConvBnWeights(convW, convB, bnRm, bnRv, bnEps, bnW, bnB, false);
    }

    /// The same; `transpose` says that the convolution is a transposed one.
    public static Weights fuseConvBnWeights(Tensor convW, @Nullable Tensor convB, Tensor bnRm, Tensor bnRv,
            Number bnEps, @Nullable Tensor bnW, @Nullable Tensor bnB, boolean transpose) {
        var shift = convB != null ? convB : Torch.zerosLike(bnRm);
        var factor = bnW != null ? bnW : Torch.onesLike(bnRm);
        var added = bnB != null ? bnB : Torch.zerosLike(bnRm);
        var scale = bnRv.add(bnEps).rsqrt();
        var shape = new long[Math.toIntExact(convW.dim())];
        Arrays.fill(shape, 1);
        shape[transpose ? 1 : 0] = -1;
        var weight = convW.mul(factor.mul(scale).reshape(shape)).to(convW.dtype());
        var bias = shift.sub(bnRm).mul(scale).mul(factor).add(added).to(convB != null ? convB.dtype() : convW.dtype());
        return new Weights(new Parameter(weight, convW.requiresGrad()), new Parameter(bias, shift.requiresGrad()));
    }

    /// A copy of a linear layer that does the batch normalisation too.
    ///
    /// @throws AssertionException if one of them is in training mode, the sizes do not fit, or there are no running
    ///         statistics
    public static <M extends Linear> M fuseLinearBnEval(M linear, Module bn) {
        var norm = norm(bn);
        requireEval(linear, bn);
        if (linear.outFeatures != norm.numFeatures && norm.numFeatures != 1) {
            throw new AssertionException("To fuse, linear.out_features == bn.num_features or bn.num_features == 1");
        }
        var fused = Module.deepcopy(linear);
        var weights = fuseLinearBnWeights(fused.weight, fused.bias, mean(norm), variance(norm), norm.eps,
                norm.weight == null ? Torch.onesLike(mean(norm)) : norm.weight,
                norm.bias == null ? Torch.zerosLike(mean(norm)) : norm.bias);
        fused.set("weight", weights.weight);
        fused.set("bias", weights.bias);
        return fused;
    }

    /// The weights of a linear layer that does a batch normalisation too.
    public static Weights fuseLinearBnWeights(Tensor linearW, @Nullable Tensor linearB, Tensor bnRm, Tensor bnRv,
            Number bnEps, Tensor bnW, Tensor bnB) {
        var shift = linearB != null ? linearB : Torch.zerosLike(bnRm);
        var scale = bnW.mul(bnRv.add(bnEps).rsqrt());
        var weight = linearW.mul(scale.unsqueeze(-1).to(linearW.dtype()));
        var bias = shift.sub(bnRm).mul(scale).add(bnB).to(linearB != null ? linearB.dtype() : linearW.dtype());
        return new Weights(new Parameter(weight, linearW.requiresGrad()), new Parameter(bias, shift.requiresGrad()));
    }
}
