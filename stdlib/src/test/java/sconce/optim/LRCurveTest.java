package sconce.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import sconce.Torch;
import sconce.nn.Linear;

/// Curves against what schedulers then do.
class LRCurveTest {
    private static SGD sgd() { return new SGD(new Linear(2, 3), o -> o.lr(0.1).momentum(0.9)); }

    @Test
    void what_is_foreseen_comes_true_and_foreseeing_changes_nothing() {
        var kinds = new LinkedHashMap<String, Function<Optimizer, LRScheduler>>();
        kinds.put("constant", o -> new ConstantLR(o, 0.5, 4));
        kinds.put("linear", o -> new LinearLR(o));
        kinds.put("polynomial", o -> new PolynomialLR(o, 6, 2.0));
        kinds.put("step", o -> new StepLR(o, 3));
        kinds.put("milestones", o -> new MultiStepLR(o, List.of(2, 9)));
        kinds.put("exponential", o -> new ExponentialLR(o, 0.9));
        kinds.put("lambda", o -> new LambdaLR(o, epoch -> 1.0 / (1 + epoch)));
        kinds.put("multiplicative", o -> new MultiplicativeLR(o, epoch -> 0.5));
        kinds.put("cosine", o -> new CosineAnnealingLR(o, 7));
        kinds.put("restarts", o -> new CosineAnnealingWarmRestarts(o, 3, 2));
        kinds.put("cyclic", o -> new CyclicLR(o, 0.01, 0.1, c -> c.stepSizeUp(3)));
        kinds.put("one cycle", o -> new OneCycleLR(o, 0.1, c -> c.totalSteps(9)));
        kinds.put("averaging", o -> new SWALR(o, 0.05));
        kinds.put("sequence", o -> new SequentialLR(o, List.of(new LinearLR(o), new ExponentialLR(o, 0.9)), 4));
        kinds.put("chain", o -> new ChainedScheduler(new LinearLR(o), new ExponentialLR(o, 0.9)));
        kinds.forEach((name, kind) -> {
            var optimizer = sgd();
            var scheduler = kind.apply(optimizer);
            for (var already : List.of(0, 2)) {
                for (var i = 0; i < already; i++) {
                    optimizer.step();
                    scheduler.step();
                }
                var before = scheduler.stateDict() + " " + optimizer.paramGroups();
                var curve = LRCurve.of(scheduler);
                assertThat(scheduler.stateDict() + " " + optimizer.paramGroups()).as(name).isEqualTo(before);
                assertThat(curve.set()).as(name).hasSize(already + 1).last().extracting(LRCurve.Step::rates)
                        .isEqualTo(scheduler.getLastLr());
                assertThat(curve.toCome()).as(name).hasSizeGreaterThanOrEqualTo(5 - already);
                if (already == 0) continue;
                var came = new ArrayList<List<Double>>();
                for (var i = 0; i < curve.toCome().size(); i++) {
                    optimizer.step();
                    scheduler.step();
                    came.add(scheduler.getLastLr());
                }
                assertThat(curve.toCome()).as(name).extracting(LRCurve.Step::rates).isEqualTo(came);
            }
        });
    }

    @Test
    void a_rate_that_is_a_tensor_keeps_its_value() {
        var rate = Torch.tensor(0.5);
        var optimizer = new SGD(new ParamGroup(new Linear(2, 1)).lr(rate));
        assertThat(LRCurve.of(new ExponentialLR(optimizer, 0.5)).toCome().getFirst().rates()).containsExactly(0.25);
        assertThat(rate.item().doubleValue()).isEqualTo(0.5);
        assertThat(optimizer.paramGroups().getFirst().get("lr")).isSameAs(rate);
    }

    @Test
    void a_function_that_ends_ends_the_curve() {
        var scheduler = new LambdaLR(sgd(), epoch -> List.of(1.0, 0.5, 0.2).get((int) epoch));
        assertThat(LRCurve.of(scheduler).toCome()).hasSize(2);
    }

    @Test
    void a_long_past_is_kept_in_part_and_a_loaded_one_begins_anew() {
        var optimizer = sgd();
        var scheduler = new ExponentialLR(optimizer, 0.999);
        optimizer.step();
        for (var i = 0; i < 10_000; i++) scheduler.step();
        var set = LRCurve.of(scheduler).set();
        assertThat(set).hasSizeBetween(1_000, 2_050);
        assertThat(set.getFirst()).isEqualTo(new LRCurve.Step(0, List.of(0.1)));
        assertThat(set.getLast()).isEqualTo(new LRCurve.Step(10_000, scheduler.getLastLr()));
        assertThat(LRCurve.of(scheduler).toCome()).isEmpty();
        var resumed = new ExponentialLR(sgd(), 0.999);
        resumed.loadStateDict(scheduler.stateDict());
        assertThat(LRCurve.of(resumed).set()).containsExactly(set.getLast());
    }
}
