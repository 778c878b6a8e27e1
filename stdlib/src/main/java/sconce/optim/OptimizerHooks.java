package sconce.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.HookHandle;

/// What an optimizer calls around its steps and around saving and loading.
final class OptimizerHooks {
    static final List<Consumer<? super Optimizer>> BEFORE_EVERY_STEP = new CopyOnWriteArrayList<>();
    static final List<Consumer<? super Optimizer>> AFTER_EVERY_STEP = new CopyOnWriteArrayList<>();
    final List<Consumer<? super Optimizer>> beforeStep = new ArrayList<>();
    final List<Consumer<? super Optimizer>> afterStep = new ArrayList<>();
    final List<Consumer<? super Optimizer>> beforeSaving = new ArrayList<>();
    final List<BiFunction<? super Optimizer, SequencedMap<String, Object>, @Nullable SequencedMap<String, Object>>> afterSaving = new ArrayList<>();
    final List<BiFunction<? super Optimizer, Map<String, Object>, @Nullable Map<String, Object>>> beforeLoading = new ArrayList<>();
    final List<Consumer<? super Optimizer>> afterLoading = new ArrayList<>();

    /// Adds a hook, at the front if `prepend` says so.
    static <H> HookHandle add(List<H> hooks, H hook, boolean prepend) {
        if (prepend) hooks.addFirst(hook);
        else
            hooks.add(hook);
        return HookHandle.of(() -> removeSame(hooks, hook));
    }

    @SuppressWarnings("ReferenceEquality") // The very hook, not one that calls itself equal.
    private static <H> void removeSame(List<H> hooks, H hook) {
        for (var i = 0; i < hooks.size(); i++) {
            if (hooks.get(i) == hook) {
                hooks.remove(i);
                return;
            }
        }
    }

    /// Calls the hooks that were there at the beginning: one may remove itself.
    static void call(List<Consumer<? super Optimizer>> hooks, Optimizer optimizer) {
        for (var hook : List.copyOf(hooks)) hook.accept(optimizer);
    }
}
