package sconce;

import java.util.function.Consumer;
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

    /// What `options` says.
    static TensorOptions of(Consumer<TensorOptions> options) {
        var o = new TensorOptions();
        options.accept(o);
        return o;
    }

    /// The device given, or the one that this thread makes tensors on; null for the CPU.
    @Nullable
    Device deviceOrDefault() { return device == null ? DeviceMode.current() : device.usable(); }

    /// Moves a tensor made on the CPU to where it was asked for.
    Tensor place(Tensor made) {
        var asked = deviceOrDefault();
        return asked == null || asked.equals(Device.CPU) ? made : made.to(asked);
    }

    /// Lets operations on a fresh tensor be recorded, if that was asked for.
    ///
    /// @throws TorchException if its dtype has no gradients
    Tensor finish(Tensor made) {
        if (!requiresGrad) return made;
        if (!made.dtype().isFloatingPoint() && !made.dtype().isComplex()) {
            throw new TorchException("Only Tensors of floating point and complex dtype can require gradients");
        }
        return made.requiresGrad_();
    }

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
