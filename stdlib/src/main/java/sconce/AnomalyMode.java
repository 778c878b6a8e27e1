package sconce;

import sconce.libtorch.NativeAutograd;

/// Whether backward passes look for the operation that gave a NaN, until it is closed. Stands for what
/// `torch.autograd.set_detect_anomaly(..)` gives.
public final class AnomalyMode implements AutoCloseable {
    private final boolean before = NativeAutograd.isAnomalyEnabled();
    private final boolean checkedNan = NativeAutograd.isAnomalyCheckingNan();

    AnomalyMode(boolean enabled, boolean checkNan) { NativeAutograd.setAnomalyEnabled(enabled, checkNan); }

    /// Looks as before.
    @Override
    public void close() { NativeAutograd.setAnomalyEnabled(before, checkedNan); }
}
