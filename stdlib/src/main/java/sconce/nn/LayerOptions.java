package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.DType;
import sconce.Device;
import sconce.Parameter;
import sconce.Tensor;
import sconce.TensorOptions;
import sconce.Torch;
import sconce.libtorch.Operators;

/// The keyword arguments that all layers with parameters share, PyTorch's `device` and `dtype`. A layer's own `Options`
/// extend it; those of layers without parameters stand alone.
abstract class LayerOptions<O extends LayerOptions<O>> {
    private @Nullable DType dtype;
    private @Nullable Device device;

    LayerOptions() {}

    /// The type of the parameters; by default `Torch.getDefaultDtype()`.
    public O dtype(DType dtype) { this.dtype = dtype; return self(); }

    /// Where the parameters lie; by default `Torch.getDefaultDevice()`.
    public O device(Device device) { this.device = device; return self(); }

    /// Where the parameters lie, by its name, such as `"meta"`.
    public O device(String device) { return device(Device.of(device)); }

    @SuppressWarnings("unchecked") // O is the class itself in every subclass.
    final O self() { return (O) this; }

    /// Sets the same type and place for the parameters of a part.
    final <P extends LayerOptions<P>> void copyTo(P part) {
        LayerOptions<P> target = part;
        target.dtype = dtype;
        target.device = device;
    }

    final @Nullable DType dtype() { return dtype; }

    final @Nullable Device device() { return device; }

    /// A parameter of this shape that nothing is in yet: `torch.nn.Parameter(torch.empty(..))`.
    final Parameter parameter(long... shape) { return new Parameter(empty(shape)); }

    /// A parameter, or null where an option switches it off.
    final @Nullable Parameter parameterIf(boolean wanted, long... shape) { return wanted ? parameter(shape) : null; }

    /// A buffer of zeros.
    final Buffer zeros(long... shape) {
        return new Buffer(Operators.<Tensor>call("zeros", shape, dtype, null, place()));
    }

    /// A buffer of ones.
    final Buffer ones(long... shape) { return new Buffer(Operators.<Tensor>call("ones", shape, dtype, null, place())); }

    /// A parameter that waits for its shape.
    final UninitializedParameter uninitialized() { return new UninitializedParameter(this::form); }

    /// A buffer that waits for its shape.
    final UninitializedBuffer uninitializedBuffer() { return new UninitializedBuffer(this::form); }

    private void form(TensorOptions made) {
        if (dtype != null) made.dtype(dtype);
        made.device(place());
    }

    private Device place() { return device == null ? Torch.getDefaultDevice() : device; }

    private Tensor empty(long... shape) { return Operators.call("empty.memory_format", shape, dtype, null, place()); }
}
