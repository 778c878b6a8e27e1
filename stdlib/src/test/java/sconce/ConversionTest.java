package sconce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConversionTest {
    private final Tensor x = Torch.arange(6.0).reshape(2, 3);

    @Test
    void nothing_to_convert_gives_the_tensor_itself() {
        assertThat(x.to(Torch.float32)).isSameAs(x);
        assertThat(x.toFloat()).isSameAs(x);
        assertThat(x.cpu()).isSameAs(x);
        assertThat(x.to("cpu", Torch.float32)).isSameAs(x);
        assertThat(x.contiguous()).isSameAs(x);
        assertThat(x.to(x)).isSameAs(x);
        assertThat(x.to(o -> o.copy(true))).isNotSameAs(x);
        assertThat(Torch.asTensor(x)).isSameAs(x);
    }

    @Test
    void in_place_methods_return_the_tensor_itself() {
        assertThat(x.add_(1).mul_(2).clamp_(3, 9).copy_(Torch.ones(3))).isSameAs(x);
        assertThat(x.normal_().uniform_().fill_(2).transpose_(0, 1)).isSameAs(x);
        assertThat(x).hasToString("tensor([[2., 2.],\n        [2., 2.],\n        [2., 2.]])");
    }

    @Test
    void functions_of_java_change_elements() {
        assertThat(x.clone().apply_(v -> v * v).tolist()).hasToString("[[0.0, 1.0, 4.0], [9.0, 16.0, 25.0]]");
        assertThat(x.clone().map_(Torch.tensor(1, 2, 3), (a, b) -> a - b).tolist())
                .hasToString("[[-1.0, -1.0, -1.0], [2.0, 2.0, 2.0]]");
    }

    @Test
    void a_graph_names_the_operation_that_a_number_took_part_in() {
        var w = Torch.ones(2, o -> o.requiresGrad(true));
        assertThat(w.clone().add_(1)).hasToString("tensor([2., 2.], grad_fn=<AddBackward0>)");
        assertThat(w.clone().mul_(2)).hasToString("tensor([2., 2.], grad_fn=<MulBackward0>)");
    }

    @Test
    void a_view_knows_its_base() {
        var copy = x.clone();
        assertThat(copy.isView()).isFalse();
        assertThat(copy.base()).isNull();
        var view = copy.view(6);
        assertThat(view.isView()).isTrue();
        assertThat(view.base().dataPtr()).isEqualTo(copy.dataPtr());
        assertThat(x.t().isContiguous()).isFalse();
        assertThat(Torch.ones(1, 2, 2, 2).to(Torch.channels_last).isContiguous(Torch.channels_last)).isTrue();
        assertThat(x.t().dimOrder()).hasToString("(1, 0)");
    }

    @Test
    void what_has_no_data_cannot_be_read() {
        var meta = Torch.empty(2, o -> o.device("meta"));
        assertThatThrownBy(meta::tolist).isInstanceOf(NotImplementedError.class)
                .hasMessage("Cannot copy out of meta tensor; no data!");
        assertThatThrownBy(x::doubleValue).isInstanceOf(ValueError.class)
                .hasMessage("only one element tensors can be converted to Python scalars");
    }

    @Test
    void limits_of_dtypes_are_those_of_their_numbers() {
        assertThat(Torch.finfo(Torch.bfloat16).max()).isEqualTo(3.3895313892515355e38);
        assertThat(Torch.finfo(Torch.float32).eps()).isEqualTo(1.1920928955078125e-7);
        assertThat(Torch.iinfo(Torch.uint8).max()).isEqualTo(255);
        assertThat(Torch.iinfo(Torch.int64)).hasToString("iinfo(min=-9.22337e+18, max=9.22337e+18, dtype=int64)");
        assertThatThrownBy(() -> Torch.finfo(Torch.int32)).isInstanceOf(TypeError.class);
        assertThatThrownBy(() -> Torch.iinfo(Torch.float32)).isInstanceOf(TypeError.class);
    }

    @Test
    void inference_mode_ends_with_its_block() {
        Tensor made;
        try (var mode = Torch.inferenceMode()) {
            made = Torch.ones(1);
        }
        assertThat(made.isInference()).isTrue();
        assertThat(Torch.isInferenceModeEnabled()).isFalse();
    }

    @Test
    void draws_in_a_fork_leave_no_trace() {
        Torch.manualSeed(4);
        var expected = Torch.rand(3).floatArray();
        Torch.manualSeed(4);
        try (var fork = Torch.forkRng()) {
            Torch.rand(100);
        }
        assertThat(Torch.rand(3).floatArray()).containsExactly(expected);
    }
}
