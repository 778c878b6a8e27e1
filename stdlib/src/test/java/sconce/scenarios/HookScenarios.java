package sconce.scenarios;

import java.util.List;
import sconce.HookHandle;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.nn.*;
import sconce.nn.Module;

/// Scenarios 059 to 064: hooks.
@SuppressWarnings("unused") // The fields are there to be registered.
final class HookScenarios extends Scenarios {
    private static List<Object> items(Inputs in) { return in.stream().<Object>map(a -> ((Tensor) a).item()).toList(); }

    void scenario059() {
        class Scale extends Module {
            Tensor forward(Tensor x) { return forward(x, 2); }

            Tensor forward(Tensor x, int factor) { return x.mul(factor); }
        }
        var net = new Scale();
        var h1 = net.registerForwardHook((m, in, out) -> print("first", items(in), out.item()));
        var h2 = net.registerForwardHookReturning((m, in, out) -> out.add(1));
        var h3 = net.registerForwardHook((m, in, kwargs, out) -> print("third", kwargs, out.item()));
        var h4 = net.registerForwardHook((m, in, out) -> print("early"), o -> o.prepend(true));
        print(net.call(Torch.tensor(3)));
        print(net.call(Torch.tensor(3), Torch.kwargs("factor", 10)));
        h2.remove();
        h4.remove();
        print(net.call(Torch.tensor(3)));
        h2.remove();
        h1.remove();
        h3.remove();
        print(net.call(Torch.tensor(3)));
    }

    void scenario060() {
        class AddTwo extends Module {
            Tensor forward(Tensor a) { return forward(a, Torch.tensor(10)); }

            Tensor forward(Tensor a, Tensor b) {
                print("forward", a.item(), b.item());
                return a.add(b);
            }
        }
        var net = new AddTwo();
        var h1 = net.registerForwardPreHookReturning((m, in) -> in.get(0).mul(2));
        print(net.call(Torch.tensor(1)));
        var h2 = net.registerForwardPreHookReturning((m, in) -> Inputs.of(in.get(0).add(100), Torch.tensor(5)));
        print(net.call(Torch.tensor(1)));
        var h3 = net.registerForwardPreHook((m, in) -> print("sees", items(in)), o -> o.prepend(true));
        print(net.call(Torch.tensor(1)));
        List.of(h1, h2, h3).forEach(HookHandle::remove);
        var h = net
                .registerForwardPreHookReturning((m, in, kwargs) -> in.withKwargs(Torch.kwargs("b", Torch.tensor(7))));
        print(net.call(Torch.tensor(1)));
        h.remove();
    }

    void scenario061() {
        class Fails extends Module {
            Tensor forward(Tensor x) { throw new TorchException("forward failed"); }
        }
        var net = new Fails();
        net.registerForwardHook((m, in, out) -> print("ordinary hook"));
        net.registerForwardHook((m, in, out) -> print("always called, output:", out), o -> o.alwaysCall(true));
        print(failure(() -> net.call(Torch.ones(1))));
        var ok = new Identity();
        ok.registerForwardHook((m, in, out) -> print("always called, output:", out), o -> o.alwaysCall(true));
        print(ok.call(Torch.ones(1)));
    }

    private void show(Module m, List<Tensor> gradInput, List<Tensor> gradOutput) {
        print("hook", gradInput.stream().map(g -> g == null ? "None" : g.tolist()).toList(),
                gradOutput.stream().map(Tensor::tolist).toList());
    }

    void scenario062() {
        var net = new Linear(2, 1, o -> o.bias(false));
        Torch.noGrad(() -> { net.weight.copy_(Torch.tensor("[[3., 4.]]")); });
        var x = Torch.ones(1, 2).requiresGrad_();
        var h1 = net.registerFullBackwardHook(this::show);
        net.call(x).sum().backward();
        print(x.grad(), net.weight.grad());
        x.setGrad(null);
        var h2 = net.registerFullBackwardHookReturning((m, gi, go) -> gi.get(0).mul(10));
        var h3 = net.registerFullBackwardPreHookReturning((m, go) -> go.get(0).mul(2));
        var h4 = net.registerFullBackwardHook((m, gi, go) -> print("prepended"), o -> o.prepend(true));
        net.call(x).sum().backward();
        print(x.grad());
        List.of(h1, h2, h3, h4).forEach(HookHandle::remove);
        x.setGrad(null);
        net.call(x).sum().backward();
        print(x.grad());
        var plain = Torch.ones(1, 2); // needs no gradient: the hook still fires, with a warning
        net.registerFullBackwardHook((m, gi, go) -> print("hook [None]", go.stream().map(Tensor::tolist).toList()));
        net.call(plain).sum().backward();
    }

    void scenario063() {
        var net = new Sequential(new Linear(1, 1), new ReLU());
        var linear = net.get(0, Linear.class);
        Init.constant_(linear.weight, 2);
        Init.constant_(linear.bias, 1);
        linear.registerForwardPreHook((m, in) -> print("own pre", typeName(m)));
        linear.registerForwardHook((m, in, out) -> print("own post", typeName(m)));
        var h1 = GlobalHooks.registerModuleForwardPreHook((m, in) -> print("global pre", typeName(m)));
        var h2 = GlobalHooks.registerModuleForwardHook((m, in, out) -> print("global post", typeName(m)));
        var h3 = GlobalHooks.registerModuleFullBackwardHook(
                (m, gi, go) -> print("global backward", typeName(m), go.get(0).tolist()));
        try (h1; h2; h3) {
            var x = Torch.tensor("[[1.]]").requiresGrad_();
            var y = net.call(x);
            print(y.item());
            y.backward();
            List.of(h1, h2, h3).forEach(HookHandle::remove);
            print(net.call(x).item(), x.grad());
        }
    }

    void scenario064() {
        class Net extends Module {
            Parameter w;
            Tensor b;
            Module act;

            Net() {
                w = new Parameter(Torch.ones(1));
                registerBuffer("b", Torch.zeros(1));
                act = new ReLU();
            }
        }
        var h1 = GlobalHooks.registerModuleParameterRegistrationHook((m, name, p) -> {
            print(typeName(m), "parameter", name);
            return null;
        });
        var h2 = GlobalHooks.registerModuleBufferRegistrationHook((m, name, b) -> {
            print(typeName(m), "buffer", name);
            return null;
        });
        var h3 = GlobalHooks.registerModuleModuleRegistrationHook((m, name, c) -> {
            print(typeName(m), "module", name, "is", typeName(c));
            return null;
        });
        try (h1; h2; h3) {
            new Net().children(); // in Java what fields hold is registered when somebody asks
            new Sequential(new ReLU(), new Tanh());
        }
        try (var h = GlobalHooks
                .registerModuleModuleRegistrationHook((m, name, c) -> c instanceof ReLU ? new Tanh() : null)) {
            print(new Net());
        }
        print(new Net());
    }
}
