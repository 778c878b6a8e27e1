package sconce;

import sconce.libtorch.NativeGenerator;

/// A source of random numbers with a state of its own. Stands for `torch.Generator`.
///
/// ```java
/// var g = new Generator().manualSeed(0);
/// Torch.rand(2, o -> o.generator(g))   // tensor([0.4963, 0.7682])
/// ```
public final class Generator extends NativeGenerator {
    static {
        Tensor.initialise();
    }

    /// A generator seeded with PyTorch's default seed, 67280421310721.
    public Generator() { super(seeded(67_280_421_310_721L)); }

    /// The same for a device by its name; this build of libtorch has `"cpu"` only.
    public Generator(String device) {
        this();
        Device.of(device).usable();
    }

    Generator(NativeGenerator source) { super(source); }

    /// Seeds the generator and returns it.
    public Generator manualSeed(long seed) {
        reseed(seed);
        return this;
    }

    /// The state, a tensor of bytes.
    public Tensor getState() { return (Tensor) state(); }

    /// Goes on from a state that [#getState()] gave; returns this generator.
    ///
    /// @throws TypeError if it is not a tensor of bytes
    public Generator setState(Tensor state) {
        if (state.dtype() != DType.uint8) throw new TypeError("RNG state must be a torch.ByteTensor");
        restore(state);
        return this;
    }

    /// A copy that goes on from the same state, independently.
    public Generator cloneState() { return new Generator(copy()); }

    /// The device whose random numbers it makes.
    public Device device() { return Device.CPU; }
}
