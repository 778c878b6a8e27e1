package sconce.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Size;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// What all convolution layers share, the transposed ones too.
abstract class ConvNd extends UnaryModule {
    private static final List<String> PADDING_MODES = List.of("circular", "reflect", "replicate", "zeros");

    /// The number of channels of the input.
    public long inChannels;

    /// The number of channels of the output.
    public long outChannels;

    /// The size of the kernel, a number for each spatial dimension.
    public final Size kernelSize;

    /// The step of the kernel.
    public final Size stride;

    /// How many rows are added on both sides; where it was given as a text, none here.
    public final Size padding;

    /// `"same"` or `"valid"`, if the padding was given so; else null.
    public final @Nullable String paddingText;

    /// The distance between the kernel's points.
    public final Size dilation;

    /// How many rows a transposed convolution adds on one side of its output.
    public final Size outputPadding;

    /// How many groups of channels are convolved apart.
    public final long groups;

    /// What the added rows hold: `"zeros"`, `"reflect"`, `"replicate"` or `"circular"`.
    public final String paddingMode;

    /// The kernels `(outChannels, inChannels / groups, *kernelSize)`; transposed: `(inChannels, outChannels / groups, ..)`.
    public Parameter weight;

    /// The shifts `(outChannels)`, or null.
    public @Nullable Parameter bias;

    final boolean transposed;

    /// The options that all convolution layers share.
    abstract static class Options<O extends Options<O>> extends LayerOptions<O> {
        IntOrTuple stride = IntOrTuple.of(1);
        IntOrTuple padding = IntOrTuple.of(0);
        @Nullable
        String paddingText;
        IntOrTuple dilation = IntOrTuple.of(1);
        long groups = 1;
        boolean bias = true;
        String paddingMode = "zeros";

        /// The step of the kernel, one number for all dimensions or one for each; by default 1.
        public O stride(long... stride) { this.stride = IntOrTuple.of(stride); return self(); }

        /// The step of the kernel, for each dimension.
        public O stride(Size stride) { this.stride = IntOrTuple.of(stride); return self(); }

        /// How many rows are added on both sides, one number for all dimensions or one for each; by default 0.
        public O padding(long... padding) { this.padding = IntOrTuple.of(padding); return self(); }

        /// How many rows are added on both sides, for each dimension.
        public O padding(Size padding) { this.padding = IntOrTuple.of(padding); return self(); }

        /// The distance between the kernel's points, one number for all dimensions or one for each; by default 1.
        public O dilation(long... dilation) { this.dilation = IntOrTuple.of(dilation); return self(); }

        /// The distance between the kernel's points, for each dimension.
        public O dilation(Size dilation) { this.dilation = IntOrTuple.of(dilation); return self(); }

        /// How many groups of channels are convolved apart; by default 1.
        public O groups(long groups) { this.groups = groups; return self(); }

        /// Whether there are shifts; by default true.
        public O bias(boolean bias) { this.bias = bias; return self(); }

        /// What the added rows hold: `"zeros"` (default), `"reflect"`, `"replicate"` or `"circular"`.
        public O paddingMode(String paddingMode) { this.paddingMode = paddingMode; return self(); }
    }

    /// The option of the layers that are not transposed.
    abstract static class ForwardOptions<O extends ForwardOptions<O>> extends Options<O> {
        /// `"valid"`: no rows are added; `"same"`: as many as keep the size.
        public O padding(String padding) { paddingText = padding; return self(); }
    }

    /// @param dimensions the number of spatial dimensions
    /// @param outputPadding null where the layer is not transposed
    ConvNd(int dimensions, long inChannels, long outChannels, IntOrTuple kernelSize, Options<?> o,
            @Nullable IntOrTuple outputPadding) {
        this.inChannels = inChannels;
        this.outChannels = outChannels;
        this.kernelSize = kernelSize.expand(dimensions);
        stride = o.stride.expand(dimensions);
        padding = o.padding.expand(dimensions);
        paddingText = o.paddingText;
        dilation = o.dilation.expand(dimensions);
        transposed = outputPadding != null;
        this.outputPadding = (outputPadding == null ? IntOrTuple.of(0) : outputPadding).expand(dimensions);
        groups = o.groups;
        paddingMode = o.paddingMode;
        check();
        weight = o.parameter(weightShape());
        bias = o.parameterIf(o.bias, outChannels);
        resetParameters();
    }

    private void check() {
        if (transposed && !paddingMode.equals("zeros")) {
            throw new ValueError("Only \"zeros\" padding mode is supported for " + moduleName());
        }
        if (groups <= 0) throw new ValueError("groups must be a positive integer");
        if (inChannels % groups != 0) throw new ValueError("in_channels must be divisible by groups");
        if (outChannels % groups != 0) throw new ValueError("out_channels must be divisible by groups");
        if (paddingText != null) {
            if (!paddingText.equals("same") && !paddingText.equals("valid")) {
                throw new ValueError("Invalid padding string " + PythonFormat.quoted(paddingText)
                        + ", should be one of {'same', 'valid'}");
            }
            if (paddingText.equals("same") && stride.stream().anyMatch(step -> step != 1)) {
                throw new ValueError("padding='same' is not supported for strided convolutions");
            }
        }
        if (!PADDING_MODES.contains(paddingMode)) {
            throw new ValueError("padding_mode must be one of {'circular', 'reflect', 'replicate', 'zeros'}, but got "
                    + "padding_mode='" + paddingMode + "'");
        }
    }

    /// The shape of the weight.
    final long[] weightShape() {
        var shape = new long[kernelSize.size() + 2];
        shape[0] = transposed ? inChannels : outChannels;
        shape[1] = (transposed ? outChannels : inChannels) / groups;
        for (var i = 0; i < kernelSize.size(); i++) shape[i + 2] = kernelSize.get(i);
        return shape;
    }

    /// Draws weight and bias anew.
    public void resetParameters() { DefaultInit.convolution(weight, bias); }

    /// How [F#pad] adds the rows: for the last dimension first, before and behind.
    final long[] padding() {
        // A tuple of a wrong length goes on as it is: F.pad tells what it cannot do with it.
        var dimensions = paddingText == null ? padding.size() : kernelSize.size();
        var around = new long[2 * dimensions];
        for (var i = 0; i < dimensions; i++) {
            var at = 2 * (dimensions - 1 - i);
            if (paddingText == null) {
                around[at] = padding.get(i);
                around[at + 1] = padding.get(i);
            } else if (paddingText.equals("same")) {
                var total = dilation.get(i) * (kernelSize.get(i) - 1);
                around[at] = total / 2;
                around[at + 1] = total - total / 2;
            }
        }
        return around;
    }

    @Override
    public String extraRepr() {
        var text = new StringBuilder(PythonFormat.format("%s, %s, kernel_size=%s, stride=%s", inChannels, outChannels,
                kernelSize, stride));
        if (paddingText != null) text.append(", padding=").append(paddingText);
        else if (isNot(0, padding)) text.append(", padding=").append(PythonFormat.tuple(padding));
        if (isNot(1, dilation)) text.append(", dilation=").append(PythonFormat.tuple(dilation));
        if (isNot(0, outputPadding)) text.append(", output_padding=").append(PythonFormat.tuple(outputPadding));
        if (groups != 1) text.append(", groups=").append(groups);
        if (bias == null) text.append(", bias=False");
        if (!paddingMode.equals("zeros")) text.append(", padding_mode=").append(paddingMode);
        return text.toString();
    }

    private static boolean isNot(long number, Size sizes) { return sizes.stream().anyMatch(size -> size != number); }
}
