package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;

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

    /// A value's line in the printed form of a list or dict of parameters.
    static String describe(@Nullable Object value, String type) {
        if (!(value instanceof Tensor tensor)) return "Object of type: " + TypeNames.of(value);
        var sizes = tensor.shape().stream().map(String::valueOf).collect(Collectors.joining("x"));
        var device = tensor.device().type().equals("cpu") ? "" : " (" + tensor.device().name() + ")";
        return (value instanceof Parameter ? "Parameter" : "Tensor") + " containing: [" + type + " of size " + sizes
                + device + "]";
    }
}
