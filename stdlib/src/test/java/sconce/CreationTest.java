package sconce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreationTest {
    @Test
    void whole_numbers_are_int64_reals_float32_and_truths_bool() {
        assertThat(Torch.tensor(3)).hasToString("tensor(3)");
        assertThat(Torch.tensor(1, 2).dtype()).isEqualTo(Torch.int64);
        assertThat(Torch.tensor(new int[][] { { 1 }, { 2 } }).dtype()).isEqualTo(Torch.int64);
        assertThat(Torch.tensor((byte) 1).dtype()).isEqualTo(Torch.int64);
        assertThat(Torch.tensor(1.5f, 2).dtype()).isEqualTo(Torch.float32);
        assertThat(Torch.tensor(new double[] { 1 }).dtype()).isEqualTo(Torch.float32);
        assertThat(Torch.tensor(true, false)).hasToString("tensor([ True, False])");
        assertThat(Torch.tensor()).hasToString("tensor([])");
        assertThat(Torch.tensor(new int[0]).dtype()).isEqualTo(Torch.float32);
    }

    @Test
    void lists_and_arrays_nest_and_mixed_numbers_promote() {
        assertThat(Torch.tensor(List.of(1, 2.5))).hasToString("tensor([1.0000, 2.5000])");
        assertThat(Torch.tensor(List.of(true, 2))).hasToString("tensor([1, 2])");
        assertThat(Torch.tensor(new Object[] { new int[] { 1, 2 }, List.of(3, 4) })).hasToString(
                "tensor([[1, 2],\n        [3, 4]])");
        assertThat(Torch.tensor(List.of(Torch.complex(1, 2), 3))).hasToString("tensor([1.+2.j, 3.+0.j])");
        assertThat(Torch.tensor(List.of(Torch.tensor(1.5), 2))).hasToString("tensor([1.5000, 2.0000])");
        assertThat(Torch.tensor(new float[2][0][3]).shape()).isEqualTo(Torch.size(2, 0));
    }

    @Test
    void a_printed_tensor_reads_back() {
        for (var tensor : List.of(Torch.arange(6.0).reshape(2, 3), Torch.tensor(true, false), Torch.tensor(-7),
                Torch.tensor(0.5, Double.NaN, Double.NEGATIVE_INFINITY),
                Torch.tensor(1.5, o -> o.dtype(Torch.float64)), Torch.zeros(0),
                Torch.tensor(List.of(Torch.complex(1, -2))), Torch.ones(2, o -> o.requiresGrad(true)))) {
            var back = Torch.tensor(tensor.toString());
            assertThat(back.dtype()).isEqualTo(tensor.dtype());
            assertThat(back.detach()).hasToString(tensor.detach().toString());
        }
        assertThat(Torch.tensor("[[1., 2.], [3., 4.]]").shape()).isEqualTo(Torch.size(2, 2));
        assertThatThrownBy(() -> Torch.tensor("[1, 2")).isInstanceOf(ValueError.class)
                .hasMessageContaining("at character 6");
        assertThatThrownBy(() -> Torch.tensor(Torch.arange(2000).toString())).hasMessageContaining("summarised");
    }

    @Test
    void rows_of_different_lengths_are_refused() {
        assertThatThrownBy(() -> Torch.tensor(new int[][] { { 1, 2 }, { 3 } })).isInstanceOf(ValueError.class)
                .hasMessage("expected sequence of length 2 at dim 1 (got 1)");
        assertThatThrownBy(() -> Torch.tensor(Arrays.asList(1, null))).isInstanceOf(TypeError.class);
        assertThatThrownBy(() -> Torch.tensor(List.of(List.of(1), 2))).isInstanceOf(TypeError.class);
        assertThatThrownBy(() -> Torch.tensor(300, o -> o.dtype(Torch.uint8)))
                .hasMessage("value cannot be converted to type uint8_t without overflow");
        assertThat(Torch.tensor(-1, o -> o.dtype(Torch.uint8)).item()).isEqualTo(255L);
    }

    @Test
    void only_real_and_complex_tensors_can_ask_for_gradients() {
        assertThatThrownBy(() -> Torch.zeros(2, o -> o.dtype(Torch.int64).requiresGrad(true)))
                .hasMessage("Only Tensors of floating point and complex dtype can require gradients");
        assertThatThrownBy(() -> new Parameter(Torch.tensor(1, 2)))
                .hasMessage("Only Tensors of floating point and complex dtype can require gradients");
    }

    @Test
    void the_default_dtype_holds_for_new_tensors_and_prints_bare() {
        try {
            Torch.setDefaultDtype(Torch.float64);
            assertThat(Torch.tensor(1.5)).hasToString("tensor(1.5000)");
            assertThat(Torch.ones(1).dtype()).isEqualTo(Torch.float64);
        } finally {
            Torch.setDefaultDtype(Torch.float32);
        }
        assertThat(Torch.ones(1).dtype()).isEqualTo(Torch.float32);
        assertThatThrownBy(() -> Torch.setDefaultDtype(Torch.int32)).isInstanceOf(TypeError.class);
    }

    @Test
    void a_device_holds_for_the_block() {
        try (var outer = Torch.device("meta")) {
            assertThat(Torch.tensor(1, 2).isMeta()).isTrue();
            assertThat(Torch.rand(2).isMeta()).isTrue();
            try (var inner = Torch.device("cpu")) {
                assertThat(Torch.zeros(2).isMeta()).isFalse();
            }
            assertThat(Torch.zeros(2)).hasToString("tensor(..., device='meta', size=(2,))");
            assertThat(Torch.zeros(2, o -> o.device("cpu"))).hasToString("tensor([0., 0.])");
        }
        assertThat(Torch.zeros(2).isMeta()).isFalse();
    }

    @Test
    void a_device_that_this_build_lacks_is_named() {
        assertThatThrownBy(() -> Torch.ones(2).to("cuda")).isInstanceOf(TorchException.class)
                .hasMessageStartingWith("Torch not compiled with CUDA enabled");
        assertThatThrownBy(() -> Torch.ones(2).cuda()).hasMessageStartingWith("Torch not compiled with CUDA enabled");
        assertThatThrownBy(() -> Torch.ones(2, o -> o.device("cuda:1"))).hasMessageContaining("Leave the device out");
    }

    @Test
    void a_buffers_bytes_become_numbers() {
        var buffer = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putInt(7).putInt(-1).flip();
        assertThat(Torch.frombuffer(buffer, Torch.int32).longArray()).containsExactly(7, -1);
        assertThat(buffer.remaining()).isEqualTo(8);
    }

    @Test
    void new_tensors_follow_the_one_they_are_asked_of() {
        var x = Torch.ones(2, o -> o.dtype(Torch.float64).device("meta"));
        assertThat(x.newZeros(3).isMeta()).isTrue();
        assertThat(x.newTensor(new int[] { 1 }).dtype()).isEqualTo(Torch.float64);
        assertThat(x.newFull(Torch.size(1), 2, o -> o.dtype(Torch.int32).device("cpu")))
                .hasToString("tensor([2], dtype=torch.int32)");
    }
}
