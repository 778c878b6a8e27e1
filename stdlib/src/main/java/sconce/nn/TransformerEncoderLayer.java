package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.Tensor;
import sconce.TorchException;
import sconce.libtorch.Metadata;
import sconce.libtorch.Operators;

/// Attention of a sequence to itself, then two linear maps, each added to its input and normalised:
/// `x = norm1(x + attention(x)); y = norm2(x + linear2(activation(linear1(x))))`; with `normFirst`
/// `x = x + attention(norm1(x)); y = x + linear2(activation(linear1(norm2(x))))`. Stands for
/// `torch.nn.TransformerEncoderLayer`.
///
/// Input and output `(S, N, dModel)`, with `batchFirst` `(N, S, dModel)`, or `(S, dModel)`. In evaluation, without
/// gradients and with `batchFirst`, an even number of heads, and `"relu"` or `"gelu"`, one kernel of libtorch does it all;
/// it writes zeros where padding is.
///
/// ```java
/// var layer = new TransformerEncoderLayer(8, 2, o -> o.dimFeedforward(16).batchFirst(true));
/// layer.call(Torch.ones(3, 5, 8)).shape()   // torch.Size([3, 5, 8])
/// ```
public class TransformerEncoderLayer extends Module {
    /// The attention.
    public MultiheadAttention self_attn;

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

    /// What drops numbers after the attention.
    public Dropout dropout1;

    /// What drops numbers after the linear maps.
    public Dropout dropout2;

    /// What stands between the linear maps: a function of one tensor, or a module, which is a part then.
    public Object activation;

    /// 1 for relu, 2 for gelu, 0 for what the fast path does not know.
    final int fastActivation;

    /// Options of [TransformerEncoderLayer], with PyTorch's names and defaults.
    public static final class Options extends TransformerOptions<Options> {}

    /// What a call takes beside the sequence, with PyTorch's names and defaults.
    public static final class CallOptions {
        @Nullable
        Tensor srcMask;
        @Nullable
        Tensor srcKeyPaddingMask;
        boolean isCausal = false;

        /// What may not look at what `(S, S)` or `(N * nhead, S, S)`, or is added to the scores; by default nothing.
        public CallOptions srcMask(@Nullable Tensor srcMask) { this.srcMask = srcMask; return this; }

        /// What is padding `(N, S)`, or what is added to its scores; by default nothing.
        public CallOptions srcKeyPaddingMask(@Nullable Tensor srcKeyPaddingMask) {
            this.srcKeyPaddingMask = srcKeyPaddingMask;
            return this;
        }

        /// Whether the mask is the causal one, a hint for the kernel; by default not.
        public CallOptions isCausal(boolean isCausal) { this.isCausal = isCausal; return this; }
    }

    /// Over `dModel` numbers, with `nhead` heads.
    public TransformerEncoderLayer(long dModel, long nhead) { this(dModel, nhead, o -> {}); }

    /// The same, with `dimFeedforward` numbers between the linear maps.
    public TransformerEncoderLayer(long dModel, long nhead, long dimFeedforward) {
        this(dModel, nhead, o -> o.dimFeedforward(dimFeedforward));
    }

    /// The same, with options.
    ///
    /// @throws AssertionException if the heads do not divide the size evenly
    public TransformerEncoderLayer(long dModel, long nhead, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        self_attn = o.attention(dModel, nhead);
        linear1 = o.linear(dModel, o.dimFeedforward);
        dropout = new Dropout(o.dropout);
        linear2 = o.linear(o.dimFeedforward, dModel);
        normFirst = o.normFirst;
        norm1 = o.norm(dModel);
        norm2 = o.norm(dModel);
        dropout1 = new Dropout(o.dropout);
        dropout2 = new Dropout(o.dropout);
        activation = o.activation;
        fastActivation = fastActivation(activation);
    }

    @SuppressWarnings("ReferenceEquality") // A function is known by its identity, as in PyTorch.
    private static int fastActivation(Object activation) {
        if (activation == TransformerOptions.RELU || activation instanceof ReLU) return 1;
        return activation == TransformerOptions.GELU || activation instanceof GELU ? 2 : 0;
    }

    /// Runs hooks and [#forward(Tensor)].
    public Tensor call(Tensor src) { return super.call(src); }

    /// The same, with a mask of what may not look at what.
    public Tensor call(Tensor src, @Nullable Tensor srcMask) { return super.call(src, srcMask); }

    /// The same, with options: `call(x, o -> o.srcKeyPaddingMask(mask))`.
    public Tensor call(Tensor src, Consumer<CallOptions> options) {
        var o = Keywords.of(new CallOptions(), options);
        return call(src, o.srcMask, o.srcKeyPaddingMask, o.isCausal);
    }

    /// The same, with all arguments.
    public Tensor call(Tensor src, @Nullable Tensor srcMask, @Nullable Tensor srcKeyPaddingMask, boolean isCausal) {
        return super.call(src, srcMask, srcKeyPaddingMask, isCausal);
    }

    /// Without masks.
    public Tensor forward(Tensor src) { return forward(src, null, null, false); }

    /// With a mask of what may not look at what.
    public Tensor forward(Tensor src, @Nullable Tensor srcMask) { return forward(src, srcMask, null, false); }

    /// With all arguments.
    ///
    /// @param srcMask what may not look at what `(S, S)` or `(N * nhead, S, S)`, or what is added to the scores
    /// @param srcKeyPaddingMask what is padding `(N, S)`, or what is added to its scores
    /// @param isCausal whether `srcMask` is the causal mask, a hint for the kernel
    /// @throws AssertionException if shapes do not fit
    /// @throws TorchException if a mask has another shape than is expected
    public Tensor forward(Tensor src, @Nullable Tensor srcMask, @Nullable Tensor srcKeyPaddingMask, boolean isCausal) {
        var padding = Masks.canonical(srcKeyPaddingMask, "src_key_padding_mask", srcMask, "src_mask", src.dtype());
        var mask = Masks.canonical(srcMask, "src_mask", src.dtype());
        if (isFast(src, mask, padding)) return fast(src, mask, padding);
        if (normFirst) {
            var x = src.add(attend(norm1.call(src), mask, padding, isCausal));
            return x.add(feed(norm2.call(x)));
        }
        var x = norm1.call(src.add(attend(src, mask, padding, isCausal)));
        return norm2.call(x.add(feed(x)));
    }

    private boolean isFast(Tensor src, @Nullable Tensor mask, @Nullable Tensor padding) {
        return src.dim() == 3 && !training && self_attn.batchFirst && isPlain(this)
                && !(Metadata.isNested(src) && (mask != null || padding != null))
                && modules().stream().noneMatch(m -> m.hooks != null && m.hooks.onForward())
                && !FastPath.refuses(src, parameters(this));
    }

    /// Whether the kernel knows such a layer.
    static boolean isPlain(TransformerEncoderLayer layer) {
        var attention = layer.self_attn;
        return attention.in_proj_weight != null && attention.in_proj_bias != null && layer.fastActivation != 0
                && attention.numHeads % 2 == 0
                && layer.norm1.eps.doubleValue() == layer.norm2.eps.doubleValue();
    }

    /// The parameters that the kernel reads.
    static @Nullable Tensor[] parameters(TransformerEncoderLayer layer) {
        var attention = layer.self_attn;
        return new @Nullable Tensor[] { attention.in_proj_weight, attention.in_proj_bias, attention.out_proj.weight,
                attention.out_proj.bias, layer.norm1.weight, layer.norm1.bias, layer.norm2.weight, layer.norm2.bias,
                layer.linear1.weight, layer.linear1.bias, layer.linear2.weight, layer.linear2.bias };
    }

    private Tensor fast(Tensor src, @Nullable Tensor mask, @Nullable Tensor padding) {
        var merged = self_attn.mergeMasks(mask, padding, src);
        return Operators.call("_transformer_encoder_layer_fwd", src, self_attn.embedDim, self_attn.numHeads,
                self_attn.in_proj_weight, self_attn.in_proj_bias, self_attn.out_proj.weight, self_attn.out_proj.bias,
                fastActivation == 2, normFirst, norm1.eps.doubleValue(), norm1.weight, norm1.bias, norm2.weight,
                norm2.bias, linear1.weight, linear1.bias, linear2.weight, linear2.bias, merged.mask(), merged.type());
    }

    private Tensor attend(Tensor x, @Nullable Tensor mask, @Nullable Tensor padding, boolean isCausal) {
        return dropout1.call(self_attn.call(x, x, x, padding, false, mask, true, isCausal).output());
    }

    private Tensor feed(Tensor x) {
        return dropout2.call(linear2.call(dropout.call(TransformerOptions.apply(activation, linear1.call(x)))));
    }
}
