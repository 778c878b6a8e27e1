package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sconce.PythonError;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;

class LayerOptionsTest {
    @Test
    void linear_starts_with_pytorchs_numbers() {
        Torch.manualSeed(3442);
        var linear = new Linear(4, 3);
        assertThat(linear.weight.floatArray()).startsWith(0.29784036f, 0.46617448f, 0.4162513f, -0.32897574f);
        assertThat(linear.bias.floatArray()).containsExactly(0.22054046f, 0.024968386f, 0.15361214f);
    }

    @Test
    void options_bear_pytorchs_names() {
        var linear = new Linear(4, 3, o -> o.bias(false).dtype(Torch.float64).device("meta"));
        assertThat(linear.bias).isNull();
        assertThat(linear.weight.dtype()).isEqualTo(Torch.float64);
        assertThat(linear.weight.device().name()).isEqualTo("meta");
        assertThat(linear).hasToString("Linear(in_features=4, out_features=3, bias=False)");
    }

    @Test
    void a_hyper_parameter_prints_as_it_was_given() {
        assertThat(new Threshold(1, 0)).hasToString("Threshold(threshold=1, value=0)");
        assertThat(new Threshold(1.0, 1e-5)).hasToString("Threshold(threshold=1.0, value=1e-05)");
        assertThat(new MaxPool2d(3, 2))
                .hasToString("MaxPool2d(kernel_size=3, stride=2, padding=0, dilation=1, ceil_mode=False)");
        assertThat(new MaxPool2d(new int[] { 3, 2 }))
                .hasToString("MaxPool2d(kernel_size=(3, 2), stride=(3, 2), padding=0, dilation=1, ceil_mode=False)");
    }

    @Test
    void a_pair_may_be_two_numbers_inside_options() {
        assertThat(new Conv2d(1, 2, 3, o -> o.stride(2, 1).padding(1)))
                .hasToString("Conv2d(1, 2, kernel_size=(3, 3), stride=(2, 1), padding=(1, 1))");
    }

    @Test
    void a_wrong_text_names_the_allowed_ones() {
        assertThatThrownBy(() -> new Conv2d(1, 2, 3, o -> o.padding("sane"))).isInstanceOf(ValueError.class)
                .hasMessage("Invalid padding string 'sane', should be one of {'same', 'valid'}");
    }

    @Test
    void an_error_in_a_call_tells_its_place() {
        var linear = new Linear(4, 3);
        assertThatThrownBy(() -> linear.call(Torch.ones(2, 5))).isInstanceOf(TorchException.class)
                .hasMessage("mat1 and mat2 shapes cannot be multiplied (2x5 and 4x3)")
                .satisfies(thrown -> assertThat(((PythonError) thrown).where()).isEqualTo(
                        "Linear(in_features=4, out_features=3, bias=True), called with Tensor[2, 5]"));
    }
}
