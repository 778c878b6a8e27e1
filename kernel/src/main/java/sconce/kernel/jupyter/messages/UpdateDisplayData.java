package sconce.kernel.jupyter.messages;

import java.util.Map;

/// `update_display_data`: replaces what was shown under the same `display_id`, wherever it stands.
public record UpdateDisplayData(Map<String, Object> data, Map<String, Object> metadata, Map<String, String> transient_)
        implements Publication {}
