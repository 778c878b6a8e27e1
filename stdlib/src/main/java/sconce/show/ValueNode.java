package sconce.show;

import java.util.List;

/// A value of the JDK or a record, as far as it is shown.
public sealed interface ValueNode extends WholeNode {
    /// A value that says itself how it reads.
    ///
    /// @param text what it says
    record Leaf(String text) implements ValueNode {}

    /// What an array, a collection, a map or a record holds.
    ///
    /// @param open  what stands before the first: `[`, `Point[`
    /// @param parts the first of them
    /// @param close what stands after the last
    /// @param more  how many there are beyond those; -1 if nobody knows
    record Several(String open, List<Part> parts, String close, long more) implements ValueNode {
        public Several {
            parts = List.copyOf(parts);
        }
    }

    /// One of several.
    ///
    /// @param name  `key=`, `component=`, or nothing
    /// @param value what stands there
    record Part(String name, ValueNode value) {}
}
