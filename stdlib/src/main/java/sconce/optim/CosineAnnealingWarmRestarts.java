package sconce.optim;

import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// Lets the learning rate fall along a cosine and start again at the top, after `t0` epochs first, then each time `tMult`
/// times as many: `lr = etaMin + (base - etaMin) (1 + cos(pi tCur / tI)) / 2`. Stands for
/// `torch.optim.lr_scheduler.CosineAnnealingWarmRestarts`.
///
/// ```java
/// new CosineAnnealingWarmRestarts(new SGD(new Linear(2, 1), 0.1), 10, 2).getLastLr()   // [0.1]
/// ```
public class CosineAnnealingWarmRestarts extends LRScheduler {
    /// With equal periods, down to 0.
    public CosineAnnealingWarmRestarts(Optimizer optimizer, long t0) { this(optimizer, t0, 1); }

    /// With growing periods, down to 0.
    public CosineAnnealingWarmRestarts(Optimizer optimizer, long t0, long tMult) { this(optimizer, t0, tMult, 0.0); }

    /// With growing periods, down to a rate.
    public CosineAnnealingWarmRestarts(Optimizer optimizer, long t0, long tMult, Number etaMin) {
        this(optimizer, t0, tMult, etaMin, -1);
    }

    /// With growing periods, down to a rate, after some epochs.
    ///
    /// @throws ValueError if a period is not positive
    public CosineAnnealingWarmRestarts(Optimizer optimizer, long t0, long tMult, Number etaMin, long lastEpoch) {
        super(optimizer, lastEpoch, checked(t0, tMult, etaMin, lastEpoch));
    }

    private static SequencedMap<String, @Nullable Object> checked(long t0, long tMult, Number etaMin,
            long lastEpoch) {
        if (t0 <= 0) throw new ValueError("Expected positive integer T_0, but got " + t0);
        if (tMult < 1) throw new ValueError("Expected integer T_mult >= 1, but got " + tMult);
        return attributes("T_0", t0, "T_i", t0, "T_mult", tMult, "eta_min", etaMin, "T_cur", lastEpoch);
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        var least = number("eta_min");
        var angle = Math.PI * number("T_cur") / number("T_i");
        return eachBase(lr -> least + (lr - least) * (1 + Math.cos(angle)) / 2);
    }

    /// Sets the learning rates of an epoch, or of a part of one: `step(epoch + batch / batches)`.
    ///
    /// @throws ValueError if the epoch is negative
    @Override
    public void step(@Nullable Number epoch) {
        var at = epoch == null && epoch() < 0 ? Long.valueOf(0) : epoch;
        if (at == null) {
            at = counted(1);
            next();
        } else {
            jump(at);
        }
        values.put("last_epoch", (long) Math.floor(at.doubleValue()));
        values.put("_get_lr_called_within_step", true);
        try {
            setLrs(getLr());
        } finally {
            values.put("_get_lr_called_within_step", false);
        }
        set(of("lr"));
    }

    private void next() {
        var current = plus(Objects.requireNonNull((Number) values.get("T_cur")), 1);
        if (current.doubleValue() >= number("T_i")) {
            current = rest(current, integer("T_i"));
            values.put("T_i", integer("T_i") * integer("T_mult"));
        }
        values.put("T_cur", current);
    }

    private void jump(Number epoch) {
        var first = integer("T_0");
        var growth = integer("T_mult");
        if (epoch.doubleValue() < 0) {
            throw new ValueError("Expected non-negative epoch, but got " + PythonFormat.of(epoch));
        }
        if (epoch.doubleValue() < first) {
            values.put("T_i", first);
            values.put("T_cur", epoch);
        } else if (growth == 1) {
            values.put("T_cur", rest(epoch, first));
        } else {
            var periods = (int) (Math.log(epoch.doubleValue() / first * (growth - 1) + 1) / Math.log((double) growth));
            var passed = Math.pow((double) growth, periods);
            values.put("T_cur", epoch.doubleValue() - first * (passed - 1) / (growth - 1));
            values.put("T_i", (long) (first * passed));
        }
    }

    private static boolean isReal(Number number) { return number instanceof Double || number instanceof Float; }

    private static Number plus(Number number, long more) {
        if (isReal(number)) return number.doubleValue() + more;
        return number.longValue() + more;
    }

    private static Number rest(Number number, long period) {
        if (isReal(number)) return number.doubleValue() % period;
        return number.longValue() % period;
    }
}
