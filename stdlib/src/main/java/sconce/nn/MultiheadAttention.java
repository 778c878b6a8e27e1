package sconce.nn;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.libtorch.Metadata;
import sconce.libtorch.Operators;

/// Lets queries look at keys and take a mean of their values, in several parts at once:
/// `concat(head₁ .. headₕ) Wᴼ` with `headᵢ = softmax(Q Wᵢ (K Wᵢ)ᵀ / √d) V Wᵢ`, `d = embedDim / numHeads`. Stands for
/// `torch.nn.MultiheadAttention`.
///
/// Query `(L, N, embedDim)`, key `(S, N, kdim)`, value `(S, N, vdim)`; with `batchFirst` `N` comes first, without a batch
/// it is left out. Output as the query; weights `(N, L, S)`, or `(N, numHeads, L, S)` if they are not averaged. Input
/// weights start by Xavier's rule, shifts at 0. In evaluation, without gradients and with one even number of heads and
/// `batchFirst`, attention of a tensor to itself takes libtorch's fast path, which gives the same numbers.
///
/// ```java
/// var x = Torch.ones(5, 2, 8);
/// var attention = new MultiheadAttention(8, 2).call(x, x, x);
/// attention.output().shape()    // torch.Size([5, 2, 8])
/// attention.weights().shape()   // torch.Size([2, 5, 5])
/// ```
public class MultiheadAttention extends Module {
    /// What attention gives.
    ///
    /// @param output the means of the values, projected
    /// @param weights how much each query looks at each key; null if they were not asked for
    public record Output(Tensor output, @Nullable Tensor weights) {}

    /// The size of a query and of the output.
    public final long embedDim;

    /// The size of a key.
    public final long kdim;

    /// The size of a value.
    public final long vdim;

    /// How many parts look on their own.
    public final long numHeads;

    /// How likely a share of attention becomes zero in training.
    public Number dropout;

    /// Whether the batch comes before the sequence.
    public final boolean batchFirst;

    /// The size of a part.
    public final long headDim;

    /// Whether a key and value of zeros is added.
    public boolean addZeroAttn;

    /// The weights of queries, keys and values below each other `(3 * embedDim, embedDim)`; null if `kdim` or `vdim` differ.
    public @Nullable Parameter in_proj_weight;

    /// The weights of queries `(embedDim, embedDim)`, if `kdim` or `vdim` differ.
    public @Nullable Parameter q_proj_weight;

    /// The weights of keys `(embedDim, kdim)`, if `kdim` or `vdim` differ.
    public @Nullable Parameter k_proj_weight;

    /// The weights of values `(embedDim, vdim)`, if `kdim` or `vdim` differ.
    public @Nullable Parameter v_proj_weight;

    /// The shifts of queries, keys and values `(3 * embedDim)`, or null.
    public @Nullable Parameter in_proj_bias;

    /// The way back from the heads.
    public Linear out_proj;

    /// A learned key that is added to each sequence, or null.
    public @Nullable Parameter bias_k;

    /// A learned value that is added to each sequence, or null.
    public @Nullable Parameter bias_v;

    /// Options of [MultiheadAttention], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        Number dropout = 0.0;
        boolean bias = true;
        boolean addBiasKv = false;
        boolean addZeroAttn = false;
        @Nullable
        Long kdim;
        @Nullable
        Long vdim;
        boolean batchFirst = false;

        /// How likely a share of attention becomes zero in training; by default 0.
        public Options dropout(Number dropout) { this.dropout = dropout; return this; }

        /// Whether the projections have shifts; by default true.
        public Options bias(boolean bias) { this.bias = bias; return this; }

        /// Whether a learned key and value are added to each sequence; by default not.
        public Options addBiasKv(boolean addBiasKv) { this.addBiasKv = addBiasKv; return this; }

        /// Whether a key and value of zeros are added to each sequence; by default not.
        public Options addZeroAttn(boolean addZeroAttn) { this.addZeroAttn = addZeroAttn; return this; }

        /// The size of a key; by default `embedDim`.
        public Options kdim(long kdim) { this.kdim = kdim; return this; }

        /// The size of a value; by default `embedDim`.
        public Options vdim(long vdim) { this.vdim = vdim; return this; }

        /// Whether the batch comes before the sequence; by default not.
        public Options batchFirst(boolean batchFirst) { this.batchFirst = batchFirst; return this; }
    }

    /// What a call takes beside query, key and value, with PyTorch's names and defaults.
    public static final class CallOptions {
        @Nullable
        Tensor keyPaddingMask;
        boolean needWeights = true;
        @Nullable
        Tensor attnMask;
        boolean averageAttnWeights = true;
        boolean isCausal = false;

        /// The keys to leave out `(N, S)`, or what is added to their scores; by default none.
        public CallOptions keyPaddingMask(@Nullable Tensor keyPaddingMask) {
            this.keyPaddingMask = keyPaddingMask;
            return this;
        }

        /// Whether the weights are given too; by default true. Without them the faster kernel serves.
        public CallOptions needWeights(boolean needWeights) { this.needWeights = needWeights; return this; }

        /// What may not look at what `(L, S)` or `(N * numHeads, L, S)`, or is added to the scores; by default nothing.
        public CallOptions attnMask(@Nullable Tensor attnMask) { this.attnMask = attnMask; return this; }

        /// Whether the weights given are the mean over the heads; by default true.
        public CallOptions averageAttnWeights(boolean averageAttnWeights) {
            this.averageAttnWeights = averageAttnWeights;
            return this;
        }

        /// Whether the mask is the causal one, a hint for the kernel; by default not.
        public CallOptions isCausal(boolean isCausal) { this.isCausal = isCausal; return this; }
    }

    /// From and to `embedDim` numbers, with `numHeads` parts.
    public MultiheadAttention(long embedDim, long numHeads) { this(embedDim, numHeads, o -> {}); }

    /// The same, with options.
    ///
    /// @throws ValueError if a number is not positive
    /// @throws AssertionException if the heads do not divide the size evenly
    public MultiheadAttention(long embedDim, long numHeads, Consumer<Options> options) {
        if (embedDim <= 0 || numHeads <= 0) {
            throw new ValueError("embed_dim and num_heads must be greater than 0, got embed_dim=" + embedDim
                    + " and num_heads=" + numHeads + " instead");
        }
        var o = Keywords.of(new Options(), options);
        this.embedDim = embedDim;
        this.numHeads = numHeads;
        kdim = o.kdim == null ? embedDim : o.kdim;
        vdim = o.vdim == null ? embedDim : o.vdim;
        dropout = o.dropout;
        batchFirst = o.batchFirst;
        headDim = embedDim / numHeads;
        if (headDim * numHeads != embedDim) throw new AssertionException("embed_dim must be divisible by num_heads");
        var same = isSameSize();
        in_proj_weight = o.parameterIf(same, 3 * embedDim, embedDim);
        q_proj_weight = o.parameterIf(!same, embedDim, embedDim);
        k_proj_weight = o.parameterIf(!same, embedDim, kdim);
        v_proj_weight = o.parameterIf(!same, embedDim, vdim);
        in_proj_bias = o.parameterIf(o.bias, 3 * embedDim);
        out_proj = new NonDynamicallyQuantizableLinear(embedDim, embedDim, p -> o.copyTo(p.bias(o.bias)));
        bias_k = o.parameterIf(o.addBiasKv, 1, 1, embedDim);
        bias_v = o.parameterIf(o.addBiasKv, 1, 1, embedDim);
        addZeroAttn = o.addZeroAttn;
        resetParameters();
    }

    private boolean isSameSize() { return kdim == embedDim && vdim == embedDim; }

    /// Draws the weights of the inputs anew and sets shifts to 0. Stands for `_reset_parameters`.
    public void resetParameters() {
        Stream.of(in_proj_weight, q_proj_weight, k_proj_weight, v_proj_weight).filter(Objects::nonNull)
                .forEach(Init::xavierUniform_);
        if (in_proj_bias != null) {
            Init.constant_(in_proj_bias, 0.0);
            if (out_proj.bias != null) Init.constant_(out_proj.bias, 0.0);
        }
        if (bias_k != null) Init.xavierNormal_(bias_k);
        if (bias_v != null) Init.xavierNormal_(bias_v);
    }

    /// Runs hooks and [#forward(Tensor, Tensor, Tensor)].
    public Output call(Tensor query, Tensor key, Tensor value) { return invoke(Output.class, query, key, value); }

    /// The same, with options: `call(q, k, v, o -> o.needWeights(false))`.
    public Output call(Tensor query, Tensor key, Tensor value, Consumer<CallOptions> options) {
        var o = Keywords.of(new CallOptions(), options);
        return call(query, key, value, o.keyPaddingMask, o.needWeights, o.attnMask, o.averageAttnWeights, o.isCausal);
    }

    /// The same, with all arguments.
    public Output call(Tensor query, Tensor key, Tensor value, @Nullable Tensor keyPaddingMask, boolean needWeights,
            @Nullable Tensor attnMask, boolean averageAttnWeights, boolean isCausal) {
        return invoke(Output.class, query, key, value, keyPaddingMask, needWeights, attnMask, averageAttnWeights,
                isCausal);
    }

    /// Attention without masks, with weights averaged over the heads.
    public Output forward(Tensor query, Tensor key, Tensor value) {
        return forward(query, key, value, null, true, null, true, false);
    }

    /// Attention.
    ///
    /// @param keyPaddingMask the keys to leave out `(N, S)`, or what is added to their scores
    /// @param needWeights whether the weights are given too; without them the faster kernel serves
    /// @param attnMask what may not look at what `(L, S)` or `(N * numHeads, L, S)`, or what is added to the scores
    /// @param averageAttnWeights whether the weights given are the mean over the heads
    /// @param isCausal whether `attnMask` is the causal mask, a hint for the kernel
    /// @throws AssertionException if shapes do not fit
    /// @throws TorchException if a mask has another shape than is expected
    public Output forward(Tensor query, Tensor key, Tensor value, @Nullable Tensor keyPaddingMask, boolean needWeights,
            @Nullable Tensor attnMask, boolean averageAttnWeights, boolean isCausal) {
        var realMask = isReal(attnMask) || isReal(keyPaddingMask);
        var padding = Masks.canonical(keyPaddingMask, "key_padding_mask", attnMask, "attn_mask", query.dtype());
        var mask = Masks.canonical(attnMask, "attn_mask", query.dtype());
        var batched = query.dim() == 3;
        var slow = whySlow(query, key, value, padding, mask);
        if (slow == null && realMask) slow = "floating-point masks are not supported for fast path.";
        if (slow == null && in_proj_weight != null && in_proj_bias != null) {
            var merged = mergeMasks(mask, padding, query);
            Object[] results = Operators.call("_native_multi_head_attention", query, key, value, embedDim, numHeads,
                    in_proj_weight, in_proj_bias, out_proj.weight, out_proj.bias, merged.mask, needWeights,
                    averageAttnWeights, merged.type);
            return new Output((Tensor) results[0], (Tensor) results[1]);
        }
        if (Metadata.isNested(query) || Metadata.isNested(key) || Metadata.isNested(value)) {
            throw new AssertionException("MultiheadAttention does not support NestedTensor outside of its fast path. "
                    + "The fast path was not hit because " + slow);
        }
        if (!batchFirst || !batched) return attend(query, key, value, padding, needWeights, mask, averageAttnWeights,
                isCausal);
        // What was one object stays one, so that it is projected at once.
        var q = query.transpose(1, 0);
        var k = isSame(key, query) && isSame(key, value) ? q : key.transpose(1, 0);
        var v = isSame(key, value) ? k : value.transpose(1, 0);
        var result = attend(q, k, v, padding, needWeights, mask, averageAttnWeights, isCausal);
        return new Output(result.output.transpose(1, 0), result.weights);
    }

    private Output attend(Tensor query, Tensor key, Tensor value, @Nullable Tensor padding, boolean needWeights,
            @Nullable Tensor mask, boolean averageAttnWeights, boolean isCausal) {
        return F.multiHeadAttentionForward(query, key, value, embedDim, numHeads, in_proj_weight, in_proj_bias, bias_k,
                bias_v, addZeroAttn, dropout.doubleValue(), out_proj.weight, out_proj.bias, training, padding,
                needWeights, mask, !isSameSize(), q_proj_weight, k_proj_weight, v_proj_weight, null, null,
                averageAttnWeights, isCausal);
    }

    private static boolean isReal(@Nullable Tensor mask) { return mask != null && mask.dtype().isFloatingPoint(); }

    @SuppressWarnings("ReferenceEquality") // Only one object is surely one tensor.
    private static boolean isSame(Tensor one, Tensor other) { return one == other; }

    /// What keeps a call from the fast path, in PyTorch's words, or null.
    private @Nullable String whySlow(Tensor query, Tensor key, Tensor value, @Nullable Tensor padding,
            @Nullable Tensor mask) {
        if (query.dim() != 3) return "input not batched; expected query.dim() of 3 but got " + query.dim();
        if (!isSame(query, key) || !isSame(key, value)) {
            return "non-self attention was used (query, key, and value are not the same Tensor)";
        }
        if (in_proj_weight == null) return "in_proj_weight was None";
        if (in_proj_bias != null && query.dtype() != in_proj_bias.dtype()) {
            return "dtypes of query (" + query.dtype() + ") and self.in_proj_bias (" + in_proj_bias.dtype()
                    + ") don't match";
        }
        if (query.dtype() != in_proj_weight.dtype()) {
            return "dtypes of query (" + query.dtype() + ") and self.in_proj_weight (" + in_proj_weight.dtype()
                    + ") don't match";
        }
        if (training) return "training is enabled";
        if (numHeads % 2 != 0) return "self.num_heads is not even";
        if (!batchFirst) return "batch_first was not True";
        if (bias_k != null) return "self.bias_k was not None";
        if (bias_v != null) return "self.bias_v was not None";
        if (addZeroAttn) return "add_zero_attn was enabled";
        if (Metadata.isNested(query) && (padding != null || mask != null)) {
            return "supplying both src_key_padding_mask and src_mask at the same time is not supported with "
                    + "NestedTensor input";
        }
        return FastPath.refuses(query, in_proj_weight, in_proj_bias, out_proj.weight, out_proj.bias)
                ? "grad is enabled and at least one of query or the input/output projection weights or biases "
                        + "requires_grad"
                : null;
    }

    /// A mask that says all that two masks say, and of what kind it is. Stands for the tuple of `merge_masks`.
    ///
    /// @param mask both masks in one, or null
    /// @param type 0 for an attention mask, 1 for padding, 2 for one of `(N, numHeads, L, S)`, null for none
    public record MergedMask(@Nullable Tensor mask, @Nullable Long type) {}

    /// Merges a mask of attention and one of padding, of sequences `(N, L, embedDim)`. Stands for `merge_masks`.
    public MergedMask mergeMasks(@Nullable Tensor attnMask, @Nullable Tensor keyPaddingMask, Tensor query) {
        if (attnMask == null) return new MergedMask(keyPaddingMask, keyPaddingMask == null ? null : 1L);
        var batch = query.size(0);
        var length = query.size(1);
        var mask = attnMask.dim() == 3 ? attnMask.view(batch, -1, length, length)
                : attnMask.view(1, 1, length, length).expand(batch, numHeads, -1, -1);
        if (keyPaddingMask == null) return new MergedMask(mask, 2L);
        var padding = keyPaddingMask.view(batch, 1, 1, length).expand(-1, numHeads, -1, -1);
        return new MergedMask(mask.add(padding), 2L);
    }
}
