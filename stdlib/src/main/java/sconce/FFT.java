package sconce;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Fourier transforms. Stands for `torch.fft`.
///
/// ```java
/// FFT.rfft(Torch.ones(4))   // tensor([4.+0.j, 0.+0.j, 0.+0.j])
/// ```
///
/// No function has an `out`.
public final class FFT {
    static {
        Tensor.initialise();
    }

    private FFT() {}

    /// The Fourier transform, along the last dimension.
    public static Tensor fft(Tensor input) { return Operators.call("fft_fft", input); }

    /// The Fourier transform, along dimension `dim`, of the first `n` elements, null for all.
    public static Tensor fft(Tensor input, @Nullable Long n, long dim) {
        return Operators.call("fft_fft", input, n, dim);
    }

    /// The Fourier transform, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor fft(Tensor input, @Nullable Long n, long dim, @Nullable String norm) {
        return Operators.call("fft_fft", input, n, dim, norm);
    }

    /// The Fourier transform, over the last two dimensions.
    public static Tensor fft2(Tensor input) { return Operators.call("fft_fft2", input); }

    /// The Fourier transform, over dimensions `dim`, of sizes `s`.
    public static Tensor fft2(Tensor input, @Nullable Size s, Size dim) {
        return Operators.call("fft_fft2", input, s, dim);
    }

    /// The Fourier transform, over dimensions `dim`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor fft2(Tensor input, @Nullable Size s, Size dim, @Nullable String norm) {
        return Operators.call("fft_fft2", input, s, dim, norm);
    }

    /// The Fourier transform, over all dimensions.
    public static Tensor fftn(Tensor input) { return Operators.call("fft_fftn", input); }

    /// The Fourier transform, over dimensions `dim`, of sizes `s`.
    public static Tensor fftn(Tensor input, @Nullable Size s, @Nullable Size dim) {
        return Operators.call("fft_fftn", input, s, dim);
    }

    /// The Fourier transform, over dimensions `dim`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor fftn(Tensor input, @Nullable Size s, @Nullable Size dim, @Nullable String norm) {
        return Operators.call("fft_fftn", input, s, dim, norm);
    }

    /// The inverse Fourier transform, along the last dimension.
    public static Tensor ifft(Tensor input) { return Operators.call("fft_ifft", input); }

    /// The inverse Fourier transform, along dimension `dim`, of the first `n` elements, null for all.
    public static Tensor ifft(Tensor input, @Nullable Long n, long dim) {
        return Operators.call("fft_ifft", input, n, dim);
    }

    /// The inverse Fourier transform, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor ifft(Tensor input, @Nullable Long n, long dim, @Nullable String norm) {
        return Operators.call("fft_ifft", input, n, dim, norm);
    }

    /// The inverse Fourier transform, over the last two dimensions.
    public static Tensor ifft2(Tensor input) { return Operators.call("fft_ifft2", input); }

    /// The inverse Fourier transform, over dimensions `dim`, of sizes `s`.
    public static Tensor ifft2(Tensor input, @Nullable Size s, Size dim) {
        return Operators.call("fft_ifft2", input, s, dim);
    }

    /// The inverse Fourier transform, over dimensions `dim`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor ifft2(Tensor input, @Nullable Size s, Size dim, @Nullable String norm) {
        return Operators.call("fft_ifft2", input, s, dim, norm);
    }

    /// The inverse Fourier transform, over all dimensions.
    public static Tensor ifftn(Tensor input) { return Operators.call("fft_ifftn", input); }

    /// The inverse Fourier transform, over dimensions `dim`, of sizes `s`.
    public static Tensor ifftn(Tensor input, @Nullable Size s, @Nullable Size dim) {
        return Operators.call("fft_ifftn", input, s, dim);
    }

    /// The inverse Fourier transform, over dimensions `dim`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor ifftn(Tensor input, @Nullable Size s, @Nullable Size dim, @Nullable String norm) {
        return Operators.call("fft_ifftn", input, s, dim, norm);
    }

    /// The Fourier transform of real numbers, the redundant half left out, along the last dimension.
    public static Tensor rfft(Tensor input) { return Operators.call("fft_rfft", input); }

    /// The Fourier transform of real numbers, the redundant half left out, along dimension `dim`, of the first `n`
    /// elements, null for all.
    public static Tensor rfft(Tensor input, @Nullable Long n, long dim) {
        return Operators.call("fft_rfft", input, n, dim);
    }

    /// The Fourier transform of real numbers, the redundant half left out, scaled as `"forward"`, `"backward"` or
    /// `"ortho"` says.
    public static Tensor rfft(Tensor input, @Nullable Long n, long dim, @Nullable String norm) {
        return Operators.call("fft_rfft", input, n, dim, norm);
    }

    /// The Fourier transform of real numbers, the redundant half left out, over the last two dimensions.
    public static Tensor rfft2(Tensor input) { return Operators.call("fft_rfft2", input); }

    /// The Fourier transform of real numbers, the redundant half left out, over dimensions `dim`, of sizes `s`.
    public static Tensor rfft2(Tensor input, @Nullable Size s, Size dim) {
        return Operators.call("fft_rfft2", input, s, dim);
    }

    /// The Fourier transform of real numbers, the redundant half left out, over dimensions `dim`, scaled as
    /// `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor rfft2(Tensor input, @Nullable Size s, Size dim, @Nullable String norm) {
        return Operators.call("fft_rfft2", input, s, dim, norm);
    }

    /// The Fourier transform of real numbers, the redundant half left out, over all dimensions.
    public static Tensor rfftn(Tensor input) { return Operators.call("fft_rfftn", input); }

    /// The Fourier transform of real numbers, the redundant half left out, over dimensions `dim`, of sizes `s`.
    public static Tensor rfftn(Tensor input, @Nullable Size s, @Nullable Size dim) {
        return Operators.call("fft_rfftn", input, s, dim);
    }

    /// The Fourier transform of real numbers, the redundant half left out, over dimensions `dim`, scaled as
    /// `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor rfftn(Tensor input, @Nullable Size s, @Nullable Size dim, @Nullable String norm) {
        return Operators.call("fft_rfftn", input, s, dim, norm);
    }

    /// The real inverse of `rfft`, along the last dimension.
    public static Tensor irfft(Tensor input) { return Operators.call("fft_irfft", input); }

    /// The real inverse of `rfft`, along dimension `dim`, of the first `n` elements, null for all.
    public static Tensor irfft(Tensor input, @Nullable Long n, long dim) {
        return Operators.call("fft_irfft", input, n, dim);
    }

    /// The real inverse of `rfft`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor irfft(Tensor input, @Nullable Long n, long dim, @Nullable String norm) {
        return Operators.call("fft_irfft", input, n, dim, norm);
    }

    /// The real inverse of `rfft`, over the last two dimensions.
    public static Tensor irfft2(Tensor input) { return Operators.call("fft_irfft2", input); }

    /// The real inverse of `rfft`, over dimensions `dim`, of sizes `s`.
    public static Tensor irfft2(Tensor input, @Nullable Size s, Size dim) {
        return Operators.call("fft_irfft2", input, s, dim);
    }

    /// The real inverse of `rfft`, over dimensions `dim`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor irfft2(Tensor input, @Nullable Size s, Size dim, @Nullable String norm) {
        return Operators.call("fft_irfft2", input, s, dim, norm);
    }

    /// The real inverse of `rfft`, over all dimensions.
    public static Tensor irfftn(Tensor input) { return Operators.call("fft_irfftn", input); }

    /// The real inverse of `rfft`, over dimensions `dim`, of sizes `s`.
    public static Tensor irfftn(Tensor input, @Nullable Size s, @Nullable Size dim) {
        return Operators.call("fft_irfftn", input, s, dim);
    }

    /// The real inverse of `rfft`, over dimensions `dim`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor irfftn(Tensor input, @Nullable Size s, @Nullable Size dim, @Nullable String norm) {
        return Operators.call("fft_irfftn", input, s, dim, norm);
    }

    /// The Fourier transform of a Hermitian signal, which is real, along the last dimension.
    public static Tensor hfft(Tensor input) { return Operators.call("fft_hfft", input); }

    /// The Fourier transform of a Hermitian signal, which is real, along dimension `dim`, of the first `n` elements,
    /// null for all.
    public static Tensor hfft(Tensor input, @Nullable Long n, long dim) {
        return Operators.call("fft_hfft", input, n, dim);
    }

    /// The Fourier transform of a Hermitian signal, which is real, scaled as `"forward"`, `"backward"` or `"ortho"`
    /// says.
    public static Tensor hfft(Tensor input, @Nullable Long n, long dim, @Nullable String norm) {
        return Operators.call("fft_hfft", input, n, dim, norm);
    }

    /// The Fourier transform of a Hermitian signal, which is real, over the last two dimensions.
    public static Tensor hfft2(Tensor input) { return Operators.call("fft_hfft2", input); }

    /// The Fourier transform of a Hermitian signal, which is real, over dimensions `dim`, of sizes `s`.
    public static Tensor hfft2(Tensor input, @Nullable Size s, Size dim) {
        return Operators.call("fft_hfft2", input, s, dim);
    }

    /// The Fourier transform of a Hermitian signal, which is real, over dimensions `dim`, scaled as `"forward"`,
    /// `"backward"` or `"ortho"` says.
    public static Tensor hfft2(Tensor input, @Nullable Size s, Size dim, @Nullable String norm) {
        return Operators.call("fft_hfft2", input, s, dim, norm);
    }

    /// The Fourier transform of a Hermitian signal, which is real, over all dimensions.
    public static Tensor hfftn(Tensor input) { return Operators.call("fft_hfftn", input); }

    /// The Fourier transform of a Hermitian signal, which is real, over dimensions `dim`, of sizes `s`.
    public static Tensor hfftn(Tensor input, @Nullable Size s, @Nullable Size dim) {
        return Operators.call("fft_hfftn", input, s, dim);
    }

    /// The Fourier transform of a Hermitian signal, which is real, over dimensions `dim`, scaled as `"forward"`,
    /// `"backward"` or `"ortho"` says.
    public static Tensor hfftn(Tensor input, @Nullable Size s, @Nullable Size dim, @Nullable String norm) {
        return Operators.call("fft_hfftn", input, s, dim, norm);
    }

    /// The inverse of `hfft`, along the last dimension.
    public static Tensor ihfft(Tensor input) { return Operators.call("fft_ihfft", input); }

    /// The inverse of `hfft`, along dimension `dim`, of the first `n` elements, null for all.
    public static Tensor ihfft(Tensor input, @Nullable Long n, long dim) {
        return Operators.call("fft_ihfft", input, n, dim);
    }

    /// The inverse of `hfft`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor ihfft(Tensor input, @Nullable Long n, long dim, @Nullable String norm) {
        return Operators.call("fft_ihfft", input, n, dim, norm);
    }

    /// The inverse of `hfft`, over the last two dimensions.
    public static Tensor ihfft2(Tensor input) { return Operators.call("fft_ihfft2", input); }

    /// The inverse of `hfft`, over dimensions `dim`, of sizes `s`.
    public static Tensor ihfft2(Tensor input, @Nullable Size s, Size dim) {
        return Operators.call("fft_ihfft2", input, s, dim);
    }

    /// The inverse of `hfft`, over dimensions `dim`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor ihfft2(Tensor input, @Nullable Size s, Size dim, @Nullable String norm) {
        return Operators.call("fft_ihfft2", input, s, dim, norm);
    }

    /// The inverse of `hfft`, over all dimensions.
    public static Tensor ihfftn(Tensor input) { return Operators.call("fft_ihfftn", input); }

    /// The inverse of `hfft`, over dimensions `dim`, of sizes `s`.
    public static Tensor ihfftn(Tensor input, @Nullable Size s, @Nullable Size dim) {
        return Operators.call("fft_ihfftn", input, s, dim);
    }

    /// The inverse of `hfft`, over dimensions `dim`, scaled as `"forward"`, `"backward"` or `"ortho"` says.
    public static Tensor ihfftn(Tensor input, @Nullable Size s, @Nullable Size dim, @Nullable String norm) {
        return Operators.call("fft_ihfftn", input, s, dim, norm);
    }

    /// The frequencies of `fft` of `n` samples at distance 1.
    public static Tensor fftfreq(long n) { return fftfreq(n, 1.0, o -> {}); }

    /// The frequencies of `fft` of `n` samples at distance `d`.
    public static Tensor fftfreq(long n, double d) { return fftfreq(n, d, o -> {}); }

    /// The frequencies of `fft` of `n` samples at distance `d`, with options.
    public static Tensor fftfreq(long n, double d, Consumer<TensorOptions> options) {
        return CreationFunctions.make("fft_fftfreq", options, n, d);
    }

    /// The frequencies of `rfft` of `n` samples at distance 1.
    public static Tensor rfftfreq(long n) { return rfftfreq(n, 1.0, o -> {}); }

    /// The frequencies of `rfft` of `n` samples at distance `d`.
    public static Tensor rfftfreq(long n, double d) { return rfftfreq(n, d, o -> {}); }

    /// The frequencies of `rfft` of `n` samples at distance `d`, with options.
    public static Tensor rfftfreq(long n, double d, Consumer<TensorOptions> options) {
        return CreationFunctions.make("fft_rfftfreq", options, n, d);
    }

    /// The zero frequency moved to the middle, over all dimensions.
    public static Tensor fftshift(Tensor input) { return Operators.call("fft_fftshift", input); }

    /// The zero frequency moved to the middle, along dimension `dim`.
    public static Tensor fftshift(Tensor input, long dim) {
        return Operators.call("fft_fftshift", input, new long[] { dim });
    }

    /// The zero frequency moved to the middle, over several dimensions.
    public static Tensor fftshift(Tensor input, @Nullable Size dim) {
        return Operators.call("fft_fftshift", input, dim);
    }

    /// The zero frequency moved back to the front, over all dimensions.
    public static Tensor ifftshift(Tensor input) { return Operators.call("fft_ifftshift", input); }

    /// The zero frequency moved back to the front, along dimension `dim`.
    public static Tensor ifftshift(Tensor input, long dim) {
        return Operators.call("fft_ifftshift", input, new long[] { dim });
    }

    /// The zero frequency moved back to the front, over several dimensions.
    public static Tensor ifftshift(Tensor input, @Nullable Size dim) {
        return Operators.call("fft_ifftshift", input, dim);
    }
}
