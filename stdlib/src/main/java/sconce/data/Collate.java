package sconce.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sconce.DType;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.Tuple;
import sconce.TypeError;

/// Makes one of many samples, kind by kind.
final class Collate {
    private Collate() {}

    static Object batch(List<?> batch) {
        return switch (batch.getFirst()) {
            case Tensor first -> Torch.stack(each(Tensor.class, batch));
            case Boolean first -> truths(each(Boolean.class, batch));
            case Float first -> tensor(each(Number.class, batch), DType.float32);
            case Double first -> tensor(each(Number.class, batch), DType.float64);
            case Number first -> tensor(each(Number.class, batch), DType.int64);
            case String first -> List.copyOf(batch);
            case Map<?, ?> first -> map(first, batch);
            case Record first -> Rows.collate(first, each(Record.class, batch));
            case List<?> first -> list(first, batch);
            case Object array when array.getClass().isArray() -> batch(batch.stream().map(Collate::convert).toList());
            default ->
                throw new TypeError("default_collate: batch must contain tensors, numbers, dicts or lists; found "
                        + batch.getFirst().getClass().getSimpleName());
        };
    }

    static Object convert(Object sample) {
        return switch (sample) {
            case Map<?, ?> map -> {
                var converted = new LinkedHashMap<Object, Object>();
                map.forEach((key, value) -> converted.put(key, convert(value)));
                yield converted;
            }
            case Tuple<?> tuple -> tuple.stream().map(Collate::convert).toList();
            case List<?> list -> list.stream().map(Collate::convert).toList();
            case Object array when array.getClass().isArray() && !(array instanceof Object[]) -> Torch.tensor(array);
            default -> sample;
        };
    }

    private static <T> List<T> each(Class<T> kind, List<?> batch) {
        var values = new ArrayList<T>(batch.size());
        for (var value : batch) {
            if (!kind.isInstance(value)) {
                throw new TypeError("default_collate: the samples of a batch must be of one kind, but got "
                        + batch.getFirst().getClass().getSimpleName() + " and "
                        + (value == null ? "null" : value.getClass().getSimpleName()));
            }
            values.add(kind.cast(value));
        }
        return values;
    }

    private static Tensor truths(List<Boolean> values) {
        var truths = new boolean[values.size()];
        for (var i = 0; i < truths.length; i++) truths[i] = values.get(i);
        return Torch.tensor((Object) truths);
    }

    /// A real among whole numbers makes all of them real, as in `torch.tensor`.
    private static Tensor tensor(List<Number> values, DType type) {
        var real = values.stream().anyMatch(value -> value instanceof Double || value instanceof Float);
        return real
                ? Torch.tensor((Object) values.stream().mapToDouble(Number::doubleValue).toArray(),
                        o -> o.dtype(type == DType.float32 ? type : DType.float64))
                : Torch.tensor((Object) values.stream().mapToLong(Number::longValue).toArray());
    }

    private static Map<Object, Object> map(Map<?, ?> first, List<?> batch) {
        var maps = each(Map.class, batch);
        var columns = new LinkedHashMap<Object, Object>();
        for (var key : first.keySet()) {
            columns.put(key, batch(maps.stream().<Object>map(map -> Optional.ofNullable(map.get(key)).orElseThrow(
                    () -> new sconce.KeyError("'" + key + "' is missing in a sample of the batch"))).toList()));
        }
        return columns;
    }

    private static List<Object> list(List<?> first, List<?> batch) {
        var rows = each(List.class, batch);
        if (rows.stream().anyMatch(row -> row.size() != first.size())) {
            throw new TorchException("each element in list of batch should be of equal size");
        }
        var columns = new ArrayList<Object>();
        for (var i = 0; i < first.size(); i++) {
            var column = i;
            columns.add(batch(rows.stream().<Object>map(row -> row.get(column)).toList()));
        }
        return columns;
    }
}
