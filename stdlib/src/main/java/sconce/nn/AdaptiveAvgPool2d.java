package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;

/// The mean of as many windows of an image as give the size asked for. Stands for `torch.nn.AdaptiveAvgPool2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, outputSize)`.
///
/// ```java
/// new AdaptiveAvgPool2d(Torch.size(3, 2)).call(Torch.ones(1, 2, 7, 7)).shape()   // torch.Size([1, 2, 3, 2])
/// ```
public class AdaptiveAvgPool2d extends AdaptiveAvgPoolNd {
    /// To one size in all dimensions.
    public AdaptiveAvgPool2d(long outputSize) { super(2, OutputSize.of(outputSize)); }

    /// To a size for each dimension.
    public AdaptiveAvgPool2d(Size outputSize) { super(2, OutputSize.of(outputSize)); }

    /// To a size for each dimension; null keeps that of the input.
    public AdaptiveAvgPool2d(@Nullable Integer... outputSize) { super(2, OutputSize.of(outputSize)); }
}
