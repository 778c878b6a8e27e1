package sconce.nn;

import sconce.Tensor;
import sconce.show.PythonFormat;

/// Makes an image larger by laying groups of `upscaleFactor²` channels side by side. Stands for
/// `torch.nn.PixelShuffle`.
///
/// Input `(*, C r², H, W)`, output `(*, C, H r, W r)` with r = `upscaleFactor`.
///
/// ```java
/// new PixelShuffle(3).call(Torch.ones(1, 9, 4, 4)).shape()   // torch.Size([1, 1, 12, 12])
/// ```
public class PixelShuffle extends UnaryModule {
    /// How many times larger the image becomes.
    public long upscaleFactor;

    /// By this factor in both dimensions.
    public PixelShuffle(long upscaleFactor) { this.upscaleFactor = upscaleFactor; }

    @Override
    public Tensor forward(Tensor input) { return F.pixelShuffle(input, upscaleFactor); }

    @Override
    public String extraRepr() { return PythonFormat.format("upscale_factor=%s", upscaleFactor); }
}
