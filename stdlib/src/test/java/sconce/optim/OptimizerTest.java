package sconce.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sconce.AssertionException;
import sconce.KeyError;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.nn.Linear;

/// What optimizers promise beyond the golden facts.
class OptimizerTest {
    /// An optimizer as a user writes one.
    private static final class Heavy extends Optimizer {
        Heavy(Iterable<? extends Tensor> params, double lr) { super(params, Map.of("lr", lr)); }

        @Override
        protected void update(ParamGroup group) {
            for (var param : group.params()) {
                var gradient = param.grad();
                if (gradient == null) continue;
                var velocity = state(param).get("velocity") instanceof Tensor known ? known
                        : remember(param, "velocity", gradient.clone());
                velocity.mul_(0.5).add_(gradient);
                param.sub_(velocity.mul(group.lr()));
            }
        }
    }

    private static Tensor start(double... numbers) { return Torch.tensor(numbers).requiresGrad_(); }

    private static void goDown(Optimizer optimizer, Tensor weight) {
        optimizer.zeroGrad();
        weight.square().sum().backward();
        optimizer.step();
    }

    @Test
    void a_users_own_optimizer_steps_prints_and_saves() {
        var weight = start(1, -2);
        var optimizer = new Heavy(List.of(weight), 0.1);
        for (var i = 0; i < 3; i++) goDown(optimizer, weight);
        assertThat(optimizer).hasToString("Heavy (\nParameter Group 0\n    lr: 0.1\n)");
        var copy = weight.detach().clone().requiresGrad_();
        var resumed = new Heavy(List.of(copy), 5);
        resumed.loadStateDict(optimizer.stateDict());
        goDown(resumed, copy);
        assertThat(resumed.paramGroups().getFirst().lr()).isEqualTo(0.1);
        var velocity = (Tensor) optimizer.state().get(weight).get("velocity");
        assertThat(Torch.equal(velocity, (Tensor) resumed.state().get(copy).get("velocity"))).isTrue();
    }

    @Test
    void adagrad_starts_every_group_with_its_own_accumulator() {
        var weight = start(1, -2);
        var optimizer = new Adagrad(o -> o.initialAccumulatorValue(0),
                ParamGroup.of(Map.of("params", List.of(weight), "initial_accumulator_value", 0.5)));
        assertThat(optimizer.state().get(weight).get("sum")).hasToString("tensor([0., 0.])");
        assertThat(optimizer.paramGroups().getFirst().number("initial_accumulator_value")).isEqualTo(0.5);
    }

    @Test
    void fused_adam_does_not_mind_capturable() {
        var weight = start(1, -2);
        goDown(new Adam(List.of(weight), o -> o.lr(0.5).fused(true).capturable(true)), weight);
        assertThat(weight.detach()).hasToString("tensor([ 0.5000, -1.5000])");
        assertThatThrownBy(() -> goDown(new Adam(List.of(weight), o -> o.capturable(true)), weight))
                .hasMessageStartingWith("If capturable=True, params and state_steps must be on supported devices");
    }

    @Test
    void a_resumed_asgd_of_doubles_goes_on_to_the_digit() {
        var weight = start(1, -2).detach().toDouble().requiresGrad_();
        var twin = weight.detach().clone().requiresGrad_();
        var optimizer = new ASGD(List.of(weight), o -> o.lambd(0.1));
        var stopped = new ASGD(List.of(twin), o -> o.lambd(0.1));
        for (var i = 0; i < 4; i++) {
            goDown(optimizer, weight);
            goDown(stopped, twin);
        }
        var resumed = new ASGD(List.of(twin), o -> o.lambd(0.1));
        resumed.loadStateDict(stopped.stateDict());
        for (var i = 0; i < 4; i++) {
            goDown(optimizer, weight);
            goDown(resumed, twin);
        }
        assertThat(Torch.equal(weight, twin)).isTrue();
    }

    @Test
    void state_made_inside_a_scope_outlives_it() {
        var weight = start(1, -2);
        var optimizer = new Adam(List.of(weight), 0.1);
        for (var i = 0; i < 3; i++) {
            try (var scope = Torch.scope()) {
                goDown(optimizer, weight);
            }
        }
        var average = (Tensor) optimizer.state().get(weight).get("exp_avg");
        assertThat(average.abs().sum().doubleValue()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(classes = { Adam.class, AdamW.class, NAdam.class, RAdam.class, Adamax.class, Adagrad.class,
            Adadelta.class, RMSprop.class, Rprop.class, ASGD.class, SGD.class })
    void complex_parameters_step_as_pairs_of_reals(Class<? extends Optimizer> kind) throws Exception {
        var pairs = Torch.tensor("[[1., 2.], [-3., 0.5]]");
        var complex = Torch.viewAsComplex(pairs.clone()).requiresGrad_();
        var real = pairs.clone().requiresGrad_();
        var constructor = kind.getConstructor(Iterable.class, Number.class);
        var ofComplex = constructor.newInstance(List.of(complex), 0.1);
        var ofReal = constructor.newInstance(List.of(real), 0.1);
        for (var i = 0; i < 3; i++) {
            ofComplex.zeroGrad();
            Torch.viewAsReal(complex).square().sum().backward();
            ofComplex.step();
            goDown(ofReal, real);
        }
        assertThat(Torch.allclose(Torch.viewAsReal(complex.detach()), real.detach())).isTrue();
    }

    @Test
    void parameters_of_several_dtypes_and_ages_stand_in_one_group() {
        var single = start(1, -2);
        var twice = Torch.tensor(1., -2.).toDouble().requiresGrad_();
        var optimizer = new Adam(List.of(single, twice), 0.1);
        goDown(optimizer, single);
        goDown(optimizer, single);
        optimizer.zeroGrad();
        single.square().sum().add(twice.square().sum()).backward();
        optimizer.step();
        assertThat(twice.detach().tolist()).asString().startsWith("[0.9");
        assertThat(((Tensor) optimizer.state().get(twice).get("step")).doubleValue()).isEqualTo(1);
        assertThat(((Tensor) optimizer.state().get(single).get("step")).doubleValue()).isEqualTo(3);
    }

    @Test
    void a_recorded_step_goes_backward_to_what_it_was_computed_from() {
        var weight = start(1, -2);
        var moved = weight.clone();
        var optimizer = new Adam(List.of(moved), o -> o.lr(0.1).differentiable(true));
        moved.setGrad(weight.mul(2));
        optimizer.step();
        moved.sum().backward();
        assertThat(weight.grad()).isNotNull();
        assertThat(weight.grad().detach().tolist()).asString().startsWith("[1.0");
    }

    @Test
    void what_only_graphics_cards_capture_is_refused() {
        var weight = start(1);
        weight.sum().backward();
        var optimizer = new Adam(List.of(weight), o -> o.capturable(true));
        assertThatThrownBy(optimizer::step).isInstanceOf(AssertionException.class)
                .hasMessageStartingWith("If capturable=True, params and state_steps must be on supported devices: [");
    }

    @Test
    void hooks_run_around_steps_in_order_until_removed() {
        var seen = new ArrayList<String>();
        var weight = start(1);
        var optimizer = new SGD(List.of(weight), 0.1);
        try (var every = Optimizer.registerOptimizerStepPreHook(o -> seen.add("every"))) {
            optimizer.registerStepPostHook(o -> seen.add("after"));
            var before = optimizer.registerStepPreHook(o -> seen.add("before"));
            optimizer.step();
            before.remove();
            optimizer.step();
        }
        optimizer.step();
        assertThat(seen).containsExactly("every", "before", "after", "every", "after", "after");
    }

    @Test
    void saving_hooks_may_change_or_replace_what_is_saved() {
        var optimizer = new SGD(List.of(start(1)), 0.1);
        optimizer.registerStateDictPostHook((o, saved) -> saved.put("epoch", 3));
        assertThat(optimizer.stateDict()).containsKeys("state", "param_groups", "epoch");
        optimizer.registerStateDictPostHookReturning((o, saved) -> new LinkedHashMap<>(Map.of("only", 1)));
        assertThat(optimizer.stateDict()).containsOnlyKeys("only");
    }

    @Test
    void a_state_that_does_not_fit_changes_nothing() {
        var weight = start(1, 2);
        var optimizer = new Adam(List.of(weight), 0.1);
        goDown(optimizer, weight);
        var before = optimizer.toString();
        assertThatThrownBy(() -> optimizer.loadStateDict(Map.of())).isInstanceOf(KeyError.class)
                .hasMessage("param_groups");
        assertThatThrownBy(() -> optimizer.loadStateDict(Map.of("state", Map.of(), "param_groups", List.of(1))))
                .isInstanceOf(TypeError.class);
        assertThatThrownBy(() -> optimizer.loadStateDict(Map.of("state", Map.of(), "param_groups", List.of())))
                .isInstanceOf(ValueError.class);
        assertThat(optimizer).hasToString(before);
        assertThat(optimizer.state()).hasSize(1);
    }

    @Test
    void an_old_state_without_newer_options_and_with_plain_steps_loads() {
        var weight = start(1, 2);
        var optimizer = new Adam(List.of(weight), 0.5);
        var values = new LinkedHashMap<String, Object>();
        values.put("step", 7);
        values.put("exp_avg", Torch.zeros(2));
        values.put("exp_avg_sq", Torch.ones(2));
        var group = Map.of("lr", 0.1, "betas", List.of(0.9, 0.999), "eps", 1e-8, "weight_decay", 0, "params",
                List.of(0L));
        optimizer.loadStateDict(Map.of("state", Map.of(0L, values), "param_groups", List.of(group)));
        goDown(optimizer, weight);
        assertThat(((Tensor) optimizer.state().get(weight).get("step")).doubleValue()).isEqualTo(8);
        assertThat(optimizer.toString()).contains("amsgrad: False", "lr: 0.1");
    }

    @Test
    void groups_with_and_without_names_do_not_mix() {
        var optimizer = new SGD(new Linear(1, 1).namedParameters(), 0.1);
        assertThatThrownBy(() -> optimizer.addParamGroup(new ParamGroup(List.of(start(1)))))
                .isInstanceOf(ValueError.class).hasMessage("all optimizer param groups should be with/without names. "
                        + "cannot add param group without names to the optimizer");
        assertThat(optimizer.paramGroups()).hasSize(1);
    }

    @Test
    void zeroing_in_place_keeps_the_gradient_and_cuts_its_history() {
        var weight = start(3);
        var optimizer = new SGD(List.of(weight), 0.1);
        weight.square().sum().backward();
        var gradient = weight.grad();
        optimizer.zeroGrad(false);
        assertThat(gradient.doubleValue()).isZero();
        optimizer.zeroGrad();
        assertThat(weight.grad()).isNull();
    }

    @Test
    void options_of_a_group_are_given_as_java_has_them() {
        var weight = start(1, 2);
        var group = new ParamGroup(List.of(weight)).set("betas", new double[] { 0.5, 0.9 }).lr(Torch.tensor(0.25));
        var optimizer = new Adam(group);
        goDown(optimizer, weight);
        assertThat(optimizer.toString()).contains("betas: (0.5, 0.9)", "lr: 0.25");
        assertThat(weight.get(0).doubleValue()).isEqualTo(0.75, within(1e-6));
        optimizer.paramGroups().getFirst().set("lr", "fast");
        assertThatThrownBy(optimizer::step).isInstanceOf(TypeError.class)
                .hasMessage("option 'lr' is no number but fast");
    }

    @Test
    void names_in_any_script_and_no_parameters_at_all_are_told_apart() {
        var optimizer = new SGD(Map.of("가중치", start(1)), 0.1);
        assertThat(optimizer.toString()).contains("param_names: ['가중치']");
        assertThatThrownBy(() -> new Adam(List.of())).isInstanceOf(ValueError.class)
                .hasMessage("optimizer got an empty parameter list");
    }
}
