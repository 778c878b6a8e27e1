package sconce;

/// What there is of CUDA: nothing, in this build of libtorch. Stands for the module `torch.cuda`, so that code which asks
/// before it moves a model runs as it stands.
///
/// ```java
/// Torch.cuda().isAvailable()   // false
/// ```
public final class Cuda {
    Cuda() {}

    /// Whether tensors can live on a CUDA device: false.
    public boolean isAvailable() { return false; }

    /// How many CUDA devices there are: 0.
    public int deviceCount() { return 0; }
}
