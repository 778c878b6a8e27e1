package sconce.nn;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.NotImplementedError;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// Functions of [F]: linear maps and embeddings.
public abstract sealed class LinearFunctions permits ActivationFunctions {
    LinearFunctions() {}

    /// `input weightᵀ`: input `(*, in)`, weight `(out, in)`, result `(*, out)`.
    public static Tensor linear(Tensor input, Tensor weight) { return Operators.call("linear", input, weight); }

    /// `input weightᵀ + bias`.
    public static Tensor linear(Tensor input, Tensor weight, @Nullable Tensor bias) {
        return Operators.call("linear", input, weight, bias);
    }

    /// `input1ᵀ weight[o] input2` for every output o.
    public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight) {
        return bilinear(input1, input2, weight, null);
    }

    /// `input1ᵀ weight[o] input2 + bias[o]` for every output o.
    public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, @Nullable Tensor bias) {
        return Operators.call("bilinear", input1, input2, weight, bias);
    }

    /// The rows of `weight` that `input` names: input any shape of integers, result `(*, dim)`.
    public static Tensor embedding(Tensor input, Tensor weight) { return Operators.call("embedding", weight, input); }

    /// The same, with options.
    public static Tensor embedding(Tensor input, Tensor weight, Consumer<EmbeddingOptions> options) {
        var o = Keywords.of(new EmbeddingOptions(), options);
        return embedding(input, weight, o.paddingIdx, o.maxNorm, o.normType, o.scaleGradByFreq, o.sparse);
    }

    /// The same, with all arguments.
    public static Tensor embedding(Tensor input, Tensor weight, @Nullable Long paddingIdx, @Nullable Double maxNorm,
            double normType, boolean scaleGradByFreq, boolean sparse) {
        var rows = weight.size(0);
        if (paddingIdx != null && ((paddingIdx >= rows && paddingIdx > 0) || paddingIdx < -rows)) {
            throw new AssertionException("Padding_idx must be within num_embeddings");
        }
        var padding = paddingIdx == null ? -1 : paddingIdx < 0 ? rows + paddingIdx : paddingIdx;
        var indices = maxNorm == null ? input : renormalised(input, weight, maxNorm, normType);
        return Operators.call("embedding", weight, indices, padding, scaleGradByFreq, sparse);
    }

    /// The sum, mean (default) or maximum of the rows of `weight` in each bag; a row of `input` is a bag.
    public static Tensor embeddingBag(Tensor input, Tensor weight) {
        return embeddingBag(input, weight, null, o -> {});
    }

    /// The same; bags begin at `offsets` of a flat input.
    public static Tensor embeddingBag(Tensor input, Tensor weight, @Nullable Tensor offsets) {
        return embeddingBag(input, weight, offsets, o -> {});
    }

    /// The same, with options.
    public static Tensor embeddingBag(Tensor input, Tensor weight, Consumer<EmbeddingBagOptions> options) {
        return embeddingBag(input, weight, null, options);
    }

    /// The same, with options; bags begin at `offsets` of a flat input.
    public static Tensor embeddingBag(Tensor input, Tensor weight, @Nullable Tensor offsets,
            Consumer<EmbeddingBagOptions> options) {
        var o = Keywords.of(new EmbeddingBagOptions(), options);
        var weights = o.perSampleWeights;
        if (weights != null && !input.shape().equals(weights.shape())) {
            throw new ValueError("embedding_bag: If per_sample_weights (" + weights.shape()
                    + ") is not None, then it must have the same shape as the input (" + input.shape() + ")");
        }
        if (weight.dim() != 2) {
            throw new ValueError("weight has to be a 2D Tensor, but got Tensor of dimension " + weight.dim());
        }
        var flat = input;
        var starts = offsets == null ? o.offsets : offsets;
        var includeLastOffset = o.includeLastOffset;
        switch ((int) input.dim()) {
            case 2 -> {
                if (starts != null) {
                    throw new ValueError("if input is 2D, then offsets has to be None, as input is treated is a "
                            + "mini-batch of fixed length sequences. However, found offsets of type "
                            + "<class 'torch.Tensor'>");
                }
                starts = Operators.call("arange.start_step", 0, input.numel(), input.size(1), input.dtype(), null,
                        input.device());
                // These offsets have none at the end, whatever the caller's would have.
                includeLastOffset = false;
                flat = input.reshape(-1);
                weights = weights == null ? null : weights.reshape(-1);
            }
            case 1 -> {
                if (starts == null) throw new ValueError("offsets has to be a 1D Tensor but got None");
                if (starts.dim() != 1) throw new ValueError("offsets has to be a 1D Tensor");
            }
            default -> throw new ValueError(
                    "input has to be 1D or 2D Tensor, but got Tensor of dimension " + input.dim());
        }
        var mode = List.of("sum", "mean", "max").indexOf(o.mode);
        if (mode < 0) throw new ValueError("mode has to be one of sum, mean or max");
        if (mode == 2 && o.scaleGradByFreq) {
            throw new ValueError("max mode does not support scaling the gradient by the frequency");
        }
        if (mode == 2 && o.sparse) throw new ValueError("max mode does not support sparse weights");
        if (o.maxNorm != null) flat = renormalised(flat, weight, o.maxNorm, o.normType);
        if (weights != null && mode != 0) {
            throw new NotImplementedError("embedding_bag: per_sample_weights was not None. per_sample_weights is only "
                    + "supported for mode='sum' (got mode='" + o.mode
                    + "'). Please open a feature request on GitHub.");
        }
        Object[] results = Operators.call("embedding_bag.padding_idx", weight, flat, starts, o.scaleGradByFreq, mode,
                o.sparse, weights, includeLastOffset, o.paddingIdx);
        return (Tensor) results[0];
    }

    /// Scales the rows that `input` names down to the norm, in place, and gives the input without gaps.
    private static Tensor renormalised(Tensor input, Tensor weight, double maxNorm, double normType) {
        var indices = input.contiguous();
        Torch.noGrad(() -> Operators.<Object>call("embedding_renorm_", weight, indices, maxNorm, normType));
        return indices;
    }

    /// For each class index a row with a one at its place; as many classes as the largest index asks for.
    public static Tensor oneHot(Tensor tensor) { return oneHot(tensor, -1); }

    /// For each class index a row of `numClasses` with a one at its place.
    public static Tensor oneHot(Tensor tensor, long numClasses) {
        return Operators.call("one_hot", tensor, numClasses);
    }

    /// Options of [#embedding].
    public static final class EmbeddingOptions {
        @Nullable
        Long paddingIdx;
        @Nullable
        Double maxNorm;
        double normType = 2.0;
        boolean scaleGradByFreq = false;
        boolean sparse = false;

        /// The row that gets no gradient; negative ones count from the end.
        public EmbeddingOptions paddingIdx(@Nullable Long paddingIdx) { this.paddingIdx = paddingIdx; return this; }

        /// The row that gets no gradient; negative ones count from the end.
        public EmbeddingOptions paddingIdx(long paddingIdx) { this.paddingIdx = paddingIdx; return this; }

        /// Rows with a larger norm are scaled down to it, in place.
        public EmbeddingOptions maxNorm(double maxNorm) { this.maxNorm = maxNorm; return this; }

        /// The p of that norm, by default 2.
        public EmbeddingOptions normType(double normType) { this.normType = normType; return this; }

        /// Whether gradients are divided by how often a row occurs in the batch; by default not.
        public EmbeddingOptions scaleGradByFreq(boolean scaleGradByFreq) {
            this.scaleGradByFreq = scaleGradByFreq;
            return this;
        }

        /// Whether the gradient of the weight is sparse; by default not.
        public EmbeddingOptions sparse(boolean sparse) { this.sparse = sparse; return this; }
    }

    /// Options of [#embeddingBag].
    public static final class EmbeddingBagOptions {
        @Nullable
        Tensor offsets;
        @Nullable
        Double maxNorm;
        double normType = 2.0;
        boolean scaleGradByFreq = false;
        String mode = "mean";
        boolean sparse = false;
        @Nullable
        Tensor perSampleWeights;
        boolean includeLastOffset = false;
        @Nullable
        Long paddingIdx;

        /// Where the bags of a flat input begin.
        public EmbeddingBagOptions offsets(@Nullable Tensor offsets) { this.offsets = offsets; return this; }

        /// Rows with a larger norm are scaled down to it, in place.
        public EmbeddingBagOptions maxNorm(double maxNorm) { this.maxNorm = maxNorm; return this; }

        /// The p of that norm, by default 2.
        public EmbeddingBagOptions normType(double normType) { this.normType = normType; return this; }

        /// Whether gradients are divided by how often a row occurs in the batch; by default not.
        public EmbeddingBagOptions scaleGradByFreq(boolean scaleGradByFreq) {
            this.scaleGradByFreq = scaleGradByFreq;
            return this;
        }

        /// `"sum"`, `"mean"` (default) or `"max"`.
        public EmbeddingBagOptions mode(String mode) { this.mode = mode; return this; }

        /// Whether the gradient of the weight is sparse; by default not.
        public EmbeddingBagOptions sparse(boolean sparse) { this.sparse = sparse; return this; }

        /// A factor for each row, with mode `"sum"`.
        public EmbeddingBagOptions perSampleWeights(@Nullable Tensor perSampleWeights) {
            this.perSampleWeights = perSampleWeights;
            return this;
        }

        /// Whether `offsets` ends with the length of the input; by default not.
        public EmbeddingBagOptions includeLastOffset(boolean includeLastOffset) {
            this.includeLastOffset = includeLastOffset;
            return this;
        }

        /// The row that is left out of bags and gets no gradient.
        public EmbeddingBagOptions paddingIdx(long paddingIdx) { this.paddingIdx = paddingIdx; return this; }
    }
}
