package sconce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
    @Test
    void a_seed_gives_pytorchs_numbers() {
        Torch.manualSeed(0);
        assertThat(Torch.rand(3).floatArray()).containsExactly(0.4962566f, 0.7682218f, 0.08847743f);
    }

    @Test
    void a_native_error_is_one_readable_line() {
        var x = Torch.ones(2, 3);
        assertThatThrownBy(() -> x.matmul(x)).isInstanceOf(TorchException.class)
                .hasMessage("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)");
    }

    @Test
    void gradients_flow_to_leaves() {
        var w = new Parameter(Torch.ones(3, 2));
        Torch.ones(2, 3).matmul(w).sum().backward();
        assertThat(w.grad().floatArray()).containsOnly(2f);
    }

    @Test
    void a_hook_sees_gradients_until_it_is_removed() {
        var x = Torch.ones(2).requiresGrad_();
        var seen = new java.util.ArrayList<Tensor>();
        var handle = x.registerHook(seen::add);
        x.sum().backward();
        handle.remove();
        x.sum().backward();
        assertThat(seen).hasSize(1);
    }

    @Test
    void an_exception_thrown_in_a_hook_comes_out_of_backward_as_it_is() {
        var x = Torch.ones(2).requiresGrad_();
        x.registerHookReturning(gradient -> { throw new ValueError("no"); });
        assertThatThrownBy(() -> x.sum().backward()).isInstanceOf(ValueError.class).hasMessage("no");
    }

    @Test
    void a_closed_scope_frees_what_was_not_kept_and_says_so() {
        Tensor kept, freed;
        try (var scope = Torch.scope()) {
            kept = scope.keep(Torch.ones(1).add(1));
            freed = Torch.ones(1).add(2);
        }
        assertThat(kept.item()).isEqualTo(2.0);
        assertThatThrownBy(freed::item).hasMessageContaining("freed when the scope opened at TensorTest.java:");
    }
}
