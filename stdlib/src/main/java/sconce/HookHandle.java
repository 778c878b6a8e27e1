package sconce;

/// Takes a hook off again. Stands for `torch.utils.hooks.RemovableHandle`; closing it in a `try` removes it too.
public interface HookHandle extends AutoCloseable {
    /// Removes the hook; further calls do nothing.
    void remove();

    @Override
    default void close() { remove(); }

    /// A handle that runs `removal` once.
    static HookHandle of(Runnable removal) {
        return new HookHandle() {
            private boolean removed;

            @Override
            public void remove() {
                if (removed) return;
                removed = true;
                removal.run();
            }

            @Override
            public String toString() { return removed ? "HookHandle(removed)" : "HookHandle(registered)"; }
        };
    }
}
