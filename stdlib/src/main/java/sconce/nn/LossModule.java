package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Tensor;

/// A loss of an input and a target.
abstract class LossModule extends BinaryModule {
    /// What becomes of the losses of single elements: `"mean"`, `"sum"`, or `"none"` for all of them.
    public String reduction;

    LossModule(String reduction) { this.reduction = reduction; }

    /// A weight that the user gave, as a buffer.
    static @Nullable Buffer buffer(@Nullable Tensor weight) { return weight == null ? null : new Buffer(weight); }
}
