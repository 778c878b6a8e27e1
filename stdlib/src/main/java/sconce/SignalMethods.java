package sconce;

import java.util.function.Consumer;

/// Methods of [Tensor] that take a signal apart by frequency over time.
sealed interface SignalMethods permits Tensor {
    /// The short-time Fourier transform: [Torch#stft].
    default Tensor stft(long nFft, Consumer<SignalFunctions.StftOptions> options) {
        return Torch.stft((Tensor) this, nFft, options);
    }

    /// The signal that has this short-time Fourier transform: [Torch#istft(Tensor, long)].
    default Tensor istft(long nFft) { return Torch.istft((Tensor) this, nFft); }

    /// The same with options.
    default Tensor istft(long nFft, Consumer<SignalFunctions.IstftOptions> options) {
        return Torch.istft((Tensor) this, nFft, options);
    }
}
