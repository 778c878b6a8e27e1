package sconce;

import org.jspecify.annotations.Nullable;

/// On which device a thread makes new tensors, until it is closed. Stands for `with torch.device(..):`.
public final class DeviceMode implements AutoCloseable {
    private static final ThreadLocal<@Nullable Device> CURRENT = new ThreadLocal<>();
    private final @Nullable Device before = CURRENT.get();
    private final Device device;

    DeviceMode(Device device) {
        this.device = device.usable();
        CURRENT.set(this.device);
    }

    static @Nullable Device current() { return CURRENT.get(); }

    static void set(@Nullable Device device) {
        if (device == null) CURRENT.remove();
        else
            CURRENT.set(device);
    }

    /// Makes tensors where they were made before.
    @Override
    public void close() { set(before); }

    /// The device, as PyTorch shows it: `device(type='cpu')`.
    @Override
    public String toString() { return device.toString(); }
}
