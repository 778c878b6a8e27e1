package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Tensor;

/// How a parameter comes from others: by pruning, by a parametrization, from a tensor that was lent.
///
/// It belongs to no module, so that a copy of a module shares it.
interface Computation {
    /// The parameter of `owner` at this moment.
    Tensor compute(Module owner);

    /// Takes what somebody assigns to the parameter.
    void assign(Module owner, @Nullable Object value);

    /// A tensor that stands for a parameter as it is.
    static Computation constant(Tensor tensor) {
        return new Computation() {
            @Override
            public Tensor compute(Module owner) { return tensor; }

            @Override
            public void assign(Module owner, @Nullable Object value) {}
        };
    }
}
