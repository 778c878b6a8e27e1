package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.libtorch.Operators;

/// Functions of [F]: transposed convolutions, and windows as columns and back.
public abstract sealed class TransposedFunctions extends ConvolutionFunctions permits PoolingFunctions {
    TransposedFunctions() {}

    /// Spreads the kernels `weight` `(in, out / groups, kL)` over sequences `input` `(N, in, L)`.
    public static Tensor convTranspose1d(Tensor input, Tensor weight) {
        return convTranspose1d(input, weight, null, o -> {});
    }

    /// The same, with a shift for each output channel.
    public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias) {
        return convTranspose1d(input, weight, bias, o -> {});
    }

    /// The same, with options.
    public static Tensor convTranspose1d(Tensor input, Tensor weight, Consumer<ConvTransposeOptions> options) {
        return convTranspose1d(input, weight, null, options);
    }

    /// The same, with a shift for each output channel and options.
    public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias,
            Consumer<ConvTransposeOptions> options) {
        return convTranspose(1, input, weight, bias, options);
    }

    /// Spreads the kernels `weight` `(in, out / groups, kH, kW)` over images `input` `(N, in, H, W)`.
    public static Tensor convTranspose2d(Tensor input, Tensor weight) {
        return convTranspose2d(input, weight, null, o -> {});
    }

    /// The same, with a shift for each output channel.
    public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias) {
        return convTranspose2d(input, weight, bias, o -> {});
    }

    /// The same, with options.
    public static Tensor convTranspose2d(Tensor input, Tensor weight, Consumer<ConvTransposeOptions> options) {
        return convTranspose2d(input, weight, null, options);
    }

    /// The same, with a shift for each output channel and options.
    public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias,
            Consumer<ConvTransposeOptions> options) {
        return convTranspose(2, input, weight, bias, options);
    }

    /// Spreads the kernels `weight` `(in, out / groups, kD, kH, kW)` over volumes `input` `(N, in, D, H, W)`.
    public static Tensor convTranspose3d(Tensor input, Tensor weight) {
        return convTranspose3d(input, weight, null, o -> {});
    }

    /// The same, with a shift for each output channel.
    public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias) {
        return convTranspose3d(input, weight, bias, o -> {});
    }

    /// The same, with options.
    public static Tensor convTranspose3d(Tensor input, Tensor weight, Consumer<ConvTransposeOptions> options) {
        return convTranspose3d(input, weight, null, options);
    }

    /// The same, with a shift for each output channel and options.
    public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias,
            Consumer<ConvTransposeOptions> options) {
        return convTranspose(3, input, weight, bias, options);
    }

    static Tensor convTranspose(int dimensions, Tensor input, Tensor weight, @Nullable Tensor bias, long[] stride,
            long[] padding, long[] outputPadding, long groups, long[] dilation) {
        var operator = dimensions == 1 ? "conv_transpose1d" : "conv_transpose" + dimensions + "d.input";
        return Operators.call(operator, input, weight, bias, stride, padding, outputPadding, groups, dilation);
    }

    private static Tensor convTranspose(int dimensions, Tensor input, Tensor weight, @Nullable Tensor bias,
            Consumer<ConvTransposeOptions> options) {
        var o = Keywords.of(new ConvTransposeOptions(), options);
        return convTranspose(dimensions, input, weight, bias == null ? o.bias : bias,
                o.stride.expand(dimensions).longs(),
                o.padding.expand(dimensions).longs(), o.outputPadding.expand(dimensions).longs(), o.groups,
                o.dilation.expand(dimensions).longs());
    }

    /// Slides the kernels `weight` `(kL, in, out)` over sequences `input` `(L, N, in)`, and adds `bias` `(out)`.
    public static Tensor convTbc(Tensor input, Tensor weight, Tensor bias) { return convTbc(input, weight, bias, 0); }

    /// The same, with `pad` zeros on both sides.
    public static Tensor convTbc(Tensor input, Tensor weight, Tensor bias, long pad) {
        return Operators.call("conv_tbc", input, weight, bias, pad);
    }

    /// The windows of images `(N, C, H, W)` as columns `(N, C · kH · kW, windows)`.
    public static Tensor unfold(Tensor input, long kernelSize) { return unfold(input, kernelSize, o -> {}); }

    /// The same, for windows of two sizes.
    public static Tensor unfold(Tensor input, Size kernelSize) { return unfold(input, kernelSize, o -> {}); }

    /// The same, with the options of [Unfold].
    public static Tensor unfold(Tensor input, long kernelSize, Consumer<Unfold.Options> options) {
        return unfold(input, IntOrTuple.of(kernelSize), Keywords.of(new Unfold.Options(), options));
    }

    /// The same, for windows of two sizes, with the options of [Unfold].
    public static Tensor unfold(Tensor input, Size kernelSize, Consumer<Unfold.Options> options) {
        return unfold(input, IntOrTuple.of(kernelSize), Keywords.of(new Unfold.Options(), options));
    }

    static Tensor unfold(Tensor input, IntOrTuple kernelSize, WindowOptions<?> o) {
        return unfold(input, kernelSize, o.dilation, o.padding, o.stride);
    }

    static Tensor unfold(Tensor input, IntOrTuple kernelSize, IntOrTuple dilation, IntOrTuple padding,
            IntOrTuple stride) {
        return Operators.call("im2col", input, kernelSize.expand(2), dilation.expand(2), padding.expand(2),
                stride.expand(2));
    }

    /// Sums columns `(N, C · kH · kW, windows)` where their windows lie in images `(N, C, outputSize)`: goes back from
    /// [#unfold(Tensor, long)] up to how often each place is covered.
    public static Tensor fold(Tensor input, Size outputSize, long kernelSize) {
        return fold(input, outputSize, kernelSize, o -> {});
    }

    /// The same, for windows of two sizes.
    public static Tensor fold(Tensor input, Size outputSize, Size kernelSize) {
        return fold(input, outputSize, kernelSize, o -> {});
    }

    /// The same, for square images.
    public static Tensor fold(Tensor input, long outputSize, long kernelSize) {
        return fold(input, outputSize, kernelSize, o -> {});
    }

    /// The same, for square images and windows of two sizes.
    public static Tensor fold(Tensor input, long outputSize, Size kernelSize) {
        return fold(input, outputSize, kernelSize, o -> {});
    }

    /// The same, for square images, with the options of [Fold].
    public static Tensor fold(Tensor input, long outputSize, long kernelSize, Consumer<Fold.Options> options) {
        return fold(input, IntOrTuple.of(outputSize), IntOrTuple.of(kernelSize),
                Keywords.of(new Fold.Options(), options));
    }

    /// The same, for square images and windows of two sizes, with the options of [Fold].
    public static Tensor fold(Tensor input, long outputSize, Size kernelSize, Consumer<Fold.Options> options) {
        return fold(input, IntOrTuple.of(outputSize), IntOrTuple.of(kernelSize),
                Keywords.of(new Fold.Options(), options));
    }

    /// The same, with the options of [Fold].
    public static Tensor fold(Tensor input, Size outputSize, long kernelSize, Consumer<Fold.Options> options) {
        return fold(input, IntOrTuple.of(outputSize), IntOrTuple.of(kernelSize),
                Keywords.of(new Fold.Options(), options));
    }

    /// The same, for windows of two sizes, with the options of [Fold].
    public static Tensor fold(Tensor input, Size outputSize, Size kernelSize, Consumer<Fold.Options> options) {
        return fold(input, IntOrTuple.of(outputSize), IntOrTuple.of(kernelSize),
                Keywords.of(new Fold.Options(), options));
    }

    private static Tensor fold(Tensor input, IntOrTuple outputSize, IntOrTuple kernelSize, WindowOptions<?> o) {
        return fold(input, outputSize, kernelSize, o.dilation, o.padding, o.stride);
    }

    static Tensor fold(Tensor input, IntOrTuple outputSize, IntOrTuple kernelSize, IntOrTuple dilation,
            IntOrTuple padding, IntOrTuple stride) {
        return Operators.call("col2im", input, outputSize.expand(2), kernelSize.expand(2), dilation.expand(2),
                padding.expand(2), stride.expand(2));
    }

    /// The options of [Fold] and [Unfold].
    abstract static class WindowOptions<O extends WindowOptions<O>> {
        IntOrTuple dilation = IntOrTuple.of(1);
        IntOrTuple padding = IntOrTuple.of(0);
        IntOrTuple stride = IntOrTuple.of(1);

        /// The distance between a window's points, one number for both dimensions or one for each; by default 1.
        public O dilation(long... dilation) { this.dilation = IntOrTuple.of(dilation); return self(); }

        /// The distance between a window's points, for each dimension.
        public O dilation(Size dilation) { this.dilation = IntOrTuple.of(dilation); return self(); }

        /// How many rows are added on both sides, one number for both dimensions or one for each; by default 0.
        public O padding(long... padding) { this.padding = IntOrTuple.of(padding); return self(); }

        /// How many rows are added on both sides, for each dimension.
        public O padding(Size padding) { this.padding = IntOrTuple.of(padding); return self(); }

        /// The step between windows, one number for both dimensions or one for each; by default 1.
        public O stride(long... stride) { this.stride = IntOrTuple.of(stride); return self(); }

        /// The step between windows, for each dimension.
        public O stride(Size stride) { this.stride = IntOrTuple.of(stride); return self(); }

        @SuppressWarnings("unchecked") // O is the class itself in every subclass.
        private O self() { return (O) this; }
    }

    /// Options of [#convTranspose1d(Tensor, Tensor)], [#convTranspose2d(Tensor, Tensor)] and
    /// [#convTranspose3d(Tensor, Tensor)].
    public static final class ConvTransposeOptions {
        @Nullable
        Tensor bias;
        IntOrTuple stride = IntOrTuple.of(1);
        IntOrTuple padding = IntOrTuple.of(0);
        IntOrTuple outputPadding = IntOrTuple.of(0);
        long groups = 1;
        IntOrTuple dilation = IntOrTuple.of(1);

        /// A shift for each output channel.
        public ConvTransposeOptions bias(@Nullable Tensor bias) { this.bias = bias; return this; }

        /// The step of the kernel, one number for all dimensions or one for each; by default 1.
        public ConvTransposeOptions stride(long... stride) { this.stride = IntOrTuple.of(stride); return this; }

        /// The step of the kernel, for each dimension.
        public ConvTransposeOptions stride(Size stride) { this.stride = IntOrTuple.of(stride); return this; }

        /// How many rows are cut off on both sides, one number for all dimensions or one for each; by default 0.
        public ConvTransposeOptions padding(long... padding) { this.padding = IntOrTuple.of(padding); return this; }

        /// How many rows are cut off on both sides, for each dimension.
        public ConvTransposeOptions padding(Size padding) { this.padding = IntOrTuple.of(padding); return this; }

        /// How many rows are added on one side, one number for all dimensions or one for each; by default 0.
        public ConvTransposeOptions outputPadding(long... outputPadding) {
            this.outputPadding = IntOrTuple.of(outputPadding);
            return this;
        }

        /// How many rows are added on one side, for each dimension.
        public ConvTransposeOptions outputPadding(Size outputPadding) {
            this.outputPadding = IntOrTuple.of(outputPadding);
            return this;
        }

        /// How many groups of channels are convolved apart; by default 1.
        public ConvTransposeOptions groups(long groups) { this.groups = groups; return this; }

        /// The distance between the kernel's points, one number for all dimensions or one for each; by default 1.
        public ConvTransposeOptions dilation(long... dilation) { this.dilation = IntOrTuple.of(dilation); return this; }

        /// The distance between the kernel's points, for each dimension.
        public ConvTransposeOptions dilation(Size dilation) { this.dilation = IntOrTuple.of(dilation); return this; }
    }
}
