package sconce;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Defaults;
import sconce.libtorch.NativeAutograd;
import sconce.libtorch.Operators;

/// Functions of [Torch] that set what holds for all tensors, and those that ask about dtypes.
abstract sealed class SettingFunctions extends FileFunctions permits CreationFunctions {
    private static volatile @Nullable DType defaultDtype;

    SettingFunctions() {}

    /// The dtype that real numbers get; float32 unless set otherwise.
    public static DType getDefaultDtype() {
        var known = defaultDtype;
        if (known == null) defaultDtype = known = DType.of(Defaults.dtype());
        return known;
    }

    /// Sets the dtype that real numbers get.
    ///
    /// @throws TypeError if it is not a floating-point type
    public static void setDefaultDtype(DType dtype) {
        if (!dtype.isFloatingPoint()) {
            throw new TypeError("only floating-point types are supported as the default type");
        }
        Defaults.setDtype((int) dtype.code());
        defaultDtype = dtype;
    }

    /// Makes new tensors of this thread on a device until the result is closed: PyTorch's `with torch.device("meta"):`.
    /// A device as a value is `Device.of("meta")`.
    ///
    /// ```java
    /// try (var d = Torch.device("meta")) { Torch.ones(2) }   // tensor(..., device='meta', size=(2,))
    /// ```
    public static DeviceMode device(String device) { return device(Device.of(device)); }

    /// The same for a device.
    public static DeviceMode device(Device device) { return new DeviceMode(device); }

    /// Runs `body`, whose new tensors are made on a device, and returns what it returns.
    public static <R> R device(String device, Supplier<R> body) {
        try (var mode = device(device)) {
            return body.get();
        }
    }

    /// The device that this thread makes new tensors on.
    public static Device getDefaultDevice() {
        var device = DeviceMode.current();
        return device == null ? Device.CPU : device;
    }

    /// Sets the device that this thread makes new tensors on; null for the CPU.
    public static void setDefaultDevice(@Nullable String device) {
        DeviceMode.set(device == null ? null : Device.of(device).usable());
    }

    /// Sets how tensors are printed.
    public static void setPrintoptions(Consumer<PrintOptions> options) {
        var o = new PrintOptions();
        options.accept(o);
        o.apply();
    }

    /// Neither records operations nor counts changes on this thread until the result is closed.
    public static InferenceMode inferenceMode() { return new InferenceMode(true); }

    /// The same if `mode` is true; if not, leaves inference mode.
    public static InferenceMode inferenceMode(boolean mode) { return new InferenceMode(mode); }

    /// Runs `body` in inference mode and returns what it returns.
    public static <R> R inferenceMode(Supplier<R> body) {
        try (var mode = new InferenceMode(true)) {
            return body.get();
        }
    }

    /// Whether this thread is in inference mode.
    public static boolean isInferenceModeEnabled() { return NativeAutograd.isInferenceMode(); }

    /// The smallest dtype that holds the values of both.
    public static DType promoteTypes(DType type1, DType type2) { return dtype("promote_types", type1, type2); }

    /// The dtype of arithmetic on both.
    public static DType resultType(Tensor tensor1, Tensor tensor2) {
        return dtype("result_type.Tensor", tensor1, tensor2);
    }

    /// The dtype of arithmetic on both.
    public static DType resultType(Tensor tensor, Number number) {
        return dtype("result_type.Scalar", tensor, number);
    }

    /// The dtype of arithmetic on both.
    public static DType resultType(Number number, Tensor tensor) {
        return dtype("result_type.Scalar_Tensor", number, tensor);
    }

    /// The dtype of arithmetic on both.
    public static DType resultType(Number number1, Number number2) {
        return dtype("result_type.Scalar_Scalar", number1, number2);
    }

    private static DType dtype(String operator, Object one, Object other) {
        return DType.of(Math.toIntExact(Operators.<Long>call(operator, one, other)));
    }

    /// Whether in-place arithmetic may turn values of dtype `from` into those of `to`.
    public static boolean canCast(DType from, DType to) { return Operators.<Boolean>call("can_cast", from, to); }

    /// The limits of a floating-point dtype.
    public static FInfo finfo(DType dtype) { return FInfo.of(dtype); }

    /// The limits of the default dtype.
    public static FInfo finfo() { return FInfo.of(getDefaultDtype()); }

    /// The limits of an integer dtype.
    public static IInfo iinfo(DType dtype) { return IInfo.of(dtype); }

    /// A copy with memory of its own, through which gradients flow.
    public static Tensor clone(Tensor input) { return input.clone(); }

    /// The same with its dimensions in a given order in memory.
    public static Tensor clone(Tensor input, MemoryFormat memoryFormat) { return input.clone(memoryFormat); }

    /// The same values without history; shares memory with `input`.
    public static Tensor detach(Tensor input) { return input.detach(); }

    /// Whether the object is a tensor.
    public static boolean isTensor(@Nullable Object object) { return object instanceof Tensor; }

    /// Whether the elements are real numbers with a point.
    public static boolean isFloatingPoint(Tensor input) { return input.dtype().isFloatingPoint(); }

    /// Whether the elements are complex.
    public static boolean isComplex(Tensor input) { return input.dtype().isComplex(); }

    /// Whether a conjugation is still to be done lazily.
    public static boolean isConj(Tensor input) { return input.isConj(); }

    /// Whether a negation is still to be done lazily.
    public static boolean isNeg(Tensor input) { return input.isNeg(); }

    /// Whether the elements can be negative.
    public static boolean isSigned(Tensor input) { return input.isSigned(); }

    /// The number of the graphics card, -1 on the processor.
    public static long getDevice(Tensor input) { return input.getDevice(); }

    /// The kind of an object as PyTorch names it: of a tensor `torch.FloatTensor`, else the class's name.
    public static String typename(Object object) {
        return object instanceof Tensor tensor ? tensor.type() : object.getClass().getSimpleName();
    }

    /// Whether the tensor was made in inference mode.
    public static boolean isInference(Tensor input) { return input.isInference(); }

    /// Whether the only element is not zero.
    public static boolean isNonzero(Tensor input) { return input.booleanValue(); }

    /// Whether both have one shape.
    public static boolean isSameSize(Tensor input, Tensor other) { return input.isSameSize(other); }

    /// The number of elements.
    public static long numel(Tensor input) { return input.numel(); }
}
