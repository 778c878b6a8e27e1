package sconce;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] that take signals apart by frequency over time. Transforms of whole signals are in [FFT].
abstract sealed class SignalFunctions extends IndexingFunctions permits LinearAlgebraFunctions {
    private static final String RECTANGULAR = "A window was not provided. A rectangular window will be applied,which is "
            + "known to cause spectral leakage. Other windows such as torch.hann_window or torch.hamming_window are "
            + "recommended to reduce spectral leakage.To suppress this warning and use a rectangular window, explicitly "
            + "set `window=torch.ones(n_fft, device=<device>)`.";

    SignalFunctions() {}

    /// The short-time Fourier transform: of each window of `nFft` samples, its frequencies.
    ///
    /// Input `(*, samples)` with at most one dimension before; output `(*, frequencies, windows)`, complex.
    ///
    /// @throws TorchException unless `returnComplex` is given for a real input, as in PyTorch
    public static Tensor stft(Tensor input, long nFft, Consumer<StftOptions> options) {
        var o = new StftOptions();
        options.accept(o);
        if (o.window == null) {
            Warnings.warn("UserWarning", RECTANGULAR);
            long length = o.winLength == null ? nFft : o.winLength;
            if (length > 0) o.window = Torch.ones(Torch.size(length), t -> t.device(input.device()));
        }
        return Operators.call("stft.center", input, nFft, o.hopLength, o.winLength, o.window, o.center, o.padMode,
                o.normalized, o.onesided, o.returnComplex, o.alignToWindow);
    }

    /// The signal that has this short-time Fourier transform.
    ///
    /// Input `(*, frequencies, windows)`, complex; output `(*, samples)`.
    public static Tensor istft(Tensor input, long nFft) { return istft(input, nFft, o -> {}); }

    /// The same with options.
    public static Tensor istft(Tensor input, long nFft, Consumer<IstftOptions> options) {
        var o = new IstftOptions();
        options.accept(o);
        return Operators.call("istft", input, nFft, o.hopLength, o.winLength, o.window, o.center, o.normalized,
                o.onesided, o.length, Boolean.TRUE.equals(o.returnComplex));
    }

    /// What [#stft] and [#istft] share, with PyTorch's names and defaults.
    ///
    /// @param <S> the options themselves
    public abstract static sealed class WindowOptions<S extends WindowOptions<S>> permits StftOptions, IstftOptions {
        @Nullable
        Long hopLength;
        @Nullable
        Long winLength;
        @Nullable
        Tensor window;
        boolean center = true;
        boolean normalized;
        @Nullable
        Boolean onesided;
        @Nullable
        Boolean returnComplex;

        WindowOptions() {}

        /// Samples from one window to the next; a quarter of `nFft` by default.
        public S hopLength(long hopLength) { this.hopLength = hopLength; return self(); }

        /// Samples of the window; `nFft` by default.
        public S winLength(long winLength) { this.winLength = winLength; return self(); }

        /// The weights of a window's samples; ones by default.
        public S window(Tensor window) { this.window = window; return self(); }

        /// Whether window `t` stands around sample `t * hopLength`, not behind it; true by default.
        public S center(boolean center) { this.center = center; return self(); }

        /// Whether results are divided by the root of the frame's length; false by default.
        public S normalized(boolean normalized) { this.normalized = normalized; return self(); }

        /// Whether only half of the frequencies are given; true by default for real signals.
        public S onesided(boolean onesided) { this.onesided = onesided; return self(); }

        /// Whether the result is complex.
        public S returnComplex(boolean returnComplex) { this.returnComplex = returnComplex; return self(); }

        abstract S self();
    }

    /// Options of [#stft].
    public static final class StftOptions extends WindowOptions<StftOptions> {
        String padMode = "reflect";
        @Nullable
        Boolean alignToWindow;

        StftOptions() {}

        /// What stands before and behind the signal if windows are centred; `reflect` by default.
        public StftOptions padMode(String padMode) { this.padMode = padMode; return this; }

        /// Whether windows that are not centred stand at the beginning of each frame.
        public StftOptions alignToWindow(boolean alignToWindow) { this.alignToWindow = alignToWindow; return this; }

        @Override
        StftOptions self() { return this; }
    }

    /// Options of [#istft].
    public static final class IstftOptions extends WindowOptions<IstftOptions> {
        @Nullable
        Long length;

        IstftOptions() {}

        /// Samples of the signal; as many as the windows cover by default.
        public IstftOptions length(long length) { this.length = length; return this; }

        @Override
        IstftOptions self() { return this; }
    }
}
