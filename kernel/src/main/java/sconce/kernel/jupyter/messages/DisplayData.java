package sconce.kernel.jupyter.messages;

import java.util.Map;

/// `display_data`: something shown.
///
/// @param transient_ `display_id`, by which a later message replaces it
public record DisplayData(Map<String, Object> data, Map<String, Object> metadata, Map<String, String> transient_)
        implements Publication {}
