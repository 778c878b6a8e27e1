package sconce.nn;

import sconce.TorchException;
import sconce.ValueError;

/// What all lazy convolution layers share, the transposed ones too.
interface LazyConv extends LazyModule {
    /// Lets weight and bias wait for their shapes.
    static void await(ConvNd layer, long outChannels, ConvNd.Options<?> o) {
        layer.outChannels = outChannels;
        layer.weight = o.uninitialized();
        layer.bias = o.bias ? o.uninitialized() : null;
    }

    /// @throws TorchException if the input has not the dimensions of this layer
    /// @throws ValueError if its channels do not fall into the groups
    @Override
    default void initializeParameters(Inputs inputs) {
        if (!hasUninitializedParams()) return;
        var layer = (ConvNd) this;
        var shape = inputs.get(0).shape();
        var unbatched = layer.kernelSize.size() + 1;
        if (shape.size() != unbatched && shape.size() != unbatched + 1) {
            throw new TorchException("Expected %dD (unbatched) or %dD (batched) input to %s, but got input of size: %s"
                    .formatted(unbatched, unbatched + 1, layer.moduleName(), shape));
        }
        layer.inChannels = shape.get(shape.size() - unbatched);
        if (layer.inChannels % layer.groups != 0) throw new ValueError("in_channels must be divisible by groups");
        Lazy.materialize(layer.weight, layer.weightShape());
        Lazy.materialize(layer.bias, layer.outChannels);
        layer.resetParameters();
    }
}
