package sconce.nn;

import sconce.Tensor;
import sconce.show.PythonFormat;

/// What all adaptive average pooling layers share.
abstract class AdaptiveAvgPoolNd extends UnaryModule {
    /// The size of the output.
    public OutputSize outputSize;

    private final int dimensions;

    AdaptiveAvgPoolNd(int dimensions, OutputSize outputSize) {
        this.dimensions = dimensions;
        this.outputSize = outputSize;
    }

    @Override
    public Tensor forward(Tensor input) { return F.adaptiveAvgPool(dimensions, input, outputSize); }

    @Override
    public String extraRepr() { return PythonFormat.format("output_size=%s", outputSize); }
}
