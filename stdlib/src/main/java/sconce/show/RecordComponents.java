package sconce.show;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What a record holds, by name.
final class RecordComponents {
    private RecordComponents() {}

    /// Whether the record's text is what the compiler writes, so that it lists the components.
    static boolean areShown(Record record) {
        try {
            // The compiler's own is final, which nobody writes by hand.
            return Modifier.isFinal(record.getClass().getDeclaredMethod("toString").getModifiers());
        } catch (NoSuchMethodException impossible) {
            return false;
        }
    }

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
