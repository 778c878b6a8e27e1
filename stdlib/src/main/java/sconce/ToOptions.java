package sconce;

import org.jspecify.annotations.Nullable;

/// Keyword arguments of `x.to(..)`, with PyTorch's names and defaults.
///
/// ```java
/// Torch.ones(2).to(o -> o.dtype(Torch.float64).copy(true))   // tensor([1., 1.], dtype=torch.float64)
/// ```
public final class ToOptions {
    @Nullable
    Device device;
    @Nullable
    DType dtype;
    boolean nonBlocking;
    boolean copy;
    @Nullable
    MemoryFormat memoryFormat;

    ToOptions() {}

    /// The device; as it is by default.
    public ToOptions device(Device device) { this.device = device; return this; }

    /// The device by its name, such as `"meta"`.
    public ToOptions device(String device) { return device(Device.of(device)); }

    /// The type of the elements; as it is by default.
    public ToOptions dtype(DType dtype) { this.dtype = dtype; return this; }

    /// Whether a transfer to an accelerator may go on in the background; false by default.
    public ToOptions nonBlocking(boolean nonBlocking) { this.nonBlocking = nonBlocking; return this; }

    /// Whether the result is a copy even if nothing changes; false by default.
    public ToOptions copy(boolean copy) { this.copy = copy; return this; }

    /// The order of dimensions in memory; as it is by default.
    public ToOptions memoryFormat(MemoryFormat memoryFormat) { this.memoryFormat = memoryFormat; return this; }
}
