package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Tensor;

/// What a tensor or module that waits for its first input has in common with others of its kind.
final class Lazy {
    private Lazy() {}

    static boolean isLazy(@Nullable Tensor tensor) { return false; }
}
