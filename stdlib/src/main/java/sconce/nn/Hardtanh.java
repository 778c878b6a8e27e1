package sconce.nn;

import java.util.function.Consumer;
import sconce.AssertionException;
import sconce.Tensor;
import sconce.Warnings;
import sconce.show.PythonFormat;

/// `x` cut to `[minVal, maxVal]`. Stands for `torch.nn.Hardtanh`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Hardtanh().call(Torch.tensor(-3.0, 0.5))   // tensor([-1.0000,  0.5000])
/// ```
public class Hardtanh extends UnaryModule {
    /// The least value.
    public Number minVal;

    /// The largest value.
    public Number maxVal;

    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [Hardtanh], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {
        Number minVal = -1.0;
        Number maxVal = 1.0;

        /// The least value; by default -1.0.
        public Options minVal(Number minVal) { this.minVal = minVal; return this; }

        /// The largest value; by default 1.0.
        public Options maxVal(Number maxVal) { this.maxVal = maxVal; return this; }

        /// Old name of `minVal`.
        public Options minValue(Number minValue) {
            Warnings.warn("FutureWarning", "keyword argument `min_value` is deprecated and rename to `min_val`");
            return minVal(minValue);
        }

        /// Old name of `maxVal`.
        public Options maxValue(Number maxValue) {
            Warnings.warn("FutureWarning", "keyword argument `max_value` is deprecated and rename to `max_val`");
            return maxVal(maxValue);
        }
    }

    /// With the defaults.
    public Hardtanh() { this(o -> {}); }

    /// With chosen bounds.
    public Hardtanh(Number minVal, Number maxVal) { this(o -> o.minVal(minVal).maxVal(maxVal)); }

    /// With chosen bounds, in place or not.
    public Hardtanh(Number minVal, Number maxVal, boolean inplace) {
        this(o -> o.minVal(minVal).maxVal(maxVal).inplace(inplace));
    }

    /// With options.
    ///
    /// @throws AssertionException if the bounds leave nothing between them
    public Hardtanh(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        minVal = o.minVal;
        maxVal = o.maxVal;
        inplace = o.inplace;
        if (maxVal.doubleValue() <= minVal.doubleValue()) throw new AssertionException("");
    }

    /// For [ReLU6].
    Hardtanh(Number minVal, Number maxVal, InplaceOptions<?> o) {
        this.minVal = minVal;
        this.maxVal = maxVal;
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.hardtanh(input, minVal, maxVal, inplace); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("min_val=%s, max_val=%s", minVal, maxVal) + (inplace ? ", inplace=True" : "");
    }
}
