package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.Parameter;
import sconce.Size;
import sconce.Tensor;
import sconce.TensorOptions;
import sconce.Torch;
import sconce.TorchException;

/// A parameter with a dtype and a device but no shape yet. Stands for `torch.nn.parameter.UninitializedParameter`.
///
/// Nothing can be computed with it until [#materialize] gives it a shape; from then on it is a parameter like others.
///
/// ```java
/// var p = new UninitializedParameter();
/// p.materialize(2, 3);
/// p.shape()   // torch.Size([2, 3])
/// ```
public final class UninitializedParameter extends Parameter {
    /// Nothing, of the dtype and on the device that the values will have; null once there are values.
    private @Nullable Tensor form;
    private boolean trained = true;

    /// An uninitialised parameter of the default dtype.
    public UninitializedParameter() { this(o -> {}); }

    /// An uninitialised parameter with a dtype or device given.
    ///
    /// @throws TorchException if the dtype is one that no gradient has
    public UninitializedParameter(Consumer<TensorOptions> options) {
        this(new Parameter(Lazy.nothing(options)).detach(), true);
    }

    private UninitializedParameter(Tensor form, boolean requiresGrad) {
        super(form, false);
        await(form, requiresGrad);
    }

    private void await(Tensor form, boolean requiresGrad) {
        this.form = form;
        trained = requiresGrad;
        refuse(Lazy::refused);
    }

    /// Whether it still waits for a shape. Stands for `is_lazy(p)`.
    public boolean isLazy() { return form != null; }

    /// The class that a shape makes of it. Stands for the attribute `cls_to_become`.
    public Class<?> clsToBecome() { return Parameter.class; }

    /// Gives the parameter a shape; its values are whatever lies in memory.
    public void materialize(long... shape) { materialize(new Size(shape), null, null); }

    /// The same, with another device or dtype than it was made for.
    public void materialize(Size shape, @Nullable Device device, @Nullable DType dtype) {
        var made = Lazy.empty(shape, device == null ? device() : device, dtype == null ? dtype() : dtype);
        form = null;
        hold(made.requiresGrad_(trained));
    }

    /// Takes the dtype and device of `moved`, still without a shape.
    void form(Tensor moved) {
        hold(moved);
        await(moved, trained);
    }

    @Nullable
    Tensor form() { return form; }

    UninitializedParameter copy() { return new UninitializedParameter(form == null ? this : form, trained); }

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
    public boolean requiresGrad() { return form == null ? super.requiresGrad() : trained; }

    @Override
    public UninitializedParameter requiresGrad_(boolean requiresGrad) {
        trained = requiresGrad;
        if (form == null) super.requiresGrad_(requiresGrad);
        return this;
    }

    @Override
    public boolean isLeaf() { return form != null || super.isLeaf(); }

    @Override
    public @Nullable Tensor grad() { return form == null ? super.grad() : null; }

    /// PyTorch's `repr`: `<UninitializedParameter>` until there are values.
    @Override
    public String toString() { return form == null ? super.toString() : "<UninitializedParameter>"; }
}
