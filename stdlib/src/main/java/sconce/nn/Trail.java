package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sconce.TorchException;

/// The way down a tree that a walk is on, so that a cycle ends with an error that names it.
final class Trail implements AutoCloseable {
    private static final ThreadLocal<Trail> CURRENT = ThreadLocal.withInitial(Trail::new);
    private final List<Step> steps = new ArrayList<>();

    private record Step(Module parent, String name) {}

    private Trail() {}

    /// Goes from `parent` to `child` until closed.
    ///
    /// @throws TorchException if the child is on the way already
    static Trail enter(Module parent, String name, Module child, String walk) {
        var trail = CURRENT.get();
        trail.steps.add(new Step(parent, name));
        for (var i = 0; i < trail.steps.size(); i++) {
            if (trail.steps.get(i).parent != child) continue;
            var path = trail.steps.subList(i, trail.steps.size()).stream().map(Step::name)
                    .collect(Collectors.joining("."));
            trail.close();
            throw new TorchException("The modules form a cycle: " + child.moduleName() + "." + path + " is the same "
                    + child.moduleName() + " again, so " + walk + " would not end.");
        }
        return trail;
    }

    @Override
    public void close() { steps.removeLast(); }
}
