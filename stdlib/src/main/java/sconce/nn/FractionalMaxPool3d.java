package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The largest value in each window of a volume, where windows lie at random steps that give the size asked for (Graham:
/// Fractional MaxPooling). Stands for `torch.nn.FractionalMaxPool3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, D', H', W')` of `outputSize`, or of `outputRatio` times the
/// input's size. With `returnIndices` it also gives the places of the maxima: [#callWithIndices].
///
/// ```java
/// new FractionalMaxPool3d(2, o -> o.outputSize(3)).call(Torch.ones(1, 2, 7, 7, 7)).shape()   // torch.Size([1, 2, 3, 3, 3])
/// ```
public class FractionalMaxPool3d extends FractionalMaxPoolNd {
    /// Options of [FractionalMaxPool3d], with PyTorch's names and defaults; a size or a ratio must be given.
    public static final class Options extends FractionalMaxPoolNd.Options<Options> {}

    /// With a cubic window, and options.
    ///
    /// @throws sconce.ValueError if not either a size or a ratio between 0 and 1 is given
    public FractionalMaxPool3d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes, and options.
    public FractionalMaxPool3d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes, and options.
    public FractionalMaxPool3d(int[] kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private FractionalMaxPool3d(IntOrTuple kernelSize, Options o) { super(3, kernelSize, o); }
}
