package sconce.nn;

import sconce.Buffer;
import sconce.Tensor;
import sconce.Torch;

/// A buffer that is computed whenever it is touched.
final class ComputedBuffer extends Buffer implements Computed {
    private final Module owner;
    private final Computation computation;

    ComputedBuffer(Module owner, Computation computation) {
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
