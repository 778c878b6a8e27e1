package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;

/// The mean of each window of an image. Stands for `torch.nn.AvgPool2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, H', W')` with
/// `H' = ⌊(H + 2 padding - kernel) / stride + 1⌋`.
///
/// ```java
/// new AvgPool2d(3, 2).call(Torch.ones(1, 2, 7, 7)).shape()   // torch.Size([1, 2, 3, 3])
/// ```
public class AvgPool2d extends AvgPoolNd {
    /// What the sum of a window is divided by, or null for the number of its values.
    public @Nullable Long divisorOverride;

    /// Options of [AvgPool2d], with PyTorch's names and defaults.
    public static final class Options extends AvgPoolNd.DivisorOptions<Options> {}

    /// With a square window.
    public AvgPool2d(long kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a square window and a step.
    public AvgPool2d(long kernelSize, long stride) {
        this(kernelSize, o -> o.stride(stride));
    }

    /// With a square window, a step and added rows.
    public AvgPool2d(long kernelSize, long stride, long padding) {
        this(kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a window of two sizes.
    public AvgPool2d(Size kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of two sizes.
    public AvgPool2d(int[] kernelSize) {
        this(Keywords.size(kernelSize), o -> {});
    }

    /// With a square window and options.
    public AvgPool2d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public AvgPool2d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public AvgPool2d(int[] kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private AvgPool2d(IntOrTuple kernelSize, Options o) {
        super(2, kernelSize, o.stride(kernelSize), o.padding, o);
        divisorOverride = o.divisor;
    }

    @Override
    @Nullable
    Long divisor() { return divisorOverride; }
}
