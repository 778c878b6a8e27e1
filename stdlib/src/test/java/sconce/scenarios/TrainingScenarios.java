package sconce.scenarios;

import java.util.List;
import java.util.Map;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;
import sconce.optim.SGD;

/// Scenarios of the document and of Module that train a step.
@SuppressWarnings("unused") // The fields are there to be registered.
final class TrainingScenarios extends Scenarios {
    void scenario006() {
        class PythonList extends Module {
            final List<Linear> layers = List.of(new Linear(2, 3), new Linear(3, 1));
        }
        class PyTorchList extends Module {
            final ModuleList layers = new ModuleList(new Linear(2, 3), new Linear(3, 1));
        }
        var plain = new PythonList();
        var registered = new PyTorchList();
        var firsts = Map.of(plain, plain.layers.get(0), registered, registered.layers.get(0, Linear.class));
        for (var model : List.of(plain, registered)) {
            print(model);
            print("  parameters:", model.parameters().stream().mapToLong(Tensor::numel).sum());
            print("  state dict:", String.join(" ", model.stateDict().keySet()));
            print("  modules:", model.modules().size());
            model.toDouble();
            print("  weight after double():", firsts.get(model).weight.dtype());
            model.eval();
            print("  child in training mode after eval():", firsts.get(model).training());
            var failure = failure(() -> new SGD(model.parameters(), 0.1));
            print(failure.equals("no error") ? "  optimizer made" : "  " + failure);
        }
    }

    void scenario011() {
        class Three extends Module {
            final Parameter p = new Parameter(Torch.tensor(1., 2.));
            Tensor b;
            final Tensor t = Torch.tensor(100., 200.);

            Three() { registerBuffer("b", Torch.tensor(10., 20.)); }

            Tensor forward(Tensor x) { return p.add(b).add(t).mul(x); }
        }
        var model = new Three();
        var optimizer = new SGD(model.parameters(), 0.5);
        var out = model.call(Torch.tensor(1., 3.));
        print(out);
        out.sum().backward();
        optimizer.step();
        print("gradient of p:", model.p.grad());
        print("gradient of b:", model.b.grad());
        print("gradient of t:", model.t.grad());
        print("p:", model.p.data());
        print("b:", model.b);
        print("t:", model.t);
        print("saved:", model.stateDict().keySet());
        model.toDouble();
        print(model.p.dtype(), model.b.dtype(), model.t.dtype());
        print("p is a", typeName(model.p), "and still a leaf:", model.p.isLeaf());
    }

    void scenario046() {
        class Net extends Module {
            Linear first = new Linear(1, 1, o -> o.bias(false));
            Linear second = first;

            Tensor forward(Tensor x) { return second.call(first.call(x)); }
        }
        var net = new Net();
        Init.constant_(net.first.weight, 3);
        var y = net.call(Torch.tensor("[[2.]]"));
        print(y);
        y.backward();
        print("gradient:", net.second.weight.grad());
        print("parameters:", net.namedParameters().keySet());
        print(net.stateDict());
        print(net);
        new SGD(net.parameters(), 0.1).step();
        print(net.first.weight, net.second.weight == net.first.weight);
        var state = new StateDict();
        state.put("first.weight", Torch.tensor("[[5.]]"));
        state.put("second.weight", Torch.tensor("[[6.]]"));
        net.loadStateDict(state);
        print(net.first.weight.item());
    }

    void scenario049() {
        Torch.manualSeed(0);
        var net = new Sequential(new Linear(2, 3), new ReLU(), new Linear(3, 1));
        print("returns itself:", net.get(0).requiresGrad_(false) == net.get(0));
        print(net.namedParameters().entrySet().stream().map(e -> tuple(e.getKey(), e.getValue().requiresGrad()))
                .toList());
        net.call(Torch.ones(1, 2)).sum().backward();
        print(net.parameters().stream().map(p -> p.grad() == null).toList());
        var trainable = net.parameters().stream().filter(Tensor::requiresGrad).toList();
        print(trainable.size(), "of", net.parameters().size());
        var before = net.get(0, Linear.class).weight.clone();
        new SGD(trainable, 0.1).step();
        print("frozen unchanged:", Torch.equal(before, net.get(0, Linear.class).weight));
        net.requiresGrad_();
        print(net.parameters().stream().allMatch(Tensor::requiresGrad));
        print(net.get(0, Linear.class).weight.requiresGrad_(false).requiresGrad());
    }

    void scenario050() {
        var net = new Linear(2, 1);
        var x = Torch.tensor("[[1., 2.]]");
        net.call(x).sum().backward();
        print(net.weight.grad(), net.bias.grad());
        net.call(x).sum().backward();
        print(net.weight.grad(), net.bias.grad());
        net.zeroGrad(false);
        print(net.weight.grad(), net.bias.grad());
        net.call(x).sum().backward();
        net.zeroGrad();
        print(net.weight.grad(), net.bias.grad());
        net.zeroGrad();
        print("twice is fine");
        var optimizer = new SGD(net.parameters(), 0.1);
        net.call(x).sum().backward();
        optimizer.zeroGrad();
        print(net.weight.grad());
    }

    void scenario067() {
        var net = new Linear(2, 1);
        Init.ones_(net.weight);
        Init.zeros_(net.bias);
        var optimizer = new SGD(net.parameters(), 0.1);
        var weight = net.weight;
        net.toDouble();
        print("same after double():", net.weight == weight);
        net.call(Torch.ones(new long[] { 1, 2 }, o -> o.dtype(Torch.float64))).sum().backward();
        optimizer.step();
        print(net.weight, net.bias);
        net.loadStateDict(Map.of("weight", Torch.zeros(1, 2), "bias", Torch.zeros(1)));
        print("same after load_state_dict:", net.weight == weight);
        optimizer.step();
        print(net.weight);
    }
}
