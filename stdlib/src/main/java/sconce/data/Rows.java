package sconce.data;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import sconce.TypeError;

/// Collates records: a batch of `Sample(Tensor x, Tensor y)` is a `Sample` of batches. Only reflection can read and make
/// records of a kind it does not know, so this is one of the few places that use it.
final class Rows {
    private Rows() {}

    static Object collate(Record first, List<Record> batch) {
        var kind = first.getClass();
        if (batch.stream().anyMatch(row -> row.getClass() != kind)) {
            throw new TypeError("default_collate: the samples of a batch must be of one kind, but got several records");
        }
        var components = kind.getRecordComponents();
        var values = Arrays.stream(components).map(component -> column(kind, component, batch)).toArray();
        try {
            var maker = kind.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            maker.setAccessible(true);
            return maker.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw failed(kind, refused);
        }
    }

    private static Object column(Class<?> kind, RecordComponent component, List<Record> batch) {
        var column = Collate.batch(batch.stream().map(row -> value(row, component)).toList());
        if (!component.getType().isInstance(column)) {
            throw new TypeError("a batch of %s cannot be a %s: its component %s is a %s, of which a batch is a %s. "
                    .formatted(kind.getSimpleName(), kind.getSimpleName(), component.getName(),
                            component.getType().getSimpleName(), name(column))
                    + "Declare it as a Tensor or Object, or give the loader a collate function");
        }
        return column;
    }

    private static String name(Object column) {
        return column instanceof List ? "List" : column.getClass().getSimpleName();
    }

    private static Object value(Record row, RecordComponent component) {
        try {
            var reader = component.getAccessor();
            reader.setAccessible(true);
            var value = reader.invoke(row);
            if (value != null) return value;
        } catch (ReflectiveOperationException refused) {
            throw failed(row.getClass(), refused);
        }
        throw new TypeError(
                "default_collate: " + row.getClass().getSimpleName() + "." + component.getName() + " is null");
    }

    private static TypeError failed(Class<?> kind, ReflectiveOperationException refused) {
        var cause = refused.getCause() == null ? refused : refused.getCause();
        return new TypeError("a batch of " + kind.getSimpleName() + " could not be made: " + cause);
    }
}
