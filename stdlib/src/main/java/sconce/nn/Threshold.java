package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `x` where it is above `threshold`, else `value`. Stands for `torch.nn.Threshold`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Threshold(0.5, 20).call(Torch.tensor(0.25, 2.0))   // tensor([20.,  2.])
/// ```
public class Threshold extends UnaryModule {
    /// The bound.
    public Number threshold;

    /// What stands where the bound is not passed.
    public Number value;

    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [Threshold], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {}

    /// With a bound and what stands where it is not passed.
    public Threshold(Number threshold, Number value) { this(threshold, value, o -> {}); }

    /// The same, in place or not.
    public Threshold(Number threshold, Number value, boolean inplace) {
        this(threshold, value, o -> o.inplace(inplace));
    }

    /// The same, with options.
    public Threshold(Number threshold, Number value, Consumer<Options> options) {
        this.threshold = threshold;
        this.value = value;
        inplace = Keywords.of(new Options(), options).inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.threshold(input, threshold, value, inplace); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("threshold=%s, value=%s", threshold, value) + (inplace ? ", inplace=True" : "");
    }
}
