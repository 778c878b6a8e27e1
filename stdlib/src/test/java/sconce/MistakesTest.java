package sconce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sconce.nn.Identity;
import sconce.nn.Module;
import sconce.nn.ModuleList;
import sconce.nn.ParameterList;
import sconce.nn.Sequential;
import sconce.optim.SGD;

/// Mistakes that Java's types let pass are told as PyTorch tells them.
class MistakesTest {
    private final Tensor x = Torch.ones(2, 2);

    @Test
    void a_null_that_a_users_own_forward_meets_stays_theirs() {
        class Own extends Module {
            Tensor forward(@Nullable String text) { return Torch.ones(text.length()); }
        }
        assertThatThrownBy(() -> new Own().call((Object) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void numbers_of_more_than_64_bits_are_refused() {
        var large = new BigInteger("99999999999999999999");
        assertThatThrownBy(() -> Torch.tensor(List.of(large))).isInstanceOf(TorchException.class)
                .hasMessage("Overflow when unpacking long");
        assertThatThrownBy(() -> Torch.tensor(List.of(large.negate()))).isInstanceOf(TorchException.class);
        assertThatThrownBy(() -> x.add(large)).isInstanceOf(TorchException.class)
                .hasMessage("Overflow when unpacking long");
        assertThat(Torch.tensor(List.of(BigInteger.ONE.shiftLeft(63))).dtype()).isEqualTo(DType.uint64);
        assertThat(Torch.tensor(large, o -> o.dtype(DType.float64)).item()).isEqualTo(1e20);
        assertThat(Torch.tensor(List.of(new BigDecimal("1.5"))).item()).isEqualTo(1.5);
    }

    @Test
    void null_is_no_tensor() {
        assertThatThrownBy(() -> x.mm(null)).isInstanceOf(TypeError.class)
                .hasMessage("mm(): argument 'mat2' must be Tensor, not NoneType");
        assertThatThrownBy(() -> x.add((Tensor) null)).isInstanceOf(TypeError.class)
                .hasMessage("add(): argument 'other' must be Tensor, not NoneType");
        assertThatThrownBy(() -> Torch.stack(Arrays.asList(x, null))).isInstanceOf(TypeError.class)
                .hasMessage("expected Tensor as element 1 in argument 0, but got NoneType");
    }

    @Test
    void only_numbers_and_tensors_can_be_assigned() {
        assertThatThrownBy(() -> x.set(0, (Object) null)).isInstanceOf(TypeError.class)
                .hasMessage("can't assign a NoneType to a torch.FloatTensor");
        assertThatThrownBy(() -> x.set("0:1", List.of(7, 8))).isInstanceOf(TypeError.class)
                .hasMessage("can't assign a list to a torch.FloatTensor");
    }

    @Test
    void no_hook_is_refused_at_once() {
        x.requiresGrad_();
        assertThatThrownBy(() -> x.registerHook((Consumer<Tensor>) null)).isInstanceOf(TypeError.class);
        assertThatThrownBy(() -> x.registerHookReturning(null)).isInstanceOf(TypeError.class);
    }

    @Test
    void a_meta_tensor_has_no_number() {
        var meta = Torch.ones(1, o -> o.device("meta"));
        assertThatThrownBy(meta::item).isInstanceOf(TorchException.class)
                .hasMessage("Tensor.item() cannot be called on meta tensors");
    }

    @Test
    void a_gradient_must_fit_its_tensor() {
        assertThatThrownBy(() -> x.setGrad(x)).isInstanceOf(TorchException.class)
                .hasMessage("can't assign Variable as its own grad");
        assertThatThrownBy(() -> x.setGrad(Torch.ones(2))).isInstanceOf(TorchException.class)
                .hasMessage(
                        "attempting to assign a gradient of size '[2]' to a tensor of size '[2, 2]'. Please ensure that "
                                + "the gradient and the tensor are the same size");
        assertThatThrownBy(() -> x.setGrad(Torch.ones(2, 2).to(DType.float64))).isInstanceOf(TorchException.class)
                .hasMessage(
                        "attempting to assign a gradient with dtype 'double' to a tensor with dtype 'float'. Please "
                                + "ensure that the gradient and the tensor have the same dtype");
        x.setGrad(Torch.ones(2, 2));
        x.setGrad(null);
        assertThat(x.grad()).isNull();
    }

    @Test
    void a_parameter_twice_in_a_group_is_warned_of() {
        var p = new Parameter(Torch.ones(2));
        assertThat(Warnings.record(() -> new SGD(List.of(p, p), 0.1))).containsExactly(
                "UserWarning: optimizer contains a parameter group with duplicate parameters; in future, this will "
                        + "cause an error; see github.com/pytorch/pytorch/issues/40967 for more information");
        assertThat(Warnings.record(() -> new SGD(List.of(p), 0.1))).isEmpty();
    }

    @Test
    void one_that_can_be_iterated_is_still_one_entry() {
        assertThat(new ParameterList(new Parameter(x)).values()).hasSize(1);
        assertThat(new ParameterList(x).get(0).shape()).isEqualTo(Torch.size(2, 2));
        assertThatThrownBy(() -> new ParameterList().extend(x)).isInstanceOf(TypeError.class)
                .hasMessage("ParameterList.extend should be called with an iterable, but got Tensor");
        var two = new Sequential(new Identity(), new Identity());
        assertThat(new ModuleList(two).get(0)).isSameAs(two);
        assertThat(new ModuleList(two, two).size()).isEqualTo(2);
        assertThat(new ModuleList(new Identity()).plus(two).size()).isEqualTo(3);
        assertThat(new Sequential(two).size()).isEqualTo(1);
    }

    @Test
    void a_device_mode_shows_its_device() {
        try (var mode = Torch.device("cpu")) {
            assertThat(mode).hasToString("device(type='cpu')");
        }
    }
}
