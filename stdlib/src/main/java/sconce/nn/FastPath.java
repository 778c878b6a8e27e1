package sconce.nn;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;

/// When attention may take libtorch's kernels of evaluation, which know no gradients.
final class FastPath {
    private FastPath() {}

    /// Whether these tensors keep a call from the fast path: they lie where it does not run, or need gradients.
    static boolean refuses(Tensor input, @Nullable Tensor... parameters) {
        return refuses(input) || Stream.of(parameters).anyMatch(FastPath::refuses);
    }

    private static boolean refuses(@Nullable Tensor tensor) {
        if (tensor == null) return false;
        var device = tensor.device().type();
        return !(device.equals("cpu") || device.equals("cuda")) || (Torch.isGradEnabled() && tensor.requiresGrad());
    }
}
