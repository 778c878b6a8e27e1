package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.ValueError;

/// A plain recurrent network: `h(t) = tanh(x(t) W_ihᵀ + b_ih + h(t-1) W_hhᵀ + b_hh)`, or with `relu`. Stands for
/// `torch.nn.RNN`.
///
/// Input `(T, N, inputSize)`, with `batchFirst` `(N, T, inputSize)`, without a batch `(T, inputSize)`, or packed; output the
/// same with `D * hiddenSize` at the end, state `(D * numLayers, N, hiddenSize)`. `D` is 2 with `bidirectional`, else 1.
/// The weights' names and start are those of [RNNBase].
///
/// ```java
/// new RNN(10, 20).call(Torch.ones(5, 3, 10)).output().shape()   // torch.Size([5, 3, 20])
/// new RNN(10, 20, 2).call(Torch.ones(5, 10)).state().shape()   // torch.Size([2, 20])
/// ```
public class RNN extends RNNBase {
    /// What bends the sum: `tanh` or `relu`.
    public final String nonlinearity;

    /// What a run gives.
    ///
    /// @param output the last layer's state at every step
    /// @param state every layer's state after the last step
    public record Output(Tensor output, Tensor state) {}

    /// What a run over packed sequences gives.
    ///
    /// @param output the last layer's state at every step
    /// @param state every layer's state after the last step of each sequence
    public record PackedOutput(PackedSequence output, Tensor state) {}

    /// Options of [RNN], with PyTorch's names and defaults.
    public static final class Options extends RecurrentOptions<Options> {
        String nonlinearity = "tanh";

        /// What bends the sum: `tanh` or `relu`; by default `tanh`.
        public Options nonlinearity(String nonlinearity) { this.nonlinearity = nonlinearity; return this; }
    }

    /// One layer from `inputSize` numbers to `hiddenSize`.
    public RNN(long inputSize, long hiddenSize) { this(inputSize, hiddenSize, o -> {}); }

    /// Several layers on each other.
    public RNN(long inputSize, long hiddenSize, long numLayers) {
        this(inputSize, hiddenSize, o -> o.numLayers(numLayers));
    }

    /// With options.
    ///
    /// @throws ValueError if the nonlinearity is another, or an option is out of its range
    public RNN(long inputSize, long hiddenSize, Consumer<Options> options) {
        this(inputSize, hiddenSize, withoutProjection(Keywords.of(new Options(), options)));
    }

    private RNN(long inputSize, long hiddenSize, Options o) {
        super(mode(o.nonlinearity), inputSize, hiddenSize, o);
        nonlinearity = o.nonlinearity;
    }

    private static String mode(String nonlinearity) {
        return switch (nonlinearity) {
            case "tanh" -> "RNN_TANH";
            case "relu" -> "RNN_RELU";
            default -> throw new ValueError(
                    "Unknown nonlinearity '" + nonlinearity + "'. Select from 'tanh' or 'relu'.");
        };
    }

    /// Runs hooks and [#forward(Tensor)].
    public Output call(Tensor input) { return invoke(Output.class, input); }

    /// Runs hooks and [#forward(Tensor, Tensor)].
    public Output call(Tensor input, @Nullable Tensor hx) { return invoke(Output.class, input, hx); }

    /// Runs hooks and [#forward(PackedSequence)].
    public PackedOutput call(PackedSequence input) { return invoke(PackedOutput.class, input); }

    /// Runs hooks and [#forward(PackedSequence, Tensor)].
    public PackedOutput call(PackedSequence input, @Nullable Tensor hx) {
        return invoke(PackedOutput.class, input, hx);
    }

    /// Begins with a state of zeros.
    public Output forward(Tensor input) { return forward(input, null); }

    /// Begins with the state `hx`, or with zeros.
    ///
    /// @throws ValueError if the input has neither two nor three dimensions, or another dtype than the weights
    /// @throws sconce.TorchException if input or state have another shape than is expected
    public Output forward(Tensor input, @Nullable Tensor hx) {
        if (input.dim() != 2 && input.dim() != 3) {
            throw new ValueError("RNN: Expected input to be 2D or 3D, got " + input.dim() + "D tensor instead");
        }
        var results = padded(input, hx);
        return new Output(results[0], results[1]);
    }

    /// Begins with a state of zeros.
    public PackedOutput forward(PackedSequence input) { return forward(input, null); }

    /// Begins with the state `hx`, in the order in which the sequences were given, or with zeros.
    ///
    /// @throws ValueError if the input has another dtype than the weights
    /// @throws sconce.TorchException if input or state have another shape than is expected
    public PackedOutput forward(PackedSequence input, @Nullable Tensor hx) {
        var results = packed(input, hx);
        return new PackedOutput(input.withData(results[0]), results[1]);
    }
}
