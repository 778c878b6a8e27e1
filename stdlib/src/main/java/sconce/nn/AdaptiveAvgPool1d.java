package sconce.nn;

import sconce.Size;

/// The mean of as many windows of a sequence as give the size asked for. Stands for `torch.nn.AdaptiveAvgPool1d`.
///
/// Input `(N, C, L)` or `(C, L)`, output `(N, C, outputSize)`.
///
/// ```java
/// new AdaptiveAvgPool1d(3).call(Torch.ones(1, 2, 7)).shape()   // torch.Size([1, 2, 3])
/// ```
public class AdaptiveAvgPool1d extends AdaptiveAvgPoolNd {
    /// To one size in all dimensions.
    public AdaptiveAvgPool1d(long outputSize) { super(1, OutputSize.of(outputSize)); }

    /// To a size for each dimension.
    public AdaptiveAvgPool1d(Size outputSize) { super(1, OutputSize.of(outputSize)); }
}
