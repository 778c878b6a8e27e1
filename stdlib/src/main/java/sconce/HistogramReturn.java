package sconce;

/// A histogram. Stands for `torch.return_types.histogram`.
///
/// @param hist what fell into each bin
/// @param binEdges the edges of the bins, one more than bins
public record HistogramReturn(Tensor hist, Tensor binEdges) {
    static HistogramReturn of(Object... results) {
        return new HistogramReturn((Tensor) results[0], (Tensor) results[1]);
    }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("histogram", "hist", hist, "bin_edges", binEdges); }
}
