package sconce.nn;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;

/// Long short-term memory: gates `i`, `f`, `o` and a candidate `g` make `c(t) = f c(t-1) + i g` and `h(t) = o tanh(c(t))`.
/// Stands for `torch.nn.LSTM`.
///
/// Input `(T, N, inputSize)`, with `batchFirst` `(N, T, inputSize)`, without a batch `(T, inputSize)`, or packed; output the
/// same with `D * H` at the end. State: `h (D * numLayers, N, H)` and `c (D * numLayers, N, hiddenSize)`. `D` is 2 with
/// `bidirectional`, else 1; `H` is `projSize` if given, else `hiddenSize`. The weights' names and start are those of
/// [RNNBase].
///
/// ```java
/// new LSTM(10, 20).call(Torch.ones(5, 3, 10)).output().shape()   // torch.Size([5, 3, 20])
/// new LSTM(10, 20, 2).call(Torch.ones(5, 10)).state().c().shape()   // torch.Size([2, 20])
/// ```
public class LSTM extends RNNBase {
    /// The state between two steps. Stands for the tuple `(h, c)`.
    ///
    /// @param h the hidden state, which is also the output
    /// @param c the cell's state
    public record State(Tensor h, Tensor c) {}

    /// What a run gives.
    ///
    /// @param output the last layer's hidden state at every step
    /// @param state every layer's state after the last step
    public record Output(Tensor output, State state) {}

    /// What a run over packed sequences gives.
    ///
    /// @param output the last layer's hidden state at every step
    /// @param state every layer's state after the last step of each sequence
    public record PackedOutput(PackedSequence output, State state) {}

    /// Options of [LSTM], with PyTorch's names and defaults.
    public static final class Options extends RecurrentOptions<Options> {}

    /// One layer from `inputSize` numbers to `hiddenSize`.
    public LSTM(long inputSize, long hiddenSize) { this(inputSize, hiddenSize, o -> {}); }

    /// Several layers on each other.
    public LSTM(long inputSize, long hiddenSize, long numLayers) {
        this(inputSize, hiddenSize, o -> o.numLayers(numLayers));
    }

    /// With options.
    ///
    /// @throws ValueError if an option is out of its range
    public LSTM(long inputSize, long hiddenSize, Consumer<Options> options) {
        super("LSTM", inputSize, hiddenSize, Keywords.of(new Options(), options));
    }

    /// Runs hooks and [#forward(Tensor)].
    public Output call(Tensor input) { return invoke(Output.class, input); }

    /// Runs hooks and [#forward(Tensor, State)].
    public Output call(Tensor input, @Nullable State hx) { return invoke(Output.class, input, hx); }

    /// Runs hooks and [#forward(PackedSequence)].
    public PackedOutput call(PackedSequence input) { return invoke(PackedOutput.class, input); }

    /// Runs hooks and [#forward(PackedSequence, State)].
    public PackedOutput call(PackedSequence input, @Nullable State hx) { return invoke(PackedOutput.class, input, hx); }

    /// Begins with a state of zeros.
    public Output forward(Tensor input) { return forward(input, null); }

    /// Begins with the state `hx`, or with zeros.
    ///
    /// @throws ValueError if the input has neither two nor three dimensions, or another dtype than the weights
    /// @throws TorchException if input or state have another shape than is expected
    public Output forward(Tensor input, @Nullable State hx) {
        if (input.dim() != 2 && input.dim() != 3) {
            throw new ValueError("LSTM: Expected input to be 2D or 3D, got " + input.dim() + "D instead");
        }
        var batched = input.dim() == 3;
        var sequences = batched ? input : input.unsqueeze(batchDimension());
        var state = hx == null ? zeros(sequences, (Tensor) null) : batched(hx, batched);
        checkForwardArgs(sequences, state, null);
        var results = steps(sequences, null, List.of(state.h, state.c));
        if (batched) return new Output(results[0], new State(results[1], results[2]));
        return new Output(results[0].squeeze(batchDimension()),
                new State(results[1].squeeze(1), results[2].squeeze(1)));
    }

    private static State batched(State hx, boolean batched) {
        var dimensions = batched ? 3 : 2;
        if (hx.h.dim() != dimensions || hx.c.dim() != dimensions) {
            throw new TorchException(
                    "For " + (batched ? "batched 3-D" : "unbatched 2-D") + " input, hx and cx should also "
                            + "be " + dimensions + "-D but got (" + hx.h.dim() + "-D, " + hx.c.dim() + "-D) tensors");
        }
        return batched ? hx : new State(hx.h.unsqueeze(1), hx.c.unsqueeze(1));
    }

    private State zeros(Tensor input, @Nullable Tensor batchSizes) {
        return new State(zeros(input, getExpectedHiddenSize(input, batchSizes)),
                zeros(input, getExpectedCellSize(input, batchSizes)));
    }

    /// Begins with a state of zeros.
    public PackedOutput forward(PackedSequence input) { return forward(input, null); }

    /// Begins with the state `hx`, in the order in which the sequences were given, or with zeros.
    ///
    /// @throws TorchException if input or state have another shape or dtype than is expected
    public PackedOutput forward(PackedSequence input, @Nullable State hx) {
        var sizes = input.batchSizes();
        var state = hx == null ? zeros(input.data(), sizes) : permuteHidden(hx, input.sortedIndices());
        var results = steps(input.data(), sizes, List.of(state.h, state.c));
        return new PackedOutput(input.withData(results[0]),
                permuteHidden(new State(results[1], results[2]), input.unsortedIndices()));
    }

    /// The shape of the cell's state for this input. Stands for `get_expected_cell_size`.
    public Size getExpectedCellSize(Tensor input, @Nullable Tensor batchSizes) {
        return state(input, batchSizes, hiddenSize);
    }

    /// Checks input and state as `check_forward_args` does.
    public void checkForwardArgs(Tensor input, State hidden, @Nullable Tensor batchSizes) {
        checkInput(input, batchSizes);
        checkState("hidden[0]", hidden.h, getExpectedHiddenSize(input, batchSizes));
        checkState("hidden[1]", hidden.c, getExpectedCellSize(input, batchSizes));
    }

    /// The state with its batch in another order; null leaves it. Stands for `permute_hidden`.
    public State permuteHidden(State hx, @Nullable Tensor permutation) {
        return permutation == null ? hx
                : new State(permuteHidden(hx.h, permutation), permuteHidden(hx.c, permutation));
    }
}
