package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// What [RNN], [LSTM] and [GRU] share: sizes, and weights by computed names. Stands for `torch.nn.RNNBase`; it has no
/// forward.
///
/// Layer k has `weight_ih_lk (gates * hiddenSize, inputSize)`, `weight_hh_lk (gates * hiddenSize, hiddenSize)`, with `bias`
/// also `bias_ih_lk` and `bias_hh_lk (gates * hiddenSize)`, with `projSize` also `weight_hr_lk (projSize, hiddenSize)`; the
/// second direction's names end in `_reverse`. `get("weight_ih_l0")` gives one. All start evenly in `±1/√hiddenSize`.
///
/// ```java
/// new RNNBase("GRU", 2, 3).namedParameters().keySet()   // [weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0]
/// ```
public class RNNBase extends Module {
    /// `RNN_TANH`, `RNN_RELU`, `LSTM` or `GRU`.
    public final String mode;

    /// The size of an input's last dimension.
    public final long inputSize;

    /// The size of the hidden state.
    public final long hiddenSize;

    /// How many layers stand on each other.
    public final long numLayers;

    /// Whether there are shifts.
    public final boolean bias;

    /// Whether the batch comes before time in padded inputs and outputs.
    public final boolean batchFirst;

    /// How likely a number between two layers becomes zero in training.
    public Number dropout;

    /// Whether a second reader goes from the end to the beginning.
    public final boolean bidirectional;

    /// The size to which the hidden state is projected; 0 is not at all.
    public final long projSize;

    /// The names of each layer's and direction's weights.
    private final List<List<String>> weightNames = new ArrayList<>();

    /// Options of [RNNBase], with PyTorch's names and defaults.
    public static final class Options extends RecurrentOptions<Options> {}

    /// One layer of a mode: `RNN_TANH`, `RNN_RELU`, `LSTM` or `GRU`.
    public RNNBase(String mode, long inputSize, long hiddenSize) { this(mode, inputSize, hiddenSize, o -> {}); }

    /// The same, with options.
    ///
    /// @throws ValueError if the mode is another, or an option is out of its range
    public RNNBase(String mode, long inputSize, long hiddenSize, Consumer<Options> options) {
        this(mode, inputSize, hiddenSize, Keywords.of(new Options(), options));
    }

    RNNBase(String mode, long inputSize, long hiddenSize, RecurrentOptions<?> o) {
        this.mode = mode;
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        numLayers = o.numLayers;
        bias = o.bias;
        batchFirst = o.batchFirst;
        dropout = o.dropout.doubleValue();
        bidirectional = o.bidirectional;
        projSize = o.projSize == null ? 0 : o.projSize;
        checkSizes(o.dropout);
        var gates = hiddenSize * gates(mode);
        for (var layer = 0L; layer < numLayers; layer++) {
            for (var direction = 0; direction < directions(); direction++) {
                register(o, layer + (direction == 1 ? "_reverse" : ""), gates,
                        layer == 0 ? inputSize : stateSize() * directions());
            }
        }
        resetParameters();
    }

    private void checkSizes(Number given) {
        var chance = given.doubleValue();
        if (!(chance >= 0 && chance <= 1)) {
            throw new ValueError(
                    "dropout should be a number in range [0, 1] representing the probability of an element "
                            + "being zeroed");
        }
        if (chance > 0 && numLayers == 1) {
            Warnings.warn(PythonFormat.format(
                    "dropout option adds dropout after all but last recurrent layer, so non-zero "
                            + "dropout expects num_layers greater than 1, but got dropout=%s and num_layers=%s",
                    given, numLayers));
        }
        if (hiddenSize <= 0) throw new ValueError("hidden_size must be greater than zero");
        if (numLayers <= 0) throw new ValueError("num_layers must be greater than zero");
        if (projSize < 0) {
            throw new ValueError("proj_size should be a positive integer or zero to disable projections");
        }
        if (projSize >= hiddenSize) throw new ValueError("proj_size has to be smaller than hidden_size");
    }

    private static int gates(String mode) {
        return switch (mode) {
            case "LSTM" -> 4;
            case "GRU" -> 3;
            case "RNN_TANH", "RNN_RELU" -> 1;
            default -> throw new ValueError("Unrecognized RNN mode: " + mode);
        };
    }

    private void register(RecurrentOptions<?> o, String suffix, long gates, long layerInput) {
        var names = new ArrayList<String>();
        add(names, "weight_ih_l" + suffix, o.parameter(gates, layerInput));
        add(names, "weight_hh_l" + suffix, o.parameter(gates, stateSize()));
        if (bias) {
            add(names, "bias_ih_l" + suffix, o.parameter(gates));
            add(names, "bias_hh_l" + suffix, o.parameter(gates));
        }
        if (projSize > 0) add(names, "weight_hr_l" + suffix, o.parameter(projSize, hiddenSize));
        weightNames.add(names);
    }

    private void add(List<String> names, String name, Parameter parameter) {
        names.add(name);
        members().registerParameter(name, parameter);
    }

    private int directions() { return bidirectional ? 2 : 1; }

    /// The size of a layer's output and state, which a projection makes smaller.
    private long stateSize() { return projSize > 0 ? projSize : hiddenSize; }

    /// Draws all weights anew.
    public final void resetParameters() {
        DefaultInit.evenly(hiddenSize, members().look().parameters.values().toArray(Tensor[]::new));
    }

    /// The weights, in one list for each layer and direction. Stands for `all_weights`.
    public List<List<Tensor>> allWeights() {
        return weightNames.stream().map(names -> names.stream().map(this::weight).toList()).toList();
    }

    private Tensor weight(String name) { return (Tensor) Objects.requireNonNull(get(name), name); }

    private List<Tensor> flatWeights() {
        return weightNames.stream().flatMap(List::stream).map(this::weight).toList();
    }

    /// Puts the weights side by side in memory, which only CUDA's kernels ask for: elsewhere nothing happens. Stands for
    /// `flatten_parameters`.
    public void flattenParameters() {}

    /// @throws ValueError if the input has another dtype than the weights
    /// @throws TorchException if it has another shape than is expected
    public void checkInput(Tensor input, @Nullable Tensor batchSizes) {
        var dtype = weight(weightNames.getFirst().getFirst()).dtype();
        if (input.dtype() != dtype) {
            throw new ValueError("input must have the type " + dtype + ", got type " + input.dtype());
        }
        var dimensions = batchSizes == null ? 3 : 2;
        if (input.dim() != dimensions) {
            throw new TorchException("input must have " + dimensions + " dimensions, got " + input.dim());
        }
        if (input.size(-1) != inputSize) {
            throw new TorchException("input.size(-1) must be equal to input_size. Expected " + inputSize + ", got "
                    + input.size(-1));
        }
    }

    /// The shape of the hidden state for this input. Stands for `get_expected_hidden_size`.
    public Size getExpectedHiddenSize(Tensor input, @Nullable Tensor batchSizes) {
        return state(input, batchSizes, stateSize());
    }

    final Size state(Tensor input, @Nullable Tensor batchSizes, long size) {
        var batch = batchSizes == null ? input.size(batchDimension()) : batchSizes.longArray()[0];
        return new Size(numLayers * directions(), batch, size);
    }

    /// @throws TorchException if the state has another shape than is expected
    public void checkHiddenSize(Tensor hx, Size expectedHiddenSize) { checkState("hidden", hx, expectedHiddenSize); }

    static void checkState(String name, Tensor state, Size expected) {
        if (!state.shape().equals(expected)) {
            throw new TorchException("Expected " + name + " size " + PythonFormat.tuple(expected) + ", got "
                    + PythonFormat.list(state.shape()));
        }
    }

    /// Checks input and state as `check_forward_args` does.
    public void checkForwardArgs(Tensor input, Tensor hidden, @Nullable Tensor batchSizes) {
        checkInput(input, batchSizes);
        checkHiddenSize(hidden, getExpectedHiddenSize(input, batchSizes));
    }

    /// The state with its batch in another order; null leaves it. Stands for `permute_hidden`.
    public Tensor permuteHidden(Tensor hx, @Nullable Tensor permutation) {
        return permutation == null ? hx : hx.indexSelect(1, permutation);
    }

    final int batchDimension() { return batchFirst ? 0 : 1; }

    /// A state of zeros, as the input is.
    static Tensor zeros(Tensor input, Size size) {
        return Torch.zeros(size, o -> o.dtype(input.dtype()).device(input.device()));
    }

    /// Runs libtorch's loop over all layers and steps: the output, then the state's tensors.
    final Tensor[] steps(Tensor input, @Nullable Tensor batchSizes, Object state) {
        var name = mode.toLowerCase(Locale.ROOT);
        var chance = dropout.doubleValue();
        Object[] results = batchSizes == null
                ? Operators.call(name + ".input", input, state, flatWeights(), bias, numLayers, chance, training(),
                        bidirectional, batchFirst)
                : Operators.call(name + ".data", input, batchSizes, state, flatWeights(), bias, numLayers, chance,
                        training(), bidirectional);
        var tensors = new Tensor[results.length];
        for (var i = 0; i < tensors.length; i++) tensors[i] = (Tensor) results[i];
        return tensors;
    }

    /// A whole run over padded sequences with one tensor of state: output and state.
    final Tensor[] padded(Tensor given, @Nullable Tensor hx) {
        var batched = given.dim() == 3;
        if (hx != null && hx.dim() != given.dim()) {
            throw new TorchException("For " + (batched ? "batched 3-D" : "unbatched 2-D") + " input, hx should also be "
                    + given.dim() + "-D but got " + hx.dim() + "-D tensor");
        }
        var input = batched ? given : given.unsqueeze(batchDimension());
        var state = hx == null ? zeros(input, state(input, null, hiddenSize)) : batched ? hx : hx.unsqueeze(1);
        checkForwardArgs(input, state, null);
        var results = steps(input, null, state);
        return batched ? results
                : new Tensor[] { results[0].squeeze(batchDimension()), results[1].squeeze(1) };
    }

    /// A whole run over packed sequences with one tensor of state: the output's data, and the state in the order given.
    final Tensor[] packed(PackedSequence input, @Nullable Tensor hx) {
        var sizes = input.batchSizes();
        var state = hx == null ? zeros(input.data(), state(input.data(), sizes, hiddenSize))
                : permuteHidden(hx, input.sortedIndices());
        checkForwardArgs(input.data(), state, sizes);
        var results = steps(input.data(), sizes, state);
        return new Tensor[] { results[0], permuteHidden(results[1], input.unsortedIndices()) };
    }

    /// The options, unless they name what only an [LSTM] can do.
    static <O extends RecurrentOptions<O>> O withoutProjection(O options) {
        if (options.projSize == null) return options;
        throw new ValueError("proj_size argument is only supported for LSTM, not RNN or GRU");
    }

    @Override
    public String extraRepr() {
        var text = new StringBuilder(inputSize + ", " + hiddenSize);
        if (projSize != 0) text.append(", proj_size=").append(projSize);
        if (numLayers != 1) text.append(", num_layers=").append(numLayers);
        if (!bias) text.append(", bias=False");
        if (batchFirst) text.append(", batch_first=True");
        if (dropout.doubleValue() != 0) text.append(", dropout=").append(PythonFormat.of(dropout));
        if (bidirectional) text.append(", bidirectional=True");
        return text.toString();
    }
}
