package sconce.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sconce.Tensor;
import sconce.nn.Module;

/// Moves what a module has learnt into one made anew from its changed class: the same parameter objects, so that an
/// optimizer made before goes on with them.
final class ModuleState {
    private final List<String> kept = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    private ModuleState() {}

    /// Moves parameters and buffers by name and shape, and the training mode; says what it moved and what not.
    static String move(Module from, Module to) {
        var state = new ModuleState();
        state.move(from.namedParameters("", true, false), to.namedParameters("", true, false), to);
        state.move(from.namedBuffers("", true, false), to.namedBuffers("", true, false), to);
        var modes = from.namedModules();
        // Parents come first: what a child has of its own is set after it.
        to.namedModules().forEach((name, module) -> {
            var old = modes.get(name);
            if (old != null) {
                module.train(old.training());
            }
        });
        return "kept " + (state.kept.isEmpty() ? "no parameter" : String.join(", ", state.kept))
                + (state.lost.isEmpty() ? "" : "; not kept: " + String.join(", ", state.lost));
    }

    private void move(Map<String, ? extends Tensor> from, Map<String, ? extends Tensor> to, Module module) {
        from.forEach((name, tensor) -> {
            var fresh = to.get(name);
            if (fresh == null) {
                lost.add(name + " (no longer there)");
            } else if (!fresh.shape().equals(tensor.shape())) {
                lost.add(name + " (was " + tensor.shape() + ", is " + fresh.shape() + ")");
            } else {
                int dot = name.lastIndexOf('.');
                try {
                    module.getSubmodule(name.substring(0, Math.max(0, dot))).set(name.substring(dot + 1), tensor);
                    kept.add(name);
                } catch (RuntimeException e) {
                    lost.add(name + " (" + e.getMessage() + ")");
                }
            }
        });
    }
}
