package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.Size;
import sconce.Tensor;
import sconce.TensorOptions;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// What tensors and modules that wait for their first input have in common.
final class Lazy {
    private Lazy() {}

    static boolean isLazy(@Nullable Tensor tensor) {
        return switch (tensor) {
            case UninitializedParameter parameter -> parameter.isLazy();
            case UninitializedBuffer buffer -> buffer.isLazy();
            case null, default -> false;
        };
    }

    static Tensor nothing(Consumer<TensorOptions> options) { return Torch.zeros(new long[] { 0 }, options); }

    static Tensor empty(Size shape, Device device, DType dtype) {
        return Operators.call("empty.memory_format", shape.longs(), dtype, null, device);
    }

    static ValueError refused(String operator) {
        return new ValueError("Attempted to use an uninitialized parameter in <method '" + operator
                + "' of 'torch._C.TensorBase' objects>. This error happens when you are using a `LazyModule` or explicitly "
                + "manipulating `torch.nn.parameter.UninitializedParameter` objects. When using LazyModules Call `forward` "
                + "with a dummy batch to initialize the parameters before calling torch functions");
    }

    static TorchException noShape() {
        return new TorchException("Can't access the shape of an uninitialized parameter or buffer. This error usually "
                + "happens in `load_state_dict` when trying to load an uninitialized parameter into an initialized one. "
                + "Call `forward` to initialize the parameters before accessing their attributes.");
    }

    /// Gives a parameter or buffer that waits for it its shape.
    static void materialize(@Nullable Tensor tensor, long... shape) {
        if (tensor instanceof UninitializedParameter parameter && parameter.isLazy()) parameter.materialize(shape);
        if (tensor instanceof UninitializedBuffer buffer && buffer.isLazy()) buffer.materialize(shape);
    }

    /// Lets the first call, or a state dict that is loaded, give a module's parameters their shapes.
    static void arm(Module module, LazyModule lazy) {
        var load = module.registerLoadStateDictPreHook((m, state, prefix, metadata, strict, missing, unexpected,
                errors) -> shapeFrom(m, state, prefix));
        module.awaitsInput = module.registerForwardPreHook((m, inputs) -> {
            Torch.noGrad(() -> lazy.initializeParameters(inputs));
            if (lazy.hasUninitializedParams()) {
                throw new TorchException("module " + m.moduleName() + " has not been fully initialized");
            }
            load.remove();
            module.settle();
        });
    }

    private static void shapeFrom(Module module, StateDict state, String prefix) {
        var members = module.members().look();
        members.parameters.forEach((name, parameter) -> {
            if (parameter instanceof UninitializedParameter lazy && lazy.isLazy()
                    && state.getOrDefault(prefix + name, null) instanceof Tensor given && !isLazy(given)) {
                lazy.materialize(given.shape(), null, null);
            }
        });
        members.buffers.forEach((name, tensor) -> {
            if (tensor instanceof UninitializedBuffer lazy && lazy.isLazy()
                    && state.getOrDefault(prefix + name, null) instanceof Tensor given && !isLazy(given)) {
                lazy.materialize(given.shape(), null, null);
            }
        });
    }
}
