package sconce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// The short-time Fourier transform: numbers are PyTorch 2.10's.
class SignalTest {
    private final Tensor signal = Torch.arange(16.0);

    @Test
    void windows_are_centred_and_mirrored_at_the_ends_by_default() {
        var result = new Tensor[1];
        var warnings = Warnings.record(() -> result[0] = signal.stft(4, o -> o.returnComplex(true)));
        assertThat(warnings).singleElement().asString().contains("A window was not provided");
        var transform = result[0];
        assertThat(transform.shape()).hasToString("torch.Size([3, 17])");
        assertThat(transform.get(":, 1")).hasToString("tensor([4.+0.j, 0.+2.j, 0.+0.j])");
    }

    @Test
    void options_have_pytorchs_names() {
        var transform = Torch.stft(signal, 4,
                o -> o.hopLength(2).window(Torch.hannWindow(4)).center(false).normalized(true).returnComplex(true));
        assertThat(transform.shape()).hasToString("torch.Size([3, 7])");
        assertThat(transform.get(":, 1")).hasToString("tensor([ 4.+0.0000j, -2.+0.5000j,  0.+0.0000j])");
    }

    @Test
    void the_inverse_gives_the_signal() {
        var window = Torch.hannWindow(4);
        var transform = signal.stft(4, o -> o.window(window).returnComplex(true));
        var back = Torch.istft(transform, 4, o -> o.window(window).length(16));
        assertThat(Torch.allclose(back, signal, 1e-5, 1e-5, false)).isTrue();
    }

    @Test
    void a_real_signal_needs_to_say_that_the_result_is_complex() {
        assertThatThrownBy(() -> Torch.stft(signal, 4, o -> {})).isInstanceOf(TorchException.class)
                .hasMessageStartingWith("stft requires the return_complex parameter be given for real inputs");
    }
}
