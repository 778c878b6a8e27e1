package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// The windows of images as columns, one after another. Stands for `torch.nn.Unfold`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C · kernel points, windows)`.
///
/// ```java
/// new Unfold(2).call(Torch.ones(1, 3, 4, 4)).shape()   // torch.Size([1, 12, 9])
/// ```
public class Unfold extends UnaryModule {
    /// The size of the window.
    public IntOrTuple kernelSize;

    /// The distance between a window's points.
    public IntOrTuple dilation;

    /// How many rows of zeros are added on both sides.
    public IntOrTuple padding;

    /// The step between windows.
    public IntOrTuple stride;

    /// Options of [Unfold], with PyTorch's names and defaults.
    public static final class Options extends TransposedFunctions.WindowOptions<Options> {}

    /// With a square window.
    public Unfold(long kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of two sizes.
    public Unfold(Size kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of two sizes.
    public Unfold(int[] kernelSize) {
        this(Keywords.size(kernelSize), o -> {});
    }

    /// With a square window and options.
    public Unfold(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public Unfold(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public Unfold(int[] kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private Unfold(IntOrTuple kernelSize, Options o) {
        this.kernelSize = kernelSize;
        dilation = o.dilation;
        padding = o.padding;
        stride = o.stride;
    }

    @Override
    public Tensor forward(Tensor input) { return F.unfold(input, kernelSize, dilation, padding, stride); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("kernel_size=%s, dilation=%s, padding=%s, stride=%s", kernelSize, dilation, padding,
                stride);
    }
}
