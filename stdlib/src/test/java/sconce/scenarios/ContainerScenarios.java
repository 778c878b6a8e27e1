package sconce.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;

/// Scenarios 070 to 081: the containers.
@SuppressWarnings("unused") // The fields are there to be registered.
final class ContainerScenarios extends Scenarios {
    static class Add extends Module {
        final long value;

        Add(long value) { this.value = value; }

        Tensor forward(Tensor x) { return x.add(value); }

        @Override
        public String extraRepr() { return String.valueOf(value); }
    }

    private static List<Long> values(Sequential seq) {
        var values = new ArrayList<Long>();
        for (var m : seq) values.add(((Add) m).value);
        return values;
    }

    void scenario070() {
        var seq = new Sequential(new Add(1));
        print("append returns itself:", seq.append(new Add(2)) == seq);
        seq.insert(0, new Add(3));
        seq.extend(new Sequential(new Add(4), new Add(5)));
        print(seq);
        print(seq.pop(1), seq.pop(-1));
        print(values(seq), seq.namedChildren().keySet());
        seq.delete(0);
        print(values(seq), seq.namedChildren().keySet());
        seq.set(0, new Add(20));
        seq.set(-1, new Add(40));
        print(values(seq), seq.size());
        seq.insert(-1, new Add(30));
        print(values(seq));
        seq.delete("0:2");
        print(values(seq), seq.namedChildren().keySet());
        print(seq.call(Torch.tensor(new long[] { 1 })));
    }

    void scenario071() {
        var seq = new Sequential(new Linear(2, 3), new ReLU(), new Linear(3, 3), new Tanh(), new Linear(3, 1));
        print(seq.get(0), seq.get(-1));
        print(seq.get("1:3"));
        print(seq.get("::2"));
        print(seq.get("-2:"));
        print(seq.get("3:3"));
        print("shares its modules:", seq.slice("1:3").get(1) == seq.get(2));
        print(typeName(seq.get(":2")), sizes(seq.get(":2").call(Torch.ones(4, 2))));
        for (var i : List.of(5, -6)) print(failure(() -> seq.get(i)));
        for (var m : seq) printOn(typeName(m));
        print();
    }

    void scenario072() {
        var a = new Sequential(new Linear(1, 1), new ReLU());
        var b = new Sequential(new Tanh());
        var c = a.plus(b);
        print(c);
        print("shared:", c.get(0) == a.get(0));
        a.extend(b);
        print(types(a));
        var twice = b.times(2);
        print(twice, "same module twice:", twice.get(0) == twice.get(1));
        b.times_(3);
        print(b.size(), b.modules().size());
        print(a.times(2).size());
        attempt("0 times", () -> b.times(0));
        attempt("-1 times", () -> b.times(-1));
    }

    void scenario073() {
        var net = new Sequential(Map.entry("conv", new Conv2d(1, 2, 3)), Map.entry("act", new ReLU()),
                Map.entry("flat", new Flatten()));
        print(net);
        print(net.get("conv"), net.get(0) == net.get("conv"));
        net.append(new Linear(8, 1));
        net.addModule("last", new Sigmoid());
        print(net.namedChildren().keySet());
        print(net.stateDict().keySet());
        print(sizes(net.call(Torch.ones(5, 1, 4, 4))));
        print(net.get("1:3"));
        net.delete(1);
        print(net.namedChildren().keySet());
    }

    void scenario074() {
        var seq = new Sequential(new ReLU());
        attempt("insert far", () -> seq.insert(5, new Tanh()));
        attempt("pop empty", () -> new Sequential().pop(0));
        attempt("pop far", () -> seq.pop(4));
        attempt("empty", () -> new Sequential().call(Torch.tensor(new double[] { 1. })));
    }

    void scenario075() {
        var layers = new ModuleList(new ReLU());
        layers.append(new Tanh()).append(new Sigmoid());
        layers.insert(1, new Linear(2, 2));
        layers.extend(List.of(new Identity(), new Flatten()));
        print(layers);
        print(layers.pop(0), layers.pop(-1));
        print(types(layers), layers.namedChildren().keySet());
        layers.delete(0);
        print(types(layers), layers.namedChildren().keySet());
        layers.set(0, new GELU());
        layers.set(-1, new ELU());
        print(layers.get("0:2"));
        var joined = layers.plus(List.of(new Softplus()));
        print(typeName(joined), joined.size(), layers.size());
        layers.extend(List.of(new Softsign()));
        print(layers.size(), layers.contains(layers.get(1)), layers.contains(new ReLU()));
        layers.insert(0, new Mish());
        print(layers);
        layers.delete("1:3");
        print(types(layers));
        print(types(layers.reversed()));
    }

    void scenario076() {
        var layers = new ModuleList(new ReLU(), new Tanh());
        attempt("index 2", () -> layers.get(2));
        attempt("index -3", () -> layers.get(-3));
        attempt("call", () -> layers.call(Torch.ones(1)));
        attempt("empty slice", () -> layers.get("5:"));
    }

    void scenario077() {
        var d = new ModuleDict(Map.entry("conv", new Conv2d(1, 1, 3)), Map.entry("pool", new MaxPool2d(2)));
        d.put("act", new ReLU());
        print(d);
        print(d.keys(), d.size(), d.containsKey("act"), d.containsKey("nothing"));
        d.put("conv", new Identity());
        print(d.keys());
        print(d.pop("pool"));
        d.delete("act");
        print(d.items().stream().map(e -> tuple(e.getKey(), typeName(e.getValue()))).toList());
        Map<String, Module> more = new LinkedHashMap<>();
        more.put("b", new Tanh());
        more.put("a", new GELU());
        d.update(more);
        print(list(d));
        d.update(List.of(Map.entry("z", new ELU()), Map.entry("conv", new SiLU())));
        print(types(d.values()));
        d.update(new ModuleDict(Map.entry("m", new Mish())));
        print(list(d));
        d.clear();
        print(d, d.size());
        print(new ModuleDict(Map.entry("first", new ReLU()), Map.entry("second", new Tanh())));
    }

    void scenario078() {
        var d = new ModuleDict(Map.entry("a", new ReLU()));
        attempt("missing key", () -> d.get("b"));
        attempt("pop missing", () -> d.pop("b"));
        for (var named : List.of(Map.entry("dot", "a.b"), Map.entry("empty", ""), Map.entry("keys", "keys"),
                Map.entry("forward", "forward"))) {
            attempt(named.getKey(), () -> {
                d.put(named.getValue(), new ReLU());
                return null;
            });
        }
        attempt("call", () -> d.call(Torch.ones(1)));
        print(list(d));
    }

    void scenario079() {
        class Net extends Module {
            final ParameterList params = new ParameterList(new Parameter(Torch.ones(2)),
                    new Parameter(Torch.zeros(1, 3)));

            Tensor forward(Tensor x) {
                for (var p : params) x = x.add(p.sum());
                return x;
            }
        }
        var net = new Net();
        print(net);
        print(net.stateDict().keySet(), net.namedParameters().keySet());
        print(net.call(Torch.tensor(1.)));
        net.params.append(Torch.tensor(new double[] { 5. }));
        print(typeName(net.params.get(2)), net.params.get(2).requiresGrad());
        net.params.extend(List.of(new Parameter(Torch.ones(1))));
        print(net.params.size(), net.params.get(-1));
        print(net.params.get("1:3"));
        net.params.set(0, new Parameter(Torch.tensor(7.)));
        print(net.params.get(0));
        print("pop is not offered:", List.of(ParameterList.class.getMethods()).stream()
                .anyMatch(method -> method.getName().equals("pop")));
        var plain = new ParameterList(3, "text", Torch.ones(1));
        print(plain);
        print("only tensors are saved:", plain.stateDict().keySet());
        net.params.extend(List.of(Torch.tensor(new double[] { 8. })));
        print(net.namedParameters().keySet());
        print(failure(() -> net.params.get(9)));
    }

    void scenario080() {
        var d = new ParameterDict(Map.entry("left", new Parameter(Torch.ones(2))),
                Map.entry("right", Torch.zeros(1, 2)));
        print(d);
        print(d.keys(), d.size(), d.containsKey("left"));
        d.put("middle", Torch.tensor(3.));
        print(d.stateDict().keySet(), d.get("middle"));
        print(d.at("nothing"), d.get("nothing", 5), d.setdefault("left").shape());
        d.update(Map.of("b", Torch.ones(1), "a", Torch.ones(1)));
        print(list(d));
        print(d.pop("left").shape(), d.popitem().getKey());
        d.delete("right");
        print(d.items().stream().map(e -> tuple(e.getKey(), sizes(e.getValue()))).toList());
        var both = d.or(new ParameterDict(Map.entry("z", Torch.ones(1))));
        print(list(both), list(d));
        var twin = d.copy();
        print(list(twin), twin.get("middle") == d.get("middle"));
        print(new ParameterDict().fromkeys(List.of("p", "q"), Torch.tensor(1.)).keys());
        print(failure(() -> d.get("nothing")));
        d.clear();
        print(d, d.size());
    }

    void scenario081() {
        class Stage extends Module {
            final ModuleDict paths;

            Stage(int n) {
                paths = new ModuleDict(Map.entry("main", new Sequential(new Linear(n, n), new ReLU())),
                        Map.entry("skip", new Identity()));
            }

            Tensor forward(Tensor x) {
                return paths.values().stream().map(path -> path.call(x)).reduce(Tensor::add).orElseThrow();
            }
        }
        class Net extends Module {
            final ModuleList stages = new ModuleList(IntStream.range(0, 2).mapToObj(i -> new Stage(2)).toList());

            Tensor forward(Tensor x) {
                for (var stage : stages) x = stage.call(x);
                return x;
            }
        }
        var net = new Net();
        print(net);
        for (var p : net.parameters()) Init.ones_(p);
        print(net.call(Torch.tensor("[[1., 2.]]")));
        print(net.getSubmodule("stages.1.paths.main.0"));
        net.setSubmodule("stages.1.paths.main.1", new Identity());
        net.stages.get(0, Stage.class).paths.put("skip", new Linear(2, 2));
        print(net.namedParameters().keySet());
        print(net);
    }
}
