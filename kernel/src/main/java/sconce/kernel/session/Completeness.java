package sconce.kernel.session;

/// Whether a piece of code could be evaluated as it stands.
///
/// @param indent what the next line should begin with, when incomplete
public record Completeness(Status status, String indent) {
    /// Jupyter's words.
    public enum Status {
        COMPLETE, INCOMPLETE, INVALID, UNKNOWN
    }
}
