package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Generator;

/// The keyword argument that all functions of [Init] with random numbers share.
abstract class RandomOptions<O extends RandomOptions<O>> {
    @Nullable
    Generator generator;

    RandomOptions() {}

    /// Where random numbers come from; the default generator if not given.
    @SuppressWarnings("unchecked") // O is the class itself in every subclass.
    public O generator(Generator generator) {
        this.generator = generator;
        return (O) this;
    }
}
