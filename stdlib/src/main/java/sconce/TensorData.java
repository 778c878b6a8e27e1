package sconce;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import sconce.libtorch.ComplexNumber;
import sconce.libtorch.NativeData;
import sconce.libtorch.Operators;

/// A tensor's numbers as Java's.
final class TensorData {
    private TensorData() {}

    static Number item(Tensor tensor) {
        if (tensor.device().type().equals("meta") && tensor.numel() == 1) {
            throw new TorchException("Tensor.item() cannot be called on meta tensors");
        }
        if (tensor.numel() == 1 && tensor.dtype() == DType.uint64) return longs(tensor)[0];
        Object item = Operators.call("item", tensor);
        return item instanceof Boolean truth ? (truth ? 1L : 0L) : (Number) item;
    }

    /// The only element, for Python's `float(x)` and `int(x)`.
    static Number only(Tensor tensor) {
        if (tensor.numel() != 1) throw new ValueError("only one element tensors can be converted to Python scalars");
        return item(tensor);
    }

    static boolean truth(Tensor tensor) { return Operators.<Boolean>call("is_nonzero", tensor); }

    /// The elements; of a complex tensor the real and the imaginary part of each.
    static double[] doubles(Tensor tensor) {
        var complex = tensor.dtype().isComplex();
        var values = new double[Math.toIntExact(tensor.numel() * (complex ? 2 : 1))];
        NativeData.access(plain(tensor, complex ? DType.complex128 : DType.float64), bytes -> {
            for (var i = 0; i < values.length; i++) values[i] = bytes.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
        });
        return values;
    }

    static float[] floats(Tensor tensor) {
        var values = new float[Math.toIntExact(tensor.numel())];
        NativeData.access(plain(tensor, DType.float32), bytes -> {
            for (var i = 0; i < values.length; i++) values[i] = bytes.getAtIndex(ValueLayout.JAVA_FLOAT, i);
        });
        return values;
    }

    static long[] longs(Tensor tensor) {
        var values = new long[Math.toIntExact(tensor.numel())];
        NativeData.access(plain(tensor, DType.int64), bytes -> {
            for (var i = 0; i < values.length; i++) values[i] = bytes.getAtIndex(ValueLayout.JAVA_LONG, i);
        });
        return values;
    }

    /// Without history, lazy signs, gaps or an order of its own.
    private static Tensor plain(Tensor tensor, DType dtype) {
        if (tensor.device().equals(Device.META)) {
            throw new NotImplementedError("Cannot copy out of meta tensor; no data!");
        }
        Tensor resolved = Operators.call("resolve_neg", Operators.<Tensor>call("resolve_conj", tensor.detach()));
        Tensor wide = Operators.call("to.dtype", resolved, dtype);
        return Operators.call("contiguous", wide);
    }

    static Object toList(Tensor tensor) { return nest(elements(tensor), tensor.shape().longs(), 0, new int[1]); }

    private static List<Object> elements(Tensor tensor) {
        var elements = new ArrayList<Object>();
        if (tensor.dtype().isComplex()) {
            var parts = doubles(tensor);
            for (var i = 0; i < parts.length; i += 2) elements.add(new ComplexNumber(parts[i], parts[i + 1]));
        } else if (tensor.dtype().isFloatingPoint()) {
            for (var value : doubles(tensor)) elements.add(value);
        } else if (tensor.dtype() == DType.bool) {
            for (var value : longs(tensor)) elements.add(value != 0);
        } else {
            for (var value : longs(tensor)) elements.add(value);
        }
        return elements;
    }

    private static Object nest(List<Object> flat, long[] shape, int dim, int[] next) {
        if (dim == shape.length) return flat.get(next[0]++);
        var list = new ArrayList<Object>();
        for (var i = 0L; i < shape[dim]; i++) list.add(nest(flat, shape, dim + 1, next));
        return list;
    }
}
