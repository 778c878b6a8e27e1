package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.DType;
import sconce.Device;
import sconce.Size;
import sconce.Tensor;
import sconce.TensorOptions;
import sconce.Torch;

/// A buffer with a dtype and a device but no shape yet. Stands for `torch.nn.parameter.UninitializedBuffer`.
///
/// Nothing can be computed with it until [#materialize] gives it a shape; from then on it is a buffer like others.
///
/// ```java
/// var b = new UninitializedBuffer();
/// b.materialize(2, 3);
/// b.shape()   // torch.Size([2, 3])
/// ```
public final class UninitializedBuffer extends Buffer {
    /// Nothing, of the dtype and on the device that the values will have; null once there are values.
    private @Nullable Tensor form;

    /// An uninitialised buffer of the default dtype.
    public UninitializedBuffer() { this(o -> {}); }

    /// An uninitialised buffer with a dtype or device given.
    public UninitializedBuffer(Consumer<TensorOptions> options) { this(Lazy.nothing(options), true); }

    /// The same; `persistent` says whether it is part of the state dict.
    public UninitializedBuffer(Consumer<TensorOptions> options, boolean persistent) {
        this(Lazy.nothing(options), persistent);
    }

    private UninitializedBuffer(Tensor form, boolean persistent) {
        super(form, persistent);
        await(form);
    }

    private void await(Tensor form) {
        this.form = form;
        refuse(Lazy::refused);
    }

    /// Whether it still waits for a shape. Stands for `is_lazy(b)`.
    public boolean isLazy() { return form != null; }

    /// The class that a shape makes of it. Stands for the attribute `cls_to_become`.
    public Class<?> clsToBecome() { return Buffer.class; }

    /// Gives the buffer a shape; its values are whatever lies in memory.
    public void materialize(long... shape) { materialize(new Size(shape), null, null); }

    /// The same, with another device or dtype than it was made for.
    public void materialize(Size shape, @Nullable Device device, @Nullable DType dtype) {
        var made = Lazy.empty(shape, device == null ? device() : device, dtype == null ? dtype() : dtype);
        form = null;
        hold(made);
    }

    /// Takes the dtype and device of `moved`, still without a shape.
    void form(Tensor moved) {
        hold(moved);
        await(moved);
    }

    @Nullable
    Tensor form() { return form; }

    UninitializedBuffer copy() { return new UninitializedBuffer(form == null ? this : form, persistent()); }

    @Override
    public Size shape() {
        if (form != null) throw Lazy.noShape();
        return super.shape();
    }

    @Override
    public long size(long dim) {
        if (form != null) throw Lazy.noShape();
        return super.size(dim);
    }

    @Override
    public long numel() {
        if (form != null) throw Lazy.refused("numel");
        return super.numel();
    }

    @Override
    public DType dtype() { return form == null ? super.dtype() : form.dtype(); }

    @Override
    public Device device() { return form == null ? super.device() : form.device(); }

    @Override
    public boolean requiresGrad() { return form == null && super.requiresGrad(); }

    @Override
    public boolean isLeaf() { return form != null || super.isLeaf(); }

    @Override
    public @Nullable Tensor grad() { return form == null ? super.grad() : null; }

    /// PyTorch's `repr`: `<UninitializedBuffer>` until there are values.
    @Override
    public String toString() { return form == null ? super.toString() : "<UninitializedBuffer>"; }
}
