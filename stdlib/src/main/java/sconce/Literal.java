package sconce;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.ComplexNumber;
import sconce.libtorch.NativeData;
import sconce.libtorch.Operators;

/// Java values as a tensor: numbers, and arrays and lists of them, nested to any depth.
final class Literal {
    private final long[] shape;
    private final DType dtype;
    private final Sink sink;
    private int next;

    private Literal(@Nullable Object data, DType dtype) {
        shape = shape(data);
        this.dtype = dtype;
        var count = Math.toIntExact(new Size(shape).numel());
        sink = dtype.isComplex() ? new ComplexSink(new double[2 * count])
                : dtype.isFloatingPoint() ? new RealSink(new double[count]) : new WholeSink(new long[count], dtype);
        store(data, 0);
    }

    /// The tensor that `data` describes.
    ///
    /// @param asked the dtype; null for what the numbers suggest, as PyTorch does
    static Tensor tensor(@Nullable Object data, @Nullable DType asked) {
        if (data instanceof String text) return LiteralText.tensor(text, asked);
        if (data instanceof Tensor tensor) {
            var copy = tensor.detach().clone();
            return asked == null ? copy : copy.to(asked);
        }
        return new Literal(data, asked == null ? inferred(data) : asked).tensor();
    }

    private Tensor tensor() {
        var wide = sink.dtype();
        Tensor tensor = Operators.call("empty.memory_format", shape, wide, null, Device.CPU);
        NativeData.access(tensor, sink::write);
        return wide == dtype ? tensor : Operators.call("to.dtype", tensor, dtype);
    }

    private static boolean isSequence(@Nullable Object data) {
        return data instanceof Collection<?> || (data instanceof Tensor tensor && tensor.dim() > 0)
                || (data != null && data.getClass().isArray());
    }

    private static int length(Object sequence) {
        return switch (sequence) {
            case Collection<?> several -> several.size();
            case Tensor tensor -> (int) tensor.size(0);
            default -> Array.getLength(sequence);
        };
    }

    private static List<@Nullable Object> elements(Object sequence) {
        var elements = new ArrayList<@Nullable Object>();
        switch (sequence) {
            case Collection<?> several -> elements.addAll(several);
            case Tensor tensor -> tensor.forEach(elements::add);
            default -> {
                for (var i = 0; i < Array.getLength(sequence); i++) elements.add(Array.get(sequence, i));
            }
        }
        return elements;
    }

    /// The sizes, told from the first elements, as PyTorch does; [#store] checks the others.
    private static long[] shape(@Nullable Object data) {
        var sizes = new ArrayList<Long>();
        while (data != null && isSequence(data)) {
            var length = length(data);
            sizes.add((long) length);
            if (length == 0) break;
            data = data instanceof Collection<?> several ? several.iterator().next()
                    : data instanceof Tensor tensor ? tensor.get(0) : Array.get(data, 0);
        }
        return Size.of(sizes).longs();
    }

    private static DType inferred(@Nullable Object data) {
        return switch (data) {
            case null -> throw new TorchException("Could not infer dtype of NoneType");
            case Boolean truth -> DType.bool;
            case Double number -> Torch.getDefaultDtype();
            case Float number -> Torch.getDefaultDtype();
            case ComplexNumber number -> Torch.getDefaultDtype().toComplex();
            case BigDecimal number -> Torch.getDefaultDtype();
            case BigInteger number -> number.bitLength() == 64 && number.signum() > 0 ? DType.uint64 : DType.int64;
            case Number number -> DType.int64;
            case Tensor tensor -> tensor.dtype();
            case String text -> throw new TypeError("new(): invalid data type 'str'");
            case boolean[] truths -> truths.length == 0 ? Torch.getDefaultDtype() : DType.bool;
            case double[] numbers -> Torch.getDefaultDtype();
            case float[] numbers -> Torch.getDefaultDtype();
            case long[] numbers -> numbers.length == 0 ? Torch.getDefaultDtype() : DType.int64;
            case int[] numbers -> numbers.length == 0 ? Torch.getDefaultDtype() : DType.int64;
            case Object sequence when isSequence(sequence) -> ofElements(elements(sequence));
            default -> throw new TorchException("Could not infer dtype of " + data.getClass().getSimpleName());
        };
    }

    private static DType ofElements(List<@Nullable Object> elements) {
        DType common = null;
        for (var element : elements) {
            if (element == null) throw new TypeError("new(): invalid data type 'NoneType'");
            var dtype = inferred(element);
            common = common == null || common == dtype ? dtype : Torch.promoteTypes(common, dtype);
        }
        return common == null ? Torch.getDefaultDtype() : common;
    }

    private void store(@Nullable Object data, int dim) {
        if (dim == shape.length) {
            if (isSequence(data)) throw new TypeError("must be a number, not a list");
            sink.put(next++, number(data));
            return;
        }
        if (data == null || !isSequence(data)) throw new TypeError("not a sequence");
        if (length(data) != shape[dim]) {
            throw new ValueError(
                    "expected sequence of length " + shape[dim] + " at dim " + dim + " (got " + length(data)
                            + ")");
        }
        if (dim == shape.length - 1 && (data instanceof double[] || data instanceof float[] || data instanceof int[]
                || data instanceof long[])) {
            storeNumbers(data);
            return;
        }
        for (var element : elements(data)) store(element, dim + 1);
    }

    /// A row of numbers without a box for each.
    private void storeNumbers(Object row) {
        switch (row) {
            case double[] numbers -> {
                for (var number : numbers) sink.put(next++, number);
            }
            case float[] numbers -> {
                for (var number : numbers) sink.put(next++, number);
            }
            case int[] numbers -> {
                for (var number : numbers) sink.put(next++, (long) number);
            }
            case long[] numbers -> {
                for (var number : numbers) sink.put(next++, number);
            }
            default -> throw new IllegalArgumentException(row.getClass().getSimpleName());
        }
    }

    private static Number number(@Nullable Object leaf) {
        return switch (leaf) {
            case null -> throw new TypeError("new(): invalid data type 'NoneType'");
            case Boolean truth -> truth ? 1L : 0L;
            case Number number -> number;
            case Tensor tensor -> tensor.item();
            case String text -> throw new TypeError("new(): invalid data type 'str'");
            default -> throw new TypeError("new(): invalid data type '" + leaf.getClass().getSimpleName() + "'");
        };
    }

    /// Where numbers are gathered in the widest type of their kind.
    private sealed interface Sink {
        DType dtype();

        void put(int place, double number);

        void put(int place, long number);

        default void put(int place, Number number) {
            switch (number) {
                case Double real -> put(place, real.doubleValue());
                case Float real -> put(place, real.doubleValue());
                case BigDecimal real -> put(place, real.doubleValue());
                case BigInteger whole -> put(place, unpacked(whole));
                default -> put(place, number.longValue());
            }
        }

        /// The number's 64 bits.
        ///
        /// @throws TorchException if it has more
        default long unpacked(BigInteger number) {
            if (number.bitLength() > 63) throw new TorchException("Overflow when unpacking long");
            return number.longValue();
        }

        void write(MemorySegment bytes);
    }

    private static final class RealSink implements Sink {
        private final double[] numbers;

        RealSink(double[] numbers) { this.numbers = numbers; }

        @Override
        public DType dtype() { return DType.float64; }

        @Override
        public void put(int place, double number) { numbers[place] = number; }

        @Override
        public void put(int place, long number) { numbers[place] = number; }

        @Override
        public void put(int place, Number number) { numbers[place] = number.doubleValue(); }

        @Override
        public void write(MemorySegment bytes) {
            if (numbers.length > 0) MemorySegment.copy(numbers, 0, bytes, ValueLayout.JAVA_DOUBLE, 0, numbers.length);
        }
    }

    private static final class ComplexSink implements Sink {
        private final double[] parts;

        ComplexSink(double[] parts) { this.parts = parts; }

        @Override
        public DType dtype() { return DType.complex128; }

        @Override
        public void put(int place, double number) { parts[2 * place] = number; }

        @Override
        public void put(int place, long number) { parts[2 * place] = number; }

        @Override
        public void put(int place, Number number) {
            if (!(number instanceof ComplexNumber complex)) {
                parts[2 * place] = number.doubleValue();
                return;
            }
            parts[2 * place] = complex.real();
            parts[2 * place + 1] = complex.imaginary();
        }

        @Override
        public void write(MemorySegment bytes) {
            if (parts.length > 0) MemorySegment.copy(parts, 0, bytes, ValueLayout.JAVA_DOUBLE, 0, parts.length);
        }
    }

    private static final class WholeSink implements Sink {
        private final long[] numbers;
        /// The dtype that the numbers will have, whose range they must keep to.
        private final DType narrow;

        WholeSink(long[] numbers, DType narrow) {
            this.numbers = numbers;
            this.narrow = narrow;
        }

        @Override
        public DType dtype() { return DType.int64; }

        @Override
        public void put(int place, double number) {
            put(place, narrow == DType.bool ? (number != 0 ? 1 : 0) : (long) number);
        }

        @Override
        public void put(int place, long number) {
            numbers[place] = narrow == DType.bool ? (number != 0 ? 1 : 0) : checked(number);
        }

        @Override
        public long unpacked(BigInteger number) {
            if (narrow == DType.bool) return number.signum();
            var fits = narrow == DType.uint64 && number.signum() > 0 && number.bitLength() == 64;
            return fits ? number.longValue() : Sink.super.unpacked(number);
        }

        /// Negative numbers wrap around in unsigned types, as they do in PyTorch; others must fit.
        private long checked(long number) {
            var bits = narrow.itemSize() * 8;
            if (bits == 64) return number;
            var max = (1L << (narrow.isSigned() ? bits - 1 : bits)) - 1;
            var min = narrow.isSigned() ? -max - 1 : -max;
            if (number >= min && number <= max) return number;
            var name = narrow == DType.int32 ? "int" : narrow == DType.uint32 ? "uint32_t" : narrow.name() + "_t";
            throw new TorchException("value cannot be converted to type " + name + " without overflow");
        }

        @Override
        public void write(MemorySegment bytes) {
            if (numbers.length > 0) MemorySegment.copy(numbers, 0, bytes, ValueLayout.JAVA_LONG, 0, numbers.length);
        }
    }
}
