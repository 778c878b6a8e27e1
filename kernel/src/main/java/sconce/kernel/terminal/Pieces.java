package sconce.kernel.terminal;

import org.jspecify.annotations.Nullable;
import sconce.kernel.notebook.SourceFile;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Completeness;
import sconce.kernel.session.Session;

/// Cuts lines into pieces that can be run, as jshell does: a line that is complete needs no semicolon. A line that begins
/// with a slash is a command.
final class Pieces {
    private final Session session;
    private final CellId id;
    private final StringBuilder waiting = new StringBuilder();
    private int first = 1;
    private int number;

    /// @param id what errors name
    Pieces(Session session, CellId id) {
        this.session = session;
        this.id = id;
    }

    /// Takes a line; gives the piece that is complete with it, or null.
    SourceFile.@Nullable Part add(String line) {
        number++;
        if (waiting.isEmpty()) first = number;
        waiting.append(line).append('\n');
        var code = waiting.toString();
        if (code.isBlank()) waiting.setLength(0);
        if (code.isBlank() || !isComplete(code)) return null;
        return rest();
    }

    /// Takes what is waiting for more, or null.
    SourceFile.@Nullable Part rest() {
        if (waiting.isEmpty()) return null;
        var code = waiting.toString();
        waiting.setLength(0);
        // Errors name the lines of the whole.
        return new SourceFile.Part(id.name(), Commands.isCommand(code) ? code.strip() : "\n".repeat(first - 1) + code);
    }

    private boolean isComplete(String code) {
        return Commands.isCommand(code) || (!new JavaTokens(code).isOpen()
                && session.isComplete(code).status() != Completeness.Status.INCOMPLETE);
    }
}
