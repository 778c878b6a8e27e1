package sconce.optim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;

/// Steps several schedulers, each of which goes on from the rates the one before has set: their factors multiply. Stands for
/// `torch.optim.lr_scheduler.ChainedScheduler`.
///
/// ```java
/// var optimizer = new SGD(new Linear(2, 1), 0.1);
/// new ChainedScheduler(new ConstantLR(optimizer, 0.5), new ExponentialLR(optimizer, 0.9)).getLastLr()   // [0.05]
/// ```
public class ChainedScheduler extends Combined {
    /// Of schedulers of one optimizer, in this order.
    public ChainedScheduler(LRScheduler... schedulers) { this(List.of(schedulers)); }

    /// Of schedulers of one optimizer, in this order.
    public ChainedScheduler(List<? extends LRScheduler> schedulers) { this(schedulers, null); }

    /// Of schedulers of one optimizer, which they must have.
    ///
    /// @throws ValueError if there are none, or one has another optimizer
    public ChainedScheduler(List<? extends LRScheduler> schedulers, @Nullable Optimizer optimizer) {
        super(checked("ChainedScheduler", optimizer, schedulers,
                " expects at least one scheduler to be chained, but got no scheduler."), schedulers, attributes());
        set(of("lr"));
    }

    @Override
    public void step(@Nullable Number epoch) {
        for (var scheduler : schedulers()) scheduler.step();
        set(of("lr"));
    }

    /// That of the last scheduler.
    @Override
    public long lastEpoch() { return schedulers().getLast().lastEpoch(); }

    @Override
    public String toString() { return "ChainedScheduler" + schedulers(); }
}
