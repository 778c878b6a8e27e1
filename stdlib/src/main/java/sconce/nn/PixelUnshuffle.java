package sconce.nn;

import sconce.Tensor;
import sconce.show.PythonFormat;

/// Makes an image smaller by laying squares of `downscaleFactor²` pixels into channels: goes back from [PixelShuffle]. Stands for
/// `torch.nn.PixelUnshuffle`.
///
/// Input `(*, C, H r, W r)`, output `(*, C r², H, W)` with r = `downscaleFactor`.
///
/// ```java
/// new PixelUnshuffle(3).call(Torch.ones(1, 1, 12, 12)).shape()   // torch.Size([1, 9, 4, 4])
/// ```
public class PixelUnshuffle extends UnaryModule {
    /// How many times smaller the image becomes.
    public long downscaleFactor;

    /// By this factor in both dimensions.
    public PixelUnshuffle(long downscaleFactor) { this.downscaleFactor = downscaleFactor; }

    @Override
    public Tensor forward(Tensor input) { return F.pixelUnshuffle(input, downscaleFactor); }

    @Override
    public String extraRepr() { return PythonFormat.format("downscale_factor=%s", downscaleFactor); }
}
