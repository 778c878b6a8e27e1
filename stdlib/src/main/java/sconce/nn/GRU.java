package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.ValueError;

/// Gated recurrent units: a reset gate `r`, an update gate `z` and a candidate `n` make
/// `h(t) = (1 - z) n + z h(t-1)`, with `n = tanh(x W_inᵀ + b_in + r (h(t-1) W_hnᵀ + b_hn))`. Stands for `torch.nn.GRU`.
///
/// Input `(T, N, inputSize)`, with `batchFirst` `(N, T, inputSize)`, without a batch `(T, inputSize)`, or packed; output the
/// same with `D * hiddenSize` at the end, state `(D * numLayers, N, hiddenSize)`. `D` is 2 with `bidirectional`, else 1.
/// The weights' names and start are those of [RNNBase].
///
/// ```java
/// new GRU(10, 20).call(Torch.ones(5, 3, 10)).output().shape()   // torch.Size([5, 3, 20])
/// new GRU(10, 20, 2).call(Torch.ones(5, 10)).state().shape()   // torch.Size([2, 20])
/// ```
public class GRU extends RNNBase {
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

    /// Options of [GRU], with PyTorch's names and defaults.
    public static final class Options extends RecurrentOptions<Options> {}

    /// One layer from `inputSize` numbers to `hiddenSize`.
    public GRU(long inputSize, long hiddenSize) { this(inputSize, hiddenSize, o -> {}); }

    /// Several layers on each other.
    public GRU(long inputSize, long hiddenSize, long numLayers) {
        this(inputSize, hiddenSize, o -> o.numLayers(numLayers));
    }

    /// With options.
    ///
    /// @throws ValueError if an option is out of its range
    public GRU(long inputSize, long hiddenSize, Consumer<Options> options) {
        super("GRU", inputSize, hiddenSize, withoutProjection(Keywords.of(new Options(), options)));
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
            throw new ValueError("GRU: Expected input to be 2D or 3D, got " + input.dim() + "D instead");
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
