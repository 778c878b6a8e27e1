package sconce.nn;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.DType;
import sconce.Device;
import sconce.MemoryFormat;
import sconce.NotImplementedError;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;

/// Changes dtype and device of all parameters and buffers in place.
@SuppressWarnings("ReferenceEquality") // Modules and tensors are the same if they are one object.
final class Moves {
    private Moves() {}

    /// Gives every parameter, gradient and buffer of the tree what `change` makes of it. Stands for `Module._apply`.
    static void apply(Module module, UnaryOperator<Tensor> change, boolean recurse) {
        var members = module.members().look();
        if (recurse) {
            for (var entry : members.modules.entrySet()) {
                var child = entry.getValue();
                if (child == null) continue;
                try (var trail = Trail.enter(module, entry.getKey(), child, "a move")) {
                    child.move(change, true);
                }
            }
        }
        for (var parameter : members.parameters.values()) {
            if (parameter != null) moveParameter(parameter, change);
        }
        for (var entry : members.buffers.entrySet()) {
            var tensor = entry.getValue();
            if (tensor == null) continue;
            if (tensor instanceof UninitializedBuffer lazy && lazy.form() != null) {
                lazy.form(change.apply(lazy.form()));
            } else if (tensor instanceof Buffer buffer) buffer.hold(change.apply(buffer));
            else
                members.replaceBuffer(entry.getKey(), change.apply(tensor));
        }
    }

    private static void moveParameter(Parameter parameter, UnaryOperator<Tensor> change) {
        if (parameter instanceof UninitializedParameter lazy && lazy.form() != null) {
            lazy.form(change.apply(lazy.form()));
            return;
        }
        var grad = parameter.grad();
        var moved = Torch.noGrad(() -> change.apply(parameter));
        if (moved != parameter) {
            // What shows other values of the same kind keeps its native identity, as PyTorch's `param.data = ..` does.
            if (moved.device().type().equals(parameter.device().type())) parameter.setData(moved);
            else
                parameter.hold(moved.detach().requiresGrad_(parameter.requiresGrad()));
        }
        if (grad == null) return;
        var movedGrad = Torch.noGrad(() -> change.apply(grad));
        parameter.setGrad(movedGrad.detach().requiresGrad_(grad.requiresGrad()));
    }

    static UnaryOperator<Tensor> to(@Nullable Device device, @Nullable DType dtype, boolean nonBlocking,
            @Nullable MemoryFormat memoryFormat) {
        if (dtype != null && !dtype.isFloatingPoint() && !dtype.isComplex()) {
            throw new TypeError(
                    "nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=" + dtype);
        }
        return tensor -> {
            var target = dtype != null && (tensor.dtype().isFloatingPoint() || tensor.dtype().isComplex()) ? dtype
                    : null;
            var order = tensor.dim() == 4 || tensor.dim() == 5 ? memoryFormat : null;
            try {
                return tensor.to(o -> {
                    o.nonBlocking(nonBlocking);
                    if (target != null) o.dtype(target);
                    if (device != null) o.device(device);
                    if (order != null) o.memoryFormat(order);
                });
            } catch (NotImplementedError refused) {
                if (!"Cannot copy out of meta tensor; no data!".equals(refused.getMessage())) throw refused;
                throw new NotImplementedError(refused.getMessage()
                        + " Please use torch.nn.Module.to_empty() instead of torch.nn.Module.to() when moving module from "
                        + "meta to a different device.");
            }
        };
    }

    /// Casts what has a floating point.
    static UnaryOperator<Tensor> cast(DType dtype) {
        return tensor -> tensor.dtype().isFloatingPoint() ? tensor.to(dtype) : tensor;
    }

    static void zeroGrad(Module module, boolean setToNone) {
        for (var parameter : module.parameters()) {
            var grad = parameter.grad();
            if (grad == null) continue;
            if (setToNone) {
                parameter.setGrad(null);
                continue;
            }
            var zeroed = grad.gradFn() == null ? grad.requiresGrad_(false) : grad.detach();
            zeroed.zero_();
            parameter.setGrad(zeroed);
        }
    }

    static UnaryOperator<Tensor> empty(Device device) {
        return tensor -> Torch.emptyLike(tensor, o -> o.device(device));
    }
}
