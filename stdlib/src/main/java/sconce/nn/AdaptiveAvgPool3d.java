package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;

/// The mean of as many windows of a volume as give the size asked for. Stands for `torch.nn.AdaptiveAvgPool3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, outputSize)`.
///
/// ```java
/// new AdaptiveAvgPool3d(Torch.size(3, 2, 1)).call(Torch.ones(1, 2, 7, 7, 7)).shape()   // torch.Size([1, 2, 3, 2, 1])
/// ```
public class AdaptiveAvgPool3d extends AdaptiveAvgPoolNd {
    /// To one size in all dimensions.
    public AdaptiveAvgPool3d(long outputSize) { super(3, OutputSize.of(outputSize)); }

    /// To a size for each dimension.
    public AdaptiveAvgPool3d(Size outputSize) { super(3, OutputSize.of(outputSize)); }

    /// To a size for each dimension; null keeps that of the input.
    public AdaptiveAvgPool3d(@Nullable Integer... outputSize) { super(3, OutputSize.of(outputSize)); }
}
