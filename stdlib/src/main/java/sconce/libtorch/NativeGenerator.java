package sconce.libtorch;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.global.torch;

/// A random generator of libtorch. Generators are few, so they live as long as the process.
public class NativeGenerator {
    private final Generator pointer;

    private NativeGenerator(Generator pointer) { this.pointer = pointer; }

    /// The same generator under another Java object.
    protected NativeGenerator(NativeGenerator source) { pointer = source.pointer; }

    /// The generator that operators use when none is given.
    public static NativeGenerator byDefault() {
        Libtorch.ready();
        // A reference into libtorch: a handle of our own shares the state.
        return new NativeGenerator(new Generator(torch.getDefaultCPUGenerator()));
    }

    /// A generator of its own, seeded.
    public static NativeGenerator seeded(long seed) {
        Libtorch.ready();
        return new NativeGenerator(torch.createCPUGenerator(seed));
    }

    /// A copy that goes on from the same state.
    protected final NativeGenerator copy() { return new NativeGenerator(pointer.clone()); }

    /// Seeds this generator.
    protected final void reseed(long seed) { pointer.set_current_seed(seed); }

    /// The seed it was last given.
    public final long initialSeed() { return pointer.current_seed(); }

    /// Seeds it from the system's source of randomness and returns that seed.
    public final long seed() { return pointer.seed(); }

    /// Its state, as a tensor of bytes.
    protected final TensorHandle state() { return Hosts.wrap(pointer.get_state()); }

    /// Goes on from `state`.
    protected final void restore(TensorHandle state) {
        try {
            pointer.set_state(state.pointer());
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        }
    }

    final Generator pointer() { return pointer; }
}
