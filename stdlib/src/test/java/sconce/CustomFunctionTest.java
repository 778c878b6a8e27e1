package sconce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sconce.libtorch.HookLife;
import sconce.nn.Checkpoint;
import sconce.nn.Dropout;
import sconce.nn.Func;
import sconce.nn.Linear;
import sconce.nn.Sequential;
import sconce.nn.Tanh;

/// Operations with a backward of their own, and what is built on them.
class CustomFunctionTest {
    /// `x * w` and `x + w`.
    private static final class Both extends CustomFunction {
        @Override
        protected List<Tensor> forward(Context ctx, Object... in) {
            ctx.saveForBackward((Tensor) in[0], (Tensor) in[1]);
            return List.of(((Tensor) in[0]).mul((Tensor) in[1]), ((Tensor) in[0]).add((Tensor) in[1]));
        }

        @Override
        protected @Nullable Tensor[] backward(Context ctx, Tensor... grad) {
            var x = ctx.savedTensors().get(0);
            var w = ctx.savedTensors().get(1);
            return new @Nullable Tensor[] { ctx.needsInputGrad(0) ? grad[0].mul(w).add(grad[1]) : null,
                    ctx.needsInputGrad(1) ? grad[0].mul(x).add(grad[1]) : null };
        }
    }

    private static class Exp extends CustomFunction {
        @Override
        protected Tensor forward(Context ctx, Object... in) {
            var y = ((Tensor) in[0]).exp();
            ctx.saveForBackward(y);
            return y;
        }

        @Override
        protected @Nullable Object backward(Context ctx, Tensor... grad) {
            return grad[0].mul(ctx.savedTensors().get(0));
        }
    }

    private static Tensor leaf(double... values) { return Torch.tensor(values).toDouble().requiresGrad_(); }

    @Test
    void several_inputs_and_outputs_have_the_gradients_of_the_formula() {
        var x = leaf(1, -2, 3);
        var w = leaf(4, 5, -6);
        assertThat(Autograd.gradcheck(in -> {
            var outputs = new Both().applyAll(in.get(0), in.get(1));
            return outputs.get(0).pow(2).add(outputs.get(1).sin());
        }, List.of(x, w))).isTrue();
        var onlyOne = new Both().applyAll(x, w.detach()).get(1);
        onlyOne.sum().backward();
        assertThat(x.grad().floatArray()).containsExactly(1, 1, 1);
    }

    @Test
    void a_gradient_can_be_differentiated_again_through_saved_outputs() {
        var x = leaf(0.3, -0.7);
        assertThat(Autograd.gradgradcheck(t -> new Exp().apply(t), x)).isTrue();
        var y = new Exp().apply(x);
        var first = Autograd.grad(y.sum(), x, o -> o.createGraph(true)).getFirst();
        var second = Autograd.grad(first.sum(), x, o -> o.createGraph(true)).getFirst();
        var third = Autograd.grad(second.sum(), x).getFirst();
        assertThat(Torch.allclose(third, x.detach().exp())).isTrue();
    }

    @Test
    void the_name_of_the_operation_is_the_classs() {
        assertThat(new Exp().apply(Torch.zeros(1).requiresGrad_())).hasToString("tensor([1.], grad_fn=<ExpBackward>)");
        assertThat(Torch.noGrad(() -> new Exp().apply(Torch.zeros(1).requiresGrad_()))).hasToString("tensor([1.])");
        assertThat(new Exp().apply(Torch.zeros(1)).requiresGrad()).isFalse();
    }

    @Test
    void forward_keeps_every_bit_of_what_it_gave() {
        class Same extends CustomFunction {
            @Override
            protected Tensor forward(Context ctx, Object... in) { return ((Tensor) in[0]).clone(); }

            @Override
            protected Tensor backward(Context ctx, Tensor... grad) { return grad[0]; }
        }
        var x = Torch.tensor(-0.0, 0.0, Double.POSITIVE_INFINITY, Double.NaN).requiresGrad_();
        var bits = new Same().apply(x).detach().floatArray();
        assertThat(Float.floatToRawIntBits(bits[0])).isEqualTo(Float.floatToRawIntBits(-0f));
        assertThat(bits[1]).isEqualTo(0f);
        assertThat(bits[2]).isInfinite();
        assertThat(bits[3]).isNaN();
    }

    @Test
    void an_input_changed_in_place_is_the_output_itself() {
        class Double_ extends CustomFunction {
            @Override
            protected Tensor forward(Context ctx, Object... in) {
                var x = (Tensor) in[0];
                ctx.markDirty(x);
                return x.mul_(2);
            }

            @Override
            protected Tensor backward(Context ctx, Tensor... grad) { return grad[0].mul(2); }
        }
        var x = leaf(1, 2);
        var inner = x.mul(3);
        var outer = new Double_().apply(inner);
        assertThat(outer).isSameAs(inner).hasToString(
                "tensor([ 6., 12.], dtype=torch.float64, grad_fn=<Double_Backward>)");
        outer.sum().backward();
        assertThat(x.grad().doubleArray()).containsExactly(6, 6);
        assertThatThrownBy(() -> new Double_().apply(leaf(1))).isInstanceOf(TorchException.class)
                .hasMessageContaining("in-place operation");
    }

    @Test
    void outputs_without_gradient_and_absent_gradients_are_told_apart() {
        class Sorted extends CustomFunction {
            private final boolean materialize;
            @Nullable
            Tensor seen;
            boolean called;

            Sorted(boolean materialize) { this.materialize = materialize; }

            @Override
            protected Tensor[] forward(Context ctx, Object... in) {
                var x = (Tensor) in[0];
                ctx.setMaterializeGrads(materialize);
                var copy = x.clone();
                ctx.markNonDifferentiable(copy);
                return new Tensor[] { x.mul(1), x.mul(2), copy };
            }

            @Override
            protected Tensor backward(Context ctx, Tensor... grad) {
                called = true;
                seen = grad[1];
                return grad[0];
            }
        }
        for (var materialize : List.of(true, false)) {
            var function = new Sorted(materialize);
            var outputs = function.applyAll(leaf(1, 2));
            assertThat(outputs.get(2).requiresGrad()).isFalse();
            outputs.get(0).sum().backward();
            assertThat(function.called).isTrue();
            assertThat(function.seen == null).isEqualTo(!materialize);
        }
    }

    @Test
    void a_function_that_is_differentiable_once_says_so_the_second_time() {
        var once = new Exp() {
            @Override
            protected boolean onceDifferentiable() { return true; }
        };
        var x = leaf(1);
        var first = Autograd.grad(once.apply(x), x, o -> o.createGraph(true)).getFirst();
        assertThat(first.doubleValue()).isCloseTo(Math.E, org.assertj.core.data.Offset.offset(1e-9));
        assertThatThrownBy(() -> first.sum().backward()).hasMessage(
                "trying to differentiate twice a function that was marked with @once_differentiable");
    }

    @Test
    void wrong_gradients_are_refused_in_pytorchs_words() {
        class Wrong extends Exp {
            private final Object gradients;

            Wrong(Object gradients) { this.gradients = gradients; }

            @Override
            protected Object backward(Context ctx, Tensor... grad) { return gradients; }
        }
        var x = leaf(1, 2);
        assertThatThrownBy(() -> new Wrong(new Tensor[] { x, x }).apply(x).sum().backward()).hasMessage(
                "function WrongBackward returned an incorrect number of gradients (expected 1, got 2)");
        assertThatThrownBy(() -> new Wrong(new Tensor[] { x, x }).apply(x, 3).sum().backward()).hasMessage(
                "function WrongBackward returned a gradient different from None at position 2, but the corresponding "
                        + "forward input was not a Variable");
        assertThatThrownBy(() -> new Wrong(Torch.ones(3)).apply(x).sum().backward()).hasMessage(
                "Function WrongBackward returned an invalid gradient at index 0 - got [3] but expected shape compatible "
                        + "with [2]");
        assertThatThrownBy(() -> new Wrong("x").apply(x).sum().backward()).isInstanceOf(TypeError.class);
        new Wrong(Torch.ones(4, 2)).apply(x).sum().backward();
        assertThat(x.grad().doubleArray()).containsExactly(4, 4);
        var y = new Exp().apply(x);
        y.sum().backward();
        assertThatThrownBy(() -> y.sum().backward()).hasMessageStartingWith(
                "Trying to backward through the graph a second time");
    }

    @Test
    void thousands_of_calls_leave_nothing_behind() throws InterruptedException {
        var x = leaf(1, 2);
        var before = HookLife.alive();
        for (var i = 0; i < 2000; i++) {
            var y = new Both().applyAll(new Exp().apply(x), x);
            if (i % 2 == 0) y.get(0).sum().backward();
        }
        for (var tries = 0; HookLife.alive() > before + 50 && tries < 200; tries++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(HookLife.alive()).isLessThanOrEqualTo(before + 50);
    }

    @Test
    void a_checkpointed_model_has_the_gradients_of_the_plain_one() {
        Torch.manualSeed(0);
        var net = new Sequential(new Linear(3, 4), new Tanh(), new Dropout(0.3), new Linear(4, 4), new Tanh(),
                new Linear(4, 1));
        var x = Torch.randn(5, 3);
        Torch.manualSeed(7);
        net.call(x).sum().backward();
        var plain = net.parameters().stream().map(p -> p.grad().clone()).toList();
        for (var segments = 1; segments <= 6; segments++) {
            net.zeroGrad();
            Torch.manualSeed(7);
            Checkpoint.checkpointSequential(net, segments, x).sum().backward();
            for (var i = 0; i < plain.size(); i++) {
                assertThat(Torch.allclose(net.parameters().get(i).grad(), plain.get(i))).isTrue();
            }
        }
        assertThatThrownBy(() -> Checkpoint.checkpointSequential(net, 7, x)).isInstanceOf(ValueError.class);
    }

    @Test
    void hooks_after_accumulation_see_the_sum_once_a_pass() {
        var x = Torch.tensor(1.0, 2.0).requiresGrad_();
        var seen = new java.util.ArrayList<String>();
        try (var hook = x.registerPostAccumulateGradHook(p -> seen.add(p.grad().tolist().toString()))) {
            x.mul(x).sum().backward();
            x.mul(3).sum().backward();
            Autograd.grad(x.mul(3).sum(), x);
        }
        x.mul(3).sum().backward();
        assertThat(seen).containsExactly("[2.0, 4.0]", "[5.0, 7.0]");
        assertThatThrownBy(() -> x.mul(2).registerPostAccumulateGradHook(p -> {})).hasMessage(
                "post accumulate grad hooks cannot be registered on non-leaf tensors");
    }

    @Test
    void gradients_as_functions_can_be_applied_to_each_other() {
        var x = Torch.tensor(2.0);
        assertThat(Func.grad(Func.grad(Func.grad(t -> t.pow(4)))).apply(x).item().doubleValue()).isEqualTo(48);
        assertThat(Func.grad((a, b) -> a.mul(b).sum(), 1).apply(x, Torch.tensor(5.0)).doubleValue()).isEqualTo(2);
        var both = Func.gradAndValue(t -> t.pow(2)).apply(x);
        assertThat(both.value().doubleValue()).isEqualTo(4);
        assertThatThrownBy(() -> Func.grad(t -> t.mul(1)).apply(Torch.ones(2))).hasMessage(
                "Expected f(*args) to return a scalar tensor, got tensor with 1 dims. Maybe you wanted to use the vjp or "
                        + "jacrev APIs instead?");
        var vjp = Func.vjp(Torch::sin, Torch.zeros(2));
        assertThat(vjp.vjpFn().apply(Torch.tensor(1.0, 3.0)).floatArray()).containsExactly(1, 3);
        assertThat(vjp.vjpFn().apply(Torch.ones(2)).floatArray()).containsExactly(1, 1);
        assertThat(Func.vmap((a, b) -> a.dot(b)).apply(Torch.ones(3, 2), Torch.ones(3, 2)).floatArray())
                .containsExactly(2, 2, 2);
        assertThatThrownBy(() -> Func.vmap(Torch::sin).apply(x)).isInstanceOf(ValueError.class);
    }

    @Test
    void a_wrong_gradient_is_found_by_gradcheck() {
        class Wrong extends Exp {
            @Override
            protected Object backward(Context ctx, Tensor... grad) { return grad[0].mul(3); }
        }
        assertThatThrownBy(() -> Autograd.gradcheck(t -> new Wrong().apply(t), leaf(0.1))).isInstanceOf(
                TorchException.class)
                .hasMessageStartingWith("Jacobian mismatch for output 0 with respect to input 0,\nnumerical:tensor(");
        assertThatThrownBy(() -> Autograd.gradcheck(Torch::sin, Torch.ones(1))).isInstanceOf(ValueError.class);
    }
}
