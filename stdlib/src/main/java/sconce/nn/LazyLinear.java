package sconce.nn;

import java.util.function.Consumer;

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
        weight = o.uninitialized();
        bias = o.bias ? o.uninitialized() : null;
    }

    @Override
    public void resetParameters() {
        if (inFeatures != 0 && !hasUninitializedParams()) super.resetParameters();
    }

    @Override
    public void initializeParameters(Inputs inputs) {
        if (hasUninitializedParams()) {
            inFeatures = inputs.get(0).shape().get(-1);
            Lazy.materialize(weight, outFeatures, inFeatures);
            Lazy.materialize(bias, outFeatures);
            resetParameters();
        }
        // A weight that came from a state dict knows the size already.
        if (inFeatures == 0) inFeatures = weight.size(-1);
    }
}
