package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;

/// The largest value in as many windows of a volume as give the size asked for. Stands for `torch.nn.AdaptiveMaxPool3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, outputSize)`. With `returnIndices` it also gives the places of
/// the maxima: [#callWithIndices].
///
/// ```java
/// new AdaptiveMaxPool3d(Torch.size(3, 2, 1)).call(Torch.ones(1, 2, 7, 7, 7)).shape()   // torch.Size([1, 2, 3, 2, 1])
/// ```
public class AdaptiveMaxPool3d extends AdaptiveMaxPoolNd {
    /// Options of [AdaptiveMaxPool3d], with PyTorch's names and defaults.
    public static final class Options extends AdaptiveMaxPoolNd.Options<Options> {}

    /// To one size in all dimensions.
    public AdaptiveMaxPool3d(long outputSize) { super(3, OutputSize.of(outputSize), false); }

    /// To a size for each dimension.
    public AdaptiveMaxPool3d(Size outputSize) { super(3, OutputSize.of(outputSize), false); }

    /// To a size for each dimension; null keeps that of the input.
    public AdaptiveMaxPool3d(@Nullable Integer... outputSize) { super(3, OutputSize.of(outputSize), false); }

    /// To one size in all dimensions, with options.
    public AdaptiveMaxPool3d(long outputSize, Consumer<Options> options) { this(OutputSize.of(outputSize), options); }

    /// To a size for each dimension, with options.
    public AdaptiveMaxPool3d(Size outputSize, Consumer<Options> options) { this(OutputSize.of(outputSize), options); }

    /// To a size for each dimension, with options; null keeps that of the input.
    public AdaptiveMaxPool3d(@Nullable Integer[] outputSize, Consumer<Options> options) {
        this(OutputSize.of(outputSize), options);
    }

    private AdaptiveMaxPool3d(OutputSize outputSize, Consumer<Options> options) {
        super(3, outputSize, Keywords.of(new Options(), options).returnIndices);
    }
}
