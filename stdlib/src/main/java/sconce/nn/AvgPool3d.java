package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;

/// The mean of each window of a volume. Stands for `torch.nn.AvgPool3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, D', H', W')` with
/// `D' = ⌊(D + 2 padding - kernel) / stride + 1⌋`.
///
/// ```java
/// new AvgPool3d(3, 2).call(Torch.ones(1, 2, 7, 7, 7)).shape()   // torch.Size([1, 2, 3, 3, 3])
/// ```
public class AvgPool3d extends AvgPoolNd {
    /// What the sum of a window is divided by, or null for the number of its values.
    public @Nullable Long divisorOverride;

    /// Options of [AvgPool3d], with PyTorch's names and defaults.
    public static final class Options extends AvgPoolNd.DivisorOptions<Options> {}

    /// With a cubic window.
    public AvgPool3d(long kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a cubic window and a step.
    public AvgPool3d(long kernelSize, long stride) {
        this(kernelSize, o -> o.stride(stride));
    }

    /// With a cubic window, a step and added rows.
    public AvgPool3d(long kernelSize, long stride, long padding) {
        this(kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a window of three sizes.
    public AvgPool3d(Size kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of three sizes.
    public AvgPool3d(int[] kernelSize) {
        this(Keywords.size(kernelSize), o -> {});
    }

    /// With a cubic window and options.
    public AvgPool3d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes and options.
    public AvgPool3d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes and options.
    public AvgPool3d(int[] kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private AvgPool3d(IntOrTuple kernelSize, Options o) {
        super(3, kernelSize, o.stride(kernelSize), o.padding, o);
        divisorOverride = o.divisor;
    }

    @Override
    @Nullable
    Long divisor() { return divisorOverride; }
}
