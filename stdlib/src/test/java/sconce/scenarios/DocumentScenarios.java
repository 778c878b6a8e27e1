package sconce.scenarios;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;

/// Scenarios 001 to 023: the document, and how modules print.
@SuppressWarnings("unused") // The fields are there to be registered.
final class DocumentScenarios extends Scenarios {
    void scenario001() {
        class Add extends Module {
            Tensor forward(Tensor x1, Tensor x2) { return Torch.add(x1, x2); }
        }
        var add = new Add();
        print(add.call(Torch.tensor(1), Torch.tensor(2)));
        print(add.call(Torch.tensor(1., 2.), Torch.tensor(10., 20.)));
        print(add.call(Torch.tensor("[[1], [2]]"), Torch.tensor(10, 20)));
        print(add);
        print("training:", add.training());
        print("parameters:", add.parameters().size());
        print("children:", add.children().size());
    }

    /// Java always runs `super()`, so nothing can be assigned too early.
    void scenario002() {
        class Remembered extends Module {
            final Module thing;

            Remembered(Module what) { thing = what; }
        }
        print(new Remembered(new Linear(1, 1)));
        print(new Remembered(new Identity()).thing);
    }

    /// The `Add` of scenarios 003 to 023.
    static class Add extends Module {
        final long value;

        Add(long value) { this.value = value; }

        Tensor forward(Tensor x) { return x.add(value); }
    }

    void scenario003() {
        var calculator = new Sequential(new Add(3), new Add(2), new Add(5));
        print(calculator);
        print(calculator.call(Torch.tensor(new long[] { 1 })));
        print(calculator.call(Torch.tensor(1., 2.5)));
        print(calculator.call(Torch.tensor("[[0, 1], [2, 3]]")));
        print("length:", calculator.size());
        print("values:", IntStream.range(0, 3).mapToObj(i -> calculator.get(i, Add.class).value).toList());
        print("state dict entries:", calculator.stateDict().size());
    }

    void scenario004() {
        class Calculator extends Module {
            final ModuleList add_list = new ModuleList(new Add(2), new Add(3), new Add(5));

            Tensor forward(Tensor x) {
                x = add_list.get(1).call(x);
                print("after 1:", x);
                x = add_list.get(0).call(x);
                print("after 0:", x);
                return add_list.get(2).call(x);
            }
        }
        var calculator = new Calculator();
        print(calculator.call(Torch.tensor(new long[] { 1 })));
        print(calculator);
        print("modules:", calculator.namedModules().keySet());
        print("children:", calculator.namedChildren().keySet());
    }

    void scenario005() {
        class PythonList extends Module {
            final List<Add> add_list = List.of(new Add(2), new Add(3));

            Tensor forward(Tensor x) { return add_list.get(0).call(add_list.get(1).call(x)); }
        }
        class PyTorchList extends Module {
            final ModuleList add_list = new ModuleList(new Add(2), new Add(3));

            Tensor forward(Tensor x) { return add_list.get(0).call(add_list.get(1).call(x)); }
        }
        var x = Torch.tensor(new long[] { 1 });
        var python_list = new PythonList();
        var pytorch_list = new PyTorchList();
        print(python_list.call(x), pytorch_list.call(x));
        print(python_list);
        print(pytorch_list);
        print("modules of the first:", python_list.namedModules().keySet());
        print("modules of the second:", pytorch_list.namedModules().keySet());
    }

    void scenario007() {
        class Calculator extends Module {
            final ModuleDict add_dict = new ModuleDict(Map.entry("add2", new Add(2)), Map.entry("add3", new Add(3)),
                    Map.entry("add5", new Add(5)));

            Tensor forward(Tensor x) {
                x = add_dict.get("add3").call(x);
                x = add_dict.get("add2").call(x);
                return add_dict.get("add5").call(x);
            }
        }
        var calculator = new Calculator();
        print(calculator.call(Torch.tensor(new long[] { 1 })));
        print(calculator);
        print("keys:", calculator.add_dict.keys());
        calculator.namedModules().forEach((name, module) -> print(repr(name), "is", typeName(module)));
    }

    void scenario008() {
        class Linear_Parameter extends Module {
            final Parameter W;
            final Parameter b;

            Linear_Parameter(int in_features, int out_features) {
                W = new Parameter(Torch.ones(out_features, in_features));
                b = new Parameter(Torch.ones(out_features));
            }

            Tensor forward(Tensor x) { return Torch.addmm(b, x, W.T()); }
        }
        var x = Torch.tensor("[[1., 2.], [3., 4.]]");
        var linear_parameter = new Linear_Parameter(2, 3);
        print(linear_parameter.call(x));
        print(linear_parameter.stateDict());
        print(linear_parameter.W);
        linear_parameter.namedParameters().forEach((name, p) -> print(name, sizes(p), p.requiresGrad(), p.isLeaf()));
        print(linear_parameter);
    }

    void scenario009() {
        class Linear_Tensor extends Module {
            final Tensor W;
            final Tensor b;

            Linear_Tensor(int in_features, int out_features) {
                W = Torch.ones(out_features, in_features);
                b = Torch.ones(out_features);
            }

            Tensor forward(Tensor x) { return Torch.addmm(b, x, W.T()); }
        }
        var linear_tensor = new Linear_Tensor(2, 3);
        var output = linear_tensor.call(Torch.tensor("[[1., 2.], [3., 4.]]"));
        print(output);
        print("grad_fn:", output.gradFn());
        print("requires grad:", output.requiresGrad());
        print("state dict:", linear_tensor.stateDict());
        print("parameters:", linear_tensor.parameters());
        print("W:", linear_tensor.W);
        linear_tensor.toDouble();
        print("W after double():", linear_tensor.W.dtype());
        print(failure(() -> output.sum().backward()));
    }

    void scenario010() {
        class Linear_Buffer extends Module {
            Tensor W;
            final Buffer b;

            Linear_Buffer(int in_features, int out_features) {
                registerBuffer("W", Torch.ones(out_features, in_features));
                b = new Buffer(Torch.ones(out_features));
            }

            Tensor forward(Tensor x) { return Torch.addmm(b, x, W.T()); }
        }
        var linear_buffer = new Linear_Buffer(2, 3);
        var output = linear_buffer.call(Torch.tensor("[[1., 2.], [3., 4.]]"));
        print(output);
        print("grad_fn:", output.gradFn());
        print(linear_buffer.stateDict());
        print("parameters:", linear_buffer.parameters());
        print("buffers:", linear_buffer.namedBuffers().keySet());
        linear_buffer.toDouble();
        print("W after double():", linear_buffer.W.dtype());
        print("b after double():", linear_buffer.b.dtype());
    }

    void scenario012() {
        class Block extends Module {
            final Linear linear;
            final ReLU act = new ReLU();

            Block(int n) { linear = new Linear(n, n); }

            Tensor forward(Tensor x) { return act.call(linear.call(x)); }
        }
        class Net extends Module {
            final Block block1 = new Block(4);
            final Sequential blocks = new Sequential(new Block(4), new Block(4));
            final Linear head = new Linear(4, 2);

            Tensor forward(Tensor x) { return head.call(blocks.call(block1.call(x))); }
        }
        var net = new Net();
        print("named_children:");
        net.namedChildren().forEach((name, module) -> print(" ", name, "->", typeName(module)));
        print("named_modules:");
        net.namedModules()
                .forEach((name, module) -> print(" ", name.isEmpty() ? "(itself)" : name, "->", typeName(module)));
        print(net.children().size(), "children,", net.modules().size(), "modules");
        print("first module is the model:", net.modules().getFirst() == net);
        print(net);
    }

    void scenario013() {
        class Calculator extends Module {
            final ModuleList add_list = new ModuleList(new Add(2), new Add(3));
            final ModuleDict add_dict = new ModuleDict(Map.entry("five", new Add(5)));
            final Linear linear = new Linear(2, 2);
            final String note = "hello";
        }
        var c = new Calculator();
        print(c.getSubmodule("add_list.0"), c.getSubmodule("add_list.0", Add.class).value);
        print(c.getSubmodule("add_dict.five", Add.class).value);
        print(c.getSubmodule("linear"));
        print("empty path gives the module itself:", c.getSubmodule("") == c);
        for (var path : List.of("add_list.2", "nothing", "add_dict.six", "linear.weight", "note", "add_list.0.deeper",
                ".",
                "add_list.")) {
            print(path, "->", message(() -> c.getSubmodule(path)));
        }
    }

    void scenario014() {
        class Double extends Module {
            Tensor forward(Tensor x) {
                print("forward");
                return x.mul(2);
            }
        }
        var m = new Double();
        m.registerForwardHook((module, in, output) -> print("hook saw", output));
        print("called:", m.call(Torch.tensor(3)));
        print("forward called:", m.forward(Torch.tensor(4)));
    }

    void scenario015() {
        class Nothing extends Module {}
        print(new Nothing());
        print(failure(() -> new Nothing().call(Torch.ones(1))));
        print(failure(() -> new ModuleList(new Identity()).call(Torch.ones(1))));
        print(failure(() -> new ModuleDict().call(Torch.ones(1))));
        print(failure(() -> new Linear(5, 3).call(Torch.ones(4, 2))));
    }

    void scenario016() {
        class One extends Module {
            @Override
            public String extraRepr() { return "gain=2, mode=fast"; }
        }
        class Many extends Module {
            @Override
            public String extraRepr() { return "first=1\nsecond=2"; }
        }
        class WithChild extends Module {
            final Linear linear = new Linear(1, 2);

            @Override
            public String extraRepr() { return "size=3"; }
        }
        class ManyWithChild extends WithChild {
            @Override
            public String extraRepr() { return "first=1\nsecond=2"; }
        }
        class Renamed extends Module {
            @Override
            public String moduleName() { return "Fancy"; }
        }
        for (var m : List.of(new One(), new Many(), new WithChild(), new ManyWithChild(), new Renamed(),
                new Sequential(new One(), new Many(), new WithChild(), new Renamed()))) {
            print(m);
        }
    }

    void scenario017() {
        class Poem extends Module {
            @Override
            public String toString() { return "Poem:\n  roses\n  violets"; }
        }
        class Short extends Module {
            @Override
            public String toString() { return "<short>"; }
        }
        print(new Poem());
        print(new Sequential(new Short(), new Poem()));
        print(new ModuleList(new Short(), new Short(), new Poem(), new Short()));
        print(new Sequential(new Sequential(new Poem())));
    }

    void scenario018() {
        print(new Sequential());
        print(new ModuleList());
        print(new ModuleDict());
        print(new ParameterList());
        print(new ParameterDict());
        print(new Sequential(new Sequential(new Sequential(new Linear(1, 1)))));
        print(new ModuleDict(Map.entry("a",
                new ModuleList(new ModuleDict(Map.entry("b", new Sequential(new ReLU(), new ModuleList())))))));
    }

    void scenario019() {
        print(new ModuleList(new ReLU(), new ReLU(), new ReLU()));
        print(new ModuleList(new ReLU(), new Tanh(), new Tanh(), new ReLU()));
        print(new ModuleList(IntStream.range(0, 12).mapToObj(i -> new Linear(2, 2)).toList()));
        print(new ModuleList(new Linear(2, 2), new Linear(2, 2), new Linear(2, 3)));
        print(new ModuleList(
                IntStream.range(0, 3).mapToObj(i -> new Sequential(new Linear(2, 2), new ReLU())).toList()));
        print(new ModuleList(IntStream.range(0, 2).mapToObj(i -> new ModuleList(new ReLU(), new ReLU())).toList()));
        print(new Sequential(new ReLU(), new ReLU()));
        print(new ModuleDict(Map.entry("a", new ReLU()), Map.entry("b", new ReLU())));
    }

    void scenario023() {
        class Model extends Module {
            final Add add;
            final Linear linear;

            Model(int n) {
                add = new Add(n);
                linear = new Linear(n, n);
            }

            Tensor forward(Tensor x) { return linear.call(add.call(x)); }
        }
        class BiggerModel extends Module {
            final Model left = new Model(2);
            final Model right = new Model(2);
            final Sequential join = new Sequential(new Add(1), new Linear(4, 1));

            Tensor forward(Tensor x) { return join.call(Torch.cat(List.of(left.call(x), right.call(x)), 1)); }
        }
        var model = new BiggerModel();
        print(model);
        model.namedChildren()
                .forEach((name, part) -> print(name, part.parameters().stream().mapToLong(Tensor::numel).sum(),
                        "parameters in", part.modules().size(), "modules"));
        print("deepest:", model.namedModules().keySet().stream().filter(name -> !name.isEmpty())
                .mapToLong(name -> name.chars().filter(c -> c == '.').count() + 1).max().orElseThrow());
        print(sizes(model.call(Torch.ones(3, 2))), model.left instanceof Module, model instanceof Module);
    }
}
