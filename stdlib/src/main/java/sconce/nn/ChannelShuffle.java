package sconce.nn;

import sconce.Tensor;
import sconce.show.PythonFormat;

/// Mixes channels: from groups one after another to one of each in turn. Stands for `torch.nn.ChannelShuffle`.
///
/// Input and output `(N, C, *)`; C must be a multiple of `groups`.
///
/// ```java
/// new ChannelShuffle(2).call(Torch.arange(4).reshape(1, 4, 1)).flatten()   // tensor([0, 2, 1, 3])
/// ```
public class ChannelShuffle extends UnaryModule {
    /// The number of groups.
    public long groups;

    /// With so many groups.
    public ChannelShuffle(long groups) { this.groups = groups; }

    @Override
    public Tensor forward(Tensor input) { return F.channelShuffle(input, groups); }

    @Override
    public String extraRepr() { return PythonFormat.format("groups=%s", groups); }
}
