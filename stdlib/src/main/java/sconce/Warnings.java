package sconce;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Warnings of the library, with the texts of PyTorch's. Stands for Python's `warnings`.
///
/// Each text is told once in a session, on the error stream.
public final class Warnings {
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<@Nullable List<String>> RECORD = new ThreadLocal<>();

    private Warnings() {}

    /// Tells a `UserWarning`.
    public static void warn(String message) { warn("UserWarning", message); }

    /// Tells a warning of a category, such as `FutureWarning`.
    public static void warn(String category, String message) {
        var text = category + ": " + message;
        var record = RECORD.get();
        if (record != null) record.add(text);
        else if (TOLD.add(text)) System.err.println(text);
    }

    /// Runs `body` and returns what it warned of on this thread, as `Category: text`, instead of telling it. Stands for
    /// `warnings.catch_warnings(record=True)`.
    public static List<String> record(Runnable body) {
        var outer = RECORD.get();
        var record = new ArrayList<String>();
        RECORD.set(record);
        try {
            body.run();
        } finally {
            if (outer == null) RECORD.remove();
            else RECORD.set(outer);
        }
        return record;
    }
}
