package sconce.nn;

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
    abstract static class Options<O extends Options<O>> extends PaddedPoolOptions<O> {
        IntOrTuple dilation = IntOrTuple.of(1);
        boolean returnIndices = false;
        boolean ceilMode = false;

        /// The distance between a window's points, one number for all dimensions or one for each; by default 1.
        public O dilation(long... dilation) { this.dilation = IntOrTuple.of(dilation); return self(); }

        /// The distance between a window's points, for each dimension.
        public O dilation(Size dilation) { this.dilation = IntOrTuple.of(dilation); return self(); }

        /// Whether the places of the maxima are given too; by default not.
        public O returnIndices(boolean returnIndices) { this.returnIndices = returnIndices; return self(); }

        /// Whether a window that begins inside but ends outside counts; by default not.
        public O ceilMode(boolean ceilMode) { this.ceilMode = ceilMode; return self(); }
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
