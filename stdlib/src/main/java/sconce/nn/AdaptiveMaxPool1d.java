package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The largest value in as many windows of a sequence as give the size asked for. Stands for `torch.nn.AdaptiveMaxPool1d`.
///
/// Input `(N, C, L)` or `(C, L)`, output `(N, C, outputSize)`. With `returnIndices` it also gives the places of
/// the maxima: [#callWithIndices].
///
/// ```java
/// new AdaptiveMaxPool1d(3).call(Torch.ones(1, 2, 7)).shape()   // torch.Size([1, 2, 3])
/// ```
public class AdaptiveMaxPool1d extends AdaptiveMaxPoolNd {
    /// Options of [AdaptiveMaxPool1d], with PyTorch's names and defaults.
    public static final class Options extends AdaptiveMaxPoolNd.Options<Options> {}

    /// To one size in all dimensions.
    public AdaptiveMaxPool1d(long outputSize) { super(1, OutputSize.of(outputSize), false); }

    /// To a size for each dimension.
    public AdaptiveMaxPool1d(Size outputSize) { super(1, OutputSize.of(outputSize), false); }

    /// To one size in all dimensions, with options.
    public AdaptiveMaxPool1d(long outputSize, Consumer<Options> options) { this(OutputSize.of(outputSize), options); }

    /// To a size for each dimension, with options.
    public AdaptiveMaxPool1d(Size outputSize, Consumer<Options> options) { this(OutputSize.of(outputSize), options); }

    private AdaptiveMaxPool1d(OutputSize outputSize, Consumer<Options> options) {
        super(1, outputSize, Keywords.of(new Options(), options).returnIndices);
    }
}
