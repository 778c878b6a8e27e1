package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The largest value in each window of an image, where windows lie at random steps that give the size asked for (Graham:
/// Fractional MaxPooling). Stands for `torch.nn.FractionalMaxPool2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, H', W')` of `outputSize`, or of `outputRatio` times the
/// input's size. With `returnIndices` it also gives the places of the maxima: [#callWithIndices].
///
/// ```java
/// new FractionalMaxPool2d(2, o -> o.outputSize(3)).call(Torch.ones(1, 2, 7, 7)).shape()   // torch.Size([1, 2, 3, 3])
/// ```
public class FractionalMaxPool2d extends FractionalMaxPoolNd {
    /// Options of [FractionalMaxPool2d], with PyTorch's names and defaults; a size or a ratio must be given.
    public static final class Options extends FractionalMaxPoolNd.Options<Options> {}

    /// With a square window, and options.
    ///
    /// @throws sconce.ValueError if not either a size or a ratio between 0 and 1 is given
    public FractionalMaxPool2d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes, and options.
    public FractionalMaxPool2d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes, and options.
    public FractionalMaxPool2d(int[] kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private FractionalMaxPool2d(IntOrTuple kernelSize, Options o) { super(2, kernelSize, o); }
}
