package sconce.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sconce.Linalg;
import sconce.PythonError;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.nn.*;
import sconce.nn.Module;
import sconce.optim.SGD;

/// Scenarios 090 to 096 and 098: parameters that are computed from others, or lent for a call.
@SuppressWarnings("unused") // Parametrizations are found by their methods.
final class ParametrizeScenarios extends Scenarios {
    static class Symmetric extends Module {
        Tensor forward(Tensor x) { return x.triu().add(x.triu(1).transpose(-1, -2)); }

        Tensor rightInverse(Tensor a) { return a.triu(); }
    }

    static class Double extends Module {
        Tensor forward(Tensor x) { return x.mul(2); }

        Tensor rightInverse(Tensor a) { return a.div(2); }
    }

    private static Tensor weight(Module net) { return (Tensor) net.get("weight"); }

    private static Tensor original(Module net, String name) {
        return net.getParameter("parametrizations.weight." + name);
    }

    void scenario090() {
        var net = new Linear(2, 2, o -> o.bias(false));
        Torch.noGrad(() -> { net.weight.copy_(Torch.tensor("[[1., 2.], [3., 4.]]")); });
        Parametrize.registerParametrization(net, "weight", new Symmetric());
        print(net);
        print(typeName(net), Parametrize.isParametrized(net), Parametrize.isParametrized(net, "bias"));
        print(net.weight);
        print(net.namedParameters().keySet());
        Parametrize.registerParametrization(net, "weight", new Double());
        print(Parametrize.parametrizations(net, "weight"));
        print(net.weight.detach(), original(net, "original"));
        net.set("weight", Torch.tensor("[[10., 20.], [20., 40.]]"));
        print(net.weight.detach(), original(net, "original").data());
        try (var cache = Parametrize.cached()) {
            print("cached:", weight(net) == weight(net));
        }
        print("not cached:", weight(net) == weight(net));
        net.call(Torch.ones(1, 2)).sum().backward();
        print(original(net, "original").grad());
        Parametrize.removeParametrizations(net, "weight");
        print(net, net.weight.data(), net.namedParameters().keySet());
        Parametrize.registerParametrization(net, "weight", new Double());
        Parametrize.removeParametrizations(net, "weight", false);
        print(net.weight.data());
        try {
            Parametrize.registerParametrization(net, "nothing", new Double());
        } catch (ValueError refused) {
            print("ValueError:", refused.getMessage().split("\\. ")[0]);
        }
    }

    void scenario091() {
        Torch.manualSeed(0);
        var net = Parametrizations.orthogonal(new Linear(3, 3, o -> o.bias(false)));
        print(net);
        print(net.stateDict().keySet());
        print("orthogonal:", error(net) < 1e-5);
        var optimizer = new SGD(net.parameters(), 0.1);
        for (var i = 0; i < 5; i++) {
            optimizer.zeroGrad();
            net.call(Torch.tensor("[[1., 2., 3.]]")).sum().backward();
            optimizer.step();
        }
        print("still orthogonal:", error(net) < 1e-5);
        print(failure(() -> Parametrizations.orthogonal(new Linear(2, 2), "nothing")));
    }

    private static double error(Linear net) {
        return net.weight.matmul(net.weight.T()).sub(Torch.eye(3)).abs().max().detach().doubleValue();
    }

    void scenario092() {
        var net = new Linear(2, 2, o -> o.bias(false));
        Torch.noGrad(() -> { net.weight.copy_(Torch.tensor("[[3., 4.], [6., 8.]]")); });
        Parametrizations.weightNorm(net);
        print(net);
        net.namedParameters().forEach((name, p) -> print(name, p.data()));
        print(net.weight);
        Torch.noGrad(() -> { original(net, "original0").copy_(Torch.tensor("[[1.], [2.]]")); });
        print(net.weight.data());
        net.call(Torch.tensor("[[1., 0.]]")).sum().backward();
        print(original(net, "original0").grad());
        print(original(net, "original1").grad());
        Parametrize.removeParametrizations(net, "weight");
        print(net, net.weight.data());
        var whole = Parametrizations.weightNorm(new Linear(2, 2), "weight", null);
        print(original(whole, "original0").shape());
    }

    void scenario093() {
        Torch.manualSeed(0);
        var net = new Linear(2, 2, o -> o.bias(false));
        Torch.noGrad(() -> { net.weight.copy_(Torch.tensor("[[3., 0.], [0., 1.]]")); });
        Parametrizations.spectralNorm(net, "weight", 5);
        print(net);
        print(net.namedParameters().keySet(), net.namedBuffers("", true, true).keySet());
        for (var i = 0; i < 10; i++) net.get("weight");
        print("largest: %.3f".formatted(Linalg.matrixNorm(net.weight.detach(), 2).doubleValue()));
        net.eval();
        var before = net.getBuffer("parametrizations.weight.0._u").clone();
        net.get("weight");
        print("u unchanged in eval:", Torch.equal(before, net.getBuffer("parametrizations.weight.0._u")));
        Torch.noGrad(() -> { original(net, "original").mul_(100); });
        print("after scaling, in eval: %.1f".formatted(Linalg.matrixNorm(net.weight.detach(), 2).doubleValue()));
    }

    void scenario094() {
        var net = new Linear(3, 2);
        Torch.noGrad(() -> {
            net.weight.copy_(Torch.tensor("[[1., -2., 3.], [-4., 5., -6.]]"));
            net.bias.zero_();
        });
        print(Prune.isPruned(net));
        Prune.l1Unstructured(net, "weight", 2);
        print(net.namedParameters().keySet(), net.namedBuffers("", true, true).keySet());
        print(net.weight);
        print(net.get("weight_mask"));
        print(Prune.isPruned(net), net);
        print(net.call(Torch.ones(1, 3)));
        Prune.l1Unstructured(net, "weight", 0.5);
        print(net.get("weight_mask"));
        net.call(Torch.ones(1, 3)).sum().backward();
        print(net.getParameter("weight_orig").grad());
        Prune.remove(net, "weight");
        print(net.namedParameters().keySet(), net.weight);
        print(Prune.isPruned(net));
    }

    private static Linear fresh() {
        var net = new Linear(3, 2, o -> o.bias(false));
        Torch.noGrad(() -> { net.weight.copy_(Torch.tensor("[[1., -2., 3.], [-4., 5., -6.]]")); });
        return net;
    }

    private static Tensor mask(Module net) { return (Tensor) net.get("weight_mask"); }

    void scenario095() {
        print(Prune.lnStructured(fresh(), "weight", 1, 2, 0).weight.detach());
        print(Prune.lnStructured(fresh(), "weight", 1, 1, 1).weight.detach());
        print(Prune.customFromMask(fresh(), "weight", Torch.tensor(new long[][] { { 1, 0, 1 }, { 0, 1, 1 } })).weight
                .detach());
        print(mask(Prune.identity(fresh(), "weight")));
        Torch.manualSeed(0);
        print(mask(Prune.randomUnstructured(fresh(), "weight", 3)).sum());
        print(mask(Prune.randomStructured(fresh(), "weight", 1, 1)).sum(0).sort().values());
        var a = fresh();
        var b = fresh();
        Torch.noGrad(() -> { b.weight.mul_(0.1); });
        Prune.globalUnstructured(List.of(new Prune.Target(a, "weight"), new Prune.Target(b, "weight")),
                new Prune.L1Unstructured(7));
        print(mask(a), mask(b));
        for (var amount : List.<Number>of(7, -1, 1.5, new Text("x"))) {
            try {
                Prune.l1Unstructured(fresh(), "weight", amount);
            } catch (IllegalArgumentException refused) {
                print(((PythonError) refused).pythonName() + ":", refused.getMessage());
            }
        }
        print(failure(() -> Prune.remove(fresh(), "weight")));
    }

    /// Java's compiler takes no text for a number: the nearest to Python's `"x"`.
    private static final class Text extends Number {
        private static final long serialVersionUID = 1;
        private final String text;

        Text(String text) { this.text = text; }

        @Override
        public int intValue() { throw new NumberFormatException(text); }

        @Override
        public long longValue() { throw new NumberFormatException(text); }

        @Override
        public float floatValue() { throw new NumberFormatException(text); }

        @Override
        public double doubleValue() { throw new NumberFormatException(text); }

        @Override
        public String toString() { return text; }
    }

    private static final class EverySecond extends BasePruningMethod {
        @Override
        public String pruningType() { return "unstructured"; }

        @Override
        public Tensor computeMask(Tensor t, Tensor defaultMask) {
            var mask = defaultMask.clone();
            mask.view(-1).set("::2", 0);
            return mask;
        }
    }

    void scenario096() {
        var net = new Linear(4, 1);
        Torch.noGrad(() -> {
            net.bias.copy_(Torch.tensor(new double[] { 7 }));
            net.weight.copy_(Torch.tensor("[[1., 2., 3., 4.]]"));
        });
        new EverySecond().apply(net, "weight");
        print(net.weight.detach());
        Prune.l1Unstructured(net, "weight", 1);
        print(net.weight.detach(), mask(net));
        var method = (PruningContainer) Prune.method(net, "weight");
        print(method.getClass().getSimpleName(), method.tensorName(), method.size());
        Prune.remove(net, "weight");
        print(net.weight);
    }

    void scenario098() {
        var net = new Sequential(new Linear(1, 1), new BatchNorm1d(1));
        net.eval();
        var linear = net.get(0, Linear.class);
        Torch.noGrad(() -> {
            linear.weight.fill_(2);
            linear.bias.fill_(1);
        });
        var x = Torch.tensor("[[3.]]");
        print(net.call(x).detach());
        var w = Torch.tensor("[[10.]]").requiresGrad_();
        var y = Func.functionalCall(net, Map.of("0.weight", w), x);
        print(y.detach(), linear.weight.item());
        y.backward();
        print(w.grad(), linear.weight.grad(), linear.bias.grad());
        print(Func.functionalCall(net, Map.of("1.running_mean", Torch.tensor(new double[] { 30 })), x).detach());
        for (var state : List.of(Map.of("nothing", x), Map.of("0.weight", w))) {
            print(failure(() -> Func.functionalCall(net, state, o -> o.strict(true), x)));
        }
        var tied = new Sequential(new Linear(1, 1, o -> o.bias(false)), new Linear(1, 1, o -> o.bias(false)));
        tied.get(1, Linear.class).weight = tied.get(0, Linear.class).weight;
        var five = new HashMap<>(Map.of("0.weight", Torch.tensor("[[5.]]")));
        print(Func.functionalCall(tied, five, x));
        print(Func.functionalCall(tied, five, o -> o.tieWeights(false), x).shape());
    }
}
