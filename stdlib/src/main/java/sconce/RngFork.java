package sconce;

/// Draws inside it leave no trace outside: when closed, the default generator goes on from where it was. Stands for what
/// `torch.random.fork_rng()` gives.
public final class RngFork implements AutoCloseable {
    private final Generator generator;
    private final Tensor state;

    RngFork(Generator generator) {
        this.generator = generator;
        state = generator.getState();
    }

    @Override
    public void close() { generator.setState(state); }
}
