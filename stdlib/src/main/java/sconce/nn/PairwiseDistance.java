package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The p-norm of the difference of two vectors: `‖x1 - x2 + eps‖`. Stands for `torch.nn.PairwiseDistance`.
///
/// Inputs `(N, D)` or `(D)`, output `(N)`, or `(N, 1)` with `keepdim`.
///
/// ```java
/// new PairwiseDistance().call(Torch.zeros(1, 4), Torch.ones(1, 4))   // tensor([2.0000])
/// ```
public class PairwiseDistance extends BinaryModule {
    /// The p of the norm.
    public Number norm;

    /// What is added to the difference.
    public Number eps;

    /// Whether the dimension that is summed stays, with size 1.
    public boolean keepdim;

    /// Options of [PairwiseDistance], with PyTorch's names and defaults.
    public static final class Options {
        Number p = 2.0;
        Number eps = 1e-6;
        boolean keepdim = false;

        /// The p of the norm; by default 2.
        public Options p(Number p) { this.p = p; return this; }

        /// What is added to the difference; by default 1e-6.
        public Options eps(Number eps) { this.eps = eps; return this; }

        /// Whether the dimension that is summed stays, with size 1; by default not.
        public Options keepdim(boolean keepdim) { this.keepdim = keepdim; return this; }
    }

    /// With the defaults.
    public PairwiseDistance() { this(o -> {}); }

    /// With the p of the norm.
    public PairwiseDistance(Number p) { this(o -> o.p(p)); }

    /// With options.
    public PairwiseDistance(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        norm = o.p;
        eps = o.eps;
        keepdim = o.keepdim;
    }

    @Override
    public Tensor forward(Tensor input1, Tensor input2) {
        return F.pairwiseDistance(input1, input2, o -> o.p(norm).eps(eps).keepdim(keepdim));
    }
}
