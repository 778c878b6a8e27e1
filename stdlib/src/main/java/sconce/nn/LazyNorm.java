package sconce.nn;

/// What all lazy normalisation layers share.
interface LazyNorm extends LazyModule {
    /// Lets factors, shifts and running statistics wait for their shapes.
    static void await(NormBase layer, NormBase.Options<?> o) {
        if (layer.affine) {
            layer.weight = o.uninitialized();
            layer.bias = o.uninitialized();
        }
        if (layer.trackRunningStats) {
            layer.running_mean = o.uninitializedBuffer();
            layer.running_var = o.uninitializedBuffer();
        }
    }

    @Override
    default void initializeParameters(Inputs inputs) {
        if (!hasUninitializedParams()) return;
        var layer = (NormBase) this;
        layer.numFeatures = inputs.get(0).shape().get(1);
        Lazy.materialize(layer.weight, layer.numFeatures);
        Lazy.materialize(layer.bias, layer.numFeatures);
        Lazy.materialize(layer.running_mean, layer.numFeatures);
        Lazy.materialize(layer.running_var, layer.numFeatures);
        layer.resetParameters();
    }
}
