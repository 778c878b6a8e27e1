package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;

/// The largest value in as many windows of an image as give the size asked for. Stands for `torch.nn.AdaptiveMaxPool2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, outputSize)`. With `returnIndices` it also gives the places of
/// the maxima: [#callWithIndices].
///
/// ```java
/// new AdaptiveMaxPool2d(Torch.size(3, 2)).call(Torch.ones(1, 2, 7, 7)).shape()   // torch.Size([1, 2, 3, 2])
/// ```
public class AdaptiveMaxPool2d extends AdaptiveMaxPoolNd {
    /// Options of [AdaptiveMaxPool2d], with PyTorch's names and defaults.
    public static final class Options extends AdaptiveMaxPoolNd.Options<Options> {}

    /// To one size in all dimensions.
    public AdaptiveMaxPool2d(long outputSize) { super(2, OutputSize.of(outputSize), false); }

    /// To a size for each dimension.
    public AdaptiveMaxPool2d(Size outputSize) { super(2, OutputSize.of(outputSize), false); }

    /// To a size for each dimension; null keeps that of the input.
    public AdaptiveMaxPool2d(@Nullable Integer... outputSize) { super(2, OutputSize.of(outputSize), false); }

    /// To one size in all dimensions, with options.
    public AdaptiveMaxPool2d(long outputSize, Consumer<Options> options) { this(OutputSize.of(outputSize), options); }

    /// To a size for each dimension, with options.
    public AdaptiveMaxPool2d(Size outputSize, Consumer<Options> options) { this(OutputSize.of(outputSize), options); }

    /// To a size for each dimension, with options; null keeps that of the input.
    public AdaptiveMaxPool2d(@Nullable Integer[] outputSize, Consumer<Options> options) {
        this(OutputSize.of(outputSize), options);
    }

    private AdaptiveMaxPool2d(OutputSize outputSize, Consumer<Options> options) {
        super(2, outputSize, Keywords.of(new Options(), options).returnIndices);
    }
}
