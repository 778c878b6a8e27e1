package sconce;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Methods of [Tensor] that make further tensors of its dtype and in its place.
sealed interface CreationMethods permits Tensor {
    /// A tensor of the given numbers, as [Torch#tensor(Object)] takes them.
    default Tensor newTensor(@Nullable Object data) { return newTensor(data, o -> {}); }

    /// The same with options.
    default Tensor newTensor(@Nullable Object data, Consumer<TensorOptions> options) {
        return Torch.tensor(data, after(options));
    }

    /// Zeros of the given shape.
    default Tensor newZeros(long... size) { return newZeros(new Size(size), o -> {}); }

    /// Zeros of the given shape.
    default Tensor newZeros(Size size) { return newZeros(size, o -> {}); }

    /// The same with options.
    default Tensor newZeros(Size size, Consumer<TensorOptions> options) { return Torch.zeros(size, after(options)); }

    /// Ones of the given shape.
    default Tensor newOnes(long... size) { return newOnes(new Size(size), o -> {}); }

    /// Ones of the given shape.
    default Tensor newOnes(Size size) { return newOnes(size, o -> {}); }

    /// The same with options.
    default Tensor newOnes(Size size, Consumer<TensorOptions> options) { return Torch.ones(size, after(options)); }

    /// Whatever lies in the memory, in the given shape.
    default Tensor newEmpty(long... size) { return newEmpty(new Size(size), o -> {}); }

    /// Whatever lies in the memory, in the given shape.
    default Tensor newEmpty(Size size) { return newEmpty(size, o -> {}); }

    /// The same with options.
    default Tensor newEmpty(Size size, Consumer<TensorOptions> options) { return Torch.empty(size, after(options)); }

    /// Whatever lies in the memory, in the given shape with the given strides.
    default Tensor newEmptyStrided(Size size, Size stride) { return Torch.emptyStrided(size, stride, after(o -> {})); }

    /// One number everywhere.
    default Tensor newFull(Size size, Number fillValue) { return newFull(size, fillValue, o -> {}); }

    /// The same with options.
    default Tensor newFull(Size size, Number fillValue, Consumer<TensorOptions> options) {
        return Torch.full(size, fillValue, after(options));
    }

    /// The options that this tensor suggests, and then the given ones.
    private Consumer<TensorOptions> after(Consumer<TensorOptions> options) {
        var tensor = (Tensor) this;
        return o -> {
            o.dtype(tensor.dtype()).device(tensor.device());
            options.accept(o);
        };
    }
}
