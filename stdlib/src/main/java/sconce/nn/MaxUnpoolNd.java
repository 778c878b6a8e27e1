package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// What all maximum unpooling layers share.
abstract class MaxUnpoolNd extends BinaryModule {
    /// The size of the window.
    public Size kernelSize;

    /// The step between windows.
    public Size stride;

    /// How many rows had been added on both sides.
    public Size padding;

    private final int dimensions;

    MaxUnpoolNd(int dimensions, IntOrTuple kernelSize, PaddedPoolOptions<?> o) {
        this.dimensions = dimensions;
        this.kernelSize = kernelSize.expand(dimensions);
        stride = o.stride(kernelSize).expand(dimensions);
        padding = o.padding.expand(dimensions);
    }

    @Override
    public Tensor forward(Tensor input, Tensor indices) { return forward(input, indices, null); }

    /// The same; of the sizes that are pooled to that of the input, the output has this one.
    ///
    /// @throws sconce.ValueError if this size is not pooled to that of the input
    public Tensor forward(Tensor input, Tensor indices, @Nullable Size outputSize) {
        return F.maxUnpool(dimensions, input, indices, kernelSize, stride, padding, outputSize);
    }

    /// Runs hooks and [#forward(Tensor, Tensor, Size)].
    public Tensor call(Tensor input, Tensor indices, @Nullable Size outputSize) {
        return super.call(input, indices, outputSize);
    }

    @Override
    public String extraRepr() {
        return PythonFormat.format("kernel_size=%s, stride=%s, padding=%s", kernelSize, stride, padding);
    }
}
