package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sconce.Size;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// A softmax for very many classes: frequent ones stand in a head, rare ones in clusters behind it, whose inputs are the
/// narrower the rarer they are (Grave et al., 2017). Stands for `torch.nn.AdaptiveLogSoftmaxWithLoss`.
///
/// Input `(N, inFeatures)` or `(inFeatures)`, target `(N)` or no dimensions; the outputs are the log-probabilities of the
/// targets, of its shape, and their negative mean. Classes go from the most frequent to the rarest.
///
/// ```java
/// new AdaptiveLogSoftmaxWithLoss(8, 10, Torch.size(2, 5)).logProb(Torch.ones(3, 8)).shape()   // torch.Size([3, 10])
/// ```
public class AdaptiveLogSoftmaxWithLoss extends Module {
    /// The size of an input.
    public final long inFeatures;

    /// The number of classes.
    public final long nClasses;

    /// Where clusters begin, and the number of classes at the end.
    public final Size cutoffs;

    /// How much narrower each cluster's input is than the last's.
    public final double divValue;

    /// The layer of the frequent classes, and of one place for each cluster.
    public Linear head;

    /// For each cluster a projection and its classes.
    public ModuleList tail;

    private final long shortlist;

    /// The log-probability of each target, and the negative mean of them.
    ///
    /// @param output the log-probabilities
    /// @param loss their negative mean
    public record Output(Tensor output, Tensor loss) {}

    /// Options of [AdaptiveLogSoftmaxWithLoss], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        double divValue = 4.0;
        boolean headBias = false;

        /// How much narrower each cluster's input is than the last's; by default 4.
        public Options divValue(double divValue) { this.divValue = divValue; return this; }

        /// Whether the head has a shift; by default not.
        public Options headBias(boolean headBias) { this.headBias = headBias; return this; }
    }

    /// For classes that are cut into clusters before each of `cutoffs`.
    public AdaptiveLogSoftmaxWithLoss(long inFeatures, long nClasses, Size cutoffs) {
        this(inFeatures, nClasses, cutoffs, o -> {});
    }

    /// The same, with options.
    ///
    /// @throws ValueError if the cutoffs do not grow from 1 on to less than the number of classes
    public AdaptiveLogSoftmaxWithLoss(long inFeatures, long nClasses, Size cutoffs, Consumer<Options> options) {
        check(cutoffs, nClasses);
        var o = Keywords.of(new Options(), options);
        this.inFeatures = inFeatures;
        this.nClasses = nClasses;
        divValue = o.divValue;
        var bounds = new ArrayList<>(cutoffs);
        bounds.add(nClasses);
        this.cutoffs = new Size(bounds.stream().mapToLong(Long::longValue).toArray());
        shortlist = bounds.getFirst();
        head = linear(inFeatures, shortlist + cutoffs.size(), o.headBias, o);
        tail = new ModuleList();
        for (var i = 0; i < cutoffs.size(); i++) {
            var width = (long) Math.floor(inFeatures / Math.pow(divValue, i + 1));
            tail.append(new Sequential(linear(inFeatures, width, false, o),
                    linear(width, bounds.get(i + 1) - bounds.get(i), false, o)));
        }
    }

    private static void check(Size cutoffs, long nClasses) {
        if (cutoffs.isEmpty()) throw new ValueError("cutoffs should be a sequence of length larger than 0");
        var last = 0L;
        for (var cutoff : cutoffs) {
            if (cutoff <= last || cutoff > nClasses - 1) {
                throw new ValueError(
                        "cutoffs should be a sequence of unique, positive integers sorted in an increasing "
                                + "order, where each value is between 1 and n_classes-1");
            }
            last = cutoff;
        }
    }

    private static Linear linear(long in, long out, boolean bias, Options shared) {
        return new Linear(in, out, o -> {
            o.bias(bias);
            if (shared.dtype() != null) o.dtype(shared.dtype());
            if (shared.device() != null) o.device(shared.device());
        });
    }

    /// Draws all parameters anew.
    public void resetParameters() {
        head.resetParameters();
        for (var cluster : tail) {
            for (var layer : (Sequential) cluster) ((Linear) layer).resetParameters();
        }
    }

    /// Runs hooks and [#forward].
    public Output call(Tensor input, Tensor target) { return invoke(Output.class, input, target); }

    /// The log-probability of each target, and the loss. Use [#call(Tensor, Tensor)], which runs hooks too.
    public Output forward(Tensor input, Tensor target) {
        checkShapes(input, target);
        var batched = target.dim() > 0;
        Tensor inputs = batched ? input : Operators.call("unsqueeze", input, 0);
        Tensor targets = batched ? target : Operators.call("unsqueeze", target, 0);
        var count = targets.size(0);
        Tensor output = Operators.call("new_zeros", inputs, new long[] { count });
        Tensor places = Operators.call("new_empty", targets, new long[] { count });
        var used = 0L;
        for (var i = 0; i < cutoffs.size(); i++) {
            var low = i == 0 ? 0 : cutoffs.get(i - 1);
            Tensor above = Operators.call("ge.Scalar", targets, low);
            Tensor mask = Operators.call("logical_and", above,
                    Operators.<Tensor>call("lt.Scalar", targets, cutoffs.get(i)));
            Tensor rows = Operators.<Tensor>call("nonzero", mask).reshape(-1);
            if (rows.numel() == 0) continue;
            Tensor chosen = Operators.call("masked_select", targets, mask);
            used += rows.numel();
            if (i == 0) {
                Operators.<Object>call("index_copy_", places, 0, rows, chosen);
                continue;
            }
            Operators.<Object>call("index_fill_.int_Scalar", places, 0, rows, shortlist + i - 1);
            var scores = cluster(i - 1, Operators.call("index_select", inputs, 0, rows));
            Tensor column = Operators.call("unsqueeze", Operators.<Tensor>call("sub.Tensor", chosen, low), 1);
            Tensor own = Operators.call("gather", F.logSoftmax(scores, 1), 1, column);
            Operators.<Object>call("index_copy_", output, 0, rows, Operators.<Tensor>call("squeeze.dim", own, 1));
        }
        if (used != count) throw outside(targets);
        Tensor column = Operators.call("unsqueeze", places, 1);
        Tensor heads = Operators.call("gather", F.logSoftmax(head.call(inputs), 1), 1, column);
        Operators.<Object>call("add_.Tensor", output, Operators.<Tensor>call("squeeze", heads));
        Tensor loss = Operators.call("mean", Operators.<Tensor>call("neg", output));
        return new Output(batched ? output : Operators.call("squeeze.dim", output, 0), loss);
    }

    private static void checkShapes(Tensor input, Tensor target) {
        switch ((int) target.dim()) {
            case 1 -> {
                if (input.size(0) != target.size(0)) {
                    throw new TorchException("Input and target should have the same size in the batch dimension.");
                }
                if (input.dim() != 2) throw wrong("1D target tensor expects 2D input tensors", input);
            }
            case 0 -> {
                if (input.dim() != 1) throw wrong("0D target tensor expects 1D input tensors", input);
            }
            default ->
                throw new TorchException("0D or 1D target tensor expected, multi-target not supported");
        }
    }

    private static TorchException wrong(String expected, Tensor input) {
        return new TorchException("('" + expected + ", but found inputs with size', " + input.shape() + ")");
    }

    private TorchException outside(Tensor targets) {
        var least = Operators.<Tensor>call("min", targets).item();
        var largest = Operators.<Tensor>call("max", targets).item();
        return new TorchException("Target values should be in [0, " + (nClasses - 1) + "], but values in range ["
                + least + ", " + largest + "] were found. ");
    }

    private Tensor cluster(int number, Tensor input) { return tail.get(number).call(input); }

    /// The log-probabilities of all classes: `(N, nClasses)`.
    public Tensor logProb(Tensor input) { return logProb(input, head.call(input)); }

    private Tensor logProb(Tensor input, Tensor headScores) {
        var heads = F.logSoftmax(headScores, 1);
        var parts = new ArrayList<Tensor>(List.of(Operators.<Tensor>call("slice.Tensor", heads, 1, 0, shortlist)));
        for (var i = 0; i < tail.size(); i++) {
            Tensor place = Operators.call("slice.Tensor", heads, 1, shortlist + i, shortlist + i + 1);
            parts.add(F.logSoftmax(cluster(i, input), 1).add(place));
        }
        return Operators.call("cat", parts, 1);
    }

    /// The most probable class of each input: `(N)`.
    public Tensor predict(Tensor input) {
        var scores = head.call(input);
        Tensor best = Operators.call("argmax", scores, 1);
        Tensor rare = Operators.call("ge.Scalar", best, shortlist);
        if (!Operators.<Tensor>call("any", rare).booleanValue()) return best;
        Tensor exact = Operators.call("argmax", logProb(input, scores), 1);
        return Operators.call("where.self", rare, exact, best);
    }
}
