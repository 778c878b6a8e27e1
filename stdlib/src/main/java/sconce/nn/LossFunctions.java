package sconce.nn;

import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Functions of [F]: losses.
public abstract sealed class LossFunctions extends NormalizationFunctions permits DistanceFunctions {
    LossFunctions() {}

    /// The mean of `|input - target|`.
    public static Tensor l1Loss(Tensor input, Tensor target) { return l1Loss(input, target, o -> {}); }

    /// The same, with options.
    public static Tensor l1Loss(Tensor input, Tensor target, Consumer<ElementLossOptions> options) {
        var o = Keywords.of(new ElementLossOptions(), options);
        warnOfSizes(input, target);
        var both = broadcast(input, target);
        if (o.weight == null) return Operators.call("l1_loss", both[0], both[1], Reduction.code(o.reduction()));
        Tensor errors = Operators.call("abs", Operators.<Tensor>call("sub.Tensor", both[0], both[1]));
        return weighted(errors, input, o);
    }

    /// The mean of `(input - target)²`.
    public static Tensor mseLoss(Tensor input, Tensor target) { return mseLoss(input, target, o -> {}); }

    /// The same, with options.
    public static Tensor mseLoss(Tensor input, Tensor target, Consumer<ElementLossOptions> options) {
        var o = Keywords.of(new ElementLossOptions(), options);
        warnOfSizes(input, target);
        var both = broadcast(input, target);
        if (o.weight == null) return Operators.call("mse_loss", both[0], both[1], Reduction.code(o.reduction()));
        Tensor errors = Operators.call("pow.Tensor_Scalar", Operators.<Tensor>call("sub.Tensor", both[0], both[1]), 2);
        return weighted(errors, input, o);
    }

    /// The mean of `½ d² / beta` where `d = |input - target|` is below `beta`, else `d - ½ beta`.
    public static Tensor smoothL1Loss(Tensor input, Tensor target) { return smoothL1Loss(input, target, o -> {}); }

    /// The same, with options.
    public static Tensor smoothL1Loss(Tensor input, Tensor target, Consumer<SmoothL1Loss.Options> options) {
        var o = Keywords.of(new SmoothL1Loss.Options(), options);
        warnOfSizes(input, target);
        var both = broadcast(input, target);
        var reduction = Reduction.code(o.reduction());
        return o.beta.doubleValue() == 0
                ? Operators.call("l1_loss", both[0], both[1], reduction)
                : Operators.call("smooth_l1_loss", both[0], both[1], reduction, o.beta);
    }

    /// The mean of `½ d²` where `d = |input - target|` is below `delta`, else `delta (d - ½ delta)`.
    public static Tensor huberLoss(Tensor input, Tensor target) { return huberLoss(input, target, o -> {}); }

    /// The same, with options.
    public static Tensor huberLoss(Tensor input, Tensor target, Consumer<HuberLossOptions> options) {
        var o = Keywords.of(new HuberLossOptions(), options);
        warnOfSizes(input, target);
        var both = broadcast(input, target);
        if (o.weight == null) {
            return Operators.call("huber_loss", both[0], both[1], Reduction.code(o.reduction()), o.delta);
        }
        // A plain mean, where the two above divide by the sum of the weights: so PyTorch has it.
        var losses = weigh(Operators.call("huber_loss", both[0], both[1], 0, o.delta), input, o.weight);
        return Reduction.ofWeighted(o.reduction(), losses, () -> Operators.call("mean", losses));
    }

    /// The mean of `-(target log(input) + (1 - target) log(1 - input))`.
    public static Tensor binaryCrossEntropy(Tensor input, Tensor target) {
        return binaryCrossEntropy(input, target, o -> {});
    }

    /// The same, with options.
    public static Tensor binaryCrossEntropy(Tensor input, Tensor target, Consumer<BCELoss.Options> options) {
        var o = Keywords.of(new BCELoss.Options(), options);
        var reduction = Reduction.code(o.reduction());
        if (!target.shape().equals(input.shape())) {
            throw new ValueError("Using a target size (" + target.shape() + ") that is different to the input size ("
                    + input.shape() + ") is deprecated. Please ensure they have the same size.");
        }
        Tensor weight = o.weight;
        if (weight != null) {
            Object[] both = broadcast(target, weight);
            weight = Operators.call("expand", weight, ((Tensor) both[0]).shape());
        }
        return Operators.call("binary_cross_entropy", input, target, weight, reduction);
    }

    /// [#binaryCrossEntropy] of the sigmoid of `input`, computed safely.
    public static Tensor binaryCrossEntropyWithLogits(Tensor input, Tensor target) {
        return binaryCrossEntropyWithLogits(input, target, o -> {});
    }

    /// The same, with options.
    public static Tensor binaryCrossEntropyWithLogits(Tensor input, Tensor target,
            Consumer<BCEWithLogitsLoss.Options> options) {
        var o = Keywords.of(new BCEWithLogitsLoss.Options(), options);
        var reduction = Reduction.code(o.reduction());
        if (!target.shape().equals(input.shape())) {
            throw new ValueError("Target size (" + target.shape() + ") must be the same as input size ("
                    + input.shape() + ")");
        }
        return Operators.call("binary_cross_entropy_with_logits", input, target, o.weight, o.posWeight, reduction);
    }

    /// The mean of `-log softmax(input)[target]`: input `(N, C, *)` of logits, target `(N, *)` of classes, or
    /// probabilities of the input's shape.
    public static Tensor crossEntropy(Tensor input, Tensor target) { return crossEntropy(input, target, o -> {}); }

    /// The same, with options.
    public static Tensor crossEntropy(Tensor input, Tensor target, Consumer<CrossEntropyLoss.Options> options) {
        var o = Keywords.of(new CrossEntropyLoss.Options(), options);
        return Operators.call("cross_entropy_loss", input, target, o.weight, Reduction.code(o.reduction()),
                o.ignoreIndex, o.labelSmoothing);
    }

    /// The mean of `-input[target]`: input `(N, C, *)` of log-probabilities, target `(N, *)` of classes.
    public static Tensor nllLoss(Tensor input, Tensor target) { return nllLoss(input, target, o -> {}); }

    /// The same, with options.
    public static Tensor nllLoss(Tensor input, Tensor target, Consumer<NLLLoss.Options> options) {
        var o = Keywords.of(new NLLLoss.Options(), options);
        return Operators.call("nll_loss_nd", input, target, o.weight, Reduction.code(o.reduction()), o.ignoreIndex);
    }

    /// The mean of `target (log target - input)`, with `input` of log-probabilities.
    public static Tensor klDiv(Tensor input, Tensor target) { return klDiv(input, target, o -> {}); }

    /// The same, with options.
    public static Tensor klDiv(Tensor input, Tensor target, Consumer<KLDivLoss.Options> options) {
        var o = Keywords.of(new KLDivLoss.Options(), options);
        var reduction = o.reduction();
        var byBatch = reduction.equals("batchmean");
        // The old keywords choose how libtorch reduces; the division by the batch goes by the new one alone.
        var divided = o.written().equals("batchmean") && input.dim() != 0;
        if (!o.isLegacy() && reduction.equals("mean")) {
            Warnings.warn("reduction: 'mean' divides the total loss by both the batch size and the support size."
                    + "'batchmean' divides only by the batch size, and aligns with the KL div math definition."
                    + "'mean' will be changed to behave the same as 'batchmean' in the next major release.");
        }
        Tensor loss = Operators.call("kl_div", input, target, Reduction.code(byBatch ? "sum" : reduction),
                o.logTarget);
        return divided ? Operators.call("div.Tensor", loss, input.size(0)) : loss;
    }

    /// The mean of `exp(input) - target input`, or without `logInput` of `input - target log(input + eps)`.
    public static Tensor poissonNllLoss(Tensor input, Tensor target) { return poissonNllLoss(input, target, o -> {}); }

    /// The same, with options.
    public static Tensor poissonNllLoss(Tensor input, Tensor target, Consumer<PoissonNLLLoss.Options> options) {
        var o = Keywords.of(new PoissonNLLLoss.Options(), options);
        return Operators.call("poisson_nll_loss", input, target, o.logInput, o.full, o.eps.doubleValue(),
                Reduction.code(o.reduction()));
    }

    /// The mean of `½ (log(max(var, eps)) + (input - target)² / max(var, eps))`.
    public static Tensor gaussianNllLoss(Tensor input, Tensor target, Tensor var) {
        return gaussianNllLoss(input, target, var, o -> {});
    }

    /// The same, with one variance for all.
    public static Tensor gaussianNllLoss(Tensor input, Tensor target, Number var) {
        return gaussianNllLoss(input, target, var, o -> {});
    }

    /// The same, with one variance for all and options.
    public static Tensor gaussianNllLoss(Tensor input, Tensor target, Number var,
            Consumer<GaussianNLLLoss.Options> options) {
        if (var.doubleValue() < 0) throw new ValueError("var has negative entry/entries");
        Tensor ones = Operators.call("ones_like", input);
        return gaussianNllLoss(input, target, Operators.<Tensor>call("mul.Tensor", ones, var), options);
    }

    /// The same, with options.
    public static Tensor gaussianNllLoss(Tensor input, Tensor target, Tensor var,
            Consumer<GaussianNLLLoss.Options> options) {
        var o = Keywords.of(new GaussianNLLLoss.Options(), options);
        if (Operators.<Tensor>call("any", Operators.<Tensor>call("lt.Scalar", var, 0)).booleanValue()) {
            throw new ValueError("var has negative entry/entries");
        }
        Tensor fitting = fitted(var, input.shape(), var.shape());
        var reduction = o.reduction();
        if (!reduction.equals("none") && !reduction.equals("mean") && !reduction.equals("sum")) {
            throw new ValueError(reduction + " is not valid");
        }
        Tensor bounded = fitting.clone();
        Torch.noGrad(() -> Operators.<Object>call("clamp_", bounded, o.eps));
        Tensor squares = Operators.call("pow.Tensor_Scalar", Operators.<Tensor>call("sub.Tensor", input, target), 2);
        Tensor sum = Operators.call("add.Tensor", Operators.<Tensor>call("log", bounded),
                Operators.<Tensor>call("div.Tensor", squares, bounded));
        Tensor loss = Operators.call("mul.Tensor", sum, 0.5);
        if (o.full) loss = Operators.call("add.Tensor", loss, 0.5 * Math.log(2 * Math.PI));
        return Reduction.apply(reduction, loss, " is not valid");
    }

    /// A variance that broadcasts with the input: of its shape, without its last dimension, or one dimension shrunk to 1.
    private static Tensor fitted(Tensor var, Size input, Size shape) {
        if (shape.equals(input)) return var;
        if (shape.equals(input.subList(0, Math.max(0, input.size() - 1)))) return Operators.call("unsqueeze", var, -1);
        if (shape.size() == input.size()) {
            var sum = 0L;
            for (var i = 0; i < shape.size(); i++) sum += shape.get(i).equals(input.get(i)) ? 0 : shape.get(i);
            if (sum == 1) return var;
        }
        throw new ValueError("var is of incorrect size");
    }

    /// The mean of `input` where target is 1, and of `max(0, margin - input)` where it is -1.
    public static Tensor hingeEmbeddingLoss(Tensor input, Tensor target) {
        return hingeEmbeddingLoss(input, target, o -> {});
    }

    /// The same, with options.
    public static Tensor hingeEmbeddingLoss(Tensor input, Tensor target, Consumer<HingeEmbeddingLoss.Options> options) {
        var o = Keywords.of(new HingeEmbeddingLoss.Options(), options);
        return Operators.call("hinge_embedding_loss", input, target, o.margin.doubleValue(),
                Reduction.code(o.reduction()));
    }

    /// The mean of `log(1 + exp(-target input))`.
    public static Tensor softMarginLoss(Tensor input, Tensor target) { return softMarginLoss(input, target, o -> {}); }

    /// The same, with options.
    public static Tensor softMarginLoss(Tensor input, Tensor target, Consumer<SoftMarginLoss.Options> options) {
        var o = Keywords.of(new SoftMarginLoss.Options(), options);
        return Operators.call("soft_margin_loss", input, target, Reduction.code(o.reduction()));
    }

    /// The multi-label margin loss: the classes of a target row count up to its first -1.
    public static Tensor multilabelMarginLoss(Tensor input, Tensor target) {
        return multilabelMarginLoss(input, target, o -> {});
    }

    /// The same, with options.
    public static Tensor multilabelMarginLoss(Tensor input, Tensor target,
            Consumer<MultiLabelMarginLoss.Options> options) {
        var o = Keywords.of(new MultiLabelMarginLoss.Options(), options);
        return Operators.call("multilabel_margin_loss", input, target, Reduction.code(o.reduction()));
    }

    /// The mean over classes of [#binaryCrossEntropyWithLogits].
    public static Tensor multilabelSoftMarginLoss(Tensor input, Tensor target) {
        return multilabelSoftMarginLoss(input, target, o -> {});
    }

    /// The same, with options.
    public static Tensor multilabelSoftMarginLoss(Tensor input, Tensor target,
            Consumer<MultiLabelSoftMarginLoss.Options> options) {
        var o = Keywords.of(new MultiLabelSoftMarginLoss.Options(), options);
        Tensor chosen = Operators.call("mul.Tensor", target, logsigmoid(input));
        Tensor rest = Operators.call("rsub.Scalar", target, 1);
        Tensor others = Operators.call("mul.Tensor", rest, logsigmoid(Operators.call("neg", input)));
        Tensor loss = Operators.call("neg", Operators.<Tensor>call("add.Tensor", chosen, others));
        if (o.weight != null) loss = Operators.call("mul.Tensor", loss, o.weight);
        var classes = input.dim() - 1;
        Tensor sum = Operators.call("sum.dim_IntList", loss, new long[] { classes });
        Tensor mean = Operators.call("div.Tensor", sum, input.size(classes));
        return Reduction.apply(o.reduction(), mean, " is not valid");
    }

    /// The mean of `Σ max(0, margin - input[target] + input[i])^p / C` over the other classes i.
    public static Tensor multiMarginLoss(Tensor input, Tensor target) {
        return multiMarginLoss(input, target, o -> {});
    }

    /// The same, with options.
    public static Tensor multiMarginLoss(Tensor input, Tensor target, Consumer<MultiMarginLoss.Options> options) {
        var o = Keywords.of(new MultiMarginLoss.Options(), options);
        var reduction = Reduction.code(o.reduction());
        MultiMarginLoss.checkP(o.p);
        if (o.weight != null && o.weight.dim() != 1) throw new ValueError("weight must be one-dimensional");
        return Operators.call("multi_margin_loss", input, target, o.p, o.margin, o.weight, reduction);
    }

    /// The mean of `max(0, -target (input1 - input2) + margin)`.
    public static Tensor marginRankingLoss(Tensor input1, Tensor input2, Tensor target) {
        return marginRankingLoss(input1, input2, target, o -> {});
    }

    /// The same, with options.
    public static Tensor marginRankingLoss(Tensor input1, Tensor input2, Tensor target,
            Consumer<MarginRankingLoss.Options> options) {
        var o = Keywords.of(new MarginRankingLoss.Options(), options);
        var reduction = Reduction.code(o.reduction());
        if (input1.dim() != input2.dim() || input1.dim() != target.dim()) {
            throw new TorchException(
                    "margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                            + "input1: " + input1.shape() + ", input2: " + input2.shape() + ", target: "
                            + target.shape() + " ");
        }
        return Operators.call("margin_ranking_loss", input1, input2, target, o.margin.doubleValue(), reduction);
    }

    /// The mean of `1 - cos(input1, input2)` where target is 1, and of `max(0, cos - margin)` where it is -1.
    public static Tensor cosineEmbeddingLoss(Tensor input1, Tensor input2, Tensor target) {
        return cosineEmbeddingLoss(input1, input2, target, o -> {});
    }

    /// The same, with options.
    public static Tensor cosineEmbeddingLoss(Tensor input1, Tensor input2, Tensor target,
            Consumer<CosineEmbeddingLoss.Options> options) {
        var o = Keywords.of(new CosineEmbeddingLoss.Options(), options);
        return Operators.call("cosine_embedding_loss", input1, input2, target, o.margin.doubleValue(),
                Reduction.code(o.reduction()));
    }

    /// The mean of `max(0, |anchor - positive| - |anchor - negative| + margin)`.
    public static Tensor tripletMarginLoss(Tensor anchor, Tensor positive, Tensor negative) {
        return tripletMarginLoss(anchor, positive, negative, o -> {});
    }

    /// The same, with options.
    public static Tensor tripletMarginLoss(Tensor anchor, Tensor positive, Tensor negative,
            Consumer<TripletMarginLoss.Options> options) {
        var o = Keywords.of(new TripletMarginLoss.Options(), options);
        var reduction = Reduction.code(o.reduction());
        if (o.margin.doubleValue() <= 0) {
            throw new ValueError("margin must be greater than 0, got " + PythonFormat.of(o.margin));
        }
        return Operators.call("triplet_margin_loss", anchor, positive, negative, o.margin.doubleValue(),
                o.p.doubleValue(), o.eps.doubleValue(), o.swap, reduction);
    }

    /// [#tripletMarginLoss] with a distance of one's own.
    public static Tensor tripletMarginWithDistanceLoss(Tensor anchor, Tensor positive, Tensor negative) {
        return tripletMarginWithDistanceLoss(anchor, positive, negative, o -> {});
    }

    /// The same, with options.
    public static Tensor tripletMarginWithDistanceLoss(Tensor anchor, Tensor positive, Tensor negative,
            Consumer<TripletMarginWithDistanceLoss.Options> options) {
        var o = Keywords.of(new TripletMarginWithDistanceLoss.Options(), options);
        var distance = o.distanceFunction;
        return tripletMarginWithDistanceLoss(anchor, positive, negative, distance == null
                ? (a, b) -> Operators.call("pairwise_distance", a, b)
                : distance, o.margin, o.swap, o.reduction());
    }

    static Tensor tripletMarginWithDistanceLoss(Tensor anchor, Tensor positive, Tensor negative,
            BinaryOperator<Tensor> distance, Number margin, boolean swap, String reduction) {
        if (!reduction.equals("none") && !reduction.equals("mean") && !reduction.equals("sum")) {
            throw new ValueError(reduction + " is not a valid value for reduction");
        }
        if (margin.doubleValue() <= 0) {
            throw new ValueError("margin must be greater than 0, got " + PythonFormat.of(margin));
        }
        if (anchor.dim() != positive.dim() || positive.dim() != negative.dim()) {
            throw new TorchException(
                    "The anchor, positive, and negative tensors are expected to have the same number of "
                            + "dimensions, but got: anchor " + anchor.dim() + "D, positive " + positive.dim()
                            + "D, and negative " + negative.dim() + "D inputs");
        }
        var near = distance.apply(anchor, positive);
        var far = distance.apply(anchor, negative);
        if (swap) far = Operators.call("minimum", far, distance.apply(positive, negative));
        Tensor difference = Operators.call("sub.Tensor", Operators.<Tensor>call("add.Tensor", near, margin), far);
        Tensor loss = Operators.call("clamp_min", difference, 0);
        return Reduction.apply(reduction, loss, " is not a valid value for reduction");
    }

    /// The connectionist temporal classification loss: `logProbs` `(T, N, C)`, `targets` `(N, S)` or all in a row.
    public static Tensor ctcLoss(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths) {
        return ctcLoss(logProbs, targets, inputLengths, targetLengths, o -> {});
    }

    /// The same, with options.
    public static Tensor ctcLoss(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths,
            Consumer<CTCLoss.Options> options) {
        return ctcLoss("ctc_loss.Tensor", logProbs, targets, inputLengths, targetLengths, options);
    }

    /// The same, with lengths as numbers.
    public static Tensor ctcLoss(Tensor logProbs, Tensor targets, Size inputLengths, Size targetLengths) {
        return ctcLoss(logProbs, targets, inputLengths, targetLengths, o -> {});
    }

    /// The same, with lengths as numbers and options.
    public static Tensor ctcLoss(Tensor logProbs, Tensor targets, Size inputLengths, Size targetLengths,
            Consumer<CTCLoss.Options> options) {
        return ctcLoss("ctc_loss.IntList", logProbs, targets, inputLengths, targetLengths, options);
    }

    private static Tensor ctcLoss(String operator, Tensor logProbs, Tensor targets, Object inputLengths,
            Object targetLengths, Consumer<CTCLoss.Options> options) {
        var o = Keywords.of(new CTCLoss.Options(), options);
        return Operators.call(operator, logProbs, targets, inputLengths, targetLengths, o.blank,
                Reduction.code(o.reduction()), o.zeroInfinity);
    }

    private static void warnOfSizes(Tensor input, Tensor target) {
        if (target.shape().equals(input.shape())) return;
        Warnings.warn("Using a target size (" + target.shape() + ") that is different to the input size ("
                + input.shape() + "). This will likely lead to incorrect results due to broadcasting. "
                + "Please ensure they have the same size.");
    }

    private static Object[] broadcast(Tensor first, Tensor second) {
        if (first.shape().equals(second.shape())) return new Object[] { first, second };
        return Operators.<List<?>>call("broadcast_tensors", (Object) new Tensor[] { first, second }).toArray();
    }

    private static Tensor weigh(Tensor errors, Tensor input, Tensor weight) {
        if (!weight.shape().equals(input.shape())) {
            throw new ValueError("Weights and input must have the same size.");
        }
        return Operators.call("mul.Tensor", errors, weight);
    }

    private static Tensor weighted(Tensor errors, Tensor input, ElementLossOptions o) {
        var weight = Objects.requireNonNull(o.weight);
        var reduction = o.reduction();
        var losses = weigh(errors, input, weight);
        return Reduction.ofWeighted(reduction, losses, () -> Operators.call("div.Tensor",
                Operators.<Tensor>call("sum", losses), Operators.<Tensor>call("sum", weight)));
    }

    /// Options of [#l1Loss] and [#mseLoss].
    public static final class ElementLossOptions extends LossOptions<ElementLossOptions> {
        @Nullable
        Tensor weight;

        /// A factor for each element.
        public ElementLossOptions weight(@Nullable Tensor weight) { this.weight = weight; return this; }
    }

    /// Options of [#huberLoss].
    public static final class HuberLossOptions extends ReductionOptions<HuberLossOptions> {
        double delta = 1.0;
        @Nullable
        Tensor weight;

        /// Where the line begins; by default 1.
        public HuberLossOptions delta(double delta) { this.delta = delta; return this; }

        /// A factor for each element.
        public HuberLossOptions weight(@Nullable Tensor weight) { this.weight = weight; return this; }
    }
}
