package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.Tensor;
import sconce.TorchException;
import sconce.libtorch.Operators;

/// Functions of [F]: attention.
public abstract sealed class AttentionFunctions extends DistanceFunctions permits GroupedFunctions {
    AttentionFunctions() {}

    /// `softmax(Q Kᵀ / √E) V`: query `(N, .., L, E)`, key `(N, .., S, E)`, value `(N, .., S, Ev)`, result
    /// `(N, .., L, Ev)`.
    public static Tensor scaledDotProductAttention(Tensor query, Tensor key, Tensor value) {
        return scaledDotProductAttention(query, key, value, null, 0.0, false, null, false);
    }

    /// The same; `attnMask` says what may be looked at (true), or is added to the scores.
    public static Tensor scaledDotProductAttention(Tensor query, Tensor key, Tensor value, @Nullable Tensor attnMask) {
        return scaledDotProductAttention(query, key, value, attnMask, 0.0, false, null, false);
    }

    /// The same, with options.
    public static Tensor scaledDotProductAttention(Tensor query, Tensor key, Tensor value,
            Consumer<ScaledDotProductOptions> options) {
        var o = Keywords.of(new ScaledDotProductOptions(), options);
        return scaledDotProductAttention(query, key, value, o.attnMask, o.dropoutP, o.isCausal, o.scale, o.enableGqa);
    }

    /// The same, with all arguments.
    ///
    /// @throws TorchException if there is a mask although `isCausal`, or the shapes do not fit
    public static Tensor scaledDotProductAttention(Tensor query, Tensor key, Tensor value, @Nullable Tensor attnMask,
            double dropoutP, boolean isCausal, @Nullable Double scale, boolean enableGqa) {
        return Operators.call("scaled_dot_product_attention", query, key, value, attnMask, dropoutP, isCausal, scale,
                enableGqa);
    }

    /// What [MultiheadAttention] computes, with weights given: query `(L, N, E)`, key `(S, N, kdim)`, value
    /// `(S, N, vdim)`, or all without `N`.
    public static MultiheadAttention.Output multiHeadAttentionForward(Tensor query, Tensor key, Tensor value,
            long embedDimToCheck, long numHeads, @Nullable Tensor inProjWeight, @Nullable Tensor inProjBias,
            @Nullable Tensor biasK, @Nullable Tensor biasV, boolean addZeroAttn, double dropoutP, Tensor outProjWeight,
            @Nullable Tensor outProjBias) {
        return multiHeadAttentionForward(query, key, value, embedDimToCheck, numHeads, inProjWeight, inProjBias, biasK,
                biasV, addZeroAttn, dropoutP, outProjWeight, outProjBias, o -> {});
    }

    /// The same, with options.
    ///
    /// @throws AssertionException if shapes do not fit, or options exclude each other
    /// @throws TorchException if a mask has another shape than is expected
    public static MultiheadAttention.Output multiHeadAttentionForward(Tensor query, Tensor key, Tensor value,
            long embedDimToCheck, long numHeads, @Nullable Tensor inProjWeight, @Nullable Tensor inProjBias,
            @Nullable Tensor biasK, @Nullable Tensor biasV, boolean addZeroAttn, double dropoutP, Tensor outProjWeight,
            @Nullable Tensor outProjBias, Consumer<AttentionOptions> options) {
        var o = Keywords.of(new AttentionOptions(), options);
        var weights = new AttentionForward.Weights(inProjWeight, inProjBias, biasK, biasV, outProjWeight, outProjBias);
        return new AttentionForward(query, key, value, embedDimToCheck, numHeads, weights, addZeroAttn, o)
                .run(dropoutP);
    }

    /// The same, with all arguments.
    public static MultiheadAttention.Output multiHeadAttentionForward(Tensor query, Tensor key, Tensor value,
            long embedDimToCheck, long numHeads, @Nullable Tensor inProjWeight, @Nullable Tensor inProjBias,
            @Nullable Tensor biasK, @Nullable Tensor biasV, boolean addZeroAttn, double dropoutP, Tensor outProjWeight,
            @Nullable Tensor outProjBias, boolean training, @Nullable Tensor keyPaddingMask, boolean needWeights,
            @Nullable Tensor attnMask, boolean useSeparateProjWeight, @Nullable Tensor qProjWeight,
            @Nullable Tensor kProjWeight, @Nullable Tensor vProjWeight, @Nullable Tensor staticK,
            @Nullable Tensor staticV, boolean averageAttnWeights, boolean isCausal) {
        return multiHeadAttentionForward(query, key, value, embedDimToCheck, numHeads, inProjWeight, inProjBias, biasK,
                biasV, addZeroAttn, dropoutP, outProjWeight, outProjBias,
                o -> o.training(training).keyPaddingMask(keyPaddingMask).needWeights(needWeights).attnMask(attnMask)
                        .useSeparateProjWeight(useSeparateProjWeight).qProjWeight(qProjWeight).kProjWeight(kProjWeight)
                        .vProjWeight(vProjWeight).staticK(staticK).staticV(staticV)
                        .averageAttnWeights(averageAttnWeights).isCausal(isCausal));
    }

    /// Options of [#scaledDotProductAttention].
    public static final class ScaledDotProductOptions {
        @Nullable
        Tensor attnMask;
        double dropoutP = 0.0;
        boolean isCausal = false;
        @Nullable
        Double scale;
        boolean enableGqa = false;

        /// What may be looked at (true), or what is added to the scores: `(N, .., L, S)`.
        public ScaledDotProductOptions attnMask(@Nullable Tensor attnMask) { this.attnMask = attnMask; return this; }

        /// How likely a share of attention becomes zero; by default 0.
        public ScaledDotProductOptions dropoutP(double dropoutP) { this.dropoutP = dropoutP; return this; }

        /// Whether nothing looks at what comes after it; by default not.
        public ScaledDotProductOptions isCausal(boolean isCausal) { this.isCausal = isCausal; return this; }

        /// The factor of the scores; by default `1 / √E`.
        public ScaledDotProductOptions scale(@Nullable Double scale) { this.scale = scale; return this; }

        /// Whether several heads of queries share one of keys and values; by default not.
        public ScaledDotProductOptions enableGqa(boolean enableGqa) { this.enableGqa = enableGqa; return this; }
    }

    /// Options of [#multiHeadAttentionForward].
    public static final class AttentionOptions {
        boolean training = true;
        @Nullable
        Tensor keyPaddingMask;
        boolean needWeights = true;
        @Nullable
        Tensor attnMask;
        boolean useSeparateProjWeight = false;
        @Nullable
        Tensor qProjWeight;
        @Nullable
        Tensor kProjWeight;
        @Nullable
        Tensor vProjWeight;
        @Nullable
        Tensor staticK;
        @Nullable
        Tensor staticV;
        boolean averageAttnWeights = true;
        boolean isCausal = false;

        /// Whether shares of attention are dropped; by default true.
        public AttentionOptions training(boolean training) { this.training = training; return this; }

        /// The keys to leave out `(N, S)`, or what is added to their scores; by default none.
        public AttentionOptions keyPaddingMask(@Nullable Tensor keyPaddingMask) {
            this.keyPaddingMask = keyPaddingMask;
            return this;
        }

        /// Whether the weights are given too; by default true. Without them the faster kernel serves.
        public AttentionOptions needWeights(boolean needWeights) { this.needWeights = needWeights; return this; }

        /// What may not look at what `(L, S)` or `(N * numHeads, L, S)`, or what is added to the scores.
        public AttentionOptions attnMask(@Nullable Tensor attnMask) { this.attnMask = attnMask; return this; }

        /// Whether queries, keys and values have weights of their own; by default not.
        public AttentionOptions useSeparateProjWeight(boolean useSeparateProjWeight) {
            this.useSeparateProjWeight = useSeparateProjWeight;
            return this;
        }

        /// The weights of queries alone `(E, E)`.
        public AttentionOptions qProjWeight(@Nullable Tensor qProjWeight) {
            this.qProjWeight = qProjWeight;
            return this;
        }

        /// The weights of keys alone `(E, kdim)`.
        public AttentionOptions kProjWeight(@Nullable Tensor kProjWeight) {
            this.kProjWeight = kProjWeight;
            return this;
        }

        /// The weights of values alone `(E, vdim)`.
        public AttentionOptions vProjWeight(@Nullable Tensor vProjWeight) {
            this.vProjWeight = vProjWeight;
            return this;
        }

        /// Keys that take the place of the computed ones `(N * numHeads, S, E / numHeads)`.
        public AttentionOptions staticK(@Nullable Tensor staticK) { this.staticK = staticK; return this; }

        /// Values that take the place of the computed ones `(N * numHeads, S, E / numHeads)`.
        public AttentionOptions staticV(@Nullable Tensor staticV) { this.staticV = staticV; return this; }

        /// Whether the weights given are the mean over the heads; by default true.
        public AttentionOptions averageAttnWeights(boolean averageAttnWeights) {
            this.averageAttnWeights = averageAttnWeights;
            return this;
        }

        /// Whether the mask is the causal one, a hint for the kernel; by default not.
        public AttentionOptions isCausal(boolean isCausal) { this.isCausal = isCausal; return this; }
    }
}
