package sconce.io;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/// Python's `collections.OrderedDict` of a `.pt` file whose keys are not all texts; one with texts alone is a
/// [sconce.nn.StateDict].
///
/// ```java
/// var ordered = new OrderedDict();
/// ordered.put(1L, "one");
/// ordered   // OrderedDict([(1, 'one')])
/// ```
public final class OrderedDict extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1;

    /// An empty one.
    public OrderedDict() {}

    /// Python's `repr`.
    @Override
    public String toString() {
        if (isEmpty()) return "OrderedDict()";
        return entrySet().stream().map(entry -> PythonValues.repr(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "OrderedDict([", "])"));
    }
}
