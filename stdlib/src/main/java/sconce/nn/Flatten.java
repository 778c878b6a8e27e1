package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Joins neighbouring dimensions into one. Stands for `torch.nn.Flatten`.
///
/// Input `(*, S_start, .., S_end, *)`, output `(*, S_start · .. · S_end, *)`; by default all but the first.
///
/// ```java
/// new Flatten().call(Torch.ones(2, 3, 4)).shape()   // torch.Size([2, 12])
/// ```
public class Flatten extends UnaryModule {
    /// The first dimension that is joined.
    public long startDim;

    /// The last dimension that is joined.
    public long endDim;

    /// Options of [Flatten], with PyTorch's names and defaults.
    public static final class Options {
        long startDim = 1;
        long endDim = -1;

        /// The first dimension that is joined; by default 1.
        public Options startDim(long startDim) { this.startDim = startDim; return this; }

        /// The last dimension that is joined; by default -1.
        public Options endDim(long endDim) { this.endDim = endDim; return this; }
    }

    /// Joins all dimensions but the first.
    public Flatten() { this(o -> {}); }

    /// Joins the dimensions from `startDim` on.
    public Flatten(long startDim) { this(o -> o.startDim(startDim)); }

    /// Joins the dimensions from `startDim` to `endDim`.
    public Flatten(long startDim, long endDim) { this(o -> o.startDim(startDim).endDim(endDim)); }

    /// With options.
    public Flatten(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        startDim = o.startDim;
        endDim = o.endDim;
    }

    @Override
    public Tensor forward(Tensor input) { return Operators.call("flatten.using_ints", input, startDim, endDim); }

    @Override
    public String extraRepr() { return PythonFormat.format("start_dim=%s, end_dim=%s", startDim, endDim); }
}
