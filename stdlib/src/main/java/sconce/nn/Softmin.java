package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// The softmax of `-x` along dimension `dim`. Stands for `torch.nn.Softmin`.
///
/// Input and output `(*)`, any shape. Without `dim` PyTorch chooses the dimension and warns.
///
/// ```java
/// new Softmin(0).call(Torch.tensor(1.0, 1.0))   // tensor([0.5000, 0.5000])
/// ```
public class Softmin extends UnaryModule {
    /// The dimension along which it computes, or null.
    public @Nullable Long dim;

    /// Options of [Softmin], with PyTorch's names and defaults.
    public static final class Options {
        @Nullable
        Long dim;

        /// The dimension along which it computes; by default none.
        public Options dim(long dim) { this.dim = dim; return this; }
    }

    /// Without a dimension.
    public Softmin() { this(o -> {}); }

    /// Along a dimension.
    public Softmin(long dim) { this(o -> o.dim(dim)); }

    /// With options.
    public Softmin(Consumer<Options> options) { dim = Keywords.of(new Options(), options).dim; }

    @Override
    public Tensor forward(Tensor input) { return F.softmin(input, dim, null); }

    @Override
    public String extraRepr() { return PythonFormat.format("dim=%s", dim); }
}
