package sconce.kernel.session;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.show.Renderer;

/// Turns a value into what a front end shows: by the renderers of the class path, the JDK's values by ourselves.
final class Rendering {
    private Rendering() {}

    /// The value as the last expression of a cell: null is nothing to show.
    static @Nullable Displayed result(@Nullable Object value) { return value == null ? null : display(value); }

    /// The value as `display(value)` shows it; null is shown too.
    static Displayed display(@Nullable Object value) {
        if (value instanceof Displayed displayed) {
            return displayed;
        }
        if (value != null && value.getClass().isArray()) {
            return Displayed.text(text(value));
        }
        return new Displayed(Renderer.show(value), Map.of());
    }

    /// An array's elements, to any depth: Java's own text for it is an address.
    private static String text(Object array) {
        var nested = Arrays.deepToString(new Object[] { array });
        return nested.substring(1, nested.length() - 1);
    }
}
