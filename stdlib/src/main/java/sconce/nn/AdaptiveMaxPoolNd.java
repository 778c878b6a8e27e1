package sconce.nn;

import sconce.Tensor;
import sconce.show.PythonFormat;

/// What all adaptive maximum pooling layers share.
abstract class AdaptiveMaxPoolNd extends PoolModule {
    /// The size of the output.
    public OutputSize outputSize;

    private final int dimensions;

    /// The option that all adaptive maximum pooling layers share.
    abstract static class Options<O extends Options<O>> {
        boolean returnIndices = false;

        /// Whether the places of the maxima are given too; by default not.
        @SuppressWarnings("unchecked") // O is the class itself in every subclass.
        public O returnIndices(boolean returnIndices) {
            this.returnIndices = returnIndices;
            return (O) this;
        }
    }

    AdaptiveMaxPoolNd(int dimensions, OutputSize outputSize, boolean returnIndices) {
        super(returnIndices);
        this.dimensions = dimensions;
        this.outputSize = outputSize;
    }

    @Override
    public Object forward(Tensor input) {
        var pooled = F.adaptiveMaxPoolWithIndices(dimensions, input, outputSize);
        return returnIndices ? pooled : pooled.output();
    }

    @Override
    public String extraRepr() { return PythonFormat.format("output_size=%s", outputSize); }
}
