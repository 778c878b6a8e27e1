package sconce.kernel.session;

/// How a cell is called in tracebacks and error texts: `cell 3`.
///
/// @param name the text before `, line 2`
public record CellId(String name) {
    /// The cell with this execution count.
    public static CellId of(int executionCount) { return new CellId("cell " + executionCount); }

    @Override
    public String toString() { return name; }
}
