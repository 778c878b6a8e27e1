package sconce.nn;

import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// The mean of `max(0, d(anchor, positive) - d(anchor, negative) + margin)` with a distance of one's own. Stands for
/// `torch.nn.TripletMarginWithDistanceLoss`.
///
/// All three `(N, *)`, as the distance takes them; the result is a number, or `(N)` with reduction `"none"`.
///
/// ```java
/// new TripletMarginWithDistanceLoss().call(Torch.zeros(1, 2), Torch.zeros(1, 2), Torch.ones(1, 2))   // tensor(0.)
/// ```
public class TripletMarginWithDistanceLoss extends TripleLossModule {
    /// The distance, if it is a module; else null.
    public @Nullable Module distance_function;

    /// The margin.
    public Number margin;

    /// Whether the distance of positive and negative counts if it is smaller.
    public boolean swap;

    private final @Nullable BinaryOperator<Tensor> function;

    /// Options of [TripletMarginWithDistanceLoss], with PyTorch's names and defaults.
    public static final class Options extends ReductionOptions<Options> {
        @Nullable
        Module distanceModule;
        @Nullable
        BinaryOperator<Tensor> distanceFunction;
        Number margin = 1.0;
        boolean swap = false;

        /// The distance, a module of two tensors; by default a [PairwiseDistance].
        public Options distanceFunction(Module distanceFunction) {
            distanceModule = distanceFunction;
            this.distanceFunction = distanceFunction::call;
            return this;
        }

        /// The distance, a function of two tensors.
        public Options distanceFunction(BinaryOperator<Tensor> distanceFunction) {
            this.distanceFunction = distanceFunction;
            return this;
        }

        /// The margin; by default 1.
        public Options margin(Number margin) { this.margin = margin; return this; }

        /// Whether the distance of positive and negative counts if it is smaller; by default not.
        public Options swap(boolean swap) { this.swap = swap; return this; }
    }

    /// With the defaults.
    public TripletMarginWithDistanceLoss() { this(o -> {}); }

    /// With options.
    ///
    /// @throws ValueError if the margin is not positive
    public TripletMarginWithDistanceLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private TripletMarginWithDistanceLoss(Options o) {
        super(o.reduction());
        if (o.margin.doubleValue() <= 0) {
            throw new ValueError("TripletMarginWithDistanceLoss: expected margin to be greater than 0, got "
                    + PythonFormat.of(o.margin) + " instead");
        }
        if (o.distanceFunction == null) o.distanceFunction(new PairwiseDistance());
        distance_function = o.distanceModule;
        function = o.distanceModule == null ? o.distanceFunction : null;
        margin = o.margin;
        swap = o.swap;
    }

    @Override
    public Tensor forward(Tensor anchor, Tensor positive, Tensor negative) {
        var module = distance_function;
        BinaryOperator<Tensor> distance = function != null ? function
                : (a, b) -> Objects.requireNonNull(module).call(a, b);
        return F.tripletMarginWithDistanceLoss(anchor, positive, negative, distance, margin, swap, reduction);
    }
}
