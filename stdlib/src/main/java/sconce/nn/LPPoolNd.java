package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// What all power-average pooling layers share.
abstract class LPPoolNd extends UnaryModule {
    /// The p of the norm.
    public Number normType;

    /// The size of the window.
    public IntOrTuple kernelSize;

    /// The step between windows; null for the window's size.
    public @Nullable IntOrTuple stride;

    /// Whether a window that begins inside but ends outside counts.
    public boolean ceilMode;

    private final int dimensions;

    /// The options that all power-average pooling layers share.
    abstract static class Options<O extends Options<O>> extends PoolOptions<O> {
        boolean ceilMode = false;

        /// Whether a window that begins inside but ends outside counts; by default not.
        public O ceilMode(boolean ceilMode) { this.ceilMode = ceilMode; return self(); }
    }

    LPPoolNd(int dimensions, Number normType, IntOrTuple kernelSize, Options<?> o) {
        this.dimensions = dimensions;
        this.normType = normType;
        this.kernelSize = kernelSize;
        stride = o.stride();
        ceilMode = o.ceilMode;
    }

    @Override
    public Tensor forward(Tensor input) {
        return F.lpPool(dimensions, input, normType.doubleValue(), kernelSize, stride, ceilMode);
    }

    @Override
    public String extraRepr() {
        return PythonFormat.format("norm_type=%s, kernel_size=%s, stride=%s, ceil_mode=%s", normType, kernelSize,
                stride, ceilMode);
    }
}
