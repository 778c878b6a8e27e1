package sconce.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sconce.KeyError;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.Warnings;
import sconce.nn.Linear;
import sconce.nn.Module;

/// What schedulers and averages of models promise beyond the golden facts.
class SchedulerTest {
    /// A scheduler as a user writes one.
    private static final class Halving extends LRScheduler {
        private final double floor;

        Halving(Optimizer optimizer, double floor) {
            this.floor = floor;
            super(optimizer);
        }

        @Override
        public List<Double> getLr() {
            return baseLrs().stream().map(lr -> Math.max(floor, lr * Math.pow(0.5, lastEpoch()))).toList();
        }
    }

    private static Optimizer sgd(double lr) { return new SGD(List.of(Torch.zeros(1).requiresGrad_()), lr); }

    private static void steps(int count, Optimizer optimizer, LRScheduler scheduler) {
        for (var i = 0; i < count; i++) {
            optimizer.step();
            scheduler.step();
        }
    }

    @Test
    void a_users_own_scheduler_steps_saves_and_goes_on() {
        var optimizer = sgd(0.8);
        var scheduler = new Halving(optimizer, 0.15);
        steps(2, optimizer, scheduler);
        assertThat(scheduler.getLastLr()).containsExactly(0.2);
        var resumed = sgd(0.8);
        var fresh = new Halving(resumed, 0.15);
        resumed.loadStateDict(optimizer.stateDict());
        fresh.loadStateDict(scheduler.stateDict());
        steps(1, resumed, fresh);
        assertThat(resumed.paramGroups().getFirst().lr()).isEqualTo(0.15);
        assertThat(fresh).hasToString("Halving(last_epoch=3, last_lr=[0.15])");
    }

    @Test
    void stepping_before_the_optimizer_is_warned_of_once_and_not_after_it() {
        var optimizer = sgd(0.1);
        var scheduler = new ExponentialLR(optimizer, 0.9);
        assertThat(Warnings.record(scheduler::step)).singleElement().asString()
                .startsWith("UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`.");
        var other = new ExponentialLR(sgd(0.1), 0.9);
        other.optimizer().step();
        assertThat(Warnings.record(other::step)).isEmpty();
    }

    @Test
    void a_learning_rate_that_is_a_tensor_changes_in_place() {
        var lr = Torch.tensor(0.5);
        var optimizer = new SGD(List.of(Torch.zeros(1).requiresGrad_()), o -> o.lr(lr));
        var scheduler = new StepLR(optimizer, 1, 0.5);
        steps(1, optimizer, scheduler);
        assertThat(lr.doubleValue()).isEqualTo(0.25);
        assertThat(scheduler.getLastLr()).containsExactly(0.25);
        assertThat(scheduler.baseLrs()).containsExactly(0.5);
    }

    @Test
    void a_whole_learning_rate_keeps_its_print_until_it_changes() {
        var optimizer = new SGD(List.of(Torch.zeros(1).requiresGrad_()), 1);
        var scheduler = new StepLR(optimizer, 2, 0.5);
        steps(1, optimizer, scheduler);
        assertThat(optimizer.toString()).contains("    lr: 1\n");
        steps(1, optimizer, scheduler);
        assertThat(optimizer.toString()).contains("    lr: 0.5\n");
    }

    @Test
    void a_plateau_takes_numbers_and_tensors_but_not_nothing() {
        var optimizer = sgd(1);
        var plateau = new ReduceLROnPlateau(optimizer, o -> o.patience(0).factor(0.5));
        plateau.step(Torch.tensor(1.0));
        plateau.step(1.0);
        assertThat(plateau.getLastLr()).containsExactly(0.5);
        assertThatThrownBy(plateau::step).isInstanceOf(TypeError.class)
                .hasMessage("ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'");
        plateau.step(Double.NaN);
        assertThat(plateau.getLastLr()).containsExactly(0.25);
    }

    @Test
    void resuming_needs_the_first_rates() {
        assertThatThrownBy(() -> new ExponentialLR(sgd(0.1), 0.9, 5)).isInstanceOf(KeyError.class)
                .hasMessageStartingWith("param 'initial_lr' is not specified in param_groups[0]");
    }

    @Test
    void a_group_that_joined_later_is_told_of_by_a_clear_error() {
        var optimizer = sgd(0.1);
        var scheduler = new LambdaLR(optimizer, epoch -> 1);
        optimizer.addParamGroup(new ParamGroup(List.of(Torch.zeros(1).requiresGrad_())));
        optimizer.step();
        assertThatThrownBy(scheduler::step).isInstanceOf(ValueError.class)
                .hasMessage("LambdaLR.getLr() gives 1 learning rates for 2 parameter groups");
    }

    @Test
    void sequences_nest() {
        var optimizer = sgd(1);
        var inner = new SequentialLR(optimizer,
                List.of(new ConstantLR(optimizer, 0.5, 10), new ConstantLR(optimizer, 0.25, 10)), 2);
        var outer = new ChainedScheduler(inner, new ExponentialLR(optimizer, 1.0));
        steps(3, optimizer, outer);
        assertThat(outer.getLastLr()).containsExactly(0.25);
        var saved = outer.stateDict();
        var resumed = sgd(1);
        var again = new ChainedScheduler(
                new SequentialLR(resumed,
                        List.of(new ConstantLR(resumed, 0.5, 10), new ConstantLR(resumed, 0.25, 10)), 2),
                new ExponentialLR(resumed, 1.0));
        resumed.loadStateDict(optimizer.stateDict());
        again.loadStateDict(saved);
        steps(1, resumed, again);
        assertThat(again.getLastLr()).containsExactly(0.25);
    }

    @Test
    void an_average_computes_what_its_model_computes_and_leaves_it_alone() {
        var model = new Linear(2, 1);
        var averaged = new AveragedModel(model, o -> o.avgFn((average, current, n) -> average.add(current).div(2)));
        var before = new LinkedHashMap<String, Tensor>();
        model.namedParameters().forEach((name, value) -> before.put(name, value.detach().clone()));
        averaged.updateParameters(model);
        averaged.updateParameters(model);
        var x = Torch.ones(3, 2);
        assertThat(Torch.allclose(averaged.call(x), model.call(x))).isTrue();
        before.forEach((name, value) -> assertThat(Torch.equal(value, model.getParameter(name))).isTrue());
        assertThat(averaged.n_averaged.longValue()).isEqualTo(2);
    }

    @Test
    void batch_normalisation_is_computed_anew_from_pairs_and_records_too() {
        record Batch(Tensor x, Tensor y) {}
        Module model = new sconce.nn.Sequential(new sconce.nn.BatchNorm1d(1));
        model.eval();
        var y = Torch.zeros(2);
        SwaUtils.updateBn(List.of(new Batch(Torch.tensor("[[1.], [3.]]"), y), List.of(Torch.tensor("[[5.], [7.]]"), y)),
                model);
        assertThat(model.stateDict().tensor("0.running_mean").doubleValue()).isEqualTo(4, within(1e-6));
        assertThat(model.training()).isFalse();
        assertThatThrownBy(() -> SwaUtils.getEmaAvgFn(1.5)).isInstanceOf(ValueError.class)
                .hasMessage("Invalid decay value 1.5 provided. Please provide a value in [0,1] range.");
    }

    @Test
    void a_damaged_state_is_refused_by_name() {
        var plateau = new ReduceLROnPlateau(sgd(1));
        assertThatThrownBy(() -> plateau.loadStateDict(Map.of("mode", "mean"))).isInstanceOf(ValueError.class)
                .hasMessage("mode mean is unknown!");
    }
}
