package sconce.kernel.terminal;

import sconce.kernel.session.Displayed;

/// What a cell has put out, as a notebook keeps it.
sealed interface Output {
    /// Text of `stdout` or `stderr`.
    record Stream(String name, StringBuilder text) implements Output {}

    /// Something shown.
    record Display(Displayed displayed) implements Output {}
}
