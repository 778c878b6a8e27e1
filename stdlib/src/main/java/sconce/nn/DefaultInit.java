package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Tensor;

/// How PyTorch starts the parameters of several layers alike.
final class DefaultInit {
    private DefaultInit() {}

    /// Linear layers: the weight by He et al. with a = √5, which is evenly in ±1/√fanIn, then the bias
    /// evenly in the same bounds.
    static void linear(Tensor weight, @Nullable Tensor bias) {
        Init.kaimingUniform_(weight, Math.sqrt(5));
        if (bias != null) evenly(Init.fans(weight)[0], bias);
    }

    /// The same for a convolution; one without inputs leaves its bias alone.
    static void convolution(Tensor weight, @Nullable Tensor bias) {
        Init.kaimingUniform_(weight, Math.sqrt(5));
        var fan = Init.fans(weight)[0];
        if (fan != 0) evenly(fan, bias);
    }

    /// Evenly in ±1/√`fan`.
    static void evenly(long fan, @Nullable Tensor... tensors) {
        var bound = fan > 0 ? 1 / Math.sqrt((double) fan) : 0;
        for (var tensor : tensors) {
            if (tensor != null) Init.uniform_(tensor, -bound, bound);
        }
    }
}
