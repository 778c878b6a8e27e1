package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.ValueError;

/// Brings each feature of a batch to mean 0 and variance 1, then scales and shifts it:
/// `y = (x - E[x]) / √(Var[x] + eps) · weight + bias`. Stands for `torch.nn.BatchNorm1d`.
///
/// Input and output `(N, numFeatures)` or `(N, numFeatures, L)`. While training, mean and variance are the batch's and are
/// blended into the running ones, which count in evaluation.
///
/// ```java
/// new BatchNorm1d(3).call(Torch.ones(2, 3)).shape()   // torch.Size([2, 3])
/// ```
public class BatchNorm1d extends BatchNormNd {
    /// Options of [BatchNorm1d], with PyTorch's names and defaults.
    public static final class Options extends BatchNormNd.Options<Options> {}

    /// For so many features.
    public BatchNorm1d(long numFeatures) { this(numFeatures, o -> {}); }

    /// For so many features, with options.
    public BatchNorm1d(long numFeatures, Consumer<Options> options) {
        this(numFeatures, Keywords.of(new Options(), options));
    }

    BatchNorm1d(long numFeatures, Options o) { super(numFeatures, o); }

    @Override
    void checkInput(Tensor input) {
        if (input.dim() != 2 && input.dim() != 3) {
            throw new ValueError("expected 2D or 3D input (got " + input.dim() + "D input)");
        }
    }
}
