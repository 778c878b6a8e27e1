package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sconce.IndexError;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.optim.SGD;

/// Pruned parameters, on the library's layers and on users' own classes.
class PruneTest {
    private static Tensor mask(Module module, String name) { return (Tensor) module.get(name + "_mask"); }

    @Test
    void the_smallest_entries_go_however_often_one_prunes() {
        var random = new Random(5);
        for (var round = 0; round < 20; round++) {
            var net = new Linear(1 + random.nextInt(6), 1 + random.nextInt(6));
            var size = net.weight.numel();
            var original = net.weight.detach().clone();
            var first = random.nextLong(size + 1);
            Prune.l1Unstructured(net, "weight", first);
            var second = random.nextLong(size - first + 1);
            Prune.l1Unstructured(net, "weight", second);
            var sorted = original.abs().flatten().sort().values();
            var gone = first + second;
            assertThat(mask(net, "weight").sum().longValue()).isEqualTo(size - gone);
            assertThat(net.weight.abs().sum().doubleValue()).isCloseTo(
                    sorted.narrow(0, gone, size - gone).sum().doubleValue(), org.assertj.core.data.Offset.offset(1e-4));
            assertThat(Torch.equal((Tensor) net.get("weight_orig"), original)).isTrue();
        }
    }

    @Test
    void a_pruned_layer_trains_saves_loads_and_copies() {
        Torch.manualSeed(0);
        var net = Prune.lnStructured(new Conv2d(1, 4, 2), "weight", 2, 2, 0);
        var weight = net.getParameter("weight_orig");
        assertThat(net.stateDict().keySet()).containsExactly("bias", "weight_orig", "weight_mask");
        var copy = Module.deepcopy(net);
        net.call(Torch.ones(1, 1, 3, 3)).sum().backward();
        new SGD(net.parameters(), 0.1).step();
        assertThat(weight.grad().ne(0).sum().longValue()).isEqualTo(8);
        assertThat(net.weight.eq(0).sum().longValue()).isEqualTo(8);
        assertThat(Torch.equal(copy.weight, net.weight)).isFalse();
        copy.loadStateDict(net.stateDict());
        assertThat(Torch.equal(copy.weight, net.weight)).isTrue();
        Prune.remove(net, "weight");
        assertThat(net.weight).isSameAs(weight);
        assertThat(Prune.isPruned(copy)).isTrue();
        Prune.lnStructured(copy, "weight", 1, 2, 0);
        assertThat(mask(copy, "weight").sum().longValue()).isEqualTo(4);
    }

    @Test
    void the_weights_of_a_recurrent_layer_and_a_list_of_parameters_can_be_pruned() {
        var lstm = Prune.randomUnstructured(new LSTM(2, 3), "weight_ih_l0", 1.0);
        var x = Torch.randn(5, 1, 2);
        assertThat(Torch.equal(lstm.call(x).output(), lstm.call(x.mul(7)).output())).isTrue();
        var list = Prune.identity(new ParameterList(Torch.ones(2), Torch.ones(3)), "0");
        assertThat(list.get(0).mul(2).floatArray()).containsExactly(2, 2);
        assertThat(list).hasSize(2);
    }

    @Test
    void users_own_classes_can_be_pruned() {
        class Scale extends Module {
            private final Parameter 크기 = new Parameter(Torch.tensor(1.0, 5.0));

            Tensor forward(Tensor x) { return x.mul(크기); }
        }
        var scale = Prune.l1Unstructured(new Scale(), "크기", 1);
        assertThat(scale.call(Torch.ones(2)).tolist()).hasToString("[0.0, 5.0]");
        assertThat(scale.namedParameters().keySet()).containsExactly("크기_orig");
        Prune.remove(scale, "크기");
        assertThat(scale.크기.tolist()).hasToString("[0.0, 5.0]");
    }

    @Test
    void importances_decide_instead_of_sizes() {
        var net = new Linear(2, 1, o -> o.bias(false));
        Torch.noGrad(() -> { net.weight.copy_(Torch.tensor("[[1., 9.]]")); });
        Prune.l1Unstructured(net, "weight", 1, Torch.tensor("[[5., 2.]]"));
        assertThat(net.weight.tolist()).hasToString("[[1.0, 0.0]]");
        assertThatThrownBy(() -> Prune.l1Unstructured(net, "weight", 1, Torch.ones(3)))
                .hasMessageStartingWith("importance_scores should have the same shape as parameter");
        var two = List.of(new Prune.Target(new Linear(2, 1), "weight"), new Prune.Target(new Linear(2, 1), "weight"));
        Prune.globalUnstructured(two, new Prune.L1Unstructured(0.5),
                Map.of(two.get(0), Torch.zeros(1, 2), two.get(1), Torch.ones(1, 2)));
        assertThat(mask(two.get(0).module(), "weight").sum().longValue()).isZero();
        assertThat(mask(two.get(1).module(), "weight").sum().longValue()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_pruned_is_said_and_nothing_changes() {
        var net = new Linear(3, 2);
        assertThatThrownBy(() -> Prune.randomStructured(net, "bias", 1, 0)).isInstanceOf(ValueError.class).hasMessage(
                "Structured pruning can only be applied to multidimensional tensors. Found tensor of shape torch.Size([2]) "
                        + "with 1 dims");
        assertThatThrownBy(() -> Prune.lnStructured(net, "weight", 1, 2, 2)).isInstanceOf(IndexError.class)
                .hasMessage("Invalid index 2 for tensor of size torch.Size([2, 3])");
        assertThatThrownBy(() -> Prune.globalUnstructured(List.of(new Prune.Target(net, "weight")),
                new Prune.RandomStructured(1))).isInstanceOf(TypeError.class);
        assertThatThrownBy(() -> Prune.l1Unstructured(new Linear(2, 2, o -> o.bias(false)), "bias", 1)).isInstanceOf(
                TypeError.class);
        assertThat(Prune.isPruned(net)).isFalse();
        assertThat(net.namedParameters().keySet()).containsExactly("weight", "bias");
        Prune.identity(net, "weight");
        assertThatThrownBy(() -> net.set("weight", new Parameter(Torch.ones(2, 3)))).isInstanceOf(TypeError.class)
                .hasMessageContaining("Prune.remove(module, \"weight\")");
        assertThat(net.weight.numel()).isEqualTo(6);
    }

    @Test
    void a_method_prunes_a_tensor_without_a_module() {
        assertThat(new Prune.L1Unstructured(1).prune(Torch.tensor(3.0, -1.0, 2.0))).hasToString(
                "tensor([3., -0., 2.])");
        assertThatThrownBy(() -> new PruningContainer(new Prune.Identity()).addPruningMethod(null)).isInstanceOf(
                TypeError.class);
    }
}
