package sconce.nn;

import java.util.Arrays;
import sconce.TorchException;

/// The way down a tree that a walk is on, so that a cycle ends with an error that names it.
@SuppressWarnings("ReferenceEquality") // Modules and tensors are the same if they are one object.
final class Trail implements AutoCloseable {
    private static final ThreadLocal<Trail> CURRENT = ThreadLocal.withInitial(Trail::new);
    private Module[] parents = new Module[16];
    private String[] names = new String[16];
    private int depth;

    private Trail() {}

    /// Goes from `parent` to `child` until closed.
    ///
    /// @throws TorchException if the child is on the way already
    static Trail enter(Module parent, String name, Module child, String walk) {
        var trail = CURRENT.get();
        if (trail.depth == trail.names.length) {
            trail.parents = Arrays.copyOf(trail.parents, 2 * trail.depth);
            trail.names = Arrays.copyOf(trail.names, 2 * trail.depth);
        }
        trail.parents[trail.depth] = parent;
        trail.names[trail.depth++] = name;
        for (var i = 0; i < trail.depth; i++) {
            if (trail.parents[i] == child) throw trail.cycle(i, child, walk);
        }
        return trail;
    }

    private TorchException cycle(int from, Module child, String walk) {
        var path = String.join(".", Arrays.asList(names).subList(from, depth));
        close();
        return new TorchException("The modules form a cycle: " + child.moduleName() + "." + path + " is the same "
                + child.moduleName() + " again, so " + walk + " would not end.");
    }

    @Override
    @SuppressWarnings("NullAway") // What is above the depth is not read.
    public void close() {
        parents[--depth] = null;
        names[depth] = null;
    }
}
