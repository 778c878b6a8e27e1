package sconce.kernel.jupyter.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Messages from frames and to frames: identities, delimiter, signature, header, parent header, metadata, content, buffers.
/// Nothing is parsed before its signature has proved right.
public final class Codec {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    private final Signer signer;
    private final Replays replays = new Replays();

    public Codec(Signer signer) { this.signer = signer; }

    /// @throws MalformedMessageException for whatever is not a message, signed with our key, seen for the first time
    public Message decode(List<byte[]> frames) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) delimiter++;
        if (delimiter + 6 > frames.size()) throw new MalformedMessageException("too few frames, or no delimiter");
        var signature = frames.get(delimiter + 1);
        var parts = frames.subList(delimiter + 2, delimiter + 6);
        if (!signer.verifies(signature, parts)) throw new MalformedMessageException("wrong signature");
        if (signer.signs() && !replays.isNew(signature)) throw new MalformedMessageException("a replayed message");
        var parent = Json.readObject(parts.get(1));
        return new Message(List.copyOf(frames.subList(0, delimiter)), Header.read(parts.get(0)),
                parent.isEmpty() ? null : Header.read(parts.get(1)), Json.readObject(parts.get(2)),
                Json.readObject(parts.get(3)), List.copyOf(frames.subList(delimiter + 6, frames.size())));
    }

    public List<byte[]> encode(Message message) {
        var parent = message.parent() == null ? Map.of() : message.parent().fields();
        var parts = List.of(Json.write(message.header().fields()), Json.write(parent), Json.write(message.metadata()),
                Json.write(message.content()));
        var frames = new ArrayList<byte[]>(message.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }
}
