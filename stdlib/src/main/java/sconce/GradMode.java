package sconce;

import sconce.libtorch.NativeAutograd;

/// Whether a thread records operations for backward passes, until it is closed. Stands for what `torch.no_grad()`,
/// `torch.enable_grad()` and `torch.set_grad_enabled(..)` give.
public final class GradMode implements AutoCloseable {
    private final boolean before = NativeAutograd.isGradEnabled();

    GradMode(boolean enabled) { NativeAutograd.setGradEnabled(enabled); }

    /// Records as before.
    @Override
    public void close() { NativeAutograd.setGradEnabled(before); }
}
