package sconce.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;

/// Scenarios 030 to 038, 068 and 069: how fields and names are registered.
@SuppressWarnings("unused") // The fields are there to be registered.
final class RegistrationScenarios extends Scenarios {
    void scenario030() {
        class Net extends Module {
            Linear second = new Linear(1, 1);
            Parameter scale = new Parameter(Torch.tensor(2.));
            ReLU first = new ReLU();
            Tensor plain = Torch.zeros(1);
            int number = 3;
            Object nothing = null;
            Parameter offset = new Parameter(Torch.tensor(new double[] { 1. }));
            Module late;
            Parameter plain2;
        }
        var net = new Net();
        print(net);
        print("children:", net.namedChildren().keySet());
        print("parameters:", net.namedParameters().keySet());
        print("own parameters:", net.namedParameters("", false, true).keySet());
        print("state dict:", net.stateDict().keySet());
        net.late = new Tanh();
        net.plain2 = new Parameter(Torch.zeros(2));
        print("children:", net.namedChildren().keySet());
        print("parameters:", net.namedParameters().keySet());
    }

    void scenario031() {
        class Net extends Module {
            Module a = new Linear(2, 2);
            Module b = new ReLU();
            Module c = new Linear(2, 1);
        }
        var net = new Net();
        net.a = new Linear(2, 2, o -> o.bias(false));
        net.b = new Tanh();
        print(net);
        net.addModule("b", new Sigmoid());
        print(types(net.children()));
        var seq = new Sequential(new Linear(1, 1), new ReLU(), new Linear(1, 1));
        seq.set(1, new Tanh());
        print(seq);
    }

    void scenario032() {
        class Net extends Module {
            Linear linear = new Linear(2, 1);
            Module act = new ReLU();
            Parameter w = new Parameter(Torch.ones(1));
            Tensor b;

            Net() { registerBuffer("b", Torch.ones(1)); }
        }
        var net = new Net();
        net.act = null;
        net.w = null;
        net.b = null;
        print(net);
        print("children:", net.namedChildren().keySet());
        print("modules:", net.namedModules().keySet());
        print("parameters:", net.namedParameters().keySet());
        print("buffers:", net.namedBuffers().keySet());
        print("state dict:", net.stateDict().keySet());
        print(net.act, net.w, net.b);
        net.act = new Tanh();
        net.w = new Parameter(Torch.zeros(3));
        net.b = Torch.zeros(2);
        print("children:", net.namedChildren().keySet());
        print("state dict:", net.stateDict().keySet());
        net.linear.bias = null;
        print(net.linear.call(Torch.ones(1, 2)).shape().get(1), net.stateDict().keySet());
    }

    void scenario033() {
        class Net extends Module {
            Object w = new Parameter(Torch.ones(1));
            Object child = new ReLU();
            Object b;

            Net() { registerBuffer("b", Torch.ones(1)); }
        }
        Map<String, List<Object>> attempts = new LinkedHashMap<>();
        attempts.put("w", List.of(Torch.zeros(1), new ReLU()));
        attempts.put("child", List.of(Torch.zeros(1), new Parameter(Torch.zeros(1))));
        attempts.put("b", List.of(Torch.zeros(5), new Parameter(Torch.zeros(1)), new ReLU()));
        attempts.forEach((name, values) -> values.forEach(value -> {
            var net = new Net();
            var failure = failure(() -> net.set(name, value));
            if (failure.equals("no error")) {
                print(name, "=", typeName(value), "accepted:", net.namedParameters().keySet(),
                        net.namedBuffers().keySet(),
                        net.namedChildren().keySet());
            } else {
                print(name, "=", typeName(value), "->", failure);
            }
        }));
    }

    void scenario034() {
        var net = new Sequential(new Linear(2, 1));
        print("by name:", net.get("0"));
    }

    void scenario035() {
        class Net extends Module {
            Linear linear = new Linear(2, 1);
            ReLU act = new ReLU();
            Parameter w = new Parameter(Torch.ones(1));
            Buffer b = new Buffer(Torch.ones(1));

            Net() { registerBuffer("tmp", Torch.ones(1), false); }
        }
        var net = new Net();
        print(net.namedChildren().keySet(), net.stateDict().keySet(), net.namedBuffers().keySet());
    }

    void scenario036() {
        var net = new Module();
        net.addModule("first", new Linear(2, 3));
        net.registerModule("second", new ReLU());
        net.addModule("absent", null);
        print(net);
        print(net.namedChildren().keySet());
        print(net.getSubmodule("first"));
        net.registerParameter("w", new Parameter(Torch.ones(1)));
        for (var name : List.of("a.b", "", "w", "training", "forward")) {
            print(repr(name), "->", failure(() -> net.addModule(name, new ReLU())));
        }
        net.addModule("first", new Tanh());
        print("'first' accepted");
        net.addModule("0", new ReLU());
        print("'0' accepted");
        print(net);
    }

    void scenario037() {
        var net = new Module();
        net.registerParameter("w", new Parameter(Torch.tensor(1., 2.)));
        net.registerParameter("bias", null);
        net.registerBuffer("b", Torch.zeros(1));
        net.addModule("child", new ReLU());
        print(net.namedParameters().keySet(), net.get("bias"), net.stateDict().keySet());
        registerParameter(net, "a.b", new Parameter(Torch.ones(1)));
        registerParameter(net, "", new Parameter(Torch.ones(1)));
        registerParameter(net, "b", new Parameter(Torch.ones(1)));
        registerParameter(net, "child", new Parameter(Torch.ones(1)));
        registerParameter(net, "t", Torch.ones(1));
        registerParameter(net, "t", new Parameter(Torch.ones(1)).mul(2));
        registerParameter(net, "w", new Parameter(Torch.zeros(3)));
        registerParameter(net, "bias", new Parameter(Torch.zeros(1)));
        print(net.namedParameters().entrySet().stream().map(e -> tuple(e.getKey(), sizes(e.getValue()))).toList());
    }

    private void registerParameter(Module net, String name, Tensor value) {
        var failure = failure(() -> net.registerParameter(name, value));
        if (failure.equals("no error")) print(repr(name), "accepted");
        else
            print(repr(name), "->", failure);
    }

    void scenario038() {
        class Net extends Module {
            Buffer steps;
            Buffer total;
        }
        var net = new Net();
        net.registerBuffer("mean", Torch.zeros(2));
        net.registerBuffer("cache", Torch.ones(3), false);
        net.registerBuffer("later", null);
        net.steps = new Buffer(Torch.tensor(5), false);
        net.total = new Buffer(Torch.tensor(7));
        net.addModule("child", new ReLU());
        net.registerParameter("w", new Parameter(Torch.ones(1)));
        print("buffers:", net.namedBuffers().keySet());
        print("saved:", net.stateDict().keySet());
        net.set("cache", Torch.zeros(1));
        net.set("later", Torch.tensor(new double[] { 9. }));
        print("saved:", net.stateDict().keySet());
        for (var name : List.of("a.b", "", "child", "w")) {
            print(repr(name), "->", failure(() -> net.registerBuffer(name, Torch.ones(1))));
        }
        net.registerBuffer("cache", Torch.ones(2));
        print("'cache' accepted");
        print("saved:", net.stateDict().keySet());
        print(new Buffer(Torch.tensor(1., 2.)));
        print(typeName(net.total), net.total);
    }

    void scenario068() {
        class Base extends Module {
            Linear a = new Linear(2, 2);
            Module act = new ReLU();

            Tensor forward(Tensor x) { return act.call(a.call(x)); }
        }
        class Bigger extends Base {
            Linear b = new Linear(2, 1);

            Bigger() { act = new Identity(); }

            @Override
            Tensor forward(Tensor x) { return b.call(super.forward(x)); }
        }
        class Sized extends Linear {
            Sized() { super(3, 2); }

            @Override
            public String extraRepr() { return super.extraRepr() + ", sized=True"; }
        }
        var net = new Bigger();
        print(net);
        print(net.namedParameters().keySet());
        print(net instanceof Base, new Sized() instanceof Linear);
        print(new Sized());
        print(sizes(net.call(Torch.ones(4, 2))), sizes(new Sized().call(Torch.ones(4, 3))));
    }

    record Range(Tensor low, Tensor high) {}

    void scenario069() {
        class MinMax extends Module {
            Range forward(Tensor x) { return new Range(x.min(), x.max()); }

            Range forward(Tensor x, Object scale) {
                return forward(scale instanceof Tensor t ? x.mul(t) : x.mul((Number) scale));
            }
        }
        class Stats extends Module {
            final MinMax min_max = new MinMax();

            Map<String, Tensor> forward(Tensor x) {
                var range = min_max.invoke(Range.class, x);
                var stats = new LinkedHashMap<String, Tensor>();
                stats.put("low", range.low());
                stats.put("high", range.high());
                stats.put("mean", x.mean());
                return stats;
            }
        }
        var x = Torch.tensor(3., 1., 2.);
        var ranges = new ArrayList<Range>();
        ranges.add(new MinMax().invoke(Range.class, x));
        ranges.add(new MinMax().invoke(Range.class, x, Torch.tensor(10.)));
        ranges.add(new MinMax().invoke(Range.class, x, Torch.kwargs("scale", -1)));
        ranges.forEach(range -> print(range.low(), range.high()));
        new Stats().invoke(Map.class, x).forEach((name, value) -> print(name, value));
        print(new Stats());
    }
}
