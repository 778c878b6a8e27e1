package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.TensorOptions;

/// A [Linear] that takes the size of its input from the first one. Stands for `torch.nn.LazyLinear`.
///
/// ```java
/// var layer = new LazyLinear(3);
/// layer.call(Torch.ones(4, 2)).shape();   // torch.Size([4, 3])
/// layer   // Linear(in_features=2, out_features=3, bias=True)
/// ```
public class LazyLinear extends Linear implements LazyModule {
    /// To `outFeatures` numbers, from as many as will come.
    public LazyLinear(long outFeatures) { this(outFeatures, o -> {}); }

    /// The same, with the options of [Linear].
    public LazyLinear(long outFeatures, Consumer<Options> options) {
        this(outFeatures, Keywords.of(new Options(), options));
    }

    private LazyLinear(long outFeatures, Options o) {
        super(0, 0, o.bias);
        this.outFeatures = outFeatures;
        weight = new UninitializedParameter(like(o));
        bias = o.bias ? new UninitializedParameter(like(o)) : null;
    }

    private static Consumer<TensorOptions> like(Options o) {
        return made -> {
            if (o.dtype() != null) made.dtype(o.dtype());
            if (o.device() != null) made.device(o.device());
        };
    }

    @Override
    public void resetParameters() {
        if (inFeatures != 0 && !hasUninitializedParams()) super.resetParameters();
    }

    @Override
    public void initializeParameters(Inputs inputs) {
        if (hasUninitializedParams()) {
            inFeatures = inputs.get(0).size(-1);
            materialize(weight, outFeatures, inFeatures);
            materialize(bias, outFeatures);
            resetParameters();
        }
        // A weight that came from a state dict knows the size already.
        if (inFeatures == 0) inFeatures = weight.size(-1);
    }

    private static void materialize(@Nullable Object parameter, long... shape) {
        if (parameter instanceof UninitializedParameter lazy && lazy.isLazy())
            lazy.materialize(new Size(shape), null, null);
    }
}
