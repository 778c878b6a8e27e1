package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.DType;
import sconce.Device;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;

/// An encoder and a decoder that looks at what it made: `decoder(tgt, encoder(src))`. Stands for `torch.nn.Transformer`.
///
/// Source `(S, N, dModel)`, target and output `(T, N, dModel)`; with `batchFirst` `N` comes first, without a batch it is
/// left out. All matrices start by Xavier's rule.
///
/// ```java
/// var model = new Transformer(8, 2, 1, 1, o -> o.dimFeedforward(16));
/// model.call(Torch.ones(5, 3, 8), Torch.ones(4, 3, 8)).shape()   // torch.Size([4, 3, 8])
/// Transformer.generateSquareSubsequentMask(2)                    // tensor([[0., -inf], [0., 0.]])
/// ```
public class Transformer extends Module {
    /// What reads the source.
    public Module encoder;

    /// What writes the target.
    public Module decoder;

    /// The size of an element of both sequences.
    public final long dModel;

    /// How many heads attention has.
    public final long nhead;

    /// Whether the batch comes before the sequence.
    public final boolean batchFirst;

    /// Options of [Transformer], with PyTorch's names and defaults.
    public static final class Options extends TransformerOptions<Options> {
        long dModel = 512;
        long nhead = 8;
        long numEncoderLayers = 6;
        long numDecoderLayers = 6;
        @Nullable
        Module customEncoder;
        @Nullable
        Module customDecoder;

        /// The size of an element of both sequences; by default 512.
        public Options dModel(long dModel) { this.dModel = dModel; return this; }

        /// How many heads attention has; by default 8.
        public Options nhead(long nhead) { this.nhead = nhead; return this; }

        /// How many layers the encoder has; by default 6.
        public Options numEncoderLayers(long numEncoderLayers) {
            this.numEncoderLayers = numEncoderLayers;
            return this;
        }

        /// How many layers the decoder has; by default 6.
        public Options numDecoderLayers(long numDecoderLayers) {
            this.numDecoderLayers = numDecoderLayers;
            return this;
        }

        /// Another encoder; by default a [TransformerEncoder].
        public Options customEncoder(@Nullable Module customEncoder) {
            this.customEncoder = customEncoder;
            return this;
        }

        /// Another decoder; by default a [TransformerDecoder].
        public Options customDecoder(@Nullable Module customDecoder) {
            this.customDecoder = customDecoder;
            return this;
        }
    }

    /// What a call takes beside source and target, with PyTorch's names and defaults.
    public static final class CallOptions extends DecoderCallOptions<CallOptions> {
        @Nullable
        Tensor srcMask;
        @Nullable
        Tensor srcKeyPaddingMask;
        @Nullable
        Boolean srcIsCausal;
        @Nullable
        Boolean tgtIsCausal;

        /// What in the source may not look at what `(S, S)` or `(N * nhead, S, S)`, or is added to the scores; by default nothing.
        public CallOptions srcMask(@Nullable Tensor srcMask) { this.srcMask = srcMask; return this; }

        /// What in the source is padding `(N, S)`; by default nothing.
        public CallOptions srcKeyPaddingMask(@Nullable Tensor srcKeyPaddingMask) {
            this.srcKeyPaddingMask = srcKeyPaddingMask;
            return this;
        }

        /// Whether `srcMask` is the causal mask; by default that is found out.
        public CallOptions srcIsCausal(@Nullable Boolean srcIsCausal) { this.srcIsCausal = srcIsCausal; return this; }

        /// Whether `tgtMask` is the causal mask; by default that is found out.
        public CallOptions tgtIsCausal(@Nullable Boolean tgtIsCausal) { this.tgtIsCausal = tgtIsCausal; return this; }
    }

    /// With the sizes of the paper: 512 numbers, 8 heads, 6 and 6 layers.
    public Transformer() { this(o -> {}); }

    /// Over `dModel` numbers, with `nhead` heads.
    public Transformer(long dModel, long nhead) { this(o -> o.dModel(dModel).nhead(nhead)); }

    /// The same, with options.
    public Transformer(long dModel, long nhead, Consumer<Options> options) {
        this(first(o -> o.dModel(dModel).nhead(nhead)).andThen(options));
    }

    /// The same, with as many layers in encoder and decoder.
    public Transformer(long dModel, long nhead, long numEncoderLayers, long numDecoderLayers) {
        this(dModel, nhead, numEncoderLayers, numDecoderLayers, o -> {});
    }

    /// The same, with options.
    public Transformer(long dModel, long nhead, long numEncoderLayers, long numDecoderLayers,
            Consumer<Options> options) {
        this(first(o -> o.dModel(dModel).nhead(nhead).numEncoderLayers(numEncoderLayers)
                .numDecoderLayers(numDecoderLayers)).andThen(options));
    }

    /// With options.
    ///
    /// @throws AssertionException if the heads do not divide the size evenly
    public Transformer(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        encoder = o.customEncoder != null ? o.customEncoder : encoder(o);
        decoder = o.customDecoder != null ? o.customDecoder : decoder(o);
        dModel = o.dModel;
        nhead = o.nhead;
        batchFirst = o.batchFirst;
        resetParameters();
    }

    private static Consumer<Options> first(Consumer<Options> options) { return options; }

    private static Module encoder(Options o) {
        var layer = new TransformerEncoderLayer(o.dModel, o.nhead, o::copyAllTo);
        return new TransformerEncoder(layer, o.numEncoderLayers, o.norm(o.dModel));
    }

    private static Module decoder(Options o) {
        var layer = new TransformerDecoderLayer(o.dModel, o.nhead, o::copyAllTo);
        return new TransformerDecoder(layer, o.numDecoderLayers, o.norm(o.dModel));
    }

    /// Draws all matrices anew. Stands for `_reset_parameters`.
    public final void resetParameters() {
        for (var parameter : parameters()) {
            if (parameter.dim() > 1) Init.xavierUniform_(parameter);
        }
    }

    /// Runs hooks and [#forward(Tensor, Tensor)].
    public Tensor call(Tensor src, Tensor tgt) { return super.call(src, tgt); }

    /// The same, with masks of what may not look at what.
    public Tensor call(Tensor src, Tensor tgt, @Nullable Tensor srcMask, @Nullable Tensor tgtMask) {
        return super.call(src, tgt, srcMask, tgtMask);
    }

    /// The same, with options: `call(src, tgt, o -> o.tgtMask(mask))`.
    public Tensor call(Tensor src, Tensor tgt, Consumer<CallOptions> options) {
        var o = Keywords.of(new CallOptions(), options);
        return call(src, tgt, o.srcMask, o.tgtMask, o.memoryMask, o.srcKeyPaddingMask, o.tgtKeyPaddingMask,
                o.memoryKeyPaddingMask, o.srcIsCausal, o.tgtIsCausal, o.memoryIsCausal);
    }

    /// The same, with all arguments.
    public Tensor call(Tensor src, Tensor tgt, @Nullable Tensor srcMask, @Nullable Tensor tgtMask,
            @Nullable Tensor memoryMask, @Nullable Tensor srcKeyPaddingMask, @Nullable Tensor tgtKeyPaddingMask,
            @Nullable Tensor memoryKeyPaddingMask, @Nullable Boolean srcIsCausal, @Nullable Boolean tgtIsCausal,
            boolean memoryIsCausal) {
        return super.call(src, tgt, srcMask, tgtMask, memoryMask, srcKeyPaddingMask, tgtKeyPaddingMask,
                memoryKeyPaddingMask, srcIsCausal, tgtIsCausal, memoryIsCausal);
    }

    /// Without masks.
    public Tensor forward(Tensor src, Tensor tgt) { return forward(src, tgt, null, null); }

    /// With masks of what may not look at what.
    public Tensor forward(Tensor src, Tensor tgt, @Nullable Tensor srcMask, @Nullable Tensor tgtMask) {
        return forward(src, tgt, srcMask, tgtMask, null, null, null, null, null, null, false);
    }

    /// With all arguments.
    ///
    /// @param srcMask what in the source may not look at what `(S, S)` or `(N * nhead, S, S)`
    /// @param tgtMask what in the target may not look at what `(T, T)` or `(N * nhead, T, T)`
    /// @param memoryMask what in the target may not look at what in the encoder's output `(T, S)`
    /// @param srcKeyPaddingMask what in the source is padding `(N, S)`
    /// @param tgtKeyPaddingMask what in the target is padding `(N, T)`
    /// @param memoryKeyPaddingMask what in the encoder's output is padding `(N, S)`
    /// @param srcIsCausal whether `srcMask` is the causal mask, a hint for the kernel; null finds out
    /// @param tgtIsCausal whether `tgtMask` is the causal mask; null finds out
    /// @param memoryIsCausal whether `memoryMask` is the causal mask
    /// @throws TorchException if the batches or sizes of source and target differ
    public Tensor forward(Tensor src, Tensor tgt, @Nullable Tensor srcMask, @Nullable Tensor tgtMask,
            @Nullable Tensor memoryMask, @Nullable Tensor srcKeyPaddingMask, @Nullable Tensor tgtKeyPaddingMask,
            @Nullable Tensor memoryKeyPaddingMask, @Nullable Boolean srcIsCausal, @Nullable Boolean tgtIsCausal,
            boolean memoryIsCausal) {
        var batch = batchFirst ? 0 : 1;
        if (src.size(batch) != tgt.size(batch) && src.dim() == 3) {
            throw new TorchException("the batch number of src and tgt must be equal");
        }
        if (src.size(-1) != dModel || tgt.size(-1) != dModel) {
            throw new TorchException("the feature number of src and tgt must be equal to d_model");
        }
        var memory = encoder instanceof TransformerEncoder own
                ? own.call(src, srcMask, srcKeyPaddingMask, srcIsCausal)
                : encoder.call(src, Torch.kwargs("mask", srcMask, "srcKeyPaddingMask", srcKeyPaddingMask,
                        "isCausal", srcIsCausal));
        if (decoder instanceof TransformerDecoder own) {
            return own.call(tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal,
                    memoryIsCausal);
        }
        return decoder.call(tgt, memory, Torch.kwargs("tgtMask", tgtMask, "memoryMask", memoryMask,
                "tgtKeyPaddingMask", tgtKeyPaddingMask, "memoryKeyPaddingMask", memoryKeyPaddingMask, "tgtIsCausal",
                tgtIsCausal, "memoryIsCausal", memoryIsCausal));
    }

    /// A mask `(sz, sz)` for sequences in which nothing looks at what comes after it: minus infinity above the diagonal,
    /// 0 elsewhere. Stands for `generate_square_subsequent_mask`.
    public static Tensor generateSquareSubsequentMask(long sz) { return Masks.causal(sz, null, null); }

    /// The same, of a dtype and on a device; null is the default.
    public static Tensor generateSquareSubsequentMask(long sz, @Nullable Device device, @Nullable DType dtype) {
        return Masks.causal(sz, dtype, device);
    }
}
