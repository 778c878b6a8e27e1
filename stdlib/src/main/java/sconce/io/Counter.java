package sconce.io;

import java.util.LinkedHashMap;
import java.util.Map;

/// Python's `collections.Counter` of a `.pt` file: how often each thing was counted.
///
/// ```java
/// new Counter(Map.of("red", 2L)).get("red")   // 2
/// ```
public final class Counter extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1;

    /// A counter of nothing.
    public Counter() {}

    /// The counts of another map.
    public Counter(Map<?, ?> counts) { super(counts); }

    /// Python's `repr`.
    @Override
    public String toString() { return isEmpty() ? "Counter()" : "Counter(" + PythonValues.map(this) + ")"; }
}
