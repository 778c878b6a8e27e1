package sconce;

/// What `torch.std_mean` gives; prints as a tuple.
///
/// @param std standard deviations
/// @param mean means
public record StdMeanReturn(Tensor std, Tensor mean) {
    static StdMeanReturn of(Object... results) { return new StdMeanReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.tuple(std, mean); }
}
