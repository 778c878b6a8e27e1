package sconce.libtorch;

import static java.util.Map.entry;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/// The operators that small models call most, each through its own native function.
///
/// Boxing costs some twenty crossings into native code a call, these cost two. Nothing else differs, so an operator
/// may be added or taken away here without anybody noticing but the clock.
final class DirectCalls {
    private static final Map<String, DirectCall> CALLS = Map.ofEntries(
            entry("add.Tensor", binary(Tensor::add)), entry("sub.Tensor", binary(Tensor::sub)),
            entry("mul.Tensor", binary(Tensor::mul)), entry("div.Tensor", binary(Tensor::div)),
            entry("matmul", binary(Tensor::matmul)), entry("mm", binary(Tensor::mm)),
            entry("mse_loss", binary(torch::mse_loss)), entry("cross_entropy_loss", binary(torch::cross_entropy_loss)),
            entry("nll_loss", binary(torch::nll_loss)), entry("relu", unary(Tensor::relu)),
            entry("sigmoid", unary(Tensor::sigmoid)), entry("tanh", unary(Tensor::tanh)),
            entry("exp", unary(Tensor::exp)),
            entry("log", unary(Tensor::log)), entry("neg", unary(Tensor::neg)), entry("abs", unary(Tensor::abs)),
            entry("sqrt", unary(Tensor::sqrt)), entry("square", unary(Tensor::square)), entry("t", unary(Tensor::t)),
            entry("numpy_T", unary(Tensor::numpy_T)), entry("sum", unary(Tensor::sum)),
            entry("mean", unary(Tensor::mean)),
            entry("detach", unary(Tensor::detach)), entry("alias", unary(Tensor::alias)),
            entry("clone", unary(Tensor::clone)),
            entry("contiguous", unary(Tensor::contiguous)), entry("addmm", ternary(Tensor::addmm)),
            entry("linear", DirectCalls::linear), entry("view", DirectCalls::view),
            entry("reshape", DirectCalls::reshape));

    private DirectCalls() {}

    /// A call of one operator; null where the arguments are not the plain ones it is made for.
    @FunctionalInterface
    interface DirectCall {
        @Nullable
        Tensor apply(@Nullable Object[] arguments);
    }

    private interface Unary {
        Tensor apply(Tensor one);
    }

    private interface Binary {
        Tensor apply(Tensor one, Tensor two);
    }

    private interface Ternary {
        Tensor apply(Tensor one, Tensor two, Tensor three);
    }

    static @Nullable DirectCall of(String name) { return CALLS.get(name); }

    private static DirectCall unary(Unary call) {
        return a -> a.length == 1 && a[0] instanceof TensorHandle one ? call.apply(one.pointer()) : null;
    }

    private static DirectCall binary(Binary call) {
        return a -> a.length == 2 && a[0] instanceof TensorHandle one && a[1] instanceof TensorHandle two
                ? call.apply(one.pointer(), two.pointer())
                : null;
    }

    private static DirectCall ternary(Ternary call) {
        return a -> a.length == 3 && a[0] instanceof TensorHandle one && a[1] instanceof TensorHandle two
                && a[2] instanceof TensorHandle three ? call.apply(one.pointer(), two.pointer(), three.pointer())
                        : null;
    }

    private static @Nullable Tensor linear(@Nullable Object[] a) {
        if (a.length < 2 || a.length > 3 || !(a[0] instanceof TensorHandle input)
                || !(a[1] instanceof TensorHandle weight)) {
            return null;
        }
        if (a.length == 2 || a[2] == null) return torch.linear(input.pointer(), weight.pointer());
        if (!(a[2] instanceof TensorHandle given)) return null;
        try (var bias = new TensorOptional(given.pointer())) {
            return torch.linear(input.pointer(), weight.pointer(), bias);
        }
    }

    private static @Nullable Tensor view(@Nullable Object[] a) {
        return a.length == 2 && a[0] instanceof TensorHandle input && a[1] instanceof long[] shape
                ? input.pointer().view(shape)
                : null;
    }

    private static @Nullable Tensor reshape(@Nullable Object[] a) {
        return a.length == 2 && a[0] instanceof TensorHandle input && a[1] instanceof long[] shape
                ? input.pointer().reshape(shape)
                : null;
    }
}
