package sconce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sconce.nn.Linear;
import sconce.nn.Sequential;
import sconce.nn.Tanh;

class AutogradTest {
    private static final Tensor V = Torch.tensor(1.0, 2.0);

    private static Tensor cubes(Tensor x) { return x.pow(3).sum(); }

    @Test
    void gradients_print_as_pythons_tuple() {
        var a = Torch.tensor(2.0).requiresGrad_();
        assertThat(Autograd.grad(a.pow(3), List.of(a), o -> o.createGraph(true)))
                .hasToString("(tensor(12., grad_fn=<MulBackward0>),)");
    }

    @Test
    void a_gradient_can_be_differentiated_again() {
        var x = Torch.tensor(1.0, 2.0).requiresGrad_();
        var first = Autograd.grad(cubes(x), x, o -> o.createGraph(true)).getFirst();
        assertThat(Autograd.grad(first.sum(), x).getFirst().floatArray()).containsExactly(6, 12);
    }

    @Test
    void an_input_that_nothing_depends_on_has_zeros_if_asked_for() {
        var x = Torch.tensor(1.0, 2.0).requiresGrad_();
        var unused = Torch.ones(2).requiresGrad_();
        assertThat(Autograd.grad(cubes(x), List.of(x, unused), o -> o.materializeGrads(true)).getLast().floatArray())
                .containsOnly(0);
        assertThatThrownBy(() -> Autograd.grad(cubes(x), List.of(x, unused))).isInstanceOf(TorchException.class)
                .hasMessageContaining("appears to not have been used in the graph");
    }

    @Test
    void a_hessian_times_a_vector_is_the_same_from_both_sides() {
        var v = Torch.tensor(1.0, -1.0);
        assertThat(Autograd.hvp(AutogradTest::cubes, V, v).product().floatArray()).containsExactly(6, -12)
                .isEqualTo(Autograd.vhp(AutogradTest::cubes, V, v).product().floatArray());
    }

    @Test
    void several_inputs_have_a_jacobian_each() {
        var jacobians = Autograd.jacobian(in -> in.get(0).mul(in.get(1)), List.of(V, Torch.tensor(3.0, 4.0)));
        assertThat(jacobians.get(0).floatArray()).containsExactly(3, 0, 0, 4);
        assertThat(jacobians.get(1).floatArray()).containsExactly(1, 0, 0, 2);
    }

    @Test
    void strict_refuses_an_output_that_does_not_depend_on_the_input() {
        assertThatThrownBy(() -> Autograd.jacobian(x -> Torch.ones(1), V, false, true))
                .hasMessageStartingWith("Output 0 of the user-provided function does not require gradients.");
    }

    @Test
    void one_backward_pass_goes_from_several_tensors() {
        var x = Torch.tensor(1.0, 2.0).requiresGrad_();
        Autograd.backward(List.of(cubes(x), x.mul(2)), o -> o.gradTensors(List.of(Torch.tensor(1.0), Torch.ones(2))));
        assertThat(x.grad().floatArray()).containsExactly(5, 14);
    }

    @Test
    void the_search_for_nan_ends_with_its_block() {
        var x = Torch.tensor(0.0).requiresGrad_();
        try (var anomaly = Autograd.setDetectAnomaly(true)) {
            assertThatThrownBy(() -> x.mul(0).div(x).backward()).hasMessageContaining("returned nan values");
        }
        x.mul(0).div(x).backward();
        assertThat(x.grad().isnan().booleanValue()).isTrue();
    }

    @Test
    void an_anomaly_names_the_module_in_which_it_was_recorded() {
        class Root extends sconce.nn.Module {
            Tensor forward(Tensor x) { return Torch.sqrt(x.mul(0)).mul(0); }
        }
        class Net extends sconce.nn.Module {
            final Linear before = new Linear(2, 2);
            final Sequential body = new Sequential(new Tanh(), new Root(), new Linear(2, 2));

            Tensor forward(Tensor x) { return body.call(before.call(x)).sum(); }
        }
        var net = new Net();
        try (var anomaly = Autograd.detectAnomaly()) {
            var loss = net.call(Torch.ones(2));
            assertThatThrownBy(() -> loss.backward()).isInstanceOf(TorchException.class)
                    .hasMessageContaining("returned nan values").hasToString("""
                            RuntimeError: Function 'SqrtBackward0' returned nan values in its 0th output.
                            in Net.body.1: Root()""");
        }
        net.call(Torch.ones(2)).backward();
        assertThat(AnomalyMode.isOn()).isFalse();
    }
}
