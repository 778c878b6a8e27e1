package sconce.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;

/// Modules and gradients as functions. Stands for `torch.func`.
///
/// ```java
/// var net = new Linear(1, 1);
/// var state = Map.of("weight", Torch.tensor("[[10.]]"), "bias", Torch.zeros(1));
/// Func.functionalCall(net, state, Torch.tensor("[[3.]]"))   // tensor([[30.]])
/// ```
public final class Func {
    private Func() {}

    /// Options of [#functionalCall], with PyTorch's names and defaults.
    public static final class CallOptions {
        boolean tieWeights = true;
        boolean strict;

        /// Whether a tensor that stands at several places is replaced at all of them; true by default.
        public CallOptions tieWeights(boolean tieWeights) { this.tieWeights = tieWeights; return this; }

        /// Whether exactly the module's names must be given; false by default.
        public CallOptions strict(boolean strict) { this.strict = strict; return this; }
    }

    /// Calls a module with other parameters and buffers, by dotted name, and leaves it as it was. Gradients flow to the
    /// tensors given; [Torch#kwargs] come last, as in [Module#call].
    public static Tensor functionalCall(Module module, Map<String, ? extends Tensor> parametersAndBuffers,
            @Nullable Object... args) {
        return functionalCall(module, parametersAndBuffers, o -> {}, args);
    }

    /// The same with options.
    ///
    /// @throws TorchException if `strict` and names are missing or unknown
    public static Tensor functionalCall(Module module, Map<String, ? extends Tensor> parametersAndBuffers,
            Consumer<CallOptions> options, @Nullable Object... args) {
        return Calls.tensor(module, functionalInvoke(module, parametersAndBuffers, options, args));
    }

    /// The same with several maps, whose names must differ.
    ///
    /// @throws sconce.ValueError if a name is in two of them
    public static Tensor functionalCall(Module module, List<? extends Map<String, ? extends Tensor>> dicts,
            @Nullable Object... args) {
        return functionalCall(module, FunctionalCalls.merged(dicts), args);
    }

    /// The same for a module that gives something else than a tensor.
    public static @Nullable Object functionalInvoke(Module module, Map<String, ? extends Tensor> parametersAndBuffers,
            @Nullable Object... args) {
        return functionalInvoke(module, parametersAndBuffers, o -> {}, args);
    }

    /// The same with options.
    public static @Nullable Object functionalInvoke(Module module, Map<String, ? extends Tensor> parametersAndBuffers,
            Consumer<CallOptions> options, @Nullable Object... args) {
        var o = new CallOptions();
        options.accept(o);
        return FunctionalCalls.run(module, parametersAndBuffers, o.tieWeights, o.strict, args);
    }

    /// The parameters and buffers of several models, each name's stacked.
    ///
    /// @param params by name, leaves of their own
    /// @param buffers by name
    public record StackedState(SequencedMap<String, Tensor> params, SequencedMap<String, Tensor> buffers) {}

    /// Stacks the parameters and buffers of models of one kind, for an ensemble.
    ///
    /// @throws TorchException if there is none, or they differ in class, mode or what is trained
    public static StackedState stackModuleState(List<? extends Module> models) {
        if (models.isEmpty()) throw new TorchException("stack_module_state: Expected at least one model, got 0.");
        var first = models.getFirst();
        if (models.stream().anyMatch(model -> model.training() != first.training())) {
            throw new TorchException("stack_module_state: Expected all models to have the same training/eval mode.");
        }
        if (models.stream().anyMatch(model -> model.getClass() != first.getClass())) {
            throw new TorchException("stack_module_state: Expected all models to be of the same class.");
        }
        return new StackedState(stacked(models.stream().map(Module::namedParameters).toList()),
                stacked(models.stream().map(Module::namedBuffers).toList()));
    }

    private static SequencedMap<String, Tensor> stacked(List<? extends Map<String, ? extends Tensor>> states) {
        var stacked = new LinkedHashMap<String, Tensor>();
        for (var name : states.getFirst().keySet()) {
            var tensors = states.stream().<Tensor>map(state -> state.get(name)).toList();
            var trained = tensors.stream().filter(Tensor::requiresGrad).count();
            if (trained != 0 && trained != tensors.size()) {
                throw new TorchException("Expected " + name + " from each model to have the same .requires_grad");
            }
            stacked.put(name, Torch.stack(tensors).detach().requiresGrad_(trained > 0));
        }
        return stacked;
    }

    /// Lets all batch normalisations of a tree use the statistics of each batch, and keep none; returns the root. Stands for
    /// `replace_all_batch_norm_modules_`.
    public static <M extends Module> M replaceAllBatchNormModules_(M root) {
        root.apply(part -> {
            if (!(part instanceof BatchNormNd norm) || !norm.trackRunningStats) return;
            norm.running_mean = null;
            norm.running_var = null;
            norm.num_batches_tracked = null;
            norm.trackRunningStats = false;
        });
        return root;
    }
}
