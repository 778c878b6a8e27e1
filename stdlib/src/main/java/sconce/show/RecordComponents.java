package sconce.show;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What a record holds, by name.
final class RecordComponents {
    private RecordComponents() {}

    /// @throws IllegalStateException if a component is not to be had
    static SequencedMap<String, @Nullable Object> of(Record record) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var component : record.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            try {
                accessor.setAccessible(true);
                values.put(component.getName(), accessor.invoke(record));
            } catch (InvocationTargetException failed) {
                throw new IllegalStateException(component.getName() + "() throws " + failed.getCause(),
                        failed.getCause());
            } catch (IllegalAccessException closed) {
                throw new IllegalStateException(component.getName() + "() is not open", closed);
            }
        }
        return values;
    }
}
