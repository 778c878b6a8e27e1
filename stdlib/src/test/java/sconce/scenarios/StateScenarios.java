package sconce.scenarios;

import java.util.List;
import java.util.Map;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;

/// Scenarios 051 to 058 and 065 to 067: paths, saved state, copies, cycles.
@SuppressWarnings("unused") // The fields are there to be registered.
final class StateScenarios extends Scenarios {
    void scenario051() {
        class Net extends Module {
            Sequential body = new Sequential(new Linear(2, 2), new ReLU());
            Module head = new Linear(2, 1);
            int note = 5;
        }
        var net = new Net();
        net.setSubmodule("body.1", new Tanh());
        net.setSubmodule("head", new Linear(2, 3));
        print(net);
        setSubmodule(net, "", new ReLU(), false);
        setSubmodule(net, "body.2", new ReLU(), false);
        setSubmodule(net, "body.2", new ReLU(), true);
        setSubmodule(net, "body.0", new Identity(), true);
        setSubmodule(net, "tail", new ReLU(), true);
        setSubmodule(net, "missing.0", new ReLU(), false);
        setSubmodule(net, "note", new ReLU(), false);
        setSubmodule(net, "note.x", new ReLU(), false);
        setSubmodule(net, "head.weight", new ReLU(), false);
        setSubmodule(net, "head.weight.x", new ReLU(), false);
        print(net);
    }

    private void setSubmodule(Module net, String path, Module module, boolean strict) {
        var failure = failure(() -> net.setSubmodule(path, module, strict));
        if (failure.equals("no error")) print(repr(path), "set");
        else
            print(repr(path), "->", failure);
    }

    void scenario052() {
        var net = new Sequential(new Linear(2, 1), new BatchNorm1d(1));
        Init.constant_(net.get(0, Linear.class).bias, 4);
        net.registerBuffer("steps", Torch.tensor(3));
        print(net.getParameter("0.bias"));
        print(net.getBuffer("1.running_var"));
        print(net.getBuffer("steps"));
        for (var path : List.of("0.weights", "2.weight", "1.running_mean", "0", "steps")) {
            print("parameter", path, "->", message(() -> net.getParameter(path)));
        }
        for (var path : List.of("1.weight", "1.nothing", "9.x", "0.bias")) {
            print("buffer", path, "->", message(() -> net.getBuffer(path)));
        }
    }

    void scenario053() {
        class Counter extends Module {
            int count;
            final Parameter w = new Parameter(Torch.ones(1));

            Tensor forward(Tensor x) {
                count++;
                return x.mul(w);
            }

            @Override
            public Object getExtraState() { return Map.of("count", count); }

            @Override
            public void setExtraState(Object state) { count = (int) ((Map<?, ?>) state).get("count"); }
        }
        var net = new Sequential(new Counter(), new ReLU());
        net.call(Torch.ones(1));
        net.call(Torch.ones(1));
        var state = net.stateDict();
        print(state.keySet());
        print(state.get("0._extra_state"));
        var fresh = new Sequential(new Counter(), new ReLU());
        print(fresh.loadStateDict(state), fresh.get(0, Counter.class).count);
        state.remove("0._extra_state");
        print(fresh.loadStateDict(state, false));
        print(failure(() -> fresh.loadStateDict(state)));
        print(failure(() -> new Linear(1, 1).getExtraState()));
    }

    void scenario054() {
        var net = new Sequential(new Linear(2, 1), new BatchNorm1d(1));
        var linear = net.get(0, Linear.class);
        Init.constant_(linear.weight, 0.5);
        Init.zeros_(linear.bias);
        var state = net.stateDict();
        for (var name : state.keySet()) {
            var value = state.tensor(name);
            print(name, sizes(value), value.dtype(), value.requiresGrad());
        }
        print(net.stateDict("net.").keySet());
        print(net.stateDict(true).get("0.weight"));
        print(state.get("0.weight"));
        Torch.noGrad(() -> { linear.weight.add_(1); });
        print("shared memory:", state.get("0.weight"));
        state.metadata().forEach((key, meta) -> print(repr(key), meta));
        var both = new Linear(1, 1, o -> o.bias(false)).stateDict("second.");
        linear.stateDict(both, "first.", false);
        print(both.keySet());
    }

    void scenario055() {
        var a = new Linear(2, 1);
        var b = new Linear(2, 1);
        var weight = b.weight;
        a.loadStateDict(Map.of("weight", Torch.tensor("[[1., 2.]]")), false);
        Init.constant_(a.bias, 3);
        var result = b.loadStateDict(a.stateDict());
        print(result);
        print(result.missingKeys(), result.unexpectedKeys());
        print(b.weight, b.weight == weight);
        print("copied, not shared:", b.weight.dataPtr() != a.weight.dataPtr());
        b.loadStateDict(Map.of("weight", Torch.tensor("[[4, 5]]"), "bias",
                Torch.tensor(new double[] { 6. }).to(Torch.float64)));
        print(b.weight, b.bias);
        var half = new Linear(2, 1);
        half.half();
        half.loadStateDict(a.stateDict());
        print(half.weight);
    }

    void scenario056() {
        class Net extends Module {
            Linear fc1 = new Linear(2, 3);
            Linear fc2 = new Linear(3, 1);
        }
        var good = new Net().stateDict();
        load(new Net(), good, true);
        var shorter = new StateDict(good);
        shorter.remove("fc2.bias");
        load(new Net(), shorter, true);
        load(new Net(), with(good, "fc3.weight", Torch.ones(1)), true);
        load(new Net(), with(good, "fc1.weight", Torch.ones(4, 2)), true);
        var other = with(with(with(new StateDict(), "fc1.weight", Torch.ones(3)), "fc9.bias", Torch.ones(1)),
                "fc8.bias",
                Torch.ones(1));
        load(new Net(), other, true);
        load(new Net(), new StateDict(), true);
        load(new Net(), with(good, "extra", Torch.ones(1)), false);
        load(new Net(), with(new StateDict(), "fc1.bias", Torch.zeros(3)), false);
        load(new Net(), with(good, "fc1.weight", Torch.ones(4, 2)), false);
    }

    private static StateDict with(StateDict state, String name, Tensor value) {
        var more = new StateDict(state);
        more.put(name, value);
        return more;
    }

    private void load(Module net, Map<String, Object> state, boolean strict) {
        var failure = failure(() -> print(net.loadStateDict(state, strict)));
        if (!failure.equals("no error")) print(failure);
    }

    void scenario057() {
        var net = new Linear(2, 1);
        net.bias.requiresGrad_(false);
        var w = Torch.tensor("[[1., 2.]]").to(Torch.float64);
        print(net.loadStateDict(Map.of("weight", w, "bias", Torch.tensor(new double[] { 3. }).to(Torch.float64)), true,
                true));
        print(net.weight);
        print(net.bias, typeName(net.bias));
        w.set("0, 0", 10.);
        print("shared:", net.weight.data());
        print(net.call(Torch.ones(new long[] { 1, 2 }, o -> o.dtype(Torch.float64))));
        print(failure(() -> net.loadStateDict(Map.of("weight", Torch.ones(2, 2), "bias", Torch.ones(1)), true, true)));
    }

    void scenario058() {
        var net = new Sequential(new Linear(1, 1));
        var linear = net.get(0);
        var handles = List.of(
                linear.registerStateDictPreHook((module, prefix, keepVars) -> print("saving", repr(prefix), keepVars)),
                linear.registerStateDictPostHook(
                        (module, state, prefix, meta) -> state.put(prefix + "note", Torch.tensor(1))),
                linear.registerLoadStateDictPreHook(
                        (module, state, prefix, meta, strict, missing, unexpected, errors) -> {
                            print("loading", typeName(module), repr(prefix), strict);
                            state.remove(prefix + "note");
                        }),
                net.registerLoadStateDictPostHook(
                        (module, keys) -> print("loaded", typeName(module), keys.missingKeys(),
                                keys.unexpectedKeys())));
        var state = net.stateDict();
        print(state.keySet());
        print(net.loadStateDict(state));
        linear.registerLoadStateDictPostHook((module, keys) -> keys.missingKeys().clear());
        print(net.loadStateDict(Map.of("0.weight", Torch.ones(1, 1))));
        handles.forEach(handle -> handle.remove());
        print(net.stateDict().keySet());
    }

    void scenario065() {
        var net = new Sequential(new Linear(2, 2), new BatchNorm1d(2));
        net.eval();
        var linear = net.get(0, Linear.class);
        linear.weight.requiresGrad_(false);
        linear.registerForwardHook((m, in, out) -> print("hook"));
        net.call(Torch.ones(1, 2)).sum().backward();
        var twin = Module.deepcopy(net);
        var twinLinear = twin.get(0, Linear.class);
        print(twin);
        var parameters = net.parameters();
        var copies = twin.parameters();
        print(List.of(0, 1, 2, 3).stream().map(i -> Torch.equal(parameters.get(i), copies.get(i))).toList());
        print(List.of(0, 1, 2, 3).stream().map(i -> parameters.get(i) == copies.get(i)).toList());
        print(twin.training(), twinLinear.weight.requiresGrad(), twinLinear.bias.grad());
        Init.constant_(twinLinear.bias, 9);
        Init.constant_(twin.get(1, BatchNorm1d.class).running_mean, 9);
        print(linear.bias.eq(9.).sum().booleanValue(), net.get(1, BatchNorm1d.class).running_mean);
        twin.call(Torch.ones(1, 2));
        var shared = new ReLU();
        var pair = Module.deepcopy(new Sequential(shared, shared));
        print(pair.get(0) == pair.get(1));
    }

    /// Where Python recurses without end, Java names the cycle; `ModuleTest` has those texts.
    void scenario066() {
        class Node extends Module {
            final Linear linear = new Linear(1, 1);
            Node a;
            Node b;
        }
        var a = new Node();
        var b = new Node();
        a.b = b;
        b.a = a;
        print(a.namedModules().keySet());
        print(a.namedParameters().keySet());
        print(a.namedChildren().keySet());
    }
}
