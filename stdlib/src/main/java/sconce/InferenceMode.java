package sconce;

import sconce.libtorch.NativeAutograd;

/// Whether a thread is in inference mode, until it is closed. Stands for what `torch.inference_mode()` gives.
public final class InferenceMode implements AutoCloseable {
    private final AutoCloseable guard;

    InferenceMode(boolean enabled) { guard = NativeAutograd.inferenceMode(enabled); }

    /// Goes back to what was before.
    @Override
    public void close() {
        try {
            guard.close();
        } catch (Exception impossible) {
            throw new IllegalStateException("Inference mode could not be left", impossible);
        }
    }
}
