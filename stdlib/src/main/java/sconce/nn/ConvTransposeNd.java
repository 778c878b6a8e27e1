package sconce.nn;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// What all transposed convolution layers share.
abstract class ConvTransposeNd extends ConvNd {
    private final int dimensions;

    /// The options that all transposed convolution layers share.
    abstract static class Options<O extends Options<O>> extends ConvNd.Options<O> {
        private IntOrTuple outputPadding = IntOrTuple.of(0);

        /// How many rows are added on one side of the output, one number for all dimensions or one for each; by
        /// default 0.
        public O outputPadding(long... outputPadding) {
            this.outputPadding = IntOrTuple.of(outputPadding);
            return self();
        }

        /// How many rows are added on one side of the output, for each dimension.
        public O outputPadding(Size outputPadding) {
            this.outputPadding = IntOrTuple.of(outputPadding);
            return self();
        }
    }

    ConvTransposeNd(int dimensions, long inChannels, long outChannels, IntOrTuple kernelSize, Options<?> o) {
        super(dimensions, inChannels, outChannels, kernelSize, o, o.outputPadding);
        this.dimensions = dimensions;
    }

    @Override
    public Tensor forward(Tensor input) { return forward(input, null); }

    /// The same; of the sizes that a strided convolution takes to that of the input, the output has this one.
    ///
    /// @throws ValueError if no convolution takes this size to that of the input
    public Tensor forward(Tensor input, @Nullable Size outputSize) {
        var added = outputSize == null ? outputPadding : outputPadding(input, outputSize);
        return F.convTranspose(dimensions, input, weight, bias, stride.longs(), padding.longs(), added.longs(), groups,
                dilation.longs());
    }

    /// Runs hooks and [#forward(Tensor, Size)].
    public Tensor call(Tensor input, @Nullable Size outputSize) { return super.call(input, outputSize); }

    private Size outputPadding(Tensor input, Size outputSize) {
        var channels = input.dim() == dimensions + 2 ? 2 : 1;
        var given = outputSize.size();
        if (given != dimensions && given != channels + dimensions) {
            throw new ValueError("ConvTranspose%dD: for %dD input, output_size must have %d or %d elements (got %d)"
                    .formatted(dimensions, input.dim(), dimensions, channels + dimensions, given));
        }
        var wanted = outputSize.subList(given - dimensions, given);
        var least = new ArrayList<Long>();
        var most = new ArrayList<Long>();
        for (var d = 0; d < dimensions; d++) {
            least.add((input.size(d + channels) - 1) * stride.get(d) - 2 * padding.get(d)
                    + dilation.get(d) * (kernelSize.get(d) - 1) + 1);
            most.add(least.get(d) + stride.get(d) - 1);
        }
        var added = new long[dimensions];
        for (var d = 0; d < dimensions; d++) {
            added[d] = wanted.get(d) - least.get(d);
            if (added[d] < 0 || wanted.get(d) > most.get(d)) {
                var shape = input.shape();
                throw new ValueError(
                        "requested an output size of %s, but valid sizes range from %s to %s (for an input "
                                .formatted(PythonFormat.list(wanted), PythonFormat.list(least), PythonFormat.list(most))
                                + "of " + Size.of(shape.subList(Math.min(2, shape.size()), shape.size())) + ")");
            }
        }
        return new Size(added);
    }
}
