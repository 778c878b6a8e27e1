package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sconce.AttributeError;
import sconce.Buffer;
import sconce.KeyError;
import sconce.Linalg;
import sconce.NotImplementedError;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.optim.SGD;

/// Parameters that are computed by parametrizations, on the library's layers and on users' own classes.
class ParametrizeTest {
    private static final class Halved extends Module {
        int calls;

        Tensor forward(Tensor x) {
            calls++;
            return x.div(2);
        }

        Tensor rightInverse(Tensor x) { return x.mul(2); }
    }

    private static final class Exponential extends Module {
        Tensor forward(Tensor x) { return x.exp(); }
    }

    private static final class Scale extends Module {
        private final Parameter factor = new Parameter(Torch.tensor(3.0));
        private final Buffer shift = new Buffer(Torch.tensor(1.0));

        Tensor forward(Tensor x) { return x.mul(factor).add(shift); }
    }

    private static boolean close(Tensor one, Tensor other) { return Torch.allclose(one, other, 1e-4, 1e-5, false); }

    @ParameterizedTest
    @CsvSource({ "matrix_exp,4,4", "cayley,4,4", "householder,4,4", "matrix_exp,5,3", "cayley,5,3", "householder,5,3",
            "matrix_exp,3,5", "cayley,3,5", "householder,3,5" })
    void every_orthogonal_map_gives_orthogonal_weights_that_can_be_assigned(String map, int rows, int columns) {
        Torch.manualSeed(rows * 7 + columns);
        for (var trivial : List.of(true, false)) {
            var net = Parametrizations.orthogonal(new Linear(columns, rows), "weight", map, trivial);
            requireOrthogonal(net.weight.detach());
            var optimizer = new SGD(net.parameters(), 0.1);
            for (var step = 0; step < 3; step++) {
                optimizer.zeroGrad();
                net.call(Torch.randn(2, columns)).pow(2).sum().backward();
                optimizer.step();
            }
            requireOrthogonal(net.weight.detach());
            var target = Torch.eye(rows, columns).mul(-1);
            if (trivial || map.equals("householder")) {
                net.set("weight", target);
                assertThat(close(net.weight.detach(), target)).as("%s", net.weight).isTrue();
            } else {
                assertThatThrownBy(() -> net.set("weight", target)).isInstanceOf(NotImplementedError.class)
                        .hasMessageContaining("when use_trivialization=False.");
            }
        }
    }

    private static void requireOrthogonal(Tensor weight) {
        var tall = weight.size(0) >= weight.size(1) ? weight : weight.T();
        assertThat(close(tall.T().matmul(tall), Torch.eye(tall.size(1)))).as("%s", weight).isTrue();
    }

    @Test
    void an_unknown_map_is_named() {
        assertThatThrownBy(() -> Parametrizations.orthogonal(new Linear(2, 2), "weight", "qr")).isInstanceOf(
                ValueError.class)
                .hasMessage("orthogonal_map has to be one of \"matrix_exp\", \"cayley\", \"householder\". Got: qr");
        assertThatThrownBy(() -> Parametrizations.orthogonal(new Linear(2, 2), "bias"))
                .hasMessage("Expected a matrix or batch of matrices. Got a tensor of 1 dimensions.");
    }

    @Test
    void weight_norm_gives_what_is_assigned_and_reads_the_older_names() {
        Torch.manualSeed(2);
        var conv = Parametrizations.weightNorm(new Conv2d(2, 3, 2));
        var target = Torch.randn(3, 2, 2, 2);
        conv.set("weight", target);
        assertThat(close(conv.weight.detach(), target)).isTrue();
        var old = WeightNorm.weightNorm(new Conv2d(2, 3, 2));
        conv.loadStateDict(old.stateDict());
        assertThat(close(conv.weight.detach(), old.weight.detach())).isTrue();
        WeightNorm.removeWeightNorm(old);
        assertThat(old.namedParameters().keySet()).containsExactly("bias", "weight");
        assertThat(close(conv.weight.detach(), old.weight)).isTrue();
        assertThatThrownBy(() -> WeightNorm.removeWeightNorm(old)).isInstanceOf(ValueError.class)
                .hasMessageStartingWith("weight_norm of 'weight' not found in Conv2d(");
    }

    @Test
    void both_spectral_norms_have_largest_singular_value_one_after_some_calls() {
        Torch.manualSeed(3);
        var net = Parametrizations.spectralNorm(new Linear(4, 3));
        var old = SpectralNorm.spectralNorm(new Linear(4, 3));
        for (var i = 0; i < 60; i++) {
            net.call(Torch.ones(4));
            old.call(Torch.ones(4));
        }
        for (var weight : List.of(net.eval(), old.eval())) {
            assertThat(Linalg.matrixNorm(((Tensor) weight.get("weight")).detach(), 2).doubleValue())
                    .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-3));
        }
        SpectralNorm.removeSpectralNorm(old);
        assertThat(old.stateDict().keySet()).containsExactly("bias", "weight");
        assertThat(old.weight.isLeaf()).isTrue();
    }

    @Test
    void a_call_computes_a_parameter_once() {
        class Twice extends Module {
            final Linear inner = new Linear(2, 2);
            final Parameter weight = new Parameter(Torch.ones(2));

            Tensor forward(Tensor x) { return x.mul(weight).add(weight).add(weight.sum().mul(weight.size(0))); }
        }
        var net = new Twice();
        var halved = new Halved();
        Parametrize.registerParametrization(net, "weight", halved);
        halved.calls = 0;
        net.call(Torch.ones(2)).sum().backward();
        assertThat(halved.calls).isEqualTo(1);
        net.call(Torch.ones(2));
        assertThat(halved.calls).isEqualTo(2);
        // Twice in one operation counts as one read, two operations as two.
        net.weight.sum().backward();
        net.weight.sum().backward();
        assertThat(halved.calls).isEqualTo(4);
    }

    @Test
    void users_final_fields_and_buffers_can_be_parametrized() {
        var scale = new Scale();
        Parametrize.registerParametrization(scale, "factor", new Halved());
        Parametrize.registerParametrization(scale, "shift", new Exponential());
        assertThat(scale.call(Torch.tensor(2.0)).doubleValue()).isEqualTo(6 + Math.E,
                org.assertj.core.data.Offset.offset(1e-5));
        assertThat(scale.stateDict().keySet()).containsExactly("parametrizations.factor.original",
                "parametrizations.shift.original");
        assertThat(scale.namedParameters().keySet()).containsExactly("parametrizations.factor.original");
        assertThat(scale).hasToString("""
                ParametrizedScale(
                  (parametrizations): ModuleDict(
                    (factor): ParametrizationList(
                      (0): Halved()
                    )
                    (shift): ParametrizationList(
                      (0): Exponential()
                    )
                  )
                )""");
        Parametrize.removeParametrizations(scale, "factor");
        Parametrize.removeParametrizations(scale, "shift");
        assertThat(scale.moduleName()).isEqualTo("Scale");
        assertThat(scale.stateDict().keySet()).containsExactly("factor", "shift");
        assertThat(scale.shift.doubleValue()).isCloseTo(Math.E, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void the_parameter_stays_the_same_object_for_the_optimizer() {
        var net = new Linear(2, 2);
        var weight = net.weight;
        Parametrize.registerParametrization(net, "weight", new Halved());
        assertThat(net.getParameter("parametrizations.weight.original")).isSameAs(weight);
        Parametrize.removeParametrizations(net, "weight");
        assertThat(net.weight).isSameAs(weight);
    }

    @Test
    void an_assigned_field_goes_through_the_right_inverse() {
        var net = Parametrize.registerParametrization(new Linear(1, 1, o -> o.bias(false)), "weight", new Halved());
        net.weight = new Parameter(Torch.tensor("[[5.]]"));
        assertThat(net.call(Torch.ones(1)).doubleValue()).isEqualTo(5);
        assertThat(net.getParameter("parametrizations.weight.original").item().doubleValue()).isEqualTo(10);
        assertThatThrownBy(() -> net.set("weight", null)).isInstanceOf(TypeError.class);
        var onlyForward = Parametrize.registerParametrization(new Linear(1, 1), "weight", new Exponential());
        assertThatThrownBy(() -> onlyForward.set("weight", Torch.ones(1, 1)))
                .hasMessage("parametrization Exponential does not implement right_inverse.");
    }

    @Test
    void a_recurrent_layer_computes_with_its_parametrized_weights() {
        Torch.manualSeed(0);
        var lstm = new LSTM(2, 3);
        var x = Torch.randn(4, 1, 2);
        var before = lstm.call(x).output().detach();
        Parametrize.registerParametrization(lstm, "weight_hh_l0", new Halved());
        assertThat(close(lstm.call(x).output(), before)).isTrue();
        Torch.noGrad(() -> { lstm.getParameter("parametrizations.weight_hh_l0.original").zero_(); });
        assertThat(close(lstm.call(x).output(), before)).isFalse();
        lstm.call(x).output().sum().backward();
        assertThat(lstm.getParameter("parametrizations.weight_hh_l0.original").grad()).isNotNull();
    }

    @Test
    void a_copy_computes_from_its_own_originals() {
        var net = Parametrizations.weightNorm(new Linear(2, 2));
        var copy = Module.deepcopy(net);
        Torch.noGrad(() -> { copy.getParameter("parametrizations.weight.original0").zero_(); });
        assertThat(copy.weight.abs().sum().doubleValue()).isZero();
        assertThat(net.weight.abs().sum().doubleValue()).isPositive();
        assertThat(copy.moduleName()).isEqualTo("ParametrizedLinear");
        copy.toDouble();
        assertThat(copy.weight.dtype()).isEqualTo(Torch.float64);
    }

    @Test
    void what_does_not_fit_is_refused_before_anything_changes() {
        class Wider extends Module {
            Tensor forward(Tensor x) { return Torch.cat(List.of(x, x), 0); }
        }
        class Doubles extends Module {
            Tensor forward(Tensor x) { return x.toDouble(); }
        }
        class Nothing extends Module {
            Object forward(Tensor x) { return "x"; }
        }
        var net = new Linear(2, 2);
        assertThatThrownBy(() -> Parametrize.registerParametrization(net, "weight", new Wider())).isInstanceOf(
                ValueError.class).hasMessage(
                        """
                                Registering a parametrization may not change the shape of the tensor, unless `unsafe` flag is enabled.
                                unparametrized shape: torch.Size([2, 2])
                                parametrized shape: torch.Size([4, 2])""");
        assertThatThrownBy(() -> Parametrize.registerParametrization(net, "weight", new Doubles()))
                .hasMessageContaining("may not change the dtype");
        assertThatThrownBy(() -> Parametrize.registerParametrization(net, "weight", new Nothing()))
                .hasMessage("A parametrization must return a tensor. Got str.");
        assertThat(net.namedParameters().keySet()).containsExactly("weight", "bias");
        assertThat(net.moduleName()).isEqualTo("Linear");
        Parametrize.registerParametrization(net, "weight", new Halved());
        assertThatThrownBy(() -> Parametrize.registerParametrization(net, "weight", new Wider())).hasMessage(
                """
                        Registering a parametrization may not change the shape of the tensor, unless the `unsafe` flag is enabled.
                        module.weight.shape: torch.Size([2, 2])
                        parametrization(module.weight).shape: torch.Size([4, 2])""");
        assertThat(Parametrize.parametrizations(net, "weight").size()).isEqualTo(1);
        assertThatThrownBy(() -> Parametrize.removeParametrizations(net, "bias"))
                .hasMessageContaining("does not have a parametrization on bias");
        assertThatThrownBy(() -> net.registerParameter("weight", new Parameter(Torch.ones(1)))).isInstanceOf(
                KeyError.class);
    }

    @Test
    void several_originals_cannot_be_left_as_one() {
        var net = Parametrizations.weightNorm(new Linear(2, 2));
        assertThatThrownBy(() -> Parametrize.removeParametrizations(net, "weight", false)).isInstanceOf(
                ValueError.class).hasMessageStartingWith("Cannot leave unparametrized");
    }

    @Test
    void parametrizations_are_transferred_with_what_they_start_from() {
        var from = Parametrizations.weightNorm(Parametrize.registerParametrization(new Linear(2, 2), "bias",
                new Halved()));
        var to = Parametrize.transferParametrizationsAndParams(from, new Linear(2, 2));
        assertThat(to.getParameter("parametrizations.weight.original0"))
                .isSameAs(from.getParameter("parametrizations.weight.original0"));
        assertThat(close(to.weight.detach(), from.weight.detach())).isTrue();
        assertThat(close(to.bias.detach(), from.bias.detach())).isTrue();
    }

    @Test
    void the_cache_lasts_as_long_as_its_outermost_block() {
        var net = Parametrize.registerParametrization(new Linear(2, 2), "weight", new Halved());
        try (var outer = Parametrize.cached()) {
            var first = net.get("weight");
            try (var inner = Parametrize.cached()) {
                assertThat(net.get("weight")).isSameAs(first);
            }
            assertThat(net.get("weight")).isSameAs(first);
        }
        assertThat(net.get("weight")).isNotSameAs(net.get("weight"));
    }

    @Test
    void a_computed_weight_is_no_weight_for_another_module() {
        var net = Parametrize.registerParametrization(new Linear(2, 2), "weight", new Halved());
        var other = new Linear(2, 2);
        other.weight = net.weight;
        assertThatThrownBy(other::namedParameters).isInstanceOf(TypeError.class).hasMessage(
                "cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or None expected)");
    }

    @Test
    void training_with_pruned_and_parametrized_weights_in_scopes_stays_sound() {
        Torch.manualSeed(0);
        var net = new Sequential(Parametrizations.spectralNorm(new Linear(8, 8)), new Tanh(),
                Prune.l1Unstructured(new Linear(8, 1), "weight", 0.5));
        var optimizer = new SGD(net.parameters(), 0.1);
        var losses = new ArrayList<Double>();
        var x = Torch.randn(16, 8);
        var y = x.sum(1).unsqueeze(1);
        for (var step = 0; step < 200; step++) {
            try (var scope = Torch.scope()) {
                optimizer.zeroGrad();
                var loss = F.mseLoss(net.call(x), y);
                loss.backward();
                optimizer.step();
                losses.add(loss.doubleValue());
            }
        }
        assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
        var mask = net.getBuffer("2.weight_mask");
        var weight = (Tensor) net.get(2).get("weight");
        assertThat(weight.eq(0).sum().longValue()).isEqualTo(4);
        assertThat(mask.sum().longValue()).isEqualTo(4);
    }

    @Test
    void a_name_that_is_not_there_is_an_attribute_error_for_the_older_ones() {
        assertThatThrownBy(() -> WeightNorm.weightNorm(new Linear(2, 2), "weights")).isInstanceOf(AttributeError.class);
        assertThatThrownBy(() -> SpectralNorm.spectralNorm(new Linear(2, 2), "무게")).isInstanceOf(AttributeError.class);
        assertThatThrownBy(() -> Func.functionalCall(new Linear(2, 2), Map.of("a.b", Torch.ones(1)), Torch.ones(2)))
                .isInstanceOf(AttributeError.class);
    }
}
