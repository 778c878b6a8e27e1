package sconce.scenarios;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;

/// Scenarios 039 to 050: walking over the tree, casting, moving, modes and gradients.
@SuppressWarnings("unused") // The fields are there to be registered.
final class MoveScenarios extends Scenarios {
    void scenario039() {
        var net = new Sequential(new Linear(2, 2), new Sequential(new ReLU(), new Linear(2, 1)));
        var result = net.apply(m -> {
            print(typeName(m));
            if (m instanceof Linear linear) {
                Init.ones_(linear.weight);
                Init.zeros_(linear.bias);
            }
        });
        print("returns itself:", result == net);
        print(net.get(0, Linear.class).weight);
        print(net.call(Torch.tensor("[[1., 2.]]")));
        net.apply(m -> {
            if (m instanceof Linear linear) Init.constant_(linear.bias, 0.5);
        });
        print(net.call(Torch.tensor("[[1., 2.]]")));
    }

    void scenario040() {
        var net = new BatchNorm1d(2);
        var weight = net.weight;
        show(net, "made");
        print("returns itself:", net.half() == net);
        show(net, "half");
        net.bfloat16();
        show(net, "bfloat16");
        net.toDouble();
        show(net, "double");
        net.toFloat();
        show(net, "float");
        net.type(Torch.float64);
        show(net, "type");
        print("the parameter is the same object:", net.weight == weight);
        net.half();
        print(net.weight);
        print(net.running_mean);
        var lin = new Linear(2, 2);
        lin.toDouble();
        print(failure(() -> lin.call(Torch.ones(1, 2))));
    }

    private void show(BatchNorm1d net, String label) {
        print("%-12s".formatted(label), net.weight.dtype(), net.running_mean.dtype(), net.num_batches_tracked.dtype());
    }

    void scenario041() {
        var net = new Linear(2, 1);
        net.weight.requiresGrad_(false);
        net.call(Torch.ones(1, 2)).sum().backward();
        print(net.to(Torch.float64) == net);
        print(net.weight.dtype(), net.bias.dtype(), net.bias.grad().dtype(), net.weight.requiresGrad(),
                net.bias.requiresGrad());
        net.to("cpu", Torch.float32);
        print(net.weight.dtype(), net.weight.device().name());
        net.to(Torch.zeros(new long[] { 1 }, o -> o.dtype(Torch.float16)));
        print(net.bias.dtype());
        net.cpu();
        print(net.bias.device().name());
        print(failure(() -> net.to(Torch.int32)));
        var other = new Linear(2, 1);
        other.to("meta");
        print(other.weight.device().name(), sizes(other.weight));
        print(failure(() -> other.to("cpu")));
    }

    void scenario042() {
        var net = new Linear(3, 2, o -> o.device("meta"));
        print(net);
        print(net.weight.device().name(), net.weight.device().name().equals("meta"), sizes(net.weight));
        print(sizes(net.call(Torch.ones(new long[] { 4, 3 }, o -> o.device("meta")))));
        print(net.weight.data());
        net.toEmpty("cpu");
        Init.constant_(net.weight, 0.5);
        Init.zeros_(net.bias);
        print(net.call(Torch.ones(1, 3)));
        var seq = new Sequential(new Linear(2, 2, o -> o.device("meta")), new ReLU());
        print(seq.parameters().stream().map(p -> p.device().name()).toList());
        seq.loadStateDict(Map.of("0.weight", Torch.eye(2), "0.bias", Torch.zeros(2)), true, true);
        print(seq.parameters().stream().map(p -> p.device().name()).toList(), seq.call(Torch.tensor("[[1., -1.]]")));
    }

    void scenario043() {
        class Net extends Module {
            Parameter scale = new Parameter(Torch.tensor(1.));
            Linear a = new Linear(2, 2);
            Linear b = a;
            Linear c = new Linear(2, 2, o -> o.bias(false));

            Net() { c.weight = a.weight; }
        }
        var net = new Net();
        print(net.namedParameters().keySet());
        print(net.namedParameters("net", true, true).keySet());
        print(net.namedParameters("", false, true).keySet());
        print(net.namedParameters("", true, false).keySet());
        print(net.parameters().size(), net.parameters(false).size());
        print(net.stateDict().keySet());
    }

    void scenario044() {
        class Net extends Module {
            Buffer steps = new Buffer(Torch.tensor(0));
            BatchNorm1d bn = new BatchNorm1d(2);
            Buffer steps_again = steps;
            BatchNorm1d twin = bn;
        }
        var net = new Net();
        net.namedBuffers().forEach((name, b) -> print(name, sizes(b), b.dtype()));
        print(net.namedBuffers("x", true, true).keySet());
        print(net.namedBuffers("", false, true).keySet());
        print(net.namedBuffers("", true, false).keySet());
        print(net.buffers().size(), net.buffers(false).size());
    }

    void scenario045() {
        var shared = new Linear(2, 2);
        var net = new Sequential(shared, new ReLU(), shared, new Sequential(shared, new Tanh()));
        print(net.namedModules().keySet());
        print(net.namedModules("model").keySet());
        print(net.namedModules(null, "", false).keySet());
        print(net.namedChildren().keySet());
        Set<Module> memo = new HashSet<>(Set.of(net.get(1)));
        print(net.namedModules(memo, "", true).keySet(), memo.size());
        print(net.modules().size(), net.children().size());
        print(net);
    }

    void scenario047() {
        class Tied extends Module {
            Embedding embed = new Embedding(3, 2);
            Linear out = new Linear(2, 3, o -> o.bias(false));

            Tied() { out.weight = embed.weight; }

            Tensor forward(Tensor i) { return out.call(embed.call(i)); }
        }
        var net = new Tied();
        net.loadStateDict(Map.of("embed.weight", Torch.tensor("[[1., 0.], [0., 1.], [1., 1.]]")), false);
        var second = Torch.tensor(new long[] { 2 });
        print(net.call(second));
        print(net.namedParameters().keySet(), net.stateDict().keySet());
        net.call(second).sum().backward();
        print(net.embed.weight.grad());
        net.toDouble();
        print("tied after double():", net.out.weight == net.embed.weight, net.out.weight.dtype());
        var twin = Module.deepcopy(net);
        print("tied in the copy:", twin.out.weight == twin.embed.weight, "copy apart:",
                twin.out.weight != net.out.weight);
        net.out.weight = new Parameter(net.out.weight.detach().clone());
        print("untied:", net.namedParameters().keySet());
    }

    void scenario048() {
        var net = new Sequential(new Linear(2, 2), new Sequential(new Dropout(0.5), new BatchNorm1d(2)));
        print(trainingFlags(net));
        print("returns itself:", net.eval() == net);
        print(trainingFlags(net));
        net.get(1).train();
        print(trainingFlags(net));
        net.train(false);
        print(trainingFlags(net));
        net.train();
        print(trainingFlags(net));
        var drop = new Dropout(0.5);
        drop.eval();
        print(drop.call(Torch.ones(4)));
        var bn = new BatchNorm1d(1);
        var x = Torch.tensor("[[1.], [3.]]");
        print(bn.call(x).detach(), bn.running_mean, bn.running_var, bn.num_batches_tracked);
        bn.eval();
        print(bn.call(x).detach());
        print(bn.running_mean, bn.num_batches_tracked);
    }

    private static List<Boolean> trainingFlags(Module net) {
        return net.modules().stream().map(Module::training).toList();
    }
}
