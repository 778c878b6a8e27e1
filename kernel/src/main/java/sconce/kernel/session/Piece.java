package sconce.kernel.session;

import java.util.List;

/// A part of a cell that JShell takes as one snippet.
///
/// @param start first offset in the cell
/// @param end   offset after the last
/// @param names the variables it declares
record Piece(Kind kind, int start, int end, List<String> names) {
    enum Kind {
        IMPORT,
        /// A type or a method.
        DECLARATION,
        /// One or more session variables.
        VARIABLE,
        /// May stand in a block as it is.
        STATEMENT,
        /// Lacks only a semicolon to be a statement, and gives nothing to show: an assignment.
        BARE_STATEMENT,
        /// An expression whose value is wanted when it comes last.
        EXPRESSION,
        /// An expression followed by a semicolon: evaluated, not shown. (Java itself would refuse `1 + 1;`.)
        MUTED_EXPRESSION,
        /// No Java: `%name`.
        MAGIC,
        /// Does not parse.
        ERRONEOUS
    }

    /// Whether it declares nothing, so that it may share a block with its neighbours.
    boolean isExecutable() {
        return switch (kind) {
            case STATEMENT, BARE_STATEMENT, EXPRESSION, MUTED_EXPRESSION -> true;
            case IMPORT, DECLARATION, VARIABLE, MAGIC, ERRONEOUS -> false;
        };
    }

    /// The same part, with its value not wanted.
    Piece muted() { return kind == Kind.EXPRESSION ? new Piece(Kind.MUTED_EXPRESSION, start, end, names) : this; }
}
