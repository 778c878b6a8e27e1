package sconce.nn;

import java.util.function.Consumer;

/// The [Linear] at the end of [MultiheadAttention], which PyTorch prints under this name.
final class NonDynamicallyQuantizableLinear extends Linear {
    NonDynamicallyQuantizableLinear(long inFeatures, long outFeatures, Consumer<Options> options) {
        super(inFeatures, outFeatures, options);
    }
}
