package sconce.libtorch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.BooleanList;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DoubleComplex;
import org.bytedeco.pytorch.DoubleList;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.ListType;
import org.bytedeco.pytorch.LongList;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorList;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptionalList;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/// Java values as libtorch's boxed values, and back.
final class BoxedValues {
    private static final IValue NONE = new IValue();
    private static final IValue TRUE = new IValue(true);
    private static final IValue FALSE = new IValue(false);
    private static final int SMALL = 16;
    private static final IValue[] SMALL_INTEGERS = new IValue[2 * SMALL];

    static {
        for (var i = 0; i < SMALL_INTEGERS.length; i++) SMALL_INTEGERS[i] = new IValue((long) i - SMALL);
    }

    private BoxedValues() {}

    /// The boxed form of a value so common that it is kept, or null.
    static @Nullable IValue constant(@Nullable Object value, ArgumentKind kind) {
        return switch (value) {
            case null -> NONE;
            case Boolean truth when kind == ArgumentKind.BOOL || kind == ArgumentKind.SCALAR -> truth ? TRUE : FALSE;
            case Long number when isWhole(kind) && number >= -SMALL && number < SMALL ->
                SMALL_INTEGERS[(int) (number + SMALL)];
            case Integer number when isWhole(kind) && number >= -SMALL && number < SMALL ->
                SMALL_INTEGERS[number + SMALL];
            default -> null;
        };
    }

    private static boolean isWhole(ArgumentKind kind) {
        return kind == ArgumentKind.INT || kind == ArgumentKind.SCALAR;
    }

    /// A fresh boxed value that the caller closes.
    ///
    /// @throws ClassCastException if the value cannot stand for an argument of this kind
    static IValue box(@Nullable Object value, ArgumentKind kind) {
        if (value == null) return new IValue();
        return switch (kind) {
            case TENSOR -> value instanceof TensorHandle tensor ? new IValue(tensor.pointer()) : wrapped(value);
            case INT -> new IValue(value instanceof Coded coded ? coded.code() : integer(value));
            case FLOAT -> new IValue(((Number) value).doubleValue());
            case BOOL -> new IValue(((Boolean) value).booleanValue());
            case SCALAR -> scalar(value);
            case STRING -> new IValue((String) value);
            case DEVICE -> device(value instanceof Named named ? named.name() : (String) value);
            case GENERATOR -> new IValue(((NativeGenerator) value).pointer());
            case INTS -> list(new LongList(integers(value)));
            case FLOATS -> list(doubles(value));
            case BOOLS -> list(booleans((boolean[]) value));
            case TENSORS -> list(tensors(value));
            case OPTIONAL_TENSORS -> list(optionalTensors(value));
            case SCALARS -> scalars(value);
            case STORAGE, OTHER -> throw new ClassCastException(kind.name());
        };
    }

    private static long integer(Object value) {
        if (value instanceof Double || value instanceof Float) throw new ClassCastException("a real number");
        if (value instanceof BigInteger number) return unpacked(number);
        return ((Number) value).longValue();
    }

    private static long unpacked(BigInteger number) {
        if (number.bitLength() > 63) throw Hosts.error(new RuntimeException("Overflow when unpacking long"));
        return number.longValue();
    }

    private static IValue scalar(Object value) {
        return switch (value) {
            case Boolean truth -> new IValue(truth);
            case Double number -> new IValue(number);
            case Float number -> new IValue(number.doubleValue());
            case ComplexNumber number -> complex(number);
            case BigDecimal number -> new IValue(number.doubleValue());
            case BigInteger number -> new IValue(unpacked(number));
            case Number number -> new IValue(number.longValue());
            default -> throw new ClassCastException("not a number");
        };
    }

    /// A number where a tensor is expected: a tensor without dimensions that gives way to the others' dtypes, as
    /// PyTorch makes of `x + 1`.
    private static IValue wrapped(Object value) {
        try (var boxed = scalar(value);
                var scalar = boxed.toScalar();
                var tensor = torch.wrapped_scalar_tensor(scalar)) {
            return new IValue(tensor);
        }
    }

    private static IValue complex(ComplexNumber number) {
        try (var parts = new DoubleComplex(number.real(), number.imaginary()); var scalar = new Scalar(parts)) {
            return new IValue(scalar);
        }
    }

    private static IValue device(String name) {
        try (var device = new Device(name)) {
            return new IValue(device);
        }
    }

    /// Every list of libtorch is one pointer to the same kind of object, so any of them can be seen as the general one.
    private static IValue list(Pointer typed) {
        try (typed) {
            return new IValue(new GenericList(typed));
        }
    }

    private static long[] integers(Object value) {
        return switch (value) {
            case long[] longs -> longs;
            case int[] ints -> Arrays.stream(ints).asLongStream().toArray();
            case Number number -> new long[] { number.longValue() };
            case List<?> numbers -> numbers.stream().mapToLong(BoxedValues::integer).toArray();
            default -> throw new ClassCastException("not a list of integers");
        };
    }

    private static DoubleList doubles(Object value) {
        var list = new DoubleList();
        switch (value) {
            case double[] numbers -> {
                for (var number : numbers) list.push_back(number);
            }
            case Number number -> list.push_back(number.doubleValue());
            case List<?> numbers -> numbers.forEach(number -> list.push_back(((Number) number).doubleValue()));
            default -> throw new ClassCastException("not a list of numbers");
        }
        return list;
    }

    private static BooleanList booleans(boolean[] truths) {
        var list = new BooleanList();
        for (var truth : truths) list.push_back(truth);
        return list;
    }

    private static TensorList tensors(Object value) {
        var list = new TensorList();
        var place = 0;
        for (var element : handles(value)) {
            if (!(element instanceof TensorHandle tensor)) throw new WrongElement(place, PythonTypes.of(element));
            list.push_back(tensor.pointer());
            place++;
        }
        return list;
    }

    /// Something else than a tensor in a list of tensors.
    static final class WrongElement extends ClassCastException {
        private static final long serialVersionUID = 1;
        final int place;
        final String type;

        WrongElement(int place, String type) {
            super(type);
            this.place = place;
            this.type = type;
        }
    }

    private static TensorOptionalList optionalTensors(Object value) {
        var list = new TensorOptionalList();
        for (var tensor : handles(value)) {
            try (var optional = tensor == null
                    ? new TensorOptional()
                    : new TensorOptional(((TensorHandle) tensor).pointer())) {
                list.push_back(optional);
            }
        }
        return list;
    }

    private static Iterable<? extends @Nullable Object> handles(Object value) {
        return switch (value) {
            case TensorHandle one -> List.of(one);
            case Object[] several -> Arrays.asList(several);
            case Iterable<?> several -> several;
            default -> throw new ClassCastException("not a list of tensors");
        };
    }

    private static IValue scalars(Object value) {
        try (var list = new GenericList(ListType.ofNumbers().getElementType())) {
            for (var number : (Iterable<?>) value) {
                try (var boxed = scalar(number)) {
                    list.push_back(boxed);
                }
            }
            return new IValue(list);
        }
    }

    /// What an operator left on the stack: null for nothing, the value itself for one, an array for several.
    static @Nullable Object results(IValueVector stack) {
        var count = (int) stack.size();
        if (count == 1) return unbox(stack.get(0));
        if (count == 0) return null;
        var results = new @Nullable Object[count];
        for (var i = 0; i < count; i++) results[i] = unbox(stack.get(i));
        return results;
    }

    private static @Nullable Object unbox(IValue value) {
        if (value.isTensor()) {
            // A reference into the boxed value, which goes with the stack: the handle needs one of its own.
            var tensor = value.toTensor();
            return tensor.defined() ? Hosts.wrap(new Tensor(tensor)) : null;
        }
        if (value.isBool()) return value.toBool();
        if (value.isInt()) return value.toInt();
        if (value.isDouble()) return value.toDouble();
        if (value.isNone()) return null;
        if (value.isComplexDouble()) {
            try (var complex = value.toComplexDouble()) {
                return new ComplexNumber(complex.real(), complex.imag());
            }
        }
        if (value.isList()) {
            try (var list = value.toList()) {
                var elements = new ArrayList<@Nullable Object>();
                for (var i = 0L; i < list.size(); i++) {
                    try (var element = list.get(i)) {
                        elements.add(unbox(element));
                    }
                }
                return elements;
            }
        }
        throw new IllegalStateException(
                "An operator returned a " + value.tagKind().getString() + ", which Java has no form for");
    }
}
