package sconce.kernel.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One output of a cell, as nbformat has it.
public sealed interface Output {
    /// `stream`: what was printed.
    ///
    /// @param name `stdout` or `stderr`
    record Stream(String name, String text) implements Output {}

    /// `execute_result`, the cell's value, or `display_data`.
    ///
    /// @param isResult whether it is the cell's value
    /// @param data     its forms by MIME type: text, Base64 or JSON values
    record Shown(boolean isResult, Map<String, ? extends @Nullable Object> data,
            Map<String, ? extends @Nullable Object> metadata) implements Output {
        public Shown {
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }

        /// Its text form, or null if it has none.
        public @Nullable String text() { return data.get("text/plain") instanceof String text ? text : null; }
    }

    /// `error`: how the cell ended.
    ///
    /// @param traceback lines for people, with ANSI colours
    record Failed(String name, String message, List<String> traceback) implements Output {
        public Failed {
            traceback = List.copyOf(traceback);
        }
    }
}
