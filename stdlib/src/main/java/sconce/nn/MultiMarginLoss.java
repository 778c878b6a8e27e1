package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Tensor;
import sconce.ValueError;

/// The mean of `Σ max(0, margin - input[target] + input[i])^p / C` over the classes i that are not the target. Stands for
/// `torch.nn.MultiMarginLoss`.
///
/// Input `(N, C)` or `(C)`, target `(N)` of classes; the result is a number, or `(N)` with reduction `"none"`.
///
/// ```java
/// new MultiMarginLoss().call(Torch.zeros(1, 4), Torch.tensor("[2]"))   // tensor(0.7500)
/// ```
public class MultiMarginLoss extends LossModule {
    /// The power, 1 or 2.
    public final Number p;

    /// The margin.
    public Number margin;

    /// A factor for each class, or null.
    public @Nullable Buffer weight;

    /// Options of [MultiMarginLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        Number p = 1;
        Number margin = 1.0;
        @Nullable
        Tensor weight;

        /// The power, 1 (default) or 2.
        public Options p(Number p) { this.p = p; return this; }

        /// The margin; by default 1.
        public Options margin(Number margin) { this.margin = margin; return this; }

        /// A factor for each class; by default none.
        public Options weight(@Nullable Tensor weight) { this.weight = weight; return this; }
    }

    /// With the defaults.
    public MultiMarginLoss() { this(o -> {}); }

    /// With options.
    ///
    /// @throws ValueError if `p` is neither 1 nor 2, or `weight` no vector
    public MultiMarginLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private MultiMarginLoss(Options o) {
        super(o.reduction());
        checkP(o.p);
        if (o.weight != null && o.weight.dim() != 1) {
            throw new ValueError("MultiMarginLoss: expected weight to be None or 1D tensor, got " + o.weight.dim()
                    + "D instead");
        }
        p = o.p;
        margin = o.margin;
        weight = buffer(o.weight);
    }

    static void checkP(Number p) {
        if (p.doubleValue() != 1 && p.doubleValue() != 2) throw new ValueError("only p == 1 and p == 2 supported");
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.multiMarginLoss(input, target, o -> o.reduction(reduction).p(p).margin(margin).weight(weight));
    }
}
