package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sconce.KeyError;
import sconce.NotImplementedError;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.TypeError;

class ModuleTest {
    static class Add extends Module {
        Tensor forward(Tensor x1, Tensor x2) { return x1.add(x2); }
    }

    static class Dense extends Module {
        Parameter weight;
        Parameter bias = new Parameter(Torch.zeros(3));

        Dense(int in, int out) { weight = new Parameter(Torch.ones(out, in)); }

        Tensor forward(Tensor x) { return Torch.addmm(bias, x, weight.T()); }

        @Override
        public String extraRepr() { return "in=2"; }
    }

    static class Net extends Module {
        private final Dense fc1 = new Dense(2, 3);
        Dense fc2 = new Dense(5, 3);
        static Dense shared = new Dense(1, 1);
        transient Dense hidden = new Dense(1, 1);

        Tensor forward(Tensor x) { return fc2.call(fc1.call(x)); }
    }

    static class Scale extends Module {
        Tensor forward(Tensor x) { return forward(x, 2); }

        Tensor forward(Tensor x, int factor) { return x.mul(factor); }
    }

    @Test
    void a_class_with_a_forward_can_be_called() {
        assertThat(new Add().call(Torch.ones(1), Torch.ones(1)).item()).isEqualTo(2.0);
    }

    @Test
    void wrong_arguments_are_named() {
        assertThatThrownBy(() -> new Add().call(Torch.ones(1))).isInstanceOf(TypeError.class)
                .hasMessage("Add.forward takes (Tensor x1, Tensor x2), but got (Tensor)");
        assertThatThrownBy(() -> new Module().call(Torch.ones(1))).isInstanceOf(NotImplementedError.class)
                .hasMessage("Module [Module] is missing the required \"forward\" function");
    }

    @Test
    void fields_register_in_the_order_of_declaration() {
        var net = new Net();
        assertThat(net.namedParameters().keySet()).containsExactly("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias");
        assertThat(net).hasToString("Net(\n  (fc1): Dense(in=2)\n  (fc2): Dense(in=2)\n)");
    }

    @Test
    void an_error_names_the_module_by_its_path_and_the_shapes_it_got() {
        assertThatThrownBy(() -> new Net().call(Torch.ones(4, 2))).isInstanceOf(TorchException.class)
                .satisfies(error -> assertThat(((TorchException) error).where())
                        .isEqualTo("Net.fc2: Dense(in=2), called with Tensor[4, 3]"));
    }

    @Test
    void overloads_are_chosen_by_count_and_by_name() {
        var x = Torch.ones(1);
        assertThat(new Scale().call(x).item()).isEqualTo(2.0);
        assertThat(new Scale().call(x, 3).item()).isEqualTo(3.0);
        assertThat(new Scale().call(x, Torch.kwargs("factor", 10)).item()).isEqualTo(10.0);
    }

    @Test
    void hooks_run_in_order_and_may_replace() {
        var scale = new Scale();
        List<Object> seen = new ArrayList<>();
        scale.registerForwardPreHook((m, in) -> seen.add("pre " + in.size()));
        scale.registerForwardHook((m, in, out) -> seen.add(out.item()));
        var handle = scale.registerForwardHookReturning((m, in, out) -> out.add(1));
        scale.registerForwardHook((m, in, kwargs, out) -> seen.add(kwargs + " " + out.item()));
        assertThat(scale.call(Torch.ones(1)).item()).isEqualTo(3.0);
        handle.remove();
        assertThat(scale.call(Torch.ones(1)).item()).isEqualTo(2.0);
        assertThat(seen).containsExactly("pre 1", 2.0, "{} 3.0", "pre 1", 2.0, "{} 2.0");
    }

    @Test
    void a_state_dict_goes_out_and_comes_back() {
        var net = new Net();
        var other = new Net();
        Torch.noGrad(() -> { net.fc2.bias.add_(Torch.ones(3)); });
        assertThat(other.loadStateDict(net.stateDict())).hasToString("<All keys matched successfully>");
        assertThat(other.fc2.bias.floatArray()).containsOnly(1f);
        assertThatThrownBy(() -> net.loadStateDict(new StateDict()))
                .hasMessageContaining("Missing key(s) in state_dict: ");
    }

    @Test
    void names_are_checked_as_in_pytorch() {
        var net = new Net();
        assertThatThrownBy(() -> net.addModule("a.b", new Add())).isInstanceOf(KeyError.class)
                .hasMessage("module name can't contain \".\", got: a.b");
        assertThatThrownBy(() -> net.addModule("fc1", new Dense(1, 1))).isInstanceOf(KeyError.class)
                .hasMessageContaining("the field Net.fc1 is final, so addModule(\"fc1\", ..) cannot write it");
        net.set("fc2", null);
        assertThat(net.namedChildren().keySet()).containsExactly("fc1");
        assertThat(net.fc2).isNull();
        assertThat(net.toString()).contains("(fc2): None");
    }

    @Test
    void containers_print_as_in_pytorch() {
        assertThat(new ModuleList(new Add(), new Add(), new Dense(1, 1)))
                .hasToString("ModuleList(\n  (0-1): 2 x Add()\n  (2): Dense(in=2)\n)");
        assertThat(new Sequential(new Add(), new Add())).hasToString("Sequential(\n  (0): Add()\n  (1): Add()\n)");
    }
}
