package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// Divides each element by a power of the mean square around it, along the channels:
/// `y = x / (k + alpha · mean(x²))^beta`, the mean over `size` channels. Stands for `torch.nn.LocalResponseNorm`.
///
/// Input and output `(N, C, *)`, of three dimensions at least.
///
/// ```java
/// new LocalResponseNorm(2, o -> o.alpha(3).beta(1)).call(Torch.ones(1, 1, 2))   // tensor([[[0.4000, 0.4000]]])
/// ```
public class LocalResponseNorm extends UnaryModule {
    /// Over how many channels squares are summed.
    public long size;

    /// The factor of the mean square.
    public Number alpha;

    /// The exponent.
    public Number beta;

    /// What is added to the mean square.
    public Number k;

    /// Options of [LocalResponseNorm], with PyTorch's names and defaults.
    public static final class Options {
        Number alpha = 1e-4;
        Number beta = 0.75;
        Number k = 1.0;

        /// The factor of the mean square; by default 1e-4.
        public Options alpha(Number alpha) { this.alpha = alpha; return this; }

        /// The exponent; by default 0.75.
        public Options beta(Number beta) { this.beta = beta; return this; }

        /// What is added to the mean square; by default 1.
        public Options k(Number k) { this.k = k; return this; }
    }

    /// Over so many channels.
    public LocalResponseNorm(long size) { this(size, o -> {}); }

    /// Over so many channels, with options.
    public LocalResponseNorm(long size, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        this.size = size;
        alpha = o.alpha;
        beta = o.beta;
        k = o.k;
    }

    @Override
    public Tensor forward(Tensor input) {
        return F.localResponseNorm(input, size, alpha.doubleValue(), beta.doubleValue(), k.doubleValue());
    }

    @Override
    public String extraRepr() {
        return PythonFormat.format("%s, alpha=%s, beta=%s, k=%s", size, alpha, beta, k);
    }
}
