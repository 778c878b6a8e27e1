package sconce.kernel.jupyter.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/// A message's header. The fields that we know have accessors, and all others stay in `fields`: a reply's parent header
/// repeats them, as the protocol wants it.
public record Header(String msgId, String msgType, Map<String, @Nullable Object> fields) {
    /// The version of Jupyter's messaging protocol that is spoken here.
    public static final String PROTOCOL = "5.5";

    private static final String SESSION = UUID.randomUUID().toString();
    private static final AtomicLong COUNT = new AtomicLong();

    /// A fresh header for a message from this process.
    public static Header of(String msgType, String username) {
        var msgId = SESSION + "_" + COUNT.incrementAndGet();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("msg_id", msgId);
        fields.put("msg_type", msgType);
        fields.put("username", username);
        fields.put("session", SESSION);
        fields.put("date", Instant.now().toString());
        fields.put("version", PROTOCOL);
        return new Header(msgId, msgType, fields);
    }

    /// @throws MalformedMessageException without an id or a type
    static Header read(byte[] json) {
        var fields = new Fields(Json.readObject(json));
        return new Header(fields.text("msg_id"), fields.text("msg_type"), fields.map());
    }

    /// The subshell that a request is for (JEP 91), or null for the main one.
    public @Nullable String subshellId() { return fields.get("subshell_id") instanceof String id ? id : null; }

    public String username() { return fields.get("username") instanceof String name ? name : "kernel"; }
}
