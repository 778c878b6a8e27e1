package sconce;

import org.jspecify.annotations.Nullable;

/// Keyword arguments of the functions that make tensors, with PyTorch's names and defaults.
///
/// ```java
/// Torch.zeros(2, 3, o -> o.dtype(Torch.float64).requiresGrad(true))
/// ```
public final class TensorOptions {
    @Nullable
    DType dtype;
    @Nullable
    Layout layout;
    @Nullable
    Device device;
    boolean requiresGrad;
    @Nullable
    Boolean pinMemory;
    @Nullable
    MemoryFormat memoryFormat;
    @Nullable
    Generator generator;

    /// The type of the elements; by default `Torch.getDefaultDtype()`, or what the values ask for.
    public TensorOptions dtype(DType dtype) { this.dtype = dtype; return this; }

    /// The layout; `Torch.strided` by default.
    public TensorOptions layout(Layout layout) { this.layout = layout; return this; }

    /// The device; the CPU by default, or what `Torch.device(..)` set.
    public TensorOptions device(Device device) { this.device = device; return this; }

    /// The device by its name, such as `"meta"`.
    public TensorOptions device(String device) { return device(Device.of(device)); }

    /// Whether operations on the tensor are recorded for a backward pass; false by default.
    public TensorOptions requiresGrad(boolean requiresGrad) { this.requiresGrad = requiresGrad; return this; }

    /// Whether the memory is pinned for transfers to an accelerator; false by default.
    public TensorOptions pinMemory(boolean pinMemory) { this.pinMemory = pinMemory; return this; }

    /// The order of dimensions in memory, for the functions that take one.
    public TensorOptions memoryFormat(MemoryFormat memoryFormat) { this.memoryFormat = memoryFormat; return this; }

    /// Where random numbers come from; the default generator if not given.
    public TensorOptions generator(Generator generator) { this.generator = generator; return this; }
}
