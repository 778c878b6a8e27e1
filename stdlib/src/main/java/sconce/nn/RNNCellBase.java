package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;

/// What [RNNCell], [LSTMCell] and [GRUCell] share: weights for one step. Stands for `torch.nn.RNNCellBase`; it has no
/// forward.
///
/// Weights and shifts start evenly in `±1/√hiddenSize`.
///
/// ```java
/// new RNNCellBase(2, 3, true, 4).weight_ih.shape()   // torch.Size([12, 2])
/// ```
public class RNNCellBase extends Module {
    /// The size of an input's last dimension.
    public final long inputSize;

    /// The size of the hidden state.
    public final long hiddenSize;

    /// Whether there are shifts.
    public final boolean bias;

    /// The matrix `(numChunks * hiddenSize, inputSize)` for the input.
    public Parameter weight_ih;

    /// The matrix `(numChunks * hiddenSize, hiddenSize)` for the state.
    public Parameter weight_hh;

    /// The shift `(numChunks * hiddenSize)` for the input, or null.
    public @Nullable Parameter bias_ih;

    /// The shift `(numChunks * hiddenSize)` for the state, or null.
    public @Nullable Parameter bias_hh;

    /// Options of [RNNCellBase], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {}

    /// With `numChunks` gates.
    public RNNCellBase(long inputSize, long hiddenSize, boolean bias, long numChunks) {
        this(inputSize, hiddenSize, bias, numChunks, o -> {});
    }

    /// The same, with options.
    public RNNCellBase(long inputSize, long hiddenSize, boolean bias, long numChunks, Consumer<Options> options) {
        this(inputSize, hiddenSize, bias, numChunks, Keywords.of(new Options(), options));
    }

    RNNCellBase(long inputSize, long hiddenSize, boolean bias, long numChunks, LayerOptions<?> o) {
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        this.bias = bias;
        weight_ih = o.parameter(numChunks * hiddenSize, inputSize);
        weight_hh = o.parameter(numChunks * hiddenSize, hiddenSize);
        bias_ih = o.parameterIf(bias, numChunks * hiddenSize);
        bias_hh = o.parameterIf(bias, numChunks * hiddenSize);
        resetParameters();
    }

    /// Draws weights and shifts anew.
    public final void resetParameters() { DefaultInit.evenly(hiddenSize, weight_ih, weight_hh, bias_ih, bias_hh); }

    /// Refuses what has neither one nor two dimensions.
    final void checkDimensions(String what, Tensor tensor) {
        if (tensor.dim() == 1 || tensor.dim() == 2) return;
        throw new ValueError(cell() + ": Expected " + what + " to be 1D or 2D, got " + tensor.dim() + "D instead");
    }

    /// The name in messages, also of a subclass.
    String cell() { return "RNNCellBase"; }

    /// A state of zeros for a batch.
    final Tensor zeros(Tensor batch) {
        return Torch.zeros(Torch.size(batch.size(0), hiddenSize),
                o -> o.dtype(batch.dtype()).device(batch.device()));
    }

    @Override
    public String extraRepr() { return inputSize + ", " + hiddenSize + (bias ? "" : ", bias=False"); }
}
