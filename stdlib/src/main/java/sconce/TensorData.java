package sconce;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import sconce.libtorch.NativeData;
import sconce.libtorch.Operators;

/// A tensor's numbers as Java's.
final class TensorData {
    private TensorData() {}

    static Number item(Tensor tensor) {
        Object item = Operators.call("item", tensor);
        return item instanceof Boolean truth ? (truth ? 1L : 0L) : (Number) item;
    }

    static boolean truth(Tensor tensor) { return Operators.<Boolean>call("is_nonzero", tensor); }

    static double[] doubles(Tensor tensor) {
        var values = new double[Math.toIntExact(tensor.numel())];
        NativeData.access(plain(tensor, DType.float64), bytes -> {
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

    private static Tensor plain(Tensor tensor, DType dtype) { return tensor.detach().to(dtype).contiguous(); }

    static Object toList(Tensor tensor) {
        var flat = elements(tensor);
        return nest(flat, tensor.shape().longs(), 0, new int[1]);
    }

    private static List<Object> elements(Tensor tensor) {
        var elements = new ArrayList<Object>();
        if (tensor.dtype() == DType.bool) for (var value : longs(tensor)) elements.add(value != 0);
        else if (tensor.dtype().isFloatingPoint()) for (var value : doubles(tensor)) elements.add(value);
        else
            for (var value : longs(tensor)) elements.add(value);
        return elements;
    }

    private static Object nest(List<Object> flat, long[] shape, int dim, int[] next) {
        if (dim == shape.length) return flat.get(next[0]++);
        var list = new ArrayList<Object>();
        for (var i = 0L; i < shape[dim]; i++) list.add(nest(flat, shape, dim + 1, next));
        return list;
    }
}
