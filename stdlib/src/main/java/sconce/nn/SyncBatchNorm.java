package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.ValueError;

/// Batch normalisation over the batches of several processes; in one process, as here, over the batch:
/// `y = (x - E[x]) / √(Var[x] + eps) · weight + bias`. Stands for `torch.nn.SyncBatchNorm`.
///
/// Input and output `(N, numFeatures, *)`. While training, mean and variance are the batch's and are blended into the
/// running ones, which count in evaluation.
///
/// ```java
/// new SyncBatchNorm(3).call(Torch.ones(2, 3, 4)).shape()   // torch.Size([2, 3, 4])
/// ```
public class SyncBatchNorm extends BatchNormNd {
    /// The processes that share statistics, as they were given; without effect in one process.
    public @Nullable Object processGroup;

    /// Options of [SyncBatchNorm], with PyTorch's names and defaults.
    public static final class Options extends BatchNormNd.Options<Options> {
        @Nullable
        Object processGroup;

        /// The processes that share statistics; without effect in one process.
        public Options processGroup(@Nullable Object processGroup) { this.processGroup = processGroup; return this; }
    }

    /// For so many channels.
    public SyncBatchNorm(long numFeatures) { this(numFeatures, o -> {}); }

    /// For so many channels, with options.
    public SyncBatchNorm(long numFeatures, Consumer<Options> options) {
        this(numFeatures, Keywords.of(new Options(), options));
    }

    private SyncBatchNorm(long numFeatures, Options o) {
        super(numFeatures, o);
        processGroup = o.processGroup;
    }

    /// Replaces each batch normalisation in a module by one of this class that has its parameters and statistics, and
    /// gives the module, or what replaces it. A field that holds one must be of a type that takes both.
    public static Module convertSyncBatchnorm(Module module) { return convertSyncBatchnorm(module, null); }

    /// The same, for a group of processes.
    @SuppressWarnings("ReferenceEquality") // A module is itself alone.
    public static Module convertSyncBatchnorm(Module module, @Nullable Object processGroup) {
        var output = module instanceof BatchNormNd norm ? of(norm, processGroup) : module;
        module.namedChildren().forEach((name, child) -> {
            var converted = convertSyncBatchnorm(child, processGroup);
            if (converted != child) output.addModule(name, converted);
        });
        return output;
    }

    private static SyncBatchNorm of(BatchNormNd norm, @Nullable Object processGroup) {
        var sync = new SyncBatchNorm(norm.numFeatures, o -> o.eps(norm.eps).momentum(norm.momentum)
                .affine(norm.affine).trackRunningStats(norm.trackRunningStats).processGroup(processGroup));
        if (norm.affine) {
            sync.weight = norm.weight;
            sync.bias = norm.bias;
        }
        sync.running_mean = norm.running_mean;
        sync.running_var = norm.running_var;
        sync.num_batches_tracked = norm.num_batches_tracked;
        sync.train(norm.training());
        return sync;
    }

    @Override
    void checkInput(Tensor input) {
        if (input.dim() < 2) throw new ValueError("expected at least 2D input (got " + input.dim() + "D input)");
        if (input.size(1) == 0) throw new ValueError("SyncBatchNorm number of input channels should be non-zero");
    }
}
