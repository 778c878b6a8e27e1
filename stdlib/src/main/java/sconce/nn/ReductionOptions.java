package sconce.nn;

/// The keyword argument `reduction`.
abstract class ReductionOptions<O extends ReductionOptions<O>> {
    private String reduction = "mean";

    ReductionOptions() {}

    /// What becomes of the losses of single elements: `"mean"` (default), `"sum"`, or `"none"` for all of them.
    public O reduction(String reduction) { this.reduction = reduction; return self(); }

    String reduction() { return reduction; }

    @SuppressWarnings("unchecked") // O is the class itself in every subclass.
    final O self() { return (O) this; }
}
