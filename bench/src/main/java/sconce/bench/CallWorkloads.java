package sconce.bench;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.Identity;
import sconce.nn.Linear;
import sconce.nn.Module;
import sconce.nn.Sequential;

/// Calls in which next to nothing is computed: what is left is the way to libtorch and back.
final class CallWorkloads {
    private static final int LOOP = 2000;
    /// Ten times Python's: the JVM compiles what is called often.
    private static final int WARM = 200_000;

    private CallWorkloads() {}

    static List<Workload> all() {
        return List.of(new Workload("add_1", LOOP, WARM, CallWorkloads::add),
                new Workload("module_call_identity", LOOP, WARM, () -> called(new Identity(), Torch.ones(1))),
                new Workload("module_call_hooked", LOOP, WARM, CallWorkloads::hooked),
                new Workload("linear_4_4_call", LOOP, WARM, CallWorkloads::linear),
                new Workload("linear_4_4_call_no_grad", LOOP, WARM, true, CallWorkloads::linear),
                new Workload("sequential_10_call", 200, 40_000, () -> called(linears(10), Torch.rand(1, 4))),
                new Workload("sequential_2000_forward", 1, 200, () -> called(linears(2000), Torch.rand(1, 4))),
                new Workload("sequential_2000_backward", 1, 100, CallWorkloads::backward));
    }

    private static Workload.Built add() {
        Tensor a = Torch.ones(1);
        Tensor b = Torch.ones(1);
        return new Workload.Built(() -> a.add(b), () -> a.add(b).item());
    }

    private static Workload.Built linear() { return called(new Linear(4, 4), Torch.rand(1, 4)); }

    private static Workload.Built hooked() {
        var module = new Identity();
        module.registerForwardPreHook((m, inputs) -> {});
        module.registerForwardHook((m, inputs, output) -> {});
        return called(module, Torch.ones(1));
    }

    static Sequential linears(int count) {
        return new Sequential(IntStream.range(0, count).mapToObj(_ -> new Linear(4, 4)).toArray(Module[]::new));
    }

    private static Workload.Built called(Identity module, Tensor x) {
        return new Workload.Built(() -> module.call(x), () -> module.call(x).item());
    }

    private static Workload.Built called(Linear module, Tensor x) {
        return new Workload.Built(() -> module.call(x), () -> module.call(x).sum().item());
    }

    private static Workload.Built called(Sequential module, Tensor x) {
        return new Workload.Built(() -> module.call(x), () -> module.call(x).sum().item());
    }

    private static Workload.Built backward() {
        var module = linears(2000);
        var x = Torch.rand(1, 4);
        Runnable call = () -> {
            module.zeroGrad();
            module.call(x).sum().backward();
        };
        return new Workload.Built(() -> {
            call.run();
            return null;
        }, () -> {
            call.run();
            return Objects.requireNonNull(module.getParameter("1999.bias").grad()).sum().item();
        });
    }
}
