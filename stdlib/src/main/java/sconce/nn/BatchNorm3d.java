package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.ValueError;

/// Brings each channel of a batch of volumes to mean 0 and variance 1, then scales and shifts it:
/// `y = (x - E[x]) / √(Var[x] + eps) · weight + bias`. Stands for `torch.nn.BatchNorm3d`.
///
/// Input and output `(N, numFeatures, D, H, W)`. While training, mean and variance are the batch's and are blended into
/// the running ones, which count in evaluation.
///
/// ```java
/// new BatchNorm3d(3).call(Torch.ones(2, 3, 4, 4, 4)).shape()   // torch.Size([2, 3, 4, 4, 4])
/// ```
public class BatchNorm3d extends BatchNormNd {
    /// Options of [BatchNorm3d], with PyTorch's names and defaults.
    public static final class Options extends BatchNormNd.Options<Options> {}

    /// For so many channels.
    public BatchNorm3d(long numFeatures) { this(numFeatures, o -> {}); }

    /// For so many channels, with options.
    public BatchNorm3d(long numFeatures, Consumer<Options> options) {
        this(numFeatures, Keywords.of(new Options(), options));
    }

    BatchNorm3d(long numFeatures, Options o) { super(numFeatures, o); }

    @Override
    void checkInput(Tensor input) {
        if (input.dim() != 5) throw new ValueError("expected 5D input (got " + input.dim() + "D input)");
    }
}
