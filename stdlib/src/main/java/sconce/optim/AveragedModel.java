package sconce.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.Buffer;
import sconce.Device;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.NativeScope;
import sconce.libtorch.Operators;
import sconce.nn.Module;

/// A copy of a model that follows it as a running average of its parameters, which often generalises better: the plain mean
/// by default (stochastic weight averaging), or an exponential average. Stands for `torch.optim.swa_utils.AveragedModel`.
///
/// ```java
/// var model = new Linear(2, 1);
/// var averaged = new AveragedModel(model, o -> o.multiAvgFn(SwaUtils.getEmaMultiAvgFn(0.99)));
/// // after each step of the optimizer
/// averaged.updateParameters(model);
/// averaged.call(Torch.ones(3, 2)).shape()   // torch.Size([3, 1])
/// ```
public class AveragedModel extends Module {
    /// The copy that holds the averages.
    public Module module;

    /// How many times the model was averaged.
    public Buffer n_averaged;

    private final @Nullable AverageFn avgFn;
    private final @Nullable MultiAverageFn multiAvgFn;
    private final boolean useBuffers;

    /// How one parameter is averaged.
    @FunctionalInterface
    public interface AverageFn {
        /// The new average, from the old one, the parameter, and how many were averaged so far (0-dim).
        Tensor average(Tensor averaged, Tensor current, Tensor numAveraged);
    }

    /// How many parameters of one dtype are averaged together.
    @FunctionalInterface
    public interface MultiAverageFn {
        /// Changes the averages in place, by the parameters and how many were averaged so far (0-dim).
        void average(List<Tensor> averaged, List<Tensor> current, Tensor numAveraged);
    }

    /// Options of [AveragedModel], with PyTorch's names and defaults.
    public static final class Options {
        private @Nullable Device device;
        private @Nullable AverageFn avgFn;
        private @Nullable MultiAverageFn multiAvgFn;
        private boolean useBuffers;

        /// Where the averages lie; by default where the model does.
        public Options device(@Nullable Device device) { this.device = device; return this; }

        /// How one parameter is averaged; by default the plain mean.
        public Options avgFn(@Nullable AverageFn avgFn) { this.avgFn = avgFn; return this; }

        /// How many parameters are averaged together, in place of that.
        public Options multiAvgFn(@Nullable MultiAverageFn multiAvgFn) { this.multiAvgFn = multiAvgFn; return this; }

        /// Whether buffers are averaged too, rather than copied; by default not.
        public Options useBuffers(boolean useBuffers) { this.useBuffers = useBuffers; return this; }
    }

    /// The plain mean of a model's parameters.
    public AveragedModel(Module model) { this(model, o -> {}); }

    /// An average of a model's parameters.
    ///
    /// @throws AssertionException if both kinds of functions are given
    public AveragedModel(Module model, Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        if (o.avgFn != null && o.multiAvgFn != null) {
            throw new AssertionException("Only one of avg_fn and multi_avg_fn should be provided");
        }
        module = Module.deepcopy(model);
        if (o.device != null) module.to(o.device);
        n_averaged = new Buffer(Operators.<Tensor>call("zeros", new long[0], Torch.int64, null, o.device));
        avgFn = o.avgFn;
        multiAvgFn = o.multiAvgFn;
        useBuffers = o.useBuffers;
    }

    /// What the averaged model gives.
    public @Nullable Object forward(@Nullable Object... inputs) { return module.invoke(inputs); }

    /// Takes the model's parameters into the average; the first time they are the average. Buffers are copied.
    public void updateParameters(Module model) {
        try (var scope = new NativeScope("AveragedModel.updateParameters"); var mode = Torch.noGrad()) {
            var averages = averaged(module);
            var currents = averaged(model);
            var count = Math.min(averages.size(), currents.size());
            var pairs = new ArrayList<Pair>();
            for (var i = 0; i < count; i++) {
                var average = averages.get(i).detach();
                pairs.add(new Pair(average, moved(currents.get(i).detach(), average)));
            }
            if (n_averaged.longValue() == 0) pairs.forEach(pair -> pair.average.copy_(pair.current));
            else
                average(pairs);
            if (!useBuffers) {
                var own = List.copyOf(module.buffers());
                var theirs = List.copyOf(model.buffers());
                for (var i = 0; i < own.size(); i++) {
                    own.get(i).detach().copy_(theirs.get(i).detach());
                }
            }
            n_averaged.add_(1);
        }
    }

    private record Pair(Tensor average, Tensor current) {}

    private List<Tensor> averaged(Module of) {
        var all = new ArrayList<Tensor>(of.parameters());
        if (useBuffers) all.addAll(of.buffers());
        return all;
    }

    private static Tensor moved(Tensor current, Tensor average) {
        return current.device().equals(average.device()) ? current : current.to(average.device());
    }

    private void average(List<Pair> pairs) {
        var count = n_averaged.detach();
        if (multiAvgFn == null) {
            var one = avgFn != null ? avgFn : SwaUtils.getSwaAvgFn();
            pairs.forEach(pair -> pair.average.copy_(one.average(pair.average, pair.current, count)));
            return;
        }
        var together = multiAvgFn;
        var kinds = new LinkedHashMap<String, List<Pair>>();
        for (var pair : pairs) {
            kinds.computeIfAbsent(pair.average.device() + " " + pair.average.dtype(), kind -> new ArrayList<>())
                    .add(pair);
        }
        kinds.values().forEach(kind -> together.average(kind.stream().map(Pair::average).toList(),
                kind.stream().map(Pair::current).toList(), count));
    }
}
