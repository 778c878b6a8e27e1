package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;

/// Several copies of a layer on each other, and a normalisation if given: `norm(layerₙ(.. layer₁(x, memory), memory))`.
/// Stands for `torch.nn.TransformerDecoder`.
///
/// Sequence, memory and output are those of the layer: `(T, N, dModel)` and `(S, N, dModel)`; with `batchFirst` `N` comes
/// first, without a batch it is left out.
///
/// ```java
/// var decoder = new TransformerDecoder(new TransformerDecoderLayer(8, 2, 16), 3);
/// decoder.call(Torch.ones(4, 2, 8), Torch.ones(5, 2, 8)).shape()   // torch.Size([4, 2, 8])
/// ```
public class TransformerDecoder extends Module {
    /// The layers.
    public ModuleList layers;

    /// How many layers there are.
    public final long numLayers;

    /// What comes last, or null.
    public @Nullable Module norm;

    /// What a call takes beside sequence and memory, with PyTorch's names and defaults.
    public static final class CallOptions extends DecoderCallOptions<CallOptions> {
        @Nullable
        Boolean tgtIsCausal;

        /// Whether `tgtMask` is the causal mask; by default that is found out.
        public CallOptions tgtIsCausal(@Nullable Boolean tgtIsCausal) { this.tgtIsCausal = tgtIsCausal; return this; }
    }

    /// Options of [TransformerDecoder], with PyTorch's names and defaults.
    public static final class Options {
        @Nullable
        Module norm;

        /// What comes last; by default nothing.
        public Options norm(@Nullable Module norm) { this.norm = norm; return this; }
    }

    /// `numLayers` copies of a layer.
    public TransformerDecoder(Module decoderLayer, long numLayers) { this(decoderLayer, numLayers, o -> {}); }

    /// The same, and a normalisation.
    public TransformerDecoder(Module decoderLayer, long numLayers, @Nullable Module norm) {
        this(decoderLayer, numLayers, o -> o.norm(norm));
    }

    /// The same, with options.
    public TransformerDecoder(Module decoderLayer, long numLayers, Consumer<Options> options) {
        layers = TransformerEncoder.clones(decoderLayer, numLayers);
        this.numLayers = numLayers;
        norm = Keywords.of(new Options(), options).norm;
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
            @Nullable Tensor tgtKeyPaddingMask, @Nullable Tensor memoryKeyPaddingMask, @Nullable Boolean tgtIsCausal,
            boolean memoryIsCausal) {
        return super.call(tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal,
                memoryIsCausal);
    }

    /// Without masks.
    public Tensor forward(Tensor tgt, Tensor memory) {
        return forward(tgt, memory, null, null, null, null, null, false);
    }

    /// With masks of what may not look at what.
    public Tensor forward(Tensor tgt, Tensor memory, @Nullable Tensor tgtMask, @Nullable Tensor memoryMask) {
        return forward(tgt, memory, tgtMask, memoryMask, null, null, null, false);
    }

    /// With all arguments.
    ///
    /// @param tgtMask what in the sequence may not look at what `(T, T)` or `(N * nhead, T, T)`
    /// @param memoryMask what in the sequence may not look at what in the memory `(T, S)`
    /// @param tgtKeyPaddingMask what in the sequence is padding `(N, T)`
    /// @param memoryKeyPaddingMask what in the memory is padding `(N, S)`
    /// @param tgtIsCausal whether `tgtMask` is the causal mask, a hint for the kernel; null finds out
    /// @param memoryIsCausal whether `memoryMask` is the causal mask
    public Tensor forward(Tensor tgt, Tensor memory, @Nullable Tensor tgtMask, @Nullable Tensor memoryMask,
            @Nullable Tensor tgtKeyPaddingMask, @Nullable Tensor memoryKeyPaddingMask, @Nullable Boolean tgtIsCausal,
            boolean memoryIsCausal) {
        var attention = Calls.cast(MultiheadAttention.class, layers.get(0).get("self_attn"),
                "self.layers[0].self_attn");
        var causal = Masks.isCausal(tgtMask, tgtIsCausal, Masks.length(tgt, attention.batchFirst));
        var output = tgt;
        for (var module : layers) {
            output = module instanceof TransformerDecoderLayer layer
                    ? layer.call(output, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, causal,
                            memoryIsCausal)
                    : module.call(output, memory,
                            Torch.kwargs("tgtMask", tgtMask, "memoryMask", memoryMask, "tgtKeyPaddingMask",
                                    tgtKeyPaddingMask, "memoryKeyPaddingMask", memoryKeyPaddingMask, "tgtIsCausal",
                                    causal, "memoryIsCausal", memoryIsCausal));
        }
        return norm == null ? output : norm.call(output);
    }
}
