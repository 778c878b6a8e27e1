package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// The mean of `max(0, ‖anchor - positive‖ - ‖anchor - negative‖ + margin)`. Stands for `torch.nn.TripletMarginLoss`.
///
/// All three `(N, D)` or `(D)`; the result is a number, or `(N)` with reduction `"none"`.
///
/// ```java
/// new TripletMarginLoss().call(Torch.zeros(1, 2), Torch.zeros(1, 2), Torch.ones(1, 2))   // tensor(0.)
/// ```
public class TripletMarginLoss extends TripleLossModule {
    /// The margin.
    public Number margin;

    /// The p of the norm.
    public Number p;

    /// What keeps the norm away from 0.
    public Number eps;

    /// Whether the distance of positive and negative counts if it is smaller.
    public boolean swap;

    /// Options of [TripletMarginLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        Number margin = 1.0;
        Number p = 2.0;
        Number eps = 1e-6;
        boolean swap = false;

        /// The margin; by default 1.0.
        public Options margin(Number margin) { this.margin = margin; return this; }

        /// The p of the norm; by default 2.0.
        public Options p(Number p) { this.p = p; return this; }

        /// What keeps the norm away from 0; by default 1e-6.
        public Options eps(Number eps) { this.eps = eps; return this; }

        /// Whether the distance of positive and negative counts if it is smaller; by default false.
        public Options swap(boolean swap) { this.swap = swap; return this; }
    }

    /// With the defaults.
    public TripletMarginLoss() { this(o -> {}); }

    /// With options.
    ///
    /// @throws ValueError if the margin is not positive
    public TripletMarginLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private TripletMarginLoss(Options o) {
        super(o.reduction());
        if (o.margin.doubleValue() <= 0) {
            throw new ValueError("TripletMarginLoss: expected margin to be greater than 0, got "
                    + PythonFormat.of(o.margin) + " instead");
        }
        margin = o.margin;
        p = o.p;
        eps = o.eps;
        swap = o.swap;
    }

    @Override
    public Tensor forward(Tensor anchor, Tensor positive, Tensor negative) {
        return F.tripletMarginLoss(anchor, positive, negative,
                o -> o.reduction(reduction).margin(margin).p(p).eps(eps).swap(swap));
    }
}
