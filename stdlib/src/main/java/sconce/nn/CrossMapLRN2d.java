package sconce.nn;

import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Consumer;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.ZeroDivisionError;
import sconce.libtorch.HookLife;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Divides each element of an image by a power of the mean square around it, along the channels:
/// `y = x / (k + alpha · mean(x²))^beta`. Stands for `torch.nn.CrossMapLRN2d`, the older of the two: its windows are
/// PyTorch's to the channel, at the edges and in the gradient too. Use [LocalResponseNorm] in new models.
///
/// Input and output `(N, C, H, W)`.
///
/// ```java
/// new CrossMapLRN2d(3, o -> o.alpha(3).beta(1)).call(Torch.ones(1, 2, 1, 1)).sum()   // tensor(0.6667)
/// ```
public class CrossMapLRN2d extends UnaryModule {
    /// Over how many channels squares are summed.
    public long size;

    /// The factor of the mean square.
    public Number alpha;

    /// The exponent.
    public Number beta;

    /// What is added to the mean square.
    public Number k;

    /// Options of [CrossMapLRN2d], with PyTorch's names and defaults.
    public static final class Options {
        Number alpha = 1e-4;
        Number beta = 0.75;
        Number k = 1;

        /// The factor of the mean square; by default 1e-4.
        public Options alpha(Number alpha) { this.alpha = alpha; return this; }

        /// The exponent; by default 0.75.
        public Options beta(Number beta) { this.beta = beta; return this; }

        /// What is added to the mean square; by default 1.
        public Options k(Number k) { this.k = k; return this; }
    }

    /// Over so many channels.
    public CrossMapLRN2d(long size) { this(size, o -> {}); }

    /// Over so many channels, with options.
    public CrossMapLRN2d(long size, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        this.size = size;
        alpha = o.alpha;
        beta = o.beta;
        k = o.k;
    }

    @Override
    public Tensor forward(Tensor input) {
        if (input.dim() != 4) {
            throw new ValueError("CrossMapLRN2d: Expected input to be 4D, got " + input.dim() + "D instead.");
        }
        var recorded = Torch.isGradEnabled() && input.requiresGrad();
        var given = input.detach();
        var scale = scale(given);
        var output = scale.pow(-beta.doubleValue()).mul(given);
        if (!recorded) return output;
        // The gradient has other windows than the output, so that libtorch cannot derive it.
        var ratio = -2 * alpha.doubleValue() * beta.doubleValue() / size;
        var factor = scale.pow(-beta.doubleValue());
        var watched = HookLife.watch(input, gradient -> {
            if (Torch.isGradEnabled()) {
                throw new TorchException("mul(): functions with out=... arguments don't support automatic "
                        + "differentiation, but one of the arguments requires grad.");
            }
            var arrived = (Tensor) Objects.requireNonNull(gradient);
            var windows = windows(arrived.mul(output).div(scale));
            return factor.mul(arrived).addcmul(given, windows, ratio);
        });
        var result = ((Tensor) watched.tensor()).clone();
        result.setData(output);
        watched.life().name(result, "CrossMapLRN2dBackward");
        return result;
    }

    /// `k + alpha · mean`, channel by channel from the one before. The first `prePad` channels never lose channel 0: so
    /// PyTorch has it.
    private Tensor scale(Tensor input) {
        // Into a tensor of the input's type, here and below: so whole numbers are refused in PyTorch's words.
        Tensor square = Operators.call("pow.Tensor_Scalar_out", input, 2, Torch.emptyLike(input));
        var channels = input.size(1);
        var prePad = (long) ((size - 1) / 2.0 + 1);
        var current = Torch.zerosLike(square.select(1, 0));
        for (var c = 0L; c < Math.min(prePad, channels); c++) current = current.add(square.select(1, c));
        var sums = new ArrayList<Tensor>();
        sums.add(current);
        for (var c = 1L; c < channels; c++) {
            if (c < channels - prePad + 1) current = current.add(square.select(1, c + prePad - 1));
            if (c > prePad) current = current.sub(square.select(1, c - prePad));
            sums.add(current);
        }
        return Torch.stack(sums, 1).mul_(factor()).add_(k);
    }

    private Number factor() {
        if (size != 0) return alpha.doubleValue() / size;
        var whole = alpha instanceof Long || alpha instanceof Integer;
        throw new ZeroDivisionError(whole ? "division by zero" : "float division by zero");
    }

    /// The sums over `size` channels from each one on, where the channels begin `before` places behind.
    private Tensor windows(Tensor ratios) {
        var channels = ratios.size(1);
        var before = (long) (size - (size - 1) / 2.0);
        Tensor padded = Operators.call("new_zeros", ratios,
                new long[] { ratios.size(0), channels + size - 1, ratios.size(2), ratios.size(3) });
        Operators.<Object>call("copy_", Operators.<Tensor>call("narrow", padded, 1, before, channels), ratios);
        Tensor first = Operators.call("narrow", padded, 1, 0, size - 1);
        var current = first.sum(1);
        var sums = new ArrayList<Tensor>();
        for (var c = 0L; c < channels; c++) {
            current = current.add(padded.select(1, c + size - 1));
            sums.add(current);
            current = current.sub(padded.select(1, c));
        }
        return Torch.stack(sums, 1);
    }

    @Override
    public String extraRepr() {
        return PythonFormat.format("%s, alpha=%s, beta=%s, k=%s", size, alpha, beta, k);
    }
}
