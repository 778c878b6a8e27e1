package sconce.kernel.jupyter.wire;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One message: where it goes (or came from), its header and its parent's, metadata, content and raw buffers.
///
/// @param identities the routing frames before the delimiter; on iopub its topic
/// @param parent the header of the message that this one answers, or null
/// @param content a map, when read; a record or a map, when written
public record Message(List<byte[]> identities, Header header, @Nullable Header parent,
        Map<String, @Nullable Object> metadata, Object content, List<byte[]> buffers) {

    /// The content of a message that was read.
    @SuppressWarnings("unchecked") // Codec reads every content with Json.readObject
    public Fields fields() { return new Fields((Map<String, @Nullable Object>) content); }
}
