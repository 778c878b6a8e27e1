package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;

/// Functions of [F]: losses with options by place, in PyTorch's order without the deprecated `size_average` and `reduce`.
public abstract sealed class LossesByPlace extends GroupedFunctions permits PoolingsByPlace {
    LossesByPlace() {}

    /// [F#l1Loss] with all options by place.
    public static Tensor l1Loss(Tensor input, Tensor target, String reduction, @Nullable Tensor weight) {
        return l1Loss(input, target, o -> o.reduction(reduction).weight(weight));
    }

    /// [F#mseLoss] with all options by place.
    public static Tensor mseLoss(Tensor input, Tensor target, String reduction, @Nullable Tensor weight) {
        return mseLoss(input, target, o -> o.reduction(reduction).weight(weight));
    }

    /// [F#l1Loss] with a reduction.
    public static Tensor l1Loss(Tensor input, Tensor target, String reduction) {
        return l1Loss(input, target, o -> o.reduction(reduction));
    }

    /// [F#mseLoss] with a reduction.
    public static Tensor mseLoss(Tensor input, Tensor target, String reduction) {
        return mseLoss(input, target, o -> o.reduction(reduction));
    }

    /// [F#smoothL1Loss] with its first options by place.
    public static Tensor smoothL1Loss(Tensor input, Tensor target, String reduction) {
        return smoothL1Loss(input, target, o -> o.reduction(reduction));
    }

    /// [F#smoothL1Loss] with all options by place.
    public static Tensor smoothL1Loss(Tensor input, Tensor target, String reduction, Number beta) {
        return smoothL1Loss(input, target, o -> o.reduction(reduction).beta(beta));
    }

    /// [F#huberLoss] with its first options by place.
    public static Tensor huberLoss(Tensor input, Tensor target, String reduction) {
        return huberLoss(input, target, o -> o.reduction(reduction));
    }

    /// [F#huberLoss] with its first options by place.
    public static Tensor huberLoss(Tensor input, Tensor target, String reduction, double delta) {
        return huberLoss(input, target, o -> o.reduction(reduction).delta(delta));
    }

    /// [F#huberLoss] with all options by place.
    public static Tensor huberLoss(Tensor input, Tensor target, String reduction, double delta,
            @Nullable Tensor weight) {
        return huberLoss(input, target, o -> o.reduction(reduction).delta(delta).weight(weight));
    }

    /// [F#binaryCrossEntropy] with its first options by place.
    public static Tensor binaryCrossEntropy(Tensor input, Tensor target, @Nullable Tensor weight) {
        return binaryCrossEntropy(input, target, o -> o.weight(weight));
    }

    /// [F#binaryCrossEntropy] with all options by place.
    public static Tensor binaryCrossEntropy(Tensor input, Tensor target, @Nullable Tensor weight, String reduction) {
        return binaryCrossEntropy(input, target, o -> o.weight(weight).reduction(reduction));
    }

    /// [F#binaryCrossEntropyWithLogits] with its first options by place.
    public static Tensor binaryCrossEntropyWithLogits(Tensor input, Tensor target, @Nullable Tensor weight) {
        return binaryCrossEntropyWithLogits(input, target, o -> o.weight(weight));
    }

    /// [F#binaryCrossEntropyWithLogits] with all options by place.
    public static Tensor binaryCrossEntropyWithLogits(Tensor input, Tensor target, @Nullable Tensor weight,
            String reduction, @Nullable Tensor posWeight) {
        return binaryCrossEntropyWithLogits(input, target,
                o -> o.weight(weight).reduction(reduction).posWeight(posWeight));
    }

    /// [F#crossEntropy] with its first options by place.
    public static Tensor crossEntropy(Tensor input, Tensor target, @Nullable Tensor weight) {
        return crossEntropy(input, target, o -> o.weight(weight));
    }

    /// [F#crossEntropy] with all options by place.
    public static Tensor crossEntropy(Tensor input, Tensor target, @Nullable Tensor weight, long ignoreIndex,
            String reduction, double labelSmoothing) {
        return crossEntropy(input, target,
                o -> o.weight(weight).ignoreIndex(ignoreIndex).reduction(reduction).labelSmoothing(labelSmoothing));
    }

    /// [F#nllLoss] with its first options by place.
    public static Tensor nllLoss(Tensor input, Tensor target, @Nullable Tensor weight) {
        return nllLoss(input, target, o -> o.weight(weight));
    }

    /// [F#nllLoss] with all options by place.
    public static Tensor nllLoss(Tensor input, Tensor target, @Nullable Tensor weight, long ignoreIndex,
            String reduction) {
        return nllLoss(input, target, o -> o.weight(weight).ignoreIndex(ignoreIndex).reduction(reduction));
    }

    /// [F#klDiv] with its first options by place.
    public static Tensor klDiv(Tensor input, Tensor target, String reduction) {
        return klDiv(input, target, o -> o.reduction(reduction));
    }

    /// [F#klDiv] with all options by place.
    public static Tensor klDiv(Tensor input, Tensor target, String reduction, boolean logTarget) {
        return klDiv(input, target, o -> o.reduction(reduction).logTarget(logTarget));
    }

    /// [F#poissonNllLoss] with its first options by place.
    public static Tensor poissonNllLoss(Tensor input, Tensor target, boolean logInput) {
        return poissonNllLoss(input, target, o -> o.logInput(logInput));
    }

    /// [F#poissonNllLoss] with all options by place.
    public static Tensor poissonNllLoss(Tensor input, Tensor target, boolean logInput, boolean full, Number eps,
            String reduction) {
        return poissonNllLoss(input, target, o -> o.logInput(logInput).full(full).eps(eps).reduction(reduction));
    }

    /// [F#gaussianNllLoss] with its first options by place.
    public static Tensor gaussianNllLoss(Tensor input, Tensor target, Tensor var, boolean full) {
        return gaussianNllLoss(input, target, var, o -> o.full(full));
    }

    /// [F#gaussianNllLoss] with all options by place.
    public static Tensor gaussianNllLoss(Tensor input, Tensor target, Tensor var, boolean full, Number eps,
            String reduction) {
        return gaussianNllLoss(input, target, var, o -> o.full(full).eps(eps).reduction(reduction));
    }

    /// [F#hingeEmbeddingLoss] with its first options by place.
    public static Tensor hingeEmbeddingLoss(Tensor input, Tensor target, Number margin) {
        return hingeEmbeddingLoss(input, target, o -> o.margin(margin));
    }

    /// [F#hingeEmbeddingLoss] with all options by place.
    public static Tensor hingeEmbeddingLoss(Tensor input, Tensor target, Number margin, String reduction) {
        return hingeEmbeddingLoss(input, target, o -> o.margin(margin).reduction(reduction));
    }

    /// [F#softMarginLoss] with all options by place.
    public static Tensor softMarginLoss(Tensor input, Tensor target, String reduction) {
        return softMarginLoss(input, target, o -> o.reduction(reduction));
    }

    /// [F#multilabelMarginLoss] with all options by place.
    public static Tensor multilabelMarginLoss(Tensor input, Tensor target, String reduction) {
        return multilabelMarginLoss(input, target, o -> o.reduction(reduction));
    }

    /// [F#multilabelSoftMarginLoss] with its first options by place.
    public static Tensor multilabelSoftMarginLoss(Tensor input, Tensor target, @Nullable Tensor weight) {
        return multilabelSoftMarginLoss(input, target, o -> o.weight(weight));
    }

    /// [F#multilabelSoftMarginLoss] with all options by place.
    public static Tensor multilabelSoftMarginLoss(Tensor input, Tensor target, @Nullable Tensor weight,
            String reduction) {
        return multilabelSoftMarginLoss(input, target, o -> o.weight(weight).reduction(reduction));
    }

    /// [F#multiMarginLoss] with its first options by place.
    public static Tensor multiMarginLoss(Tensor input, Tensor target, Number p, Number margin) {
        return multiMarginLoss(input, target, o -> o.p(p).margin(margin));
    }

    /// [F#multiMarginLoss] with all options by place.
    public static Tensor multiMarginLoss(Tensor input, Tensor target, Number p, Number margin, @Nullable Tensor weight,
            String reduction) {
        return multiMarginLoss(input, target, o -> o.p(p).margin(margin).weight(weight).reduction(reduction));
    }

    /// [F#marginRankingLoss] with its first options by place.
    public static Tensor marginRankingLoss(Tensor input1, Tensor input2, Tensor target, Number margin) {
        return marginRankingLoss(input1, input2, target, o -> o.margin(margin));
    }

    /// [F#marginRankingLoss] with all options by place.
    public static Tensor marginRankingLoss(Tensor input1, Tensor input2, Tensor target, Number margin,
            String reduction) {
        return marginRankingLoss(input1, input2, target, o -> o.margin(margin).reduction(reduction));
    }

    /// [F#cosineEmbeddingLoss] with its first options by place.
    public static Tensor cosineEmbeddingLoss(Tensor input1, Tensor input2, Tensor target, Number margin) {
        return cosineEmbeddingLoss(input1, input2, target, o -> o.margin(margin));
    }

    /// [F#cosineEmbeddingLoss] with all options by place.
    public static Tensor cosineEmbeddingLoss(Tensor input1, Tensor input2, Tensor target, Number margin,
            String reduction) {
        return cosineEmbeddingLoss(input1, input2, target, o -> o.margin(margin).reduction(reduction));
    }

    /// [F#tripletMarginLoss] with its first options by place.
    public static Tensor tripletMarginLoss(Tensor anchor, Tensor positive, Tensor negative, Number margin) {
        return tripletMarginLoss(anchor, positive, negative, o -> o.margin(margin));
    }

    /// [F#tripletMarginLoss] with its first options by place.
    public static Tensor tripletMarginLoss(Tensor anchor, Tensor positive, Tensor negative, Number margin, Number p) {
        return tripletMarginLoss(anchor, positive, negative, o -> o.margin(margin).p(p));
    }

    /// [F#tripletMarginLoss] with all options by place.
    public static Tensor tripletMarginLoss(Tensor anchor, Tensor positive, Tensor negative, Number margin, Number p,
            Number eps, boolean swap, String reduction) {
        return tripletMarginLoss(anchor, positive, negative,
                o -> o.margin(margin).p(p).eps(eps).swap(swap).reduction(reduction));
    }

    /// [F#ctcLoss] with its first options by place.
    public static Tensor ctcLoss(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths,
            long blank) {
        return ctcLoss(logProbs, targets, inputLengths, targetLengths, o -> o.blank(blank));
    }

    /// [F#ctcLoss] with all options by place.
    public static Tensor ctcLoss(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths, long blank,
            String reduction, boolean zeroInfinity) {
        return ctcLoss(logProbs, targets, inputLengths, targetLengths,
                o -> o.blank(blank).reduction(reduction).zeroInfinity(zeroInfinity));
    }

    /// [F#ctcLoss] with its first options by place.
    public static Tensor ctcLoss(Tensor logProbs, Tensor targets, Size inputLengths, Size targetLengths, long blank) {
        return ctcLoss(logProbs, targets, inputLengths, targetLengths, o -> o.blank(blank));
    }

    /// [F#ctcLoss] with all options by place.
    public static Tensor ctcLoss(Tensor logProbs, Tensor targets, Size inputLengths, Size targetLengths, long blank,
            String reduction, boolean zeroInfinity) {
        return ctcLoss(logProbs, targets, inputLengths, targetLengths,
                o -> o.blank(blank).reduction(reduction).zeroInfinity(zeroInfinity));
    }
}
