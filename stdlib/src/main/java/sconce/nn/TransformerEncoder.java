package sconce.nn;

import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;
import sconce.Warnings;
import sconce.libtorch.Operators;

/// Several copies of a layer on each other, and a normalisation if given: `norm(layerₙ(.. layer₁(x)))`. Stands for
/// `torch.nn.TransformerEncoder`.
///
/// Input and output are those of the layer: `(S, N, dModel)`, with `batchFirst` `(N, S, dModel)`, or `(S, dModel)`. In
/// evaluation without gradients, padding at the ends of sequences is left out of the computation, and zeros come back
/// there.
///
/// ```java
/// var layer = new TransformerEncoderLayer(8, 2, o -> o.dimFeedforward(16).batchFirst(true));
/// new TransformerEncoder(layer, 3).call(Torch.ones(4, 5, 8)).shape()   // torch.Size([4, 5, 8])
/// ```
public class TransformerEncoder extends Module {
    /// The layers.
    public ModuleList layers;

    /// How many layers there are.
    public final long numLayers;

    /// What comes last, or null.
    public @Nullable Module norm;

    /// Whether padding may be left out of the computation, as it was asked for.
    public final boolean enableNestedTensor;

    /// Whether padding may be left out of the computation and the layer allows it.
    public boolean useNestedTensor;

    /// Whether padding is looked for elsewhere than at the ends of sequences first.
    public boolean maskCheck;

    /// Options of [TransformerEncoder], with PyTorch's names and defaults.
    public static final class Options {
        @Nullable
        Module norm;
        boolean enableNestedTensor = true;
        boolean maskCheck = true;

        /// What comes last; by default nothing.
        public Options norm(@Nullable Module norm) { this.norm = norm; return this; }

        /// Whether padding may be left out of the computation; by default true.
        public Options enableNestedTensor(boolean enableNestedTensor) {
            this.enableNestedTensor = enableNestedTensor;
            return this;
        }

        /// Whether padding is looked for elsewhere than at the ends of sequences first; by default true.
        public Options maskCheck(boolean maskCheck) { this.maskCheck = maskCheck; return this; }
    }

    /// What a call takes beside the sequence, with PyTorch's names and defaults.
    public static final class CallOptions {
        @Nullable
        Tensor mask;
        @Nullable
        Tensor srcKeyPaddingMask;
        @Nullable
        Boolean isCausal;

        /// What may not look at what `(S, S)` or `(N * nhead, S, S)`, or is added to the scores; by default nothing.
        public CallOptions mask(@Nullable Tensor mask) { this.mask = mask; return this; }

        /// What is padding `(N, S)`, or what is added to its scores; by default nothing.
        public CallOptions srcKeyPaddingMask(@Nullable Tensor srcKeyPaddingMask) {
            this.srcKeyPaddingMask = srcKeyPaddingMask;
            return this;
        }

        /// Whether the mask is the causal one; by default that is found out.
        public CallOptions isCausal(@Nullable Boolean isCausal) { this.isCausal = isCausal; return this; }
    }

    /// `numLayers` copies of a layer.
    public TransformerEncoder(Module encoderLayer, long numLayers) { this(encoderLayer, numLayers, o -> {}); }

    /// The same, and a normalisation.
    public TransformerEncoder(Module encoderLayer, long numLayers, @Nullable Module norm) {
        this(encoderLayer, numLayers, o -> o.norm(norm));
    }

    /// The same, with options.
    public TransformerEncoder(Module encoderLayer, long numLayers, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        layers = clones(encoderLayer, numLayers);
        this.numLayers = numLayers;
        norm = o.norm;
        enableNestedTensor = o.enableNestedTensor;
        maskCheck = o.maskCheck;
        var why = whyNotNested(encoderLayer);
        if (enableNestedTensor && why != null) {
            Warnings.warn("enable_nested_tensor is True, but self.use_nested_tensor is False because " + why);
        }
        useNestedTensor = enableNestedTensor && why == null;
    }

    static ModuleList clones(Module layer, long count) {
        return new ModuleList(LongStream.range(0, count).mapToObj(i -> Module.deepcopy(layer)).toList());
    }

    /// What keeps the layer from leaving out padding, in PyTorch's words, or null.
    private static @Nullable String whyNotNested(Module module) {
        if (!(module instanceof TransformerEncoderLayer layer)) return "encoder_layer was not TransformerEncoderLayer";
        var attention = layer.self_attn;
        if (layer.normFirst) return "encoder_layer.norm_first was True";
        if (!attention.batchFirst) {
            return "encoder_layer.self_attn.batch_first was not True(use batch_first for better inference performance)";
        }
        if (attention.in_proj_weight == null) return "encoder_layer.self_attn._qkv_same_embed_dim was not True";
        if (attention.in_proj_bias == null) return "encoder_layer.self_attn was passed bias=False";
        if (layer.fastActivation == 0) return "encoder_layer.activation_relu_or_gelu was not True";
        if (layer.norm1.eps.doubleValue() != layer.norm2.eps.doubleValue()) {
            return "encoder_layer.norm1.eps was not equal to encoder_layer.norm2.eps";
        }
        return attention.numHeads % 2 == 1 ? "encoder_layer.self_attn.num_heads is odd" : null;
    }

    /// Runs hooks and [#forward(Tensor)].
    public Tensor call(Tensor src) { return super.call(src); }

    /// The same, with a mask of what may not look at what.
    public Tensor call(Tensor src, @Nullable Tensor mask) { return super.call(src, mask); }

    /// The same, with options: `call(x, o -> o.srcKeyPaddingMask(mask))`.
    public Tensor call(Tensor src, Consumer<CallOptions> options) {
        var o = Keywords.of(new CallOptions(), options);
        return call(src, o.mask, o.srcKeyPaddingMask, o.isCausal);
    }

    /// The same, with all arguments.
    public Tensor call(Tensor src, @Nullable Tensor mask, @Nullable Tensor srcKeyPaddingMask,
            @Nullable Boolean isCausal) {
        return super.call(src, mask, srcKeyPaddingMask, isCausal);
    }

    /// Without masks.
    public Tensor forward(Tensor src) { return forward(src, null, null, null); }

    /// With a mask of what may not look at what.
    public Tensor forward(Tensor src, @Nullable Tensor mask) { return forward(src, mask, null, null); }

    /// With all arguments.
    ///
    /// @param mask what may not look at what `(S, S)` or `(N * nhead, S, S)`, or what is added to the scores
    /// @param srcKeyPaddingMask what is padding `(N, S)`, or what is added to its scores
    /// @param isCausal whether `mask` is the causal mask, a hint for the kernel; null finds out
    public Tensor forward(Tensor src, @Nullable Tensor mask, @Nullable Tensor srcKeyPaddingMask,
            @Nullable Boolean isCausal) {
        var padding = Masks.canonical(srcKeyPaddingMask, "src_key_padding_mask", mask, "mask", src.dtype());
        var added = Masks.canonical(mask, "mask", src.dtype());
        var first = layers.get(0);
        var attention = Calls.cast(MultiheadAttention.class, first.get("self_attn"), "self.layers[0].self_attn");
        var causal = Masks.isCausal(added, isCausal, Masks.length(src, attention.batchFirst));
        var nested = false;
        var output = src;
        if (padding != null && added == null && isNested(src, padding, first)) {
            nested = true;
            output = Operators.call("_nested_tensor_from_mask", src, padding.logicalNot(), false);
        }
        for (var layer : layers) output = through(layer, output, added, nested ? null : padding, causal);
        if (nested) output = Operators.call("to_padded_tensor", output, 0.0, src.shape());
        return norm == null ? output : norm.call(output);
    }

    private boolean isNested(Tensor src, Tensor padding, Module first) {
        if (!useNestedTensor || first.training() || src.dim() != 3) return false;
        if (maskCheck
                && !Operators.<Boolean>call("_nested_tensor_from_mask_left_aligned", src, padding.logicalNot())) {
            return false;
        }
        return first instanceof TransformerEncoderLayer layer
                && !FastPath.refuses(src, TransformerEncoderLayer.parameters(layer));
    }

    private static Tensor through(Module module, Tensor x, @Nullable Tensor mask, @Nullable Tensor padding,
            boolean causal) {
        if (module instanceof TransformerEncoderLayer layer) return layer.call(x, mask, padding, causal);
        return module.call(x, Torch.kwargs("srcMask", mask, "isCausal", causal, "srcKeyPaddingMask", padding));
    }
}
