package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.Tensor;
import sconce.TorchException;

/// Attention of a sequence to itself, then to what an encoder made, then two linear maps, each added to its input and
/// normalised: `x = norm1(x + attention(x)); x = norm2(x + attention(x, memory));`
/// `y = norm3(x + linear2(activation(linear1(x))))`; with `normFirst` each normalises its input instead. Stands for
/// `torch.nn.TransformerDecoderLayer`.
///
/// Sequence and output `(T, N, dModel)`, memory `(S, N, dModel)`; with `batchFirst` `N` comes first, without a batch it is
/// left out.
///
/// ```java
/// var layer = new TransformerDecoderLayer(8, 2, o -> o.dimFeedforward(16));
/// layer.call(Torch.ones(4, 3, 8), Torch.ones(5, 3, 8)).shape()   // torch.Size([4, 3, 8])
/// ```
public class TransformerDecoderLayer extends Module {
    /// The attention to the sequence itself.
    public MultiheadAttention self_attn;

    /// The attention to the memory.
    public MultiheadAttention multihead_attn;

    /// The first linear map, to `dimFeedforward`.
    public Linear linear1;

    /// What drops numbers between the linear maps.
    public Dropout dropout;

    /// The second linear map, back to `dModel`.
    public Linear linear2;

    /// Whether each block normalises its input rather than its output.
    public boolean normFirst;

    /// The first normalisation.
    public LayerNorm norm1;

    /// The second normalisation.
    public LayerNorm norm2;

    /// The third normalisation.
    public LayerNorm norm3;

    /// What drops numbers after the attention to itself.
    public Dropout dropout1;

    /// What drops numbers after the attention to the memory.
    public Dropout dropout2;

    /// What drops numbers after the linear maps.
    public Dropout dropout3;

    /// What stands between the linear maps: a function of one tensor, or a module, which is a part then.
    public Object activation;

    /// Options of [TransformerDecoderLayer], with PyTorch's names and defaults.
    public static final class Options extends TransformerOptions<Options> {}

    /// What a call takes beside sequence and memory, with PyTorch's names and defaults.
    public static final class CallOptions extends DecoderCallOptions<CallOptions> {
        boolean tgtIsCausal = false;

        /// Whether `tgtMask` is the causal mask, a hint for the kernel; by default not.
        public CallOptions tgtIsCausal(boolean tgtIsCausal) { this.tgtIsCausal = tgtIsCausal; return this; }
    }

    /// Over `dModel` numbers, with `nhead` heads.
    public TransformerDecoderLayer(long dModel, long nhead) { this(dModel, nhead, o -> {}); }

    /// The same, with `dimFeedforward` numbers between the linear maps.
    public TransformerDecoderLayer(long dModel, long nhead, long dimFeedforward) {
        this(dModel, nhead, o -> o.dimFeedforward(dimFeedforward));
    }

    /// The same, with options.
    ///
    /// @throws AssertionException if the heads do not divide the size evenly
    public TransformerDecoderLayer(long dModel, long nhead, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        self_attn = o.attention(dModel, nhead);
        multihead_attn = o.attention(dModel, nhead);
        linear1 = o.linear(dModel, o.dimFeedforward);
        dropout = new Dropout(o.dropout);
        linear2 = o.linear(o.dimFeedforward, dModel);
        normFirst = o.normFirst;
        norm1 = o.norm(dModel);
        norm2 = o.norm(dModel);
        norm3 = o.norm(dModel);
        dropout1 = new Dropout(o.dropout);
        dropout2 = new Dropout(o.dropout);
        dropout3 = new Dropout(o.dropout);
        activation = o.activation;
    }

    /// Runs hooks and [#forward(Tensor, Tensor)].
    public Tensor call(Tensor tgt, Tensor memory) { return super.call(tgt, memory); }

    /// The same, with masks of what may not look at what.
    public Tensor call(Tensor tgt, Tensor memory, @Nullable Tensor tgtMask, @Nullable Tensor memoryMask) {
        return super.call(tgt, memory, tgtMask, memoryMask);
    }

    /// The same, with options: `call(x, memory, o -> o.tgtMask(mask))`.
    public Tensor call(Tensor tgt, Tensor memory, Consumer<CallOptions> options) {
        var o = Keywords.of(new CallOptions(), options);
        return call(tgt, memory, o.tgtMask, o.memoryMask, o.tgtKeyPaddingMask, o.memoryKeyPaddingMask, o.tgtIsCausal,
                o.memoryIsCausal);
    }

    /// The same, with all arguments.
    public Tensor call(Tensor tgt, Tensor memory, @Nullable Tensor tgtMask, @Nullable Tensor memoryMask,
            @Nullable Tensor tgtKeyPaddingMask, @Nullable Tensor memoryKeyPaddingMask, boolean tgtIsCausal,
            boolean memoryIsCausal) {
        return super.call(tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal,
                memoryIsCausal);
    }

    /// Without masks.
    public Tensor forward(Tensor tgt, Tensor memory) {
        return forward(tgt, memory, null, null, null, null, false, false);
    }

    /// With masks of what may not look at what.
    public Tensor forward(Tensor tgt, Tensor memory, @Nullable Tensor tgtMask, @Nullable Tensor memoryMask) {
        return forward(tgt, memory, tgtMask, memoryMask, null, null, false, false);
    }

    /// With all arguments.
    ///
    /// @param tgtMask what in the sequence may not look at what `(T, T)` or `(N * nhead, T, T)`
    /// @param memoryMask what in the sequence may not look at what in the memory `(T, S)`
    /// @param tgtKeyPaddingMask what in the sequence is padding `(N, T)`
    /// @param memoryKeyPaddingMask what in the memory is padding `(N, S)`
    /// @param tgtIsCausal whether `tgtMask` is the causal mask, a hint for the kernel
    /// @param memoryIsCausal whether `memoryMask` is the causal mask
    /// @throws AssertionException if shapes do not fit
    /// @throws TorchException if a mask has another shape than is expected
    public Tensor forward(Tensor tgt, Tensor memory, @Nullable Tensor tgtMask, @Nullable Tensor memoryMask,
            @Nullable Tensor tgtKeyPaddingMask, @Nullable Tensor memoryKeyPaddingMask, boolean tgtIsCausal,
            boolean memoryIsCausal) {
        if (normFirst) {
            var x = tgt.add(attend(norm1.call(tgt), tgtMask, tgtKeyPaddingMask, tgtIsCausal));
            x = x.add(look(norm2.call(x), memory, memoryMask, memoryKeyPaddingMask, memoryIsCausal));
            return x.add(feed(norm3.call(x)));
        }
        var x = norm1.call(tgt.add(attend(tgt, tgtMask, tgtKeyPaddingMask, tgtIsCausal)));
        x = norm2.call(x.add(look(x, memory, memoryMask, memoryKeyPaddingMask, memoryIsCausal)));
        return norm3.call(x.add(feed(x)));
    }

    private Tensor attend(Tensor x, @Nullable Tensor mask, @Nullable Tensor padding, boolean isCausal) {
        return dropout1.call(self_attn.call(x, x, x, padding, false, mask, true, isCausal).output());
    }

    private Tensor look(Tensor x, Tensor memory, @Nullable Tensor mask, @Nullable Tensor padding, boolean isCausal) {
        return dropout2.call(multihead_attn.call(x, memory, memory, padding, false, mask, true, isCausal).output());
    }

    private Tensor feed(Tensor x) {
        return dropout3.call(linear2.call(dropout.call(TransformerOptions.apply(activation, linear1.call(x)))));
    }
}
