package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.libtorch.Operators;

/// One step of a [GRU]: a reset gate `r`, an update gate `z` and a candidate `n` make `h' = (1 - z) n + z h`. Stands for
/// `torch.nn.GRUCell`.
///
/// Input `(N, inputSize)` or `(inputSize)`, state `(N, hiddenSize)` or `(hiddenSize)`; what is given back is the new state.
/// The start is that of [RNNCellBase].
///
/// ```java
/// new GRUCell(3, 2).call(Torch.ones(4, 3)).shape()   // torch.Size([4, 2])
/// ```
public class GRUCell extends RNNCellBase {
    /// Options of [GRUCell], with PyTorch's names and defaults.
    public static final class Options extends CellOptions<Options> {}

    /// From `inputSize` numbers to a state of `hiddenSize`.
    public GRUCell(long inputSize, long hiddenSize) { this(inputSize, hiddenSize, o -> {}); }

    /// The same, with or without shifts.
    public GRUCell(long inputSize, long hiddenSize, boolean bias) { this(inputSize, hiddenSize, o -> o.bias(bias)); }

    /// The same, with options.
    public GRUCell(long inputSize, long hiddenSize, Consumer<Options> options) {
        this(inputSize, hiddenSize, Keywords.of(new Options(), options));
    }

    private GRUCell(long inputSize, long hiddenSize, Options o) {
        super(inputSize, hiddenSize, o.bias, 3, o);
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
    public Tensor forward(Tensor input, @Nullable Tensor hx) {
        checkDimensions("input", input);
        if (hx != null) checkDimensions("hidden", hx);
        var batched = input.dim() == 2;
        var batch = batched ? input : input.unsqueeze(0);
        var state = hx == null ? zeros(batch) : batched ? hx : hx.unsqueeze(0);
        Tensor result = Operators.call("gru_cell", batch, state, weight_ih, weight_hh, bias_ih, bias_hh);
        return batched ? result : result.squeeze(0);
    }

    @Override
    String cell() { return "GRUCell"; }
}
