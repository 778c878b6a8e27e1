package sconce.nn;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.libtorch.Operators;

/// One step of an [LSTM]: gates `i`, `f`, `o` and a candidate `g` make `c' = f c + i g` and `h' = o tanh(c')`. Stands for
/// `torch.nn.LSTMCell`.
///
/// Input `(N, inputSize)` or `(inputSize)`, state `(N, hiddenSize)` or `(hiddenSize)`; what is given back is the new state.
/// The start is that of [RNNCellBase].
///
/// ```java
/// new LSTMCell(3, 2).call(Torch.ones(4, 3)).c().shape()   // torch.Size([4, 2])
/// ```
public class LSTMCell extends RNNCellBase {
    /// Options of [LSTMCell], with PyTorch's names and defaults.
    public static final class Options extends CellOptions<Options> {}

    /// From `inputSize` numbers to a state of `hiddenSize`.
    public LSTMCell(long inputSize, long hiddenSize) { this(inputSize, hiddenSize, o -> {}); }

    /// The same, with or without shifts.
    public LSTMCell(long inputSize, long hiddenSize, boolean bias) { this(inputSize, hiddenSize, o -> o.bias(bias)); }

    /// The same, with options.
    public LSTMCell(long inputSize, long hiddenSize, Consumer<Options> options) {
        this(inputSize, hiddenSize, Keywords.of(new Options(), options));
    }

    private LSTMCell(long inputSize, long hiddenSize, Options o) {
        super(inputSize, hiddenSize, o.bias, 4, o);
    }

    /// Runs hooks and [#forward(Tensor)].
    public LSTM.State call(Tensor input) { return invoke(LSTM.State.class, input); }

    /// Runs hooks and [#forward(Tensor, LSTM.State)].
    public LSTM.State call(Tensor input, LSTM.@Nullable State hx) { return invoke(LSTM.State.class, input, hx); }

    /// Begins with a state of zeros.
    public LSTM.State forward(Tensor input) { return forward(input, null); }

    /// Begins with the state `hx`, or with zeros.
    ///
    /// @throws sconce.ValueError if input or state have neither one nor two dimensions
    public LSTM.State forward(Tensor input, LSTM.@Nullable State hx) {
        checkDimensions("input", input);
        if (hx != null) {
            checkDimensions("hx[0]", hx.h());
            checkDimensions("hx[1]", hx.c());
        }
        var batched = input.dim() == 2;
        var batch = batched ? input : input.unsqueeze(0);
        var results = step(batch, state(batch, hx, batched));
        return batched ? results : new LSTM.State(results.h().squeeze(0), results.c().squeeze(0));
    }

    private LSTM.State state(Tensor batch, LSTM.@Nullable State hx, boolean batched) {
        if (hx != null) return batched ? hx : new LSTM.State(hx.h().unsqueeze(0), hx.c().unsqueeze(0));
        var zeros = zeros(batch);
        return new LSTM.State(zeros, zeros);
    }

    private LSTM.State step(Tensor batch, LSTM.State hx) {
        Object[] results = Operators.call("lstm_cell", batch, List.of(hx.h(), hx.c()), weight_ih, weight_hh, bias_ih,
                bias_hh);
        return new LSTM.State((Tensor) results[0], (Tensor) results[1]);
    }

    @Override
    String cell() { return "LSTMCell"; }
}
