package sconce;

import java.util.List;

/// A histogram of points. Stands for `torch.return_types.histogramdd`.
///
/// @param hist what fell into each bin
/// @param binEdges the edges of the bins in each dimension
public record HistogramddReturn(Tensor hist, List<Tensor> binEdges) {
    @SuppressWarnings("unchecked") // libtorch gives a list of tensors.
    static HistogramddReturn of(Object... results) {
        return new HistogramddReturn((Tensor) results[0], (List<Tensor>) results[1]);
    }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("histogramdd", "hist", hist, "bin_edges", binEdges); }
}
