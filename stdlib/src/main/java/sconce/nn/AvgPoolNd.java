package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// What all average pooling layers share.
abstract class AvgPoolNd extends UnaryModule {
    /// The size of the window.
    public IntOrTuple kernelSize;

    /// The step between windows.
    public IntOrTuple stride;

    /// How many rows of zeros are added on both sides.
    public IntOrTuple padding;

    /// Whether a window that begins inside but ends outside counts.
    public boolean ceilMode;

    /// Whether the added zeros count as values.
    public boolean countIncludePad;

    private final int dimensions;

    /// The options that all average pooling layers share.
    abstract static class Options<O extends Options<O>> extends PaddedPoolOptions<O> {
        boolean ceilMode = false;
        boolean countIncludePad = true;
        @Nullable
        Long divisor;

        /// Whether a window that begins inside but ends outside counts; by default not.
        public O ceilMode(boolean ceilMode) { this.ceilMode = ceilMode; return self(); }

        /// Whether the added zeros count as values; by default true.
        public O countIncludePad(boolean countIncludePad) { this.countIncludePad = countIncludePad; return self(); }
    }

    /// The option of those of two and three dimensions.
    abstract static class DivisorOptions<O extends DivisorOptions<O>> extends Options<O> {
        /// What the sum of a window is divided by; by default the number of its values.
        public O divisorOverride(long divisorOverride) { divisor = divisorOverride; return self(); }
    }

    AvgPoolNd(int dimensions, IntOrTuple kernelSize, IntOrTuple stride, IntOrTuple padding, Options<?> o) {
        this.dimensions = dimensions;
        this.kernelSize = kernelSize;
        this.stride = stride;
        this.padding = padding;
        ceilMode = o.ceilMode;
        countIncludePad = o.countIncludePad;
    }

    /// What the sums are divided by, or null for the number of values.
    @Nullable
    Long divisor() { return null; }

    @Override
    public Tensor forward(Tensor input) {
        return F.avgPool(dimensions, input, kernelSize, stride, padding, ceilMode, countIncludePad, divisor());
    }

    @Override
    public String extraRepr() {
        return PythonFormat.format("kernel_size=%s, stride=%s, padding=%s", kernelSize, stride, padding);
    }
}
