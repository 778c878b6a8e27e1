package sconce;

import org.jspecify.annotations.Nullable;

/// Draws inside it leave no trace outside: when closed, the default generator goes on from where it was. Stands for what
/// `torch.random.fork_rng()` gives.
public final class RngFork implements AutoCloseable {
    private final Generator generator;
    private final @Nullable Tensor state;

    RngFork(Generator generator, boolean enabled) {
        this.generator = generator;
        state = enabled ? generator.getState() : null;
    }

    @Override
    public void close() {
        if (state != null) generator.setState(state);
    }
}
