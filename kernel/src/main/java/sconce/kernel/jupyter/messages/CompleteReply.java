package sconce.kernel.jupyter.messages;

import java.util.List;
import java.util.Map;

/// `complete_reply`: what may replace the code from `cursorStart` to `cursorEnd` (in code points).
///
/// @param metadata the same matches with their types, under `_jupyter_types_experimental`
public record CompleteReply(String status, List<String> matches, int cursorStart, int cursorEnd,
        Map<String, List<TypedMatch>> metadata) implements Reply {

    public CompleteReply(List<TypedMatch> matches, int cursorStart, int cursorEnd) {
        this("ok", matches.stream().map(TypedMatch::text).toList(), cursorStart, cursorEnd,
                Map.of("_jupyter_types_experimental", matches));
    }

    /// A match as JupyterLab draws it, with an icon for its type.
    public record TypedMatch(int start, int end, String text, String type, String signature) {}
}
