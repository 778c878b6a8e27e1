package sconce.nn;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.Kwargs;
import sconce.Parameter;
import sconce.Tensor;

/// The functions that can be hooked into modules. One that looks on returns nothing; its `Returning` twin may give a
/// replacement, or null to leave things as they are.
///
/// ```java
/// var seen = new ArrayList<Object>();
/// var identity = new Sequential();
/// identity.registerForwardHook((m, in, out) -> seen.add(out));
/// identity.call(Torch.tensor(1));
/// seen   // [tensor(1)]
/// ```
public final class Hook {
    private Hook() {}

    /// Sees the inputs before forward.
    @FunctionalInterface
    public interface ForwardPre {
        void accept(Module module, Inputs inputs);
    }

    /// May replace the inputs: by [Inputs], an array (several) or any other value (one).
    @FunctionalInterface
    public interface ForwardPreReturning {
        @Nullable
        Object apply(Module module, Inputs inputs);
    }

    /// Sees the inputs, named ones too, before forward.
    @FunctionalInterface
    public interface ForwardPreWithKwargs {
        void accept(Module module, Inputs inputs, Kwargs kwargs);
    }

    /// May replace the inputs, named ones too: `inputs.withKwargs(..)`.
    @FunctionalInterface
    public interface ForwardPreWithKwargsReturning {
        @Nullable
        Inputs apply(Module module, Inputs inputs, Kwargs kwargs);
    }

    /// Sees inputs and output after forward. The output is null for a hook that is always called when forward failed.
    @FunctionalInterface
    public interface Forward {
        void accept(Module module, Inputs inputs, Tensor output);
    }

    /// May replace the output.
    @FunctionalInterface
    public interface ForwardReturning {
        @Nullable
        Tensor apply(Module module, Inputs inputs, Tensor output);
    }

    /// Sees inputs, named ones too, and output after forward.
    @FunctionalInterface
    public interface ForwardWithKwargs {
        void accept(Module module, Inputs inputs, Kwargs kwargs, Tensor output);
    }

    /// May replace the output; sees named inputs too.
    @FunctionalInterface
    public interface ForwardWithKwargsReturning {
        @Nullable
        Tensor apply(Module module, Inputs inputs, Kwargs kwargs, Tensor output);
    }

    /// Sees inputs and an output of type `R`, which is not a tensor.
    @FunctionalInterface
    public interface ForwardOf<R extends @Nullable Object> {
        void accept(Module module, Inputs inputs, R output);
    }

    /// May replace an output of type `R`, which is not a tensor.
    @FunctionalInterface
    public interface ForwardOfReturning<R extends @Nullable Object> {
        @Nullable
        R apply(Module module, Inputs inputs, R output);
    }

    /// Sees the gradients of inputs and outputs once those of the inputs are known; null where there is none.
    @FunctionalInterface
    public interface FullBackward {
        void accept(Module module, List<@Nullable Tensor> gradInput, List<@Nullable Tensor> gradOutput);
    }

    /// May replace the gradients of the inputs: by a tensor (one input) or a list or array of as many as there are.
    @FunctionalInterface
    public interface FullBackwardReturning {
        @Nullable
        Object apply(Module module, List<@Nullable Tensor> gradInput, List<@Nullable Tensor> gradOutput);
    }

    /// Sees the gradients of the outputs before those of the inputs are computed.
    @FunctionalInterface
    public interface FullBackwardPre {
        void accept(Module module, List<@Nullable Tensor> gradOutput);
    }

    /// May replace the gradients of the outputs: by a tensor (one output) or a list or array of as many as there are.
    @FunctionalInterface
    public interface FullBackwardPreReturning {
        @Nullable
        Object apply(Module module, List<@Nullable Tensor> gradOutput);
    }

    /// Runs before a module saves its state.
    @FunctionalInterface
    public interface StateDictPre {
        void accept(Module module, String prefix, boolean keepVars);
    }

    /// Runs after a module and its children saved their state, and may change it.
    @FunctionalInterface
    public interface StateDictPost {
        void accept(Module module, StateDict state, String prefix, Map<String, Object> localMetadata);
    }

    /// Runs before a module takes its state from `state`, which holds what begins with `prefix` and may be changed.
    @FunctionalInterface
    public interface LoadStateDictPre {
        void accept(Module module, StateDict state, String prefix, Map<String, Object> localMetadata, boolean strict,
                List<String> missingKeys, List<String> unexpectedKeys, List<String> errorMessages);
    }

    /// Runs after a module and its children took their state; may change which keys count as missing or unexpected.
    @FunctionalInterface
    public interface LoadStateDictPost {
        void accept(Module module, LoadResult keys);
    }

    /// Sees what is registered in any module, and may replace it.
    @FunctionalInterface
    public interface Registration<T> {
        @Nullable
        T apply(Module module, String name, @Nullable T registered);
    }

    /// Where and when a hook runs.
    public static final class Options {
        boolean prepend;
        boolean alwaysCall;

        /// Whether it runs before those registered earlier; false by default.
        public Options prepend(boolean prepend) { this.prepend = prepend; return this; }

        /// Whether it runs even when forward fails; false by default.
        public Options alwaysCall(boolean alwaysCall) { this.alwaysCall = alwaysCall; return this; }
    }
}
