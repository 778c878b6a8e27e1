package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.ValueError;
import sconce.ZeroDivisionError;
import sconce.show.PythonFormat;

/// Brings each group of channels of each sample to mean 0 and variance 1, then scales and shifts its channels:
/// `y = (x - E[x]) / √(Var[x] + eps) · weight + bias`. Stands for `torch.nn.GroupNorm`.
///
/// Input and output `(N, numChannels, *)`.
///
/// ```java
/// new GroupNorm(2, 4).call(Torch.ones(2, 4, 3)).shape()   // torch.Size([2, 4, 3])
/// ```
public class GroupNorm extends UnaryModule {
    /// How many groups the channels form.
    public long numGroups;

    /// The number of channels.
    public long numChannels;

    /// What is added to the variance.
    public Number eps;

    /// Whether channels are scaled and shifted.
    public final boolean affine;

    /// The factors `(numChannels)`, or null.
    public @Nullable Parameter weight;

    /// The shifts `(numChannels)`, or null.
    public @Nullable Parameter bias;

    /// Options of [GroupNorm], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        Number eps = 1e-5;
        boolean affine = true;

        /// What is added to the variance; by default 1e-5.
        public Options eps(Number eps) { this.eps = eps; return this; }

        /// Whether channels are scaled and shifted; by default true.
        public Options affine(boolean affine) { this.affine = affine; return this; }
    }

    /// For so many channels in so many groups.
    public GroupNorm(long numGroups, long numChannels) { this(numGroups, numChannels, o -> {}); }

    /// For so many channels in so many groups, with options.
    ///
    /// @throws ValueError if the channels do not divide into groups of one size
    public GroupNorm(long numGroups, long numChannels, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        if (numGroups == 0) throw new ZeroDivisionError("integer modulo by zero");
        if (numChannels % numGroups != 0) {
            throw new ValueError(
                    "num_channels (" + numChannels + ") must be divisible by num_groups (" + numGroups + ")");
        }
        this.numGroups = numGroups;
        this.numChannels = numChannels;
        eps = o.eps;
        affine = o.affine;
        weight = o.parameterIf(affine, numChannels);
        bias = o.parameterIf(affine, numChannels);
        resetParameters();
    }

    /// Sets factors to 1 and shifts to 0.
    public void resetParameters() {
        if (weight != null) Init.ones_(weight);
        if (bias != null) Init.zeros_(bias);
    }

    @Override
    public Tensor forward(Tensor input) { return F.groupNorm(input, numGroups, weight, bias, eps.doubleValue()); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("%s, %s, eps=%s, affine=%s", numGroups, numChannels, eps, affine);
    }
}
