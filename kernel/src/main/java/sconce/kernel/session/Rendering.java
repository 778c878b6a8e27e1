package sconce.kernel.session;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Turns a value into what a front end shows.
final class Rendering {
    private Rendering() {}

    /// The value as `display(value)` shows it; null is shown too.
    static Displayed display(@Nullable Object value) {
        return value instanceof Displayed displayed ? displayed : Displayed.text(text(value));
    }

    /// The value as the last expression of a cell: null is nothing to show.
    static @Nullable Displayed result(@Nullable Object value) { return value == null ? null : display(value); }

    static String text(@Nullable Object value) {
        if (value != null && value.getClass().isArray()) {
            var nested = Arrays.deepToString(new Object[] { value });
            return nested.substring(1, nested.length() - 1);
        }
        return String.valueOf(value);
    }
}
