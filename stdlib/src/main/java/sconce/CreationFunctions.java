package sconce;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.ComplexNumber;
import sconce.libtorch.Operators;

/// Functions of [Torch] that make tensors. Each takes [TensorOptions] in the end: `Torch.ones(2, 3, o -> o.dtype(..))`.
abstract sealed class CreationFunctions extends SettingFunctions permits RangeFunctions {
    CreationFunctions() {}

    /// A tensor without elements.
    public static Tensor tensor() { return tensor(new double[0]); }

    /// A tensor without dimensions: int64.
    public static Tensor tensor(long data) { return tensor((Object) data); }

    /// A tensor without dimensions: the default dtype.
    public static Tensor tensor(double data) { return tensor((Object) data); }

    /// A tensor without dimensions: bool.
    public static Tensor tensor(boolean data) { return tensor((Object) data); }

    /// A vector: int64.
    public static Tensor tensor(long... numbers) { return tensor((Object) numbers); }

    /// A vector: the default dtype.
    public static Tensor tensor(double... numbers) { return tensor((Object) numbers); }

    /// A vector: bool.
    public static Tensor tensor(boolean... truths) { return tensor((Object) truths); }

    /// A tensor of numbers, of arrays or lists of them nested to any depth, or of its printed form `"[[1., 2.], [3., 4.]]"`.
    /// Whole numbers make int64, reals the default dtype, truths bool; mixed ones what holds them all.
    ///
    /// @throws ValueError if rows are of different lengths
    public static Tensor tensor(@Nullable Object data) { return tensor(data, o -> {}); }

    /// The same with options.
    public static Tensor tensor(long data, Consumer<TensorOptions> options) { return tensor((Object) data, options); }

    /// The same with options.
    public static Tensor tensor(double data, Consumer<TensorOptions> options) { return tensor((Object) data, options); }

    /// The same with options.
    public static Tensor tensor(boolean data, Consumer<TensorOptions> options) {
        return tensor((Object) data, options);
    }

    /// The same with options.
    public static Tensor tensor(@Nullable Object data, Consumer<TensorOptions> options) {
        var o = TensorOptions.of(options);
        return o.finish(o.place(Literal.tensor(data, o.dtype)));
    }

    /// The tensor itself if it has the dtype and device asked for, else [#tensor(Object)].
    public static Tensor asTensor(@Nullable Object data) { return asTensor(data, o -> {}); }

    /// The same with options.
    public static Tensor asTensor(@Nullable Object data, Consumer<TensorOptions> options) {
        var o = TensorOptions.of(options);
        if (!(data instanceof Tensor tensor)) return o.place(Literal.tensor(data, o.dtype));
        return tensor.to(to -> {
            to.device = o.device;
            to.dtype = o.dtype;
        });
    }

    /// The same as [#asTensor(Object)]; `o.requiresGrad(..)` applies too.
    public static Tensor asarray(@Nullable Object data) { return asTensor(data); }

    /// The same with options.
    public static Tensor asarray(@Nullable Object data, Consumer<TensorOptions> options) {
        return TensorOptions.of(options).finish(asTensor(data, options));
    }

    /// A tensor without dimensions, of the default dtype.
    public static Tensor scalarTensor(Number value) { return scalarTensor(value, o -> {}); }

    /// The same with options.
    public static Tensor scalarTensor(Number value, Consumer<TensorOptions> options) {
        return make("scalar_tensor", options, value);
    }

    /// Zeros of the given shape.
    public static Tensor zeros(long... size) { return zeros(size, o -> {}); }

    /// Zeros of the given shape.
    public static Tensor zeros(Size size) { return zeros(size.longs(), o -> {}); }

    /// Zeros of the given shape.
    public static Tensor zeros(Size size, Consumer<TensorOptions> options) { return zeros(size.longs(), options); }

    /// Zeros of the given shape.
    public static Tensor zeros(long[] size, Consumer<TensorOptions> options) {
        return make("zeros", options, (Object) size);
    }

    /// The same with options.
    public static Tensor zeros(long a, Consumer<TensorOptions> options) {
        return zeros(new long[] { a }, options);
    }

    /// The same with options.
    public static Tensor zeros(long a, long b, Consumer<TensorOptions> options) {
        return zeros(new long[] { a, b }, options);
    }

    /// The same with options.
    public static Tensor zeros(long a, long b, long c, Consumer<TensorOptions> options) {
        return zeros(new long[] { a, b, c }, options);
    }

    /// The same with options.
    public static Tensor zeros(long a, long b, long c, long d, Consumer<TensorOptions> options) {
        return zeros(new long[] { a, b, c, d }, options);
    }

    /// The same with options.
    public static Tensor zeros(long a, long b, long c, long d, long e, Consumer<TensorOptions> options) {
        return zeros(new long[] { a, b, c, d, e }, options);
    }

    /// Ones of the given shape.
    public static Tensor ones(long... size) { return ones(size, o -> {}); }

    /// Ones of the given shape.
    public static Tensor ones(Size size) { return ones(size.longs(), o -> {}); }

    /// Ones of the given shape.
    public static Tensor ones(Size size, Consumer<TensorOptions> options) { return ones(size.longs(), options); }

    /// Ones of the given shape.
    public static Tensor ones(long[] size, Consumer<TensorOptions> options) {
        return make("ones", options, (Object) size);
    }

    /// The same with options.
    public static Tensor ones(long a, Consumer<TensorOptions> options) {
        return ones(new long[] { a }, options);
    }

    /// The same with options.
    public static Tensor ones(long a, long b, Consumer<TensorOptions> options) {
        return ones(new long[] { a, b }, options);
    }

    /// The same with options.
    public static Tensor ones(long a, long b, long c, Consumer<TensorOptions> options) {
        return ones(new long[] { a, b, c }, options);
    }

    /// The same with options.
    public static Tensor ones(long a, long b, long c, long d, Consumer<TensorOptions> options) {
        return ones(new long[] { a, b, c, d }, options);
    }

    /// The same with options.
    public static Tensor ones(long a, long b, long c, long d, long e, Consumer<TensorOptions> options) {
        return ones(new long[] { a, b, c, d, e }, options);
    }

    /// Whatever lies in the memory, in the given shape.
    public static Tensor empty(long... size) { return empty(size, o -> {}); }

    /// Whatever lies in the memory, in the given shape.
    public static Tensor empty(Size size) { return empty(size.longs(), o -> {}); }

    /// Whatever lies in the memory, in the given shape.
    public static Tensor empty(Size size, Consumer<TensorOptions> options) { return empty(size.longs(), options); }

    /// Whatever lies in the memory, in the given shape.
    public static Tensor empty(long[] size, Consumer<TensorOptions> options) {
        return empty(size, TensorOptions.of(options));
    }

    /// The same with options.
    public static Tensor empty(long a, Consumer<TensorOptions> options) {
        return empty(new long[] { a }, options);
    }

    /// The same with options.
    public static Tensor empty(long a, long b, Consumer<TensorOptions> options) {
        return empty(new long[] { a, b }, options);
    }

    /// The same with options.
    public static Tensor empty(long a, long b, long c, Consumer<TensorOptions> options) {
        return empty(new long[] { a, b, c }, options);
    }

    /// The same with options.
    public static Tensor empty(long a, long b, long c, long d, Consumer<TensorOptions> options) {
        return empty(new long[] { a, b, c, d }, options);
    }

    /// The same with options.
    public static Tensor empty(long a, long b, long c, long d, long e, Consumer<TensorOptions> options) {
        return empty(new long[] { a, b, c, d, e }, options);
    }

    private static Tensor empty(long[] size, TensorOptions o) {
        return o.finish(Operators.call("empty.memory_format", size, o.dtype, o.layout, o.deviceOrDefault(), o.pinMemory,
                o.memoryFormat));
    }

    /// Whatever lies in the memory, in the given shape, the dimensions in the given order from the outermost on.
    public static Tensor emptyPermuted(Size size, int... physicalLayout) {
        return make("empty_permuted", o -> {}, size, physicalLayout);
    }

    /// Whatever lies in the memory, in the given shape with the given strides.
    public static Tensor emptyStrided(Size size, Size stride) { return emptyStrided(size, stride, o -> {}); }

    /// The same with options.
    public static Tensor emptyStrided(Size size, Size stride, Consumer<TensorOptions> options) {
        return make("empty_strided", options, size, stride);
    }

    /// One number everywhere; its dtype is that of the number unless given.
    public static Tensor full(Size size, Number fillValue) { return full(size, fillValue, o -> {}); }

    /// One truth everywhere.
    public static Tensor full(Size size, boolean fillValue) { return full(size, fillValue, o -> {}); }

    /// The same with options.
    public static Tensor full(Size size, Number fillValue, Consumer<TensorOptions> options) {
        return make("full", options, size, fillValue);
    }

    /// The same with options.
    public static Tensor full(Size size, boolean fillValue, Consumer<TensorOptions> options) {
        return make("full", options, size, fillValue);
    }

    /// Zeros in the shape, dtype and place of `input`.
    public static Tensor zerosLike(Tensor input) { return zerosLike(input, o -> {}); }

    /// The same with options.
    public static Tensor zerosLike(Tensor input, Consumer<TensorOptions> options) {
        return like("zeros_like", options, input);
    }

    /// Ones in the shape, dtype and place of `input`.
    public static Tensor onesLike(Tensor input) { return onesLike(input, o -> {}); }

    /// The same with options.
    public static Tensor onesLike(Tensor input, Consumer<TensorOptions> options) {
        return like("ones_like", options, input);
    }

    /// Whatever lies in the memory, in the shape, dtype and place of `input`.
    public static Tensor emptyLike(Tensor input) { return emptyLike(input, o -> {}); }

    /// The same with options.
    public static Tensor emptyLike(Tensor input, Consumer<TensorOptions> options) {
        return like("empty_like", options, input);
    }

    /// One number everywhere, in the shape, dtype and place of `input`.
    public static Tensor fullLike(Tensor input, Number fillValue) { return fullLike(input, fillValue, o -> {}); }

    /// The same with options.
    public static Tensor fullLike(Tensor input, Number fillValue, Consumer<TensorOptions> options) {
        return like("full_like", options, input, fillValue);
    }

    /// One truth everywhere, in the shape, dtype and place of `input`.
    public static Tensor fullLike(Tensor input, boolean fillValue, Consumer<TensorOptions> options) {
        return like("full_like", options, input, fillValue);
    }

    /// The identity matrix.
    public static Tensor eye(long n) { return eye(n, n, o -> {}); }

    /// Ones on the main diagonal of a matrix of `n` rows and `m` columns.
    public static Tensor eye(long n, long m) { return eye(n, m, o -> {}); }

    /// The same with options.
    public static Tensor eye(long n, Consumer<TensorOptions> options) { return make("eye", options, n); }

    /// The same with options.
    public static Tensor eye(long n, long m, Consumer<TensorOptions> options) { return make("eye.m", options, n, m); }

    /// A complex tensor of its real and imaginary parts.
    public static Tensor complex(Tensor real, Tensor imag) { return Operators.call("complex", real, imag); }

    /// A complex number, for whatever takes a number.
    public static Number complex(double real, double imag) { return new ComplexNumber(real, imag); }

    /// A complex tensor of its absolute values and angles.
    public static Tensor polar(Tensor abs, Tensor angle) { return Operators.call("polar", abs, angle); }

    /// Calls a factory operator whose last four arguments are dtype, layout, device and pinMemory.
    static Tensor make(String operator, Consumer<TensorOptions> options, @Nullable Object... arguments) {
        return make(operator, TensorOptions.of(options), arguments);
    }

    static Tensor make(String operator, TensorOptions o, @Nullable Object... arguments) {
        var all = with(arguments, o.dtype, o.layout, o.deviceOrDefault(), o.pinMemory);
        return o.finish(Operators.call(operator, all));
    }

    /// Calls a factory operator that takes after a tensor; its last five arguments are dtype, layout, device, pinMemory
    /// and memoryFormat.
    static Tensor like(String operator, Consumer<TensorOptions> options, @Nullable Object... arguments) {
        var o = TensorOptions.of(options);
        var device = o.device == null ? null : o.device.usable();
        return o.finish(Operators.call(operator,
                with(arguments, o.dtype, o.layout, device, o.pinMemory, o.memoryFormat)));
    }

    /// `first`, and then `more`.
    static @Nullable Object[] with(@Nullable Object[] first, @Nullable Object... more) {
        var all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
