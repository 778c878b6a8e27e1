package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.IndexError;
import sconce.ValueError;

/// Python's indices and slices on lists: negative ones count from the end, `"1:"`, `":-1"`, `"::2"`.
final class Slices {
    private Slices() {}

    static boolean isSlice(String text) { return text.indexOf(':') >= 0; }

    /// The place an index means.
    ///
    /// @throws IndexError if it is outside
    static int index(int index, int size) {
        if (index < -size || index >= size) throw new IndexError("index " + index + " is out of range");
        return index < 0 ? index + size : index;
    }

    /// Where to insert: one more place than [#index].
    static int insertion(int index, int size) {
        if (index < -size || index > size) throw new IndexError("Index out of range: " + index);
        return index < 0 ? index + size : index;
    }

    /// The places a slice means, in its order.
    static List<Integer> places(String slice, int size) {
        var parts = slice.strip().split(":", -1);
        if (parts.length > 3) throw new ValueError("'" + slice + "' is no slice: write start:stop:step");
        var given = parts.length == 3 ? number(parts[2], slice) : null;
        var step = given == null ? 1 : given;
        if (step == 0) throw new ValueError("slice step cannot be zero");
        var low = step > 0 ? 0 : -1;
        var high = step > 0 ? size : size - 1;
        var start = bound(number(parts[0], slice), size, low, high, step > 0 ? low : high);
        var stop = bound(number(parts[1], slice), size, low, high, step > 0 ? high : low);
        var places = new ArrayList<Integer>();
        for (var i = start; step > 0 ? i < stop : i > stop; i += step) places.add(i);
        return places;
    }

    private static int bound(@Nullable Integer given, int size, int low, int high, int absent) {
        if (given == null) return absent;
        return Math.clamp(given < 0 ? given + size : given, low, high);
    }

    private static @Nullable Integer number(String text, String slice) {
        if (text.isBlank() || text.strip().equals("None")) return null;
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException wrong) {
            throw new ValueError("'" + slice + "' is no slice: write start:stop:step");
        }
    }
}
