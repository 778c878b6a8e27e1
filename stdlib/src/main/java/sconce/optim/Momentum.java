package sconce.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.Tuple;
import sconce.ValueError;

/// The momentum that a scheduler moves against the learning rate: an optimizer's `momentum`, or the first of its `betas`.
final class Momentum {
    private Momentum() {}

    /// Whether it is the first of `betas`.
    ///
    /// @throws ValueError if the optimizer has neither
    static boolean isBeta(Optimizer optimizer) {
        var defaults = optimizer.defaults();
        if (!defaults.containsKey("momentum") && !defaults.containsKey("betas")) {
            throw new ValueError(
                    "optimizer must support momentum or beta1 with `cycle_momentum` option enabled");
        }
        return defaults.containsKey("betas");
    }

    /// Begins with the largest, and keeps the bounds in the groups.
    static void begin(Optimizer optimizer, Map<String, @Nullable Object> bounds) {
        begin(optimizer, (List<?>) Objects.requireNonNull(bounds.get("base_momentums")),
                (List<?>) Objects.requireNonNull(bounds.get("max_momentums")));
    }

    static void begin(Optimizer optimizer, List<?> least, List<?> most) {
        var isBeta = isBeta(optimizer);
        for (var i = 0; i < most.size(); i++) {
            var group = optimizer.paramGroups().get(i);
            put(group, isBeta, most.get(i));
            group.set("max_momentum", most.get(i));
            group.set("base_momentum", least.get(i));
        }
    }

    static void set(ParamGroup group, boolean isBeta, double value) { put(group, isBeta, value); }

    private static void put(ParamGroup group, boolean isBeta, @Nullable Object value) {
        if (!isBeta) {
            group.set("momentum", value);
            return;
        }
        var betas = new ArrayList<@Nullable Object>((List<?>) Objects.requireNonNull(group.get("betas")));
        betas.set(0, value);
        group.set("betas", Tuple.of(betas));
    }
}
