package sconce.nn;

import sconce.Tensor;
import sconce.libtorch.Operators;

/// What all batch normalisation layers share.
abstract class BatchNormNd extends NormBase {
    /// The options that all batch normalisation layers share.
    abstract static class Options<O extends Options<O>> extends NormBase.Options<O> {
        Options() { super(true, true); }
    }

    BatchNormNd(long numFeatures, Options<?> o) { super(numFeatures, o); }

    /// @throws sconce.ValueError if the input has not the dimensions of this layer
    abstract void checkInput(Tensor input);

    @Override
    public Tensor forward(Tensor input) {
        checkInput(input);
        var blend = momentum == null ? 0.0 : momentum.doubleValue();
        if (training() && trackRunningStats && num_batches_tracked != null) {
            Operators.<Object>call("add_.Scalar", num_batches_tracked, 1);
            if (momentum == null) blend = 1.0 / num_batches_tracked.doubleValue();
        }
        var byBatch = training() || (running_mean == null && running_var == null);
        var running = !training() || trackRunningStats;
        return F.batchNorm(input, running ? running_mean : null, running ? running_var : null, weight, bias, byBatch,
                blend, eps.doubleValue());
    }
}
