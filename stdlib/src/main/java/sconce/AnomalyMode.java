package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.NativeAutograd;

/// Whether backward passes look for the operation that gave a NaN, until it is closed. Stands for what
/// `torch.autograd.set_detect_anomaly(..)` gives. The error says by its path in which module the operation was recorded.
public final class AnomalyMode implements AutoCloseable {
    private static final ThreadLocal<@Nullable String> PLACE = new ThreadLocal<>();
    private static volatile boolean on;
    private final boolean before = NativeAutograd.isAnomalyEnabled();
    private final boolean checkedNan = NativeAutograd.isAnomalyCheckingNan();

    AnomalyMode(boolean enabled, boolean checkNan) {
        set(enabled, checkNan);
    }

    private static void set(boolean enabled, boolean checkNan) {
        NativeAutograd.setAnomalyEnabled(enabled, checkNan);
        on = enabled;
    }

    /// Whether modules tell where backward passes are.
    public static boolean isOn() { return on; }

    /// Tells in which module the backward pass on this thread is: an error will name it. Modules do so while
    /// [#isOn] holds.
    public static void enter(@Nullable String place) { PLACE.set(place); }

    /// Runs a backward pass, and names the module in what it fails with.
    static void locate(Runnable pass) {
        if (!on) {
            pass.run();
            return;
        }
        PLACE.remove();
        try {
            pass.run();
        } catch (TorchException failure) {
            var place = PLACE.get();
            if (place != null) failure.addWhere(place);
            throw failure;
        } finally {
            PLACE.remove();
        }
    }

    /// Looks as before.
    @Override
    public void close() {
        set(before, checkedNan);
    }
}
