package sconce.nn;

import org.jspecify.annotations.Nullable;

/// The keyword arguments that most losses share.
abstract class LossOptions<O extends LossOptions<O>> extends ReductionOptions<O> {
    private @Nullable Boolean sizeAverage;
    private @Nullable Boolean reduce;

    LossOptions() {}

    /// Old form of `reduction`: false means `"sum"`.
    public O sizeAverage(boolean sizeAverage) { this.sizeAverage = sizeAverage; return self(); }

    /// Old form of `reduction`: false means `"none"`.
    public O reduce(boolean reduce) { this.reduce = reduce; return self(); }

    @Override
    String reduction() {
        return sizeAverage == null && reduce == null ? super.reduction() : Reduction.legacy(sizeAverage, reduce);
    }

    /// The reduction given by its own keyword, whatever the old ones say.
    final String written() { return super.reduction(); }

    /// Whether the old keywords were used.
    final boolean isLegacy() { return sizeAverage != null || reduce != null; }
}
