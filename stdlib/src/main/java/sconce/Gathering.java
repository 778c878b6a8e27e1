package sconce;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// The operators that gather and scatter: PyTorch's error for an index out of bounds is a RuntimeError there, though its
/// text is the one of indexing.
final class Gathering {
    private Gathering() {}

    static Tensor call(String operator, @Nullable Object... arguments) {
        return checked(() -> Operators.call(operator, arguments));
    }

    static Tensor change(String operator, @Nullable Object... arguments) {
        return checked(() -> InPlaceMethods.change(operator, arguments));
    }

    private static Tensor checked(Supplier<Tensor> call) {
        try {
            return call.get();
        } catch (IndexError error) {
            var message = String.valueOf(error.getMessage());
            if (!message.startsWith("index ")) throw error;
            var failure = new TorchException(message);
            failure.initCause(error);
            throw failure;
        }
    }
}
