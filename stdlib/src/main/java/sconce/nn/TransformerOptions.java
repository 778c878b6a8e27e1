package sconce.nn;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.TorchException;

/// The keyword arguments that [Transformer] and its layers share, with PyTorch's names and defaults.
abstract class TransformerOptions<O extends TransformerOptions<O>> extends LayerOptions<O> {
    static final UnaryOperator<Tensor> RELU = F::relu;
    static final UnaryOperator<Tensor> GELU = F::gelu;

    long dimFeedforward = 2048;
    Number dropout = 0.1;
    /// A function of one tensor, or a module.
    Object activation = RELU;
    Number layerNormEps = 1e-5;
    boolean batchFirst = false;
    boolean normFirst = false;
    boolean bias = true;

    TransformerOptions() {}

    /// The size between the two linear maps; by default 2048.
    public O dimFeedforward(long dimFeedforward) { this.dimFeedforward = dimFeedforward; return self(); }

    /// How likely a number becomes zero in training; by default 0.1.
    public O dropout(Number dropout) { this.dropout = dropout; return self(); }

    /// What stands between the two linear maps, by its name, `"relu"` or `"gelu"`; by default "relu". With these two
    /// evaluation can take the fast path.
    ///
    /// @throws TorchException if it is another name
    public O activation(@Nullable String activation) {
        this.activation = switch (activation) {
            case null -> throw new TorchException("activation should be relu/gelu, not None");
            case "relu" -> RELU;
            case "gelu" -> GELU;
            default -> throw new TorchException("activation should be relu/gelu, not " + activation);
        };
        return self();
    }

    /// What stands between the two linear maps, a function of one tensor such as `F::silu`.
    public O activation(UnaryOperator<Tensor> activation) { this.activation = activation; return self(); }

    /// What stands between the two linear maps, a module, which becomes a part.
    public O activation(Module activation) { this.activation = activation; return self(); }

    /// What is added to the variance in the normalisations; by default 1e-5.
    public O layerNormEps(Number layerNormEps) { this.layerNormEps = layerNormEps; return self(); }

    /// Whether the batch comes before the sequence; by default not.
    public O batchFirst(boolean batchFirst) { this.batchFirst = batchFirst; return self(); }

    /// Whether each block normalises its input rather than its output; by default not.
    public O normFirst(boolean normFirst) { this.normFirst = normFirst; return self(); }

    /// Whether linear maps and normalisations have shifts; by default true.
    public O bias(boolean bias) { this.bias = bias; return self(); }

    final <P extends TransformerOptions<P>> void copyAllTo(P part) {
        copyTo(part);
        TransformerOptions<P> target = part;
        target.dimFeedforward = dimFeedforward;
        target.dropout = dropout;
        target.activation = activation;
        target.layerNormEps = layerNormEps;
        target.batchFirst = batchFirst;
        target.normFirst = normFirst;
        target.bias = bias;
    }

    final MultiheadAttention attention(long dModel, long nhead) {
        return new MultiheadAttention(dModel, nhead,
                p -> copyTo(p.dropout(dropout).bias(bias).batchFirst(batchFirst)));
    }

    final Linear linear(long from, long to) { return new Linear(from, to, p -> copyTo(p.bias(bias))); }

    final LayerNorm norm(long dModel) { return new LayerNorm(dModel, p -> copyTo(p.eps(layerNormEps).bias(bias))); }

    /// Applies a function or module to a tensor.
    @SuppressWarnings("unchecked") // The options took nothing else.
    static Tensor apply(Object activation, Tensor x) {
        return activation instanceof Module module ? module.call(x) : ((UnaryOperator<Tensor>) activation).apply(x);
    }
}
