package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.libtorch.Operators;

/// Functions of [F]: padding.
public abstract sealed class PaddingFunctions extends DropoutFunctions permits ConvolutionFunctions {
    PaddingFunctions() {}

    /// Adds zeros around: `pad` counts them for the last dimension first, before and behind each.
    public static Tensor pad(Tensor input, long... pad) { return pad(input, pad, "constant", null); }

    /// The same.
    public static Tensor pad(Tensor input, Size pad) { return pad(input, pad.longs(), "constant", null); }

    /// The same; `mode` is `"constant"`, `"reflect"`, `"replicate"` or `"circular"`.
    public static Tensor pad(Tensor input, Size pad, String mode) { return pad(input, pad.longs(), mode, null); }

    /// The same; mode `"constant"` fills with `value`, 0 if null.
    public static Tensor pad(Tensor input, Size pad, String mode, @Nullable Number value) {
        return pad(input, pad.longs(), mode, value);
    }

    static Tensor pad(Tensor input, long[] pad, String mode) { return pad(input, pad, mode, null); }

    static Tensor pad(Tensor input, long[] pad, String mode, @Nullable Number value) {
        return Operators.call("pad", input, pad, mode, value);
    }
}
