package sconce;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] that make tensors.
abstract sealed class CreationFunctions permits RandomFunctions {
    static {
        Tensor.initialise();
    }

    CreationFunctions() {}

    /// Ones of the given shape.
    public static Tensor ones(long... size) { return ones(size, o -> {}); }

    /// Ones of the given shape, with options.
    public static Tensor ones(long[] size, Consumer<TensorOptions> options) {
        return make("ones", options, (Object) size);
    }

    /// Zeros of the given shape.
    public static Tensor zeros(long... size) { return zeros(size, o -> {}); }

    /// Zeros of the given shape, with options.
    public static Tensor zeros(long[] size, Consumer<TensorOptions> options) {
        return make("zeros", options, (Object) size);
    }

    /// Calls a factory operator whose last four arguments are dtype, layout, device and pinMemory.
    static Tensor make(String operator, Consumer<TensorOptions> options, @Nullable Object... arguments) {
        var o = new TensorOptions();
        options.accept(o);
        var all = Arrays.copyOf(arguments, arguments.length + 4);
        all[arguments.length] = o.dtype;
        all[arguments.length + 1] = o.layout;
        all[arguments.length + 2] = o.device;
        all[arguments.length + 3] = o.pinMemory;
        Tensor made = Operators.call(operator, all);
        return o.requiresGrad ? made.requiresGrad_() : made;
    }
}
