package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// What all maximum pooling layers share.
abstract class MaxPoolNd extends PoolModule {
    /// The size of the window.
    public IntOrTuple kernelSize;

    /// The step between windows.
    public IntOrTuple stride;

    /// How many rows are added on both sides; they never win.
    public IntOrTuple padding;

    /// The distance between a window's points.
    public IntOrTuple dilation;

    /// Whether a window that begins inside but ends outside counts.
    public boolean ceilMode;

    private final int dimensions;

    /// The options that all maximum pooling layers share.
    abstract static class Options<O extends Options<O>> {
        private @Nullable IntOrTuple stride;
        IntOrTuple padding = IntOrTuple.of(0);
        IntOrTuple dilation = IntOrTuple.of(1);
        boolean returnIndices = false;
        boolean ceilMode = false;

        /// The step between windows, one number for all dimensions or one for each; by default the window's size.
        public O stride(long... stride) { this.stride = IntOrTuple.of(stride); return self(); }

        /// The step between windows, for each dimension.
        public O stride(Size stride) { this.stride = IntOrTuple.of(stride); return self(); }

        /// How many rows are added on both sides, one number for all dimensions or one for each; by default 0.
        public O padding(long... padding) { this.padding = IntOrTuple.of(padding); return self(); }

        /// How many rows are added on both sides, for each dimension.
        public O padding(Size padding) { this.padding = IntOrTuple.of(padding); return self(); }

        /// The distance between a window's points, one number for all dimensions or one for each; by default 1.
        public O dilation(long... dilation) { this.dilation = IntOrTuple.of(dilation); return self(); }

        /// The distance between a window's points, for each dimension.
        public O dilation(Size dilation) { this.dilation = IntOrTuple.of(dilation); return self(); }

        /// Whether the places of the maxima are given too; by default not.
        public O returnIndices(boolean returnIndices) { this.returnIndices = returnIndices; return self(); }

        /// Whether a window that begins inside but ends outside counts; by default not.
        public O ceilMode(boolean ceilMode) { this.ceilMode = ceilMode; return self(); }

        IntOrTuple stride(IntOrTuple kernelSize) { return stride == null ? kernelSize : stride; }

        @SuppressWarnings("unchecked") // O is the class itself in every subclass.
        private O self() { return (O) this; }
    }

    MaxPoolNd(int dimensions, IntOrTuple kernelSize, Options<?> o) {
        super(o.returnIndices);
        this.dimensions = dimensions;
        this.kernelSize = kernelSize;
        stride = o.stride(kernelSize);
        padding = o.padding;
        dilation = o.dilation;
        ceilMode = o.ceilMode;
    }

    @Override
    public Object forward(Tensor input) {
        return returnIndices
                ? F.maxPoolWithIndices(dimensions, input, kernelSize, stride, padding, dilation, ceilMode)
                : F.maxPool(dimensions, input, kernelSize, stride, padding, dilation, ceilMode);
    }

    @Override
    public String extraRepr() {
        return PythonFormat.format("kernel_size=%s, stride=%s, padding=%s, dilation=%s, ceil_mode=%s", kernelSize,
                stride,
                padding, dilation, ceilMode);
    }
}
