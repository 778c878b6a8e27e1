package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.libtorch.Operators;

/// Functions of [F]: convolutions.
public abstract sealed class ConvolutionFunctions extends PaddingFunctions permits TransposedFunctions {
    private static final long[] NO_PADDING = { 0 };

    ConvolutionFunctions() {}

    /// Slides the kernels `weight` `(out, in / groups, kL)` over sequences `input` `(N, in, L)`.
    public static Tensor conv1d(Tensor input, Tensor weight) { return conv1d(input, weight, null, o -> {}); }

    /// The same, with a shift for each output channel.
    public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias) {
        return conv1d(input, weight, bias, o -> {});
    }

    /// The same, with options.
    public static Tensor conv1d(Tensor input, Tensor weight, Consumer<ConvOptions> options) {
        return conv1d(input, weight, null, options);
    }

    /// The same, with a shift for each output channel and options.
    public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, Consumer<ConvOptions> options) {
        return convolve(1, input, weight, bias, options);
    }

    /// Slides the kernels `weight` `(out, in / groups, kH, kW)` over images `input` `(N, in, H, W)`.
    public static Tensor conv2d(Tensor input, Tensor weight) { return conv2d(input, weight, null, o -> {}); }

    /// The same, with a shift for each output channel.
    public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias) {
        return conv2d(input, weight, bias, o -> {});
    }

    /// The same, with options.
    public static Tensor conv2d(Tensor input, Tensor weight, Consumer<ConvOptions> options) {
        return conv2d(input, weight, null, options);
    }

    /// The same, with a shift for each output channel and options.
    public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, Consumer<ConvOptions> options) {
        return convolve(2, input, weight, bias, options);
    }

    /// Slides the kernels `weight` `(out, in / groups, kD, kH, kW)` over volumes `input` `(N, in, D, H, W)`.
    public static Tensor conv3d(Tensor input, Tensor weight) { return conv3d(input, weight, null, o -> {}); }

    /// The same, with a shift for each output channel.
    public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias) {
        return conv3d(input, weight, bias, o -> {});
    }

    /// The same, with options.
    public static Tensor conv3d(Tensor input, Tensor weight, Consumer<ConvOptions> options) {
        return conv3d(input, weight, null, options);
    }

    /// The same, with a shift for each output channel and options.
    public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, Consumer<ConvOptions> options) {
        return convolve(3, input, weight, bias, options);
    }

    /// What a convolution layer of so many dimensions computes.
    static Tensor convolve(int dimensions, ConvNd layer, Tensor input) {
        var operator = "conv" + dimensions + "d";
        if (!layer.paddingMode.equals("zeros")) {
            return Operators.call(operator, pad(input, layer.padding(), layer.paddingMode), layer.weight, layer.bias,
                    layer.stride, NO_PADDING, layer.dilation, layer.groups);
        }
        if (layer.paddingText != null) {
            return Operators.call(operator + ".padding", input, layer.weight, layer.bias, layer.stride,
                    layer.paddingText, layer.dilation, layer.groups);
        }
        return Operators.call(operator, input, layer.weight, layer.bias, layer.stride, layer.padding, layer.dilation,
                layer.groups);
    }

    private static Tensor convolve(int dimensions, Tensor input, Tensor weight, @Nullable Tensor bias,
            Consumer<ConvOptions> options) {
        var o = Keywords.of(new ConvOptions(), options);
        var shift = bias == null ? o.bias : bias;
        var operator = "conv" + dimensions + "d";
        var stride = o.stride.expand(dimensions);
        var dilation = o.dilation.expand(dimensions);
        return o.paddingText == null
                ? Operators.call(operator, input, weight, shift, stride, o.padding.expand(dimensions), dilation,
                        o.groups)
                : Operators.call(operator + ".padding", input, weight, shift, stride, o.paddingText, dilation,
                        o.groups);
    }

    /// Options of [#conv1d], [#conv2d] and [#conv3d].
    public static final class ConvOptions {
        @Nullable
        Tensor bias;
        IntOrTuple stride = IntOrTuple.of(1);
        IntOrTuple padding = IntOrTuple.of(0);
        @Nullable
        String paddingText;
        IntOrTuple dilation = IntOrTuple.of(1);
        long groups = 1;

        /// A shift for each output channel.
        public ConvOptions bias(@Nullable Tensor bias) { this.bias = bias; return this; }

        /// The step of the kernel, one number for all dimensions or one for each; by default 1.
        public ConvOptions stride(long... stride) { this.stride = IntOrTuple.of(stride); return this; }

        /// The step of the kernel, for each dimension.
        public ConvOptions stride(Size stride) { this.stride = IntOrTuple.of(stride); return this; }

        /// How many rows are added on both sides, one number for all dimensions or one for each; by default 0.
        public ConvOptions padding(long... padding) { this.padding = IntOrTuple.of(padding); return this; }

        /// How many rows are added on both sides, for each dimension.
        public ConvOptions padding(Size padding) { this.padding = IntOrTuple.of(padding); return this; }

        /// `"valid"`: no rows are added; `"same"`: as many as keep the size.
        public ConvOptions padding(String padding) { paddingText = padding; return this; }

        /// The distance between the kernel's points, one number for all dimensions or one for each; by default 1.
        public ConvOptions dilation(long... dilation) { this.dilation = IntOrTuple.of(dilation); return this; }

        /// The distance between the kernel's points, for each dimension.
        public ConvOptions dilation(Size dilation) { this.dilation = IntOrTuple.of(dilation); return this; }

        /// How many groups of channels are convolved apart; by default 1.
        public ConvOptions groups(long groups) { this.groups = groups; return this; }
    }
}
