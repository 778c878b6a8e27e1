package sconce.nn;

import sconce.Buffer;
import sconce.Tensor;
import sconce.TypeError;

/// What a field holds whose parameter or buffer is computed: touched, it is what its computation gives at that moment.
///
/// It is not registered and prints as a plain tensor. Within a call of its module it is computed once.
sealed interface Computed permits ComputedParameter, ComputedBuffer {
    /// How it is computed.
    Computation computation();

    /// What it is at this moment: a plain tensor.
    Tensor value();

    /// A computed tensor that a field of this type can hold.
    static Computed of(Module owner, Computation computation, Class<?> field) {
        if (field.isAssignableFrom(ComputedParameter.class)) return new ComputedParameter(owner, computation);
        if (field == Buffer.class) return new ComputedBuffer(owner, computation);
        throw new TypeError("a field of " + owner.moduleName() + " is a " + field.getSimpleName()
                + ": only a Parameter, a Buffer or a Tensor can be computed");
    }
}
