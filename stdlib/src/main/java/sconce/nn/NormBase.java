package sconce.nn;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// What batch and instance normalisation share: a factor and a shift for each channel, and running statistics.
abstract class NormBase extends UnaryModule {
    /// The number of channels.
    public long numFeatures;

    /// What is added to the variance.
    public Number eps;

    /// The weight of a batch in the running statistics; null for their plain average.
    public @Nullable Number momentum;

    /// Whether channels are scaled and shifted.
    public final boolean affine;

    /// Whether running statistics are kept.
    public boolean trackRunningStats;

    /// The factors `(numFeatures)`, or null.
    public @Nullable Parameter weight;

    /// The shifts `(numFeatures)`, or null.
    public @Nullable Parameter bias;

    /// The running means `(numFeatures)`, or null.
    public @Nullable Buffer running_mean;

    /// The running variances `(numFeatures)`, or null.
    public @Nullable Buffer running_var;

    /// How many batches the running statistics have seen, or null.
    public @Nullable Buffer num_batches_tracked;

    /// The options that all these layers share.
    abstract static class Options<O extends Options<O>> extends LayerOptions<O> {
        Number eps = 1e-5;
        @Nullable
        Number momentum = 0.1;
        boolean affine;
        boolean trackRunningStats;

        Options(boolean affine, boolean trackRunningStats) {
            this.affine = affine;
            this.trackRunningStats = trackRunningStats;
        }

        /// What is added to the variance; by default 1e-5.
        public O eps(Number eps) { this.eps = eps; return self(); }

        /// The weight of a batch in the running statistics, by default 0.1; null for their plain average.
        public O momentum(@Nullable Number momentum) { this.momentum = momentum; return self(); }

        /// Whether channels are scaled and shifted.
        public O affine(boolean affine) { this.affine = affine; return self(); }

        /// Whether running statistics are kept.
        public O trackRunningStats(boolean trackRunningStats) {
            this.trackRunningStats = trackRunningStats;
            return self();
        }
    }

    NormBase(long numFeatures, Options<?> o) {
        this.numFeatures = numFeatures;
        eps = o.eps;
        momentum = o.momentum;
        affine = o.affine;
        trackRunningStats = o.trackRunningStats;
        weight = o.parameterIf(affine, numFeatures);
        bias = o.parameterIf(affine, numFeatures);
        if (trackRunningStats) {
            running_mean = o.zeros(numFeatures);
            running_var = o.ones(numFeatures);
            num_batches_tracked = new Buffer(
                    Operators.<Tensor>call("zeros", new long[0], Torch.int64, null, o.device()));
        }
        resetParameters();
    }

    /// Forgets the running statistics.
    public void resetRunningStats() {
        if (running_mean != null) Init.zeros_(running_mean);
        if (running_var != null) Init.ones_(running_var);
        if (num_batches_tracked != null) Init.zeros_(num_batches_tracked);
    }

    /// Forgets the running statistics, and sets factors to 1 and shifts to 0.
    public void resetParameters() {
        resetRunningStats();
        if (weight != null) Init.ones_(weight);
        if (bias != null) Init.zeros_(bias);
    }

    /// Version 2 added `num_batches_tracked`.
    @Override
    protected long version() { return 2; }

    /// A state dict from before version 2 does not count batches: the count stays what it is.
    @Override
    protected void loadFromStateDict(StateDict state, String prefix, Map<String, Object> localMetadata, boolean strict,
            List<String> missingKeys, List<String> unexpectedKeys, List<String> errorMessages) {
        var old = !(localMetadata.get("version") instanceof Number version) || version.longValue() < 2;
        if (old && num_batches_tracked != null) {
            var count = num_batches_tracked.device().type().equals("meta") ? Torch.tensor(0) : num_batches_tracked;
            state.putIfAbsent(prefix + "num_batches_tracked", count);
        }
        super.loadFromStateDict(state, prefix, localMetadata, strict, missingKeys, unexpectedKeys, errorMessages);
    }

    @Override
    public String extraRepr() {
        return PythonFormat.format("%s, eps=%s, momentum=%s, affine=%s, track_running_stats=%s", numFeatures, eps,
                momentum, affine, trackRunningStats);
    }
}
