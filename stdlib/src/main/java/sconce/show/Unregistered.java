package sconce.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.nn.Module;
import sconce.show.UnregisteredNode.Reason;

/// What a field holds that a module did not register.
final class Unregistered {
    private static final int MOST_NESTED = 3;

    private Unregistered() {}

    static UnregisteredNode node(String name, Object value) {
        var type = switch (value) {
            case List<?> list -> "List";
            case Set<?> set -> "Set";
            case Map<?, ?> map -> "Map";
            default -> value.getClass().getSimpleName();
        };
        if (value instanceof Tensor tensor) {
            return new UnregisteredNode(name, type + " " + List.copyOf(tensor.shape()), type, 1, Reason.PLAIN_TENSOR);
        }
        var members = new ArrayList<@Nullable Object>();
        collect(value, MOST_NESTED, members);
        var first = members.isEmpty() ? null : members.getFirst();
        var alike = members.stream().allMatch(member -> first != null && member.getClass() == first.getClass());
        if (first instanceof Module module) {
            var reason = value instanceof Map ? Reason.MODULES_IN_MAP : Reason.MODULES_IN_COLLECTION;
            return new UnregisteredNode(name, type,
                    alike ? module.moduleName() : members.size() == 1 ? "module" : "modules", members.size(), reason);
        }
        return new UnregisteredNode(name, type, members.size() == 1 ? "parameter" : "parameters", members.size(),
                Reason.PARAMETERS_IN_COLLECTION);
    }

    private static Collection<?> elements(Object value) {
        return switch (value) {
            case Object[] array -> Arrays.asList(array);
            case Map<?, ?> map -> map.values();
            case Collection<?> collection -> collection;
            default -> List.of();
        };
    }

    /// Those of lists in lists too.
    private static void collect(Object value, int deeper, List<@Nullable Object> members) {
        for (var each : elements(value)) {
            if (isMember(each)) members.add(each);
            else if (each != null && deeper > 0) collect(each, deeper - 1, members);
        }
    }

    private static boolean isMember(@Nullable Object value) {
        return value instanceof Module || value instanceof Parameter;
    }
}
