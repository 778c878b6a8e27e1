package sconce.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;

/// The hooks of one module, or of all. Made when the first one is registered.
final class Hooks {
    final HookList<Pre> forwardPre;
    final HookList<Post> forward;
    final HookList<BackwardPre> backwardPre;
    final HookList<Backward> backward;
    /// The older kind, which excludes `backward`.
    final HookList<Hook.FullBackward> oldBackward;
    final HookList<Hook.StateDictPre> stateDictPre;
    final HookList<Hook.StateDictPost> stateDictPost;
    final HookList<Hook.LoadStateDictPre> loadPre;
    final HookList<Hook.LoadStateDictPost> loadPost;

    Hooks() {
        forwardPre = new HookList<>();
        forward = new HookList<>();
        backwardPre = new HookList<>();
        backward = new HookList<>();
        oldBackward = new HookList<>();
        stateDictPre = new HookList<>();
        stateDictPost = new HookList<>();
        loadPre = new HookList<>();
        loadPost = new HookList<>();
    }

    /// Those alone that belong to the state dict.
    Hooks withoutCalls() {
        var kept = new Hooks(this);
        for (var list : List.of(kept.forwardPre, kept.forward, kept.backwardPre, kept.backward, kept.oldBackward)) {
            list.clear();
        }
        return kept;
    }

    Hooks(Hooks source) {
        forwardPre = source.forwardPre.copy();
        forward = source.forward.copy();
        backwardPre = source.backwardPre.copy();
        backward = source.backward.copy();
        oldBackward = source.oldBackward.copy();
        stateDictPre = source.stateDictPre.copy();
        stateDictPost = source.stateDictPost.copy();
        loadPre = source.loadPre.copy();
        loadPost = source.loadPost.copy();
    }

    /// How many there are of each kind that there is one of, by PyTorch's word for it.
    SequencedMap<String, Integer> kinds() {
        var kinds = new LinkedHashMap<String, Integer>();
        kinds.put("forward pre-hook", forwardPre.size());
        kinds.put("forward hook", forward.size());
        kinds.put("backward pre-hook", backwardPre.size());
        kinds.put("backward hook", backward.size() + oldBackward.size());
        kinds.put("state dict pre-hook", stateDictPre.size());
        kinds.put("state dict hook", stateDictPost.size());
        kinds.put("load state dict pre-hook", loadPre.size());
        kinds.put("load state dict post-hook", loadPost.size());
        kinds.values().removeIf(count -> count == 0);
        return kinds;
    }

    /// How many there are, of all kinds.
    int count() {
        return forwardPre.size() + forward.size() + backwardPre.size() + backward.size() + oldBackward.size()
                + stateDictPre.size()
                + stateDictPost.size() + loadPre.size() + loadPost.size();
    }

    /// Whether a call has anything to run beside forward.
    boolean onCalls() {
        return !(forwardPre.isEmpty() && forward.isEmpty() && backwardPre.isEmpty() && backward.isEmpty()
                && oldBackward.isEmpty());
    }

    /// Whether anything waits for a forward itself.
    boolean onForward() { return !(forwardPre.isEmpty() && forward.isEmpty()); }

    /// Any forward pre-hook: gives the inputs to go on with, or null for the same.
    @FunctionalInterface
    interface Pre {
        @Nullable
        Inputs run(Module module, Inputs inputs);

        /// Python takes a tuple as all inputs, anything else as the only one.
        static @Nullable Inputs replaced(@Nullable Object value, Inputs before) {
            return switch (value) {
                case null -> null;
                case Inputs inputs -> inputs;
                case Object[] several -> new Inputs(several.clone(), before.kwargs());
                default -> new Inputs(new Object[] { value }, before.kwargs());
            };
        }
    }

    /// Any forward hook: gives the output to go on with, or null for the same.
    @FunctionalInterface
    interface Post {
        @Nullable
        Object run(Module module, Inputs inputs, @Nullable Object output);
    }

    /// Any full backward pre-hook: gives other gradients of the outputs, or null.
    @FunctionalInterface
    interface BackwardPre {
        @Nullable
        List<@Nullable Tensor> run(Module module, List<@Nullable Tensor> gradOutput);
    }

    /// Any full backward hook: gives other gradients of the inputs, or null.
    @FunctionalInterface
    interface Backward {
        @Nullable
        List<@Nullable Tensor> run(Module module, List<@Nullable Tensor> gradInput, List<@Nullable Tensor> gradOutput);
    }
}
