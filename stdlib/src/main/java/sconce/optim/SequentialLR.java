package sconce.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;

/// Several schedulers one after another: at each milestone the next takes over, from its own epoch 0. Stands for
/// `torch.optim.lr_scheduler.SequentialLR`.
///
/// ```java
/// var optimizer = new SGD(new Linear(2, 1), 0.1);
/// var parts = List.of(new ConstantLR(optimizer, 0.5, 20), new ExponentialLR(optimizer, 0.9));
/// new SequentialLR(optimizer, parts, 20).getLastLr()   // [0.05]
/// ```
public class SequentialLR extends Combined {
    /// Of schedulers of an optimizer, and the epochs at which the second and the following begin.
    public SequentialLR(Optimizer optimizer, List<? extends LRScheduler> schedulers, int... milestones) {
        this(optimizer, schedulers, Arrays.stream(milestones).boxed().toList());
    }

    /// Of schedulers of an optimizer, and the epochs at which the second and the following begin.
    public SequentialLR(Optimizer optimizer, List<? extends LRScheduler> schedulers, List<Integer> milestones) {
        this(optimizer, schedulers, milestones, -1);
    }

    /// The same after some epochs.
    ///
    /// @throws ValueError if there are none, one has another optimizer, or there is not one milestone less
    public SequentialLR(Optimizer optimizer, List<? extends LRScheduler> schedulers, List<Integer> milestones,
            long lastEpoch) {
        super(checked("SequentialLR", present(optimizer), schedulers,
                " expects at least one scheduler, but got no scheduler."), schedulers,
                attributes("_milestones", new ArrayList<>(milestones), "last_epoch", lastEpoch + 1));
        if (milestones.size() != schedulers.size() - 1) {
            throw new ValueError("Sequential Schedulers expects number of schedulers provided to be one more than the "
                    + "number of milestone points, but got number of schedulers " + schedulers.size()
                    + " and the number of milestones to be equal to " + milestones.size());
        }
        for (var group : optimizer.paramGroups()) set(group, "lr", group.number("initial_lr"));
        // Each has made its first step already, which only the first was to make.
        schedulers().forEach(SequentialLR::undo);
        schedulers().getFirst().initialStep();
        set(schedulers().getFirst().values.get("_last_lr"));
    }

    private static void undo(LRScheduler scheduler) {
        if (scheduler instanceof Combined combined) combined.schedulers().forEach(SequentialLR::undo);
        else
            scheduler.values.put("last_epoch", scheduler.counted(-1));
    }

    @Override
    public void step(@Nullable Number epoch) {
        values.put("last_epoch", counted(1));
        var milestones = numbers("_milestones");
        var index = (int) milestones.stream().filter(milestone -> milestone <= epoch()).count();
        var scheduler = schedulers().get(index);
        if (index > 0 && milestones.get(index - 1) == epoch()) scheduler.updateLr(0L);
        else
            scheduler.step();
        set(scheduler.values.get("_last_lr"));
    }
}
