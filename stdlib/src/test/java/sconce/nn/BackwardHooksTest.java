package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.libtorch.HookLife;

class BackwardHooksTest {
    static class Product extends Module {
        Tensor forward(Tensor a, Tensor b) { return a.mul(b); }
    }

    static class Both extends Module {
        List<Tensor> forward(Tensor x) { return List.of(x.mul(2), x.mul(3)); }
    }

    @Test
    void a_module_of_two_inputs_sees_both_gradients_at_once_and_may_replace_them() {
        var product = new Product();
        List<String> seen = new ArrayList<>();
        product.registerFullBackwardHook((m, gradInput, gradOutput) -> seen.add(gradInput + " " + gradOutput));
        var a = Torch.tensor(2.0, 3.0).requiresGrad_();
        var b = Torch.tensor(5.0, 7.0).requiresGrad_();
        product.call(a, b).sum().backward();
        assertThat(seen).containsExactly("[tensor([5., 7.]), tensor([2., 3.])] [tensor([1., 1.])]");
        assertThat(a.grad()).hasToString("tensor([5., 7.])");
        assertThat(b.grad()).hasToString("tensor([2., 3.])");
        product.registerFullBackwardHookReturning(
                (m, gradInput, gradOutput) -> List.of(gradInput.get(0).mul(10), gradInput.get(1).mul(100)));
        a.setGrad(null);
        b.setGrad(null);
        product.call(a, b).sum().backward();
        assertThat(a.grad()).hasToString("tensor([50., 70.])");
        assertThat(b.grad()).hasToString("tensor([200., 300.])");
    }

    @Test
    void a_module_of_two_outputs_sees_both_gradients_at_once() {
        var both = new Both();
        List<String> seen = new ArrayList<>();
        both.registerFullBackwardHook((m, gradInput, gradOutput) -> seen.add(gradInput + " " + gradOutput));
        var x = Torch.tensor(1.0).requiresGrad_();
        var out = both.invoke(List.class, x);
        ((Tensor) out.get(0)).add(((Tensor) out.get(1)).mul(10)).backward();
        assertThat(seen).containsExactly("[tensor(32.)] [tensor(1.), tensor(10.)]");
        assertThat(x.grad()).hasToString("tensor(32.)");
    }

    @Test
    void a_hook_that_returns_too_few_gradients_is_refused() {
        var product = new Product();
        product.registerFullBackwardHookReturning((m, gradInput, gradOutput) -> gradInput.get(0));
        var a = Torch.tensor(2.0).requiresGrad_();
        assertThatThrownBy(() -> product.call(a, a).backward()).isInstanceOf(TorchException.class)
                .hasMessage("Backward hook returned an invalid number of grad_input, got 1, but expected 2");
    }

    @Test
    void hooks_go_with_their_graph_whether_it_ran_or_not() throws InterruptedException {
        var linear = new Linear(3, 2);
        var calls = new int[1];
        linear.registerFullBackwardHook((m, gradInput, gradOutput) -> calls[0]++);
        var x = Torch.ones(4, 3).requiresGrad_();
        for (var step = 0; step < 3000; step++) linear.call(x).sum().backward();
        assertThat(calls[0]).isEqualTo(3000);
        for (var step = 0; step < 100; step++) linear.call(x);
        var patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (HookLife.alive() > 0 && System.nanoTime() < patience) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(HookLife.alive()).isZero();
    }

    @Test
    void a_graph_that_is_kept_runs_its_hooks_again() {
        var linear = new Linear(3, 2);
        var calls = new int[1];
        linear.registerFullBackwardHook((m, gradInput, gradOutput) -> calls[0]++);
        var loss = linear.call(Torch.ones(4, 3).requiresGrad_()).sum();
        loss.backward(null, true, false, null);
        System.gc();
        loss.backward();
        assertThat(calls[0]).isEqualTo(2);
        assertThatThrownBy(loss::backward).hasMessageContaining("Trying to backward through the graph a second time");
    }

    @Test
    void the_older_hook_sees_the_last_operation_and_excludes_full_ones() {
        var relu = new ReLU();
        List<String> seen = new ArrayList<>();
        relu.registerBackwardHook((m, gradInput, gradOutput) -> seen.add(gradInput + " " + gradOutput));
        var x = Torch.tensor(-1.0, 2.0).requiresGrad_();
        relu.call(x).sum().backward();
        assertThat(seen).containsExactly("[tensor([0., 1.])] [tensor([1., 1.])]");
        assertThat(x.grad()).hasToString("tensor([0., 1.])");
        assertThatThrownBy(() -> relu.registerFullBackwardHook((m, gradInput, gradOutput) -> {}))
                .hasMessageStartingWith("Cannot use both regular backward hooks and full backward hooks");
    }
}
