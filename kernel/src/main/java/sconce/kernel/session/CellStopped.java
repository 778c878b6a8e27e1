package sconce.kernel.session;

/// Ends an interrupted cell from inside. An Error, so that a cell's `catch (Exception e)` does not hold it up.
final class CellStopped extends Error {
    CellStopped() { super("interrupted", null, false, true); }
}
