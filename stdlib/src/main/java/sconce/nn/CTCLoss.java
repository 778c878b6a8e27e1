package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;
import sconce.Tensor;

/// The connectionist temporal classification loss: how probable a target sequence is over all its alignments with a longer
/// input. Stands for `torch.nn.CTCLoss`.
///
/// Log-probabilities `(T, N, C)` or `(T, C)`, targets `(N, S)` or all in one row, lengths `(N)`; the result is a number, or
/// `(N)` with reduction `"none"`.
///
/// ```java
/// new CTCLoss().call(Torch.zeros(2, 1, 2), Torch.tensor("[[1]]"), Torch.size(2), Torch.size(1))   // tensor(-1.0986)
/// ```
public class CTCLoss extends Module {
    /// The class that stands for nothing.
    public long blank;

    /// What becomes of the losses of single sequences: `"mean"`, `"sum"`, or `"none"` for all of them.
    public String reduction;

    /// Whether infinite losses count as 0.
    public boolean zeroInfinity;

    /// Options of [CTCLoss], with PyTorch's names and defaults.
    public static final class Options extends ReductionOptions<Options> {
        long blank = 0;
        boolean zeroInfinity = false;

        /// The class that stands for nothing; by default 0.
        public Options blank(long blank) { this.blank = blank; return this; }

        /// Whether infinite losses count as 0; by default not.
        public Options zeroInfinity(boolean zeroInfinity) { this.zeroInfinity = zeroInfinity; return this; }
    }

    /// With the defaults.
    public CTCLoss() { this(o -> {}); }

    /// With options.
    public CTCLoss(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        blank = o.blank;
        reduction = o.reduction();
        zeroInfinity = o.zeroInfinity;
    }

    /// Runs hooks and [#forward(Tensor, Tensor, Tensor, Tensor)].
    public Tensor call(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths) {
        return super.call(logProbs, targets, inputLengths, targetLengths);
    }

    /// Runs hooks and [#forward(Tensor, Tensor, Size, Size)].
    public Tensor call(Tensor logProbs, Tensor targets, Size inputLengths, Size targetLengths) {
        return super.call(logProbs, targets, inputLengths, targetLengths);
    }

    /// What the loss computes. Use `call`, which runs hooks too.
    public Tensor forward(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths) {
        return F.ctcLoss(logProbs, targets, inputLengths, targetLengths, this::set);
    }

    /// The same, with lengths as numbers.
    public Tensor forward(Tensor logProbs, Tensor targets, Size inputLengths, Size targetLengths) {
        return F.ctcLoss(logProbs, targets, inputLengths, targetLengths, this::set);
    }

    private void set(Options o) { o.reduction(reduction).blank(blank).zeroInfinity(zeroInfinity); }
}
