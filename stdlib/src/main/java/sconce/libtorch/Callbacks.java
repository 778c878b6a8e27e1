package sconce.libtorch;

import org.jspecify.annotations.Nullable;

/// Carries an exception thrown by a Java callback across the C++ frames between it and the Java caller, which would
/// turn it into text.
final class Callbacks {
    private static final ThreadLocal<@Nullable RuntimeException> FAILURE = new ThreadLocal<>();

    private Callbacks() {}

    static RuntimeException failed(RuntimeException failure) {
        FAILURE.set(failure);
        return failure;
    }

    static @Nullable RuntimeException takeFailure() {
        var failure = FAILURE.get();
        FAILURE.remove();
        return failure;
    }
}
