package sconce.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sconce.Autograd;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.nn.*;

/// Scenarios 100 to 112: how gradients are computed, and what is refused.
final class AutogradScenarios extends Scenarios {
    void scenario100() {
        var x = Torch.tensor(2., 3.).requiresGrad_();
        var y = x.pow(2).sum();
        print(x, y);
        print(x.grad(), y.gradFn() != null, x.isLeaf(), y.isLeaf());
        y.backward();
        print(x.grad());
        x.mul(3).sum().backward();
        print(x.grad());
        x.setGrad(null);
        x.mul(2).backward(Torch.tensor(1., 10.));
        print(x.grad());
        print(failure(() -> x.mul(2).backward()));
        for (var t : List.of(x.add(1), x.mul(x), x.matmul(x), x.exp(), x.view(2, 1), x.get(0), Torch.cat(x, x),
                Torch.relu(x), x.mean(), x.to(Torch.float64), x.clone())) {
            print(t);
        }
    }

    void scenario101() {
        var x = Torch.tensor(1., 2.).requiresGrad_();
        print(Torch.isGradEnabled(), x.mul(2).requiresGrad());
        try (var off = Torch.noGrad()) {
            print(Torch.isGradEnabled(), x.mul(2));
            try (var on = Torch.enableGrad()) {
                print(Torch.isGradEnabled(), x.mul(2));
            }
            print(Torch.isGradEnabled());
        }
        print(Torch.isGradEnabled());
        try (var off = Torch.noGrad()) {
            throw new ValueError("inside");
        } catch (ValueError inside) {
            print("restored after an exception:", Torch.isGradEnabled());
        }
        try (var off = Torch.setGradEnabled(false)) {
            print(x.add(1).requiresGrad());
        }
        Tensor y;
        try (var mode = Torch.inferenceMode()) {
            y = x.mul(2);
            print(y, y.isInference(), Torch.isInferenceModeEnabled());
        }
        print(failure(() -> y.mul(x).sum().backward()));
        print(failure(() -> y.add_(1)));
        print(Torch.noGrad(() -> x.mul(5)));
    }

    void scenario102() {
        var x = Torch.tensor(1., 2.).requiresGrad_();
        var y = x.mul(3);
        var d = y.detach();
        print(y, d);
        d.set("0", 100.);
        print("shared:", y);
        var c = y.clone();
        print(c);
        var z = y.detach().mul(x).sum();
        z.backward();
        print(x.grad());
        var free = y.detach().requiresGrad_();
        print(free, free.isLeaf());
        print(Torch.tensor(3.5).requiresGrad_().item());
        print(failure(() -> y.requiresGrad_(false)));
        print(failure(() -> Torch.tensor(new long[] { 1, 2 }, o -> o.requiresGrad(true))));
        print(failure(() -> x.item()));
    }

    void scenario103() {
        var x = Torch.tensor(3.).requiresGrad_();
        var y = x.mul(x);
        y.backward(null, true, false, null);
        print(x.grad());
        y.backward();
        print(x.grad());
        print(failure(() -> y.backward()));
        var a = Torch.tensor(2.).requiresGrad_();
        var b = a.mul(4);
        b.retainGrad();
        var c = b.pow(2);
        c.backward();
        print(a.grad(), b.grad(), b.retainsGrad());
        var s = x.add(1).sum();
        s.backward();
        s.backward();
        print("a sum saves nothing:", x.grad());
    }

    void scenario105() {
        var x = Torch.tensor(2.).requiresGrad_();
        var y = Torch.tensor(3.).requiresGrad_();
        var z = x.pow(3).mul(y);
        print(gradients(Autograd.grad(z, List.of(x, y), o -> o.retainGraph(true))));
        print(x.grad());
        var dx = Autograd.grad(z, x, o -> o.createGraph(true)).getFirst();
        print(dx);
        var dxx = Autograd.grad(dx, x, o -> o.createGraph(true)).getFirst();
        var dxxx = Autograd.grad(dxx, x).getFirst();
        print(dxx, dxxx);
        var w = Torch.tensor(1.).requiresGrad_();
        print(gradients(Autograd.grad(x.mul(2), List.of(x, w), o -> o.allowUnused(true))));
        print(gradients(Autograd.grad(x.mul(2), List.of(x, w), o -> o.materializeGrads(true))));
        var v = Torch.tensor(1., 2.).requiresGrad_();
        print(gradients(Autograd.grad(v.mul(v), v, o -> o.gradOutputs(Torch.tensor(1., 100.)))));
        print(failure(() -> Autograd.grad(x.mul(2), w)));
        print(failure(() -> Autograd.grad(v.mul(v), v)));
    }

    private static Tuple gradients(List<Tensor> gradients) { return tuple(new ArrayList<>(gradients).toArray()); }

    private void attempted(String label, Supplier<?> action) {
        try {
            action.get();
            print(label, "is fine");
        } catch (TorchException refused) {
            print(label, "->", refused.getMessage().lines().findFirst().orElseThrow().split("; expected")[0]);
        }
    }

    private void attempted(String label, Runnable action) {
        attempted(label, () -> {
            action.run();
            return null;
        });
    }

    void scenario109() {
        var x = Torch.tensor(1., 2.).requiresGrad_();
        attempted("in-place on a leaf", () -> x.add_(1));
        attempted("in-place on a view of a leaf", () -> x.get(0).add_(1));
        attempted("in-place on a saved value", () -> {
            var y = x.exp();
            y.add_(1);
            y.sum().backward();
        });
        attempted("in-place on an unsaved value", () -> {
            var y = x.mul(2);
            y.add_(1);
            y.sum().backward();
        });
        attempted("backward of a constant", () -> Torch.ones(1).backward());
        attempted("backward with a wrong shape", () -> x.mul(2).backward(Torch.ones(3)));
        attempted("requires_grad of integers",
                () -> Torch.ones(new long[] { 2 }, o -> o.dtype(Torch.int64)).requiresGrad_());
        attempted("assigning a wrong grad", () -> x.setGrad(Torch.ones(3)));
        attempted("shapes", () -> Torch.ones(2, 3).matmul(Torch.ones(2, 3)));
        attempted("broadcast", () -> Torch.ones(2, 3).add(Torch.ones(4)));
        attempted("reshape", () -> Torch.ones(2, 3).view(4));
        attempted("cat", () -> Torch.cat(Torch.ones(1, 2), Torch.ones(1, 3)));
        print(x);
    }

    void scenario111() {
        var net = new ReLU();
        var h = net.registerBackwardHook(
                (m, gi, go) -> print("old hook", go.stream().map(Tensor::tolist).toList()));
        var x = Torch.tensor(-1., 2.).requiresGrad_();
        net.call(x).sum().backward();
        print(failure(() -> net.registerFullBackwardHook((m, gi, go) -> {})));
        h.remove();
        var full = new ReLU();
        full.registerFullBackwardHook((m, gi, go) -> {});
        print(failure(() -> full.registerBackwardHook((m, gi, go) -> {})));
        try (var g = GlobalHooks.registerModuleBackwardHook((m, gi, go) -> print("old global hook", typeName(m)))) {
            print(failure(() -> GlobalHooks.registerModuleFullBackwardHook((m, gi, go) -> {})));
            new Tanh().call(x).sum().backward();
        }
    }

    void scenario112() {
        Torch.manualSeed(0);
        var net = new Linear(3, 1);
        var x = Torch.arange(12.).reshape(4, 3).div(10);
        var y = Torch.tensor("[[1.], [0.], [1.], [0.]]");
        F.mseLoss(net.call(x), y).backward();
        var whole = net.weight.grad().clone();
        net.zeroGrad();
        for (var i = 0; i < 4; i += 2) {
            F.mseLoss(net.call(x.narrow(0, i, 2)), y.narrow(0, i, 2)).div(2).backward();
        }
        print("same:", Torch.allclose(whole, net.weight.grad(), 1e-5, 1e-6, false));
        print(net.call(x).requiresGrad(), net.call(x).detach().requiresGrad(), net.weight.grad().requiresGrad());
        var w = Torch.tensor(new double[] { 0 }).requiresGrad_();
        try (var anomaly = Autograd.setDetectAnomaly(true, true)) {
            Torch.sqrt(w).mul(0).sum().backward();
        } catch (TorchException found) {
            print("RuntimeError:", found.getMessage().lines().findFirst().orElseThrow());
        }
    }
}
