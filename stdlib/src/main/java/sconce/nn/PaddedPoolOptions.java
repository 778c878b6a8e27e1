package sconce.nn;

import sconce.Size;

/// The keyword arguments of pooling layers that add rows around their input.
abstract class PaddedPoolOptions<O extends PaddedPoolOptions<O>> extends PoolOptions<O> {
    IntOrTuple padding = IntOrTuple.of(0);

    PaddedPoolOptions() {}

    /// How many rows are added on both sides, one number for all dimensions or one for each; by default 0.
    public O padding(long... padding) { this.padding = IntOrTuple.of(padding); return self(); }

    /// How many rows are added on both sides, for each dimension.
    public O padding(Size padding) { this.padding = IntOrTuple.of(padding); return self(); }
}
