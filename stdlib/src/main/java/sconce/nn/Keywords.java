package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.ValueError;

/// What layers and functionals do with their keyword arguments.
final class Keywords {
    private Keywords() {}

    /// The options after the caller has set them.
    static <O> O of(O options, Consumer<? super O> setter) {
        setter.accept(options);
        return options;
    }

    /// An `int[]`, the other form of a pair, as a size.
    static Size size(int... sizes) {
        var longs = new long[sizes.length];
        for (var i = 0; i < sizes.length; i++) longs[i] = sizes[i];
        return new Size(longs);
    }

    /// The value of an option that must be given although it goes by name.
    static <T> T required(@Nullable T value, String message) {
        if (value == null) throw new ValueError(message);
        return value;
    }
}
