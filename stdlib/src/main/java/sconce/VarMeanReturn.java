package sconce;

/// What `torch.var_mean` gives; prints as a tuple.
///
/// @param var variances
/// @param mean means
public record VarMeanReturn(Tensor var, Tensor mean) {
    static VarMeanReturn of(Object... results) { return new VarMeanReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.tuple(var, mean); }
}
