package sconce.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Frees the tensors made on this thread between its opening and its closing, but for those that were kept.
public final class NativeScope implements AutoCloseable {
    private static final ThreadLocal<@Nullable NativeScope> CURRENT = new ThreadLocal<>();
    private final @Nullable NativeScope outer = CURRENT.get();
    private final List<NativeMemory.Ownership> made = new ArrayList<>();
    private final String place;
    private boolean closed;

    /// Opens a scope.
    ///
    /// @param place where in the user's code, for the error of a tensor that is used after the close
    public NativeScope(String place) {
        this.place = place;
        CURRENT.set(this);
    }

    static @Nullable NativeScope current() { return CURRENT.get(); }

    String place() { return place; }

    void add(NativeMemory.Ownership ownership) {
        ownership.scope = this;
        made.add(ownership);
    }

    /// Lets `tensor` live on: it goes to the enclosing scope, or to the collector if there is none.
    public void keep(TensorHandle tensor) {
        var ownership = tensor.ownership();
        if (ownership.scope != this) return;
        ownership.scope = null;
        if (outer != null) outer.add(ownership);
    }

    /// Lets `tensor` outlive all scopes that are open: it goes to the collector. For what an object remembers from one
    /// step to the next, such as an optimizer's state.
    public static <T extends TensorHandle> T outlive(T tensor) {
        tensor.ownership().scope = null;
        return tensor;
    }

    @Override
    public void close() {
        closed = true;
        // An inner scope may still be open, if they are closed out of order: then it stays, and skips this one later.
        var next = CURRENT.get();
        while (next != null && next.closed) next = next.outer;
        if (next == null) CURRENT.remove();
        else CURRENT.set(next);
        for (var ownership : made) {
            if (ownership.scope == this) NativeMemory.release(ownership);
        }
        made.clear();
    }
}
