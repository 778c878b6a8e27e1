package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// Sums columns where their windows lie in an image: goes back from [Unfold], up to how often each place is covered.
/// Stands for `torch.nn.Fold`.
///
/// Input `(N, C · kernel points, windows)` or without N, output `(N, C, outputSize)`.
///
/// ```java
/// new Fold(Torch.size(4, 5), 2).call(Torch.ones(1, 12, 12)).shape()   // torch.Size([1, 3, 4, 5])
/// ```
public class Fold extends UnaryModule {
    /// The size of the image.
    public IntOrTuple outputSize;

    /// The size of the window.
    public IntOrTuple kernelSize;

    /// The distance between a window's points.
    public IntOrTuple dilation;

    /// How many rows were added on both sides.
    public IntOrTuple padding;

    /// The step between windows.
    public IntOrTuple stride;

    /// Options of [Fold], with PyTorch's names and defaults.
    public static final class Options extends TransposedFunctions.WindowOptions<Options> {}

    /// A square image of square windows.
    public Fold(long outputSize, long kernelSize) { this(outputSize, kernelSize, o -> {}); }

    /// An image of square windows.
    public Fold(Size outputSize, long kernelSize) { this(outputSize, kernelSize, o -> {}); }

    /// A square image of windows of two sizes.
    public Fold(long outputSize, Size kernelSize) { this(outputSize, kernelSize, o -> {}); }

    /// An image of windows of two sizes.
    public Fold(Size outputSize, Size kernelSize) { this(outputSize, kernelSize, o -> {}); }

    /// An image of windows of two sizes.
    public Fold(int[] outputSize, int[] kernelSize) {
        this(Keywords.size(outputSize), Keywords.size(kernelSize), o -> {});
    }

    /// A square image of square windows, with options.
    public Fold(long outputSize, long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(outputSize), IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// An image of square windows, with options.
    public Fold(Size outputSize, long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(outputSize), IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// A square image of windows of two sizes, with options.
    public Fold(long outputSize, Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(outputSize), IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// An image of windows of two sizes, with options.
    public Fold(Size outputSize, Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(outputSize), IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private Fold(IntOrTuple outputSize, IntOrTuple kernelSize, Options o) {
        this.outputSize = outputSize;
        this.kernelSize = kernelSize;
        dilation = o.dilation;
        padding = o.padding;
        stride = o.stride;
    }

    @Override
    public Tensor forward(Tensor input) { return F.fold(input, outputSize, kernelSize, dilation, padding, stride); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("output_size=%s, kernel_size=%s, dilation=%s, padding=%s, stride=%s", outputSize,
                kernelSize, dilation, padding, stride);
    }
}
