package org.dflib.jjava.jupyter.messages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the front end says, or is told.
public class Message<T> {
    private final T content;
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final List<byte[]> blobs;

    public Message(T content, List<byte[]> blobs) {
        this.content = content;
        this.blobs = List.copyOf(blobs);
    }

    public T getContent() { return content; }

    public boolean hasMetadata() { return !metadata.isEmpty(); }

    public Map<String, Object> getMetadata() { return metadata; }

    public Map<String, Object> getNonNullMetadata() { return metadata; }

    public List<byte[]> getBlobs() { return blobs; }
}
