package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import sconce.AttributeError;
import sconce.Buffer;
import sconce.KeyError;
import sconce.NotImplementedError;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.TypeError;
import sconce.Warnings;

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
    void lines_are_moved_right_at_every_level_whoever_writes_them() {
        class Own extends Module {
            Add add = new Add();

            @Override
            public String toString() { return "Own\nof " + super.toString(); }

            @Override
            public String extraRepr() { return "one\ntwo"; }
        }
        assertThat(new Sequential(new ModuleList(new Own(), new Sequential(new Own())))).hasToString("""
                Sequential(
                  (0): ModuleList(
                    (0): Own
                    of Own(
                      one
                      two
                      (add): Add()
                    )
                    (1): Sequential(
                      (0): Own
                      of Own(
                        one
                        two
                        (add): Add()
                      )
                    )
                  )
                )""");
        Module deep = new Add();
        for (var i = 0; i < 2000; i++) deep = new Sequential(deep);
        assertThat(deep.toString().lines()).hasSize(4001).element(2000).isEqualTo(" ".repeat(4000) + "(0): Add()");
    }

    @Test
    void containers_print_as_in_pytorch() {
        assertThat(new ModuleList(new Add(), new Add(), new Dense(1, 1)))
                .hasToString("ModuleList(\n  (0-1): 2 x Add()\n  (2): Dense(in=2)\n)");
        assertThat(new Sequential(new Add(), new Add())).hasToString("Sequential(\n  (0): Add()\n  (1): Add()\n)");
    }

    static class Node extends Module {
        Node next;

        Tensor forward(Tensor x) { return x; }
    }

    @Test
    void a_cycle_is_named_by_its_path() {
        var a = new Node();
        a.next = new Node();
        a.next.next = a;
        for (Runnable walk : List.<Runnable>of(a::stateDict, a::eval, a::toString, a::toDouble,
                () -> a.apply(m -> {}))) {
            assertThatThrownBy(walk::run).isInstanceOf(TorchException.class)
                    .hasMessageContaining("The modules form a cycle: Node.next.next is the same Node again");
        }
        assertThat(a.namedModules().keySet()).containsExactly("", "next");
    }

    @Test
    void a_deleted_name_is_gone_until_it_is_assigned_again() {
        var net = new Net();
        net.delete("fc2");
        assertThat(net.stateDict().keySet()).containsExactly("fc1.weight", "fc1.bias");
        assertThat(net.toString()).doesNotContain("fc2");
        assertThatThrownBy(() -> net.delete("fc2")).hasMessage("'Net' object has no attribute 'fc2'");
        net.fc2 = new Dense(1, 1);
        assertThat(net.namedChildren().keySet()).containsExactly("fc1", "fc2");
    }

    static class Renamed extends Module {
        @Name("out_proj")
        Dense outProj = new Dense(1, 1);
    }

    @Test
    void a_field_can_register_under_another_name_and_a_load_error_says_when_that_would_help() {
        assertThat(new Renamed().namedChildren().keySet()).containsExactly("out_proj");
        class Camel extends Module {
            Parameter outProj = new Parameter(Torch.ones(1));
        }
        var state = new StateDict();
        state.put("out_proj", Torch.ones(1));
        assertThatThrownBy(() -> new Camel().loadStateDict(state)).satisfies(
                error -> assertThat(((TorchException) error).where())
                        .isEqualTo("Camel, whose outProj is called out_proj in "
                                + "the state dict: spell the field so, or annotate it with @Name"));
    }

    static class Prologue extends Module {
        final Dense part;

        Prologue() {
            part = new Dense(1, 1);
            super();
        }
    }

    @Test
    void a_module_assigned_before_super_registers_too() {
        assertThat(new Prologue().namedChildren().keySet()).containsExactly("part");
    }

    @Test
    void an_anonymous_class_prints_its_named_superclass() {
        assertThat(new Add() {}).hasToString("Add()");
        assertThat(new Module() {}).hasToString("Module()");
    }

    static class Hiding extends Net {
        Dense fc2 = new Dense(1, 1);
    }

    @Test
    void a_field_that_hides_another_is_an_error_that_names_both() {
        assertThatThrownBy(() -> new Hiding().children()).isInstanceOf(KeyError.class)
                .hasMessageContaining("the fields Net.fc2 and Hiding.fc2 would both be registered");
    }

    @Test
    void a_parameter_stays_the_same_object_through_moves_and_loads() {
        var net = new Net();
        var weight = net.fc2.weight;
        net.toDouble();
        net.to("meta");
        net.toEmpty("cpu");
        net.loadStateDict(new Net().stateDict(), true, true);
        assertThat(net.fc2.weight).isSameAs(weight);
        assertThat(weight.dtype()).isEqualTo(Torch.float32);
        assertThat(weight.requiresGrad()).isTrue();
    }

    static class Anything extends Module {
        Object forward(int count, double rate, @org.jspecify.annotations.Nullable Tensor mask) {
            return count + " " + rate + " " + (mask == null);
        }

        int forward(Tensor... several) { return several.length; }
    }

    @Test
    void forward_takes_primitives_null_and_any_number_of_arguments() {
        var any = new Anything();
        assertThat(any.invoke(3, 1, null)).isEqualTo("3 1.0 true");
        assertThat(any.invoke(Integer.class, Torch.ones(1), Torch.ones(1))).isEqualTo(2);
        assertThat(any.invoke(new Tensor[] { Torch.ones(1) })).isEqualTo(1);
        assertThat(any.invoke()).isEqualTo(0);
        assertThatThrownBy(() -> any.call(3, 1, null)).isInstanceOf(TypeError.class)
                .hasMessage(
                        "Anything.forward returned a String, not a Tensor: use invoke(..), or invoke(String.class, ..)");
        assertThatThrownBy(() -> any.invoke(3.5, 1, null)).hasMessageContaining("but got (Double, Integer, null)");
    }

    @Test
    void what_a_field_may_not_hold_is_said_when_somebody_looks() {
        class Loose extends Module {
            Object part = new Add();
        }
        var loose = new Loose();
        loose.children();
        loose.part = "text";
        assertThatThrownBy(loose::children).isInstanceOf(TypeError.class)
                .hasMessage("cannot assign 'str' as child module 'part' (torch.nn.Module or None expected)");
    }

    @Test
    void a_typed_call_runs_hooks_that_change_the_number_of_inputs() {
        class Twice extends Linear {
            Twice() { super(1, 1); }

            public Tensor forward(Tensor x, Tensor y) { return x.add(y); }
        }
        var twice = new Twice();
        twice.registerForwardPreHookReturning((m, in) -> Inputs.of(in.get(0), in.get(0)));
        assertThat(twice.call(Torch.ones(1, 1)).item()).isEqualTo(2.0);
    }

    @Test
    void plain_tensors_registered_as_buffers_outlive_a_scope() {
        var net = new Module();
        try (var scope = Torch.scope()) {
            net.registerBuffer("a", Torch.ones(1));
            net.registerBuffer("b", Torch.ones(1));
            net.set("b", Torch.tensor(2.0));
            net.registerBuffer("c", null);
            net.set("c", Torch.ones(1));
            net.toDouble();
        }
        assertThat(net.getBuffer("a").dtype()).isEqualTo(Torch.float64);
        assertThat(net.getBuffer("b").item()).isEqualTo(2.0);
        assertThat(net.getBuffer("c").item()).isEqualTo(1.0);
    }

    @Test
    void a_device_this_build_lacks_is_refused_as_for_a_tensor() {
        var tensor = Torch.ones(1);
        String[] said = new String[1];
        assertThatThrownBy(() -> tensor.to("cuda")).satisfies(error -> said[0] = error.getMessage());
        assertThatThrownBy(() -> new Linear(1, 1).to("cuda")).isInstanceOf(TorchException.class).hasMessage(said[0]);
        assertThatThrownBy(() -> new Linear(1, 1).toEmpty("cuda")).hasMessage(said[0]);
        assertThat(new Linear(1, 1).to("meta").parameters().getFirst().device().type()).isEqualTo("meta");
    }

    @Test
    void messages_name_public_types() {
        class Pairs extends Module {
            List<Tensor> forward(Tensor x) { return List.of(x, x); }
        }
        var pairs = new Pairs();
        assertThatThrownBy(() -> pairs.call(Torch.ones(1))).hasMessageContaining("returned a List, not a Tensor")
                .hasMessageContaining("invoke(List.class, ..)");
        pairs.registerForwardHook((m, in, out) -> {});
        assertThatThrownBy(() -> pairs.invoke(Torch.ones(1))).hasMessageContaining("registerForwardHook(List.class, ");
        assertThat(TypeNames.ofClass(Map.of().getClass())).isEqualTo("Map");
        assertThat(TypeNames.ofClass(ArrayList.class)).isEqualTo("ArrayList");
        assertThat(TypeNames.ofClass(Tensor[].class)).isEqualTo("Tensor[]");
    }

    @Test
    void a_hidden_list_is_named_by_a_type_one_can_write() {
        class Hiding extends Module {
            Object layers = List.of(new ReLU());
        }
        assertThat(Warnings.record(() -> new Hiding().children())).singleElement().asString()
                .contains("Hiding.layers is a plain List: ");
    }

    @Test
    void a_name_taken_by_a_field_says_both_places() {
        class Taken extends Module {
            Tensor weight = Torch.ones(1);
            int count = 1;
        }
        assertThatThrownBy(() -> new Taken().registerParameter("weight", new Parameter(Torch.ones(1))))
                .isInstanceOf(KeyError.class).hasMessage("attribute 'weight' already exists").satisfies(
                        error -> assertThat(((KeyError) error).where()).isEqualTo(
                                "registerParameter(\"weight\", ..): the field Taken.weight holds a value already"));
        assertThatThrownBy(() -> new Taken().addModule("count", null)).satisfies(
                error -> assertThat(((KeyError) error).where()).contains("the field Taken.count"));
        assertThatThrownBy(() -> new Net().registerBuffer("fc1", Torch.ones(1))).satisfies(
                error -> assertThat(((KeyError) error).where())
                        .endsWith("the field Net.fc1 holds a child module already"));
    }

    @Test
    void threads_that_look_first_at_the_same_time_all_see_everything() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var round = 0; round < 200; round++) {
                var net = new Sequential(new Linear(1, 1), new Net(), new Linear(1, 1));
                var start = new CyclicBarrier(4);
                Callable<Integer> count = () -> {
                    start.await();
                    return net.parameters().size();
                };
                for (var found : pool.invokeAll(Collections.nCopies(4, count))) {
                    assertThat(found.get()).isEqualTo(8);
                }
            }
        }
    }

    @Test
    void null_is_refused_in_one_line() {
        var net = new Net();
        assertThatThrownBy(() -> net.loadStateDict(null)).isInstanceOf(TypeError.class)
                .hasMessage("Expected state_dict to be dict-like, got <class 'NoneType'>.");
        assertThatThrownBy(() -> net.registerBuffer(null, Torch.ones(1))).isInstanceOf(TypeError.class)
                .hasMessage("buffer name should be a string. Got NoneType");
        assertThatThrownBy(() -> net.registerParameter(null, null)).isInstanceOf(TypeError.class)
                .hasMessage("parameter name should be a string. Got NoneType");
        assertThatThrownBy(() -> net.addModule(null, net)).isInstanceOf(TypeError.class)
                .hasMessage("module name should be a string. Got NoneType");
        assertThatThrownBy(() -> net.getSubmodule(null)).isInstanceOf(AttributeError.class)
                .hasMessage("'NoneType' object has no attribute 'split'");
        assertThatThrownBy(() -> net.getParameter(null)).isInstanceOf(AttributeError.class);
        assertThatThrownBy(() -> net.registerForwardHook((Hook.Forward) null)).isInstanceOf(TypeError.class)
                .hasMessageStartingWith("'NoneType' object is not callable");
        assertThatThrownBy(() -> net.registerStateDictPreHook(null)).isInstanceOf(TypeError.class);
        assertThatThrownBy(() -> new Sequential(new ReLU(), null).call(Torch.ones(1))).isInstanceOf(TypeError.class)
                .hasMessage("'NoneType' object is not callable");
        assertThat(new Parameter(null).numel()).isZero();
        assertThat(new Buffer(null).numel()).isZero();
    }

    @Test
    void a_null_in_a_state_dict_is_named_among_the_errors() {
        var net = new Linear(1, 1);
        var state = new LinkedHashMap<String, Object>(net.stateDict());
        state.put("weight", null);
        assertThatThrownBy(() -> net.loadStateDict(state)).isInstanceOf(TorchException.class).hasMessageContaining(
                "While copying the parameter named \"weight\", expected torch.Tensor or Tensor-like object from "
                        + "checkpoint but received <class 'NoneType'>");
        assertThat(new StateDict(state).get("weight")).isNull();
        assertThatThrownBy(() -> new StateDict(state).get("other")).isInstanceOf(KeyError.class);
    }

    interface Doubling {
        default Tensor forward(Tensor x) { return x.add(x); }
    }

    static class Doubled extends Module implements Doubling {}

    @Test
    void a_default_method_of_an_interface_is_a_forward() {
        assertThat(new Doubled().call(Torch.ones(1)).item()).isEqualTo(2.0);
        class Tripled extends Doubled {
            @Override
            public Tensor forward(Tensor x) { return x.mul(3); }
        }
        assertThat(new Tripled().call(Torch.ones(1)).item()).isEqualTo(3.0);
    }

    @Test
    void a_handle_prints_whether_its_hook_is_registered() {
        var handle = new Net().registerForwardHook((m, in, out) -> {});
        assertThat(handle).hasToString("HookHandle(registered)");
        handle.remove();
        assertThat(handle).hasToString("HookHandle(removed)");
    }
}
