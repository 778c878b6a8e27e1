package sconce.kernel.session;

import java.util.List;

/// What could stand at the cursor. Offsets are in UTF-16 units.
///
/// @param start   first unit that a match replaces
/// @param end     unit after the last that a match replaces
/// @param matches best first
public record Completions(int start, int end, List<Match> matches) {
    public Completions {
        matches = List.copyOf(matches);
    }

    /// One way to go on.
    ///
    /// @param text      replaces `start..end`
    /// @param type      `method`, `variable`, `class`, `keyword`, `module`, `path`, or empty when unknown
    /// @param signature parameters and type for people, or empty
    public record Match(String text, String type, String signature) {}
}
