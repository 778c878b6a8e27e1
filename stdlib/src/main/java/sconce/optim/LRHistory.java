package sconce.optim;

import java.util.ArrayList;
import java.util.List;

/// The learning rates that a scheduler has set, epoch by epoch; of very many epochs every so manyth, so that a long training
/// does not fill the memory.
final class LRHistory {
    private static final int MOST = 2_048;

    private final List<LRCurve.Step> steps = new ArrayList<>();
    private long every = 1;
    private long left;

    void add(double epoch, List<Double> rates) {
        if (left-- > 0) return;
        left = every - 1;
        if (steps.size() == MOST) {
            for (var i = 0; i < MOST / 2; i++) steps.set(i, steps.get(2 * i));
            steps.subList(MOST / 2, MOST).clear();
            every *= 2;
            left = every - 1;
        }
        steps.add(new LRCurve.Step(epoch, rates));
    }

    /// What comes now does not go on from what was.
    void clear() {
        steps.clear();
        every = 1;
        left = 0;
    }

    List<LRCurve.Step> steps() { return List.copyOf(steps); }
}
