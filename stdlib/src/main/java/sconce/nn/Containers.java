package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the containers have in common.
final class Containers {
    private Containers() {}

    /// The values that are not null, in order.
    static <T> List<T> present(Map<String, @Nullable T> entries) {
        var present = new ArrayList<T>();
        for (var value : entries.values()) {
            if (value != null) present.add(value);
        }
        return present;
    }
}
