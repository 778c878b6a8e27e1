package sconce.nn;

import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;

/// A parameter that is computed whenever it is touched.
final class ComputedParameter extends Parameter implements Computed {
    private final Module owner;
    private final Computation computation;

    ComputedParameter(Module owner, Computation computation) {
        super(Torch.empty(0), false);
        this.owner = owner;
        this.computation = computation;
        follow(this::value);
    }

    @Override
    public Computation computation() { return computation; }

    @Override
    public Tensor value() { return CallStack.once(owner, this, () -> computation.compute(owner)); }

    @Override
    public String toString() { return value().toString(); }
}
