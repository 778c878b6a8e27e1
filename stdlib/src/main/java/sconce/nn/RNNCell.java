package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.TorchException;
import sconce.libtorch.Operators;

/// One step of an [RNN]: `h' = tanh(x W_ihᵀ + b_ih + h W_hhᵀ + b_hh)`, or with `relu`. Stands for `torch.nn.RNNCell`.
///
/// Input `(N, inputSize)` or `(inputSize)`, state `(N, hiddenSize)` or `(hiddenSize)`; what is given back is the new state.
/// The start is that of [RNNCellBase].
///
/// ```java
/// new RNNCell(3, 2).call(Torch.ones(4, 3)).shape()   // torch.Size([4, 2])
/// ```
public class RNNCell extends RNNCellBase {
    /// What bends the sum: `tanh` or `relu`.
    public String nonlinearity;

    /// Options of [RNNCell], with PyTorch's names and defaults.
    public static final class Options extends CellOptions<Options> {
        String nonlinearity = "tanh";

        /// What bends the sum: `tanh` or `relu`; by default `tanh`.
        public Options nonlinearity(String nonlinearity) { this.nonlinearity = nonlinearity; return this; }
    }

    /// From `inputSize` numbers to a state of `hiddenSize`.
    public RNNCell(long inputSize, long hiddenSize) { this(inputSize, hiddenSize, o -> {}); }

    /// The same, with or without shifts.
    public RNNCell(long inputSize, long hiddenSize, boolean bias) { this(inputSize, hiddenSize, o -> o.bias(bias)); }

    /// The same, with options.
    public RNNCell(long inputSize, long hiddenSize, Consumer<Options> options) {
        this(inputSize, hiddenSize, Keywords.of(new Options(), options));
    }

    private RNNCell(long inputSize, long hiddenSize, Options o) {
        super(inputSize, hiddenSize, o.bias, 1, o);
        nonlinearity = o.nonlinearity;
    }

    /// Runs hooks and [#forward(Tensor)].
    public Tensor call(Tensor input) { return super.call(input); }

    /// Runs hooks and [#forward(Tensor, Tensor)].
    public Tensor call(Tensor input, @Nullable Tensor hx) { return super.call(input, hx); }

    /// Begins with a state of zeros.
    public Tensor forward(Tensor input) { return forward(input, null); }

    /// Begins with the state `hx`, or with zeros.
    ///
    /// @throws sconce.ValueError if input or state have neither one nor two dimensions
    /// @throws TorchException if the nonlinearity is another
    public Tensor forward(Tensor input, @Nullable Tensor hx) {
        checkDimensions("input", input);
        if (hx != null) checkDimensions("hidden", hx);
        var batched = input.dim() == 2;
        var batch = batched ? input : input.unsqueeze(0);
        var state = hx == null ? zeros(batch) : batched ? hx : hx.unsqueeze(0);
        Tensor result = Operators.call(operator(), batch, state, weight_ih, weight_hh, bias_ih, bias_hh);
        return batched ? result : result.squeeze(0);
    }

    private String operator() {
        return switch (nonlinearity) {
            case "tanh" -> "rnn_tanh_cell";
            case "relu" -> "rnn_relu_cell";
            default -> throw new TorchException("Unknown nonlinearity: " + nonlinearity);
        };
    }

    @Override
    public String extraRepr() {
        return super.extraRepr() + ("tanh".equals(nonlinearity) ? "" : ", nonlinearity=" + nonlinearity);
    }

    @Override
    String cell() { return "RNNCell"; }
}
