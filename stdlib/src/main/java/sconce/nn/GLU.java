package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// The first half of dimension `dim` times the sigmoid of the second. Stands for `torch.nn.GLU`.
///
/// Input `(*, 2n, *)`, output `(*, n, *)`.
///
/// ```java
/// new GLU().call(Torch.ones(2, 4)).shape()   // torch.Size([2, 2])
/// ```
public class GLU extends UnaryModule {
    /// The dimension that is halved.
    public long dim;

    /// Options of [GLU], with PyTorch's names and defaults.
    public static final class Options {
        long dim = -1;

        /// The dimension that is halved; by default -1.
        public Options dim(long dim) { this.dim = dim; return this; }
    }

    /// With the defaults.
    public GLU() { this(o -> {}); }

    /// With `dim` chosen.
    public GLU(long dim) { this(o -> o.dim(dim)); }

    /// With options.
    public GLU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        dim = o.dim;
    }

    @Override
    public Tensor forward(Tensor input) { return F.glu(input, dim); }

    @Override
    public String extraRepr() { return PythonFormat.format("dim=%s", dim); }
}
