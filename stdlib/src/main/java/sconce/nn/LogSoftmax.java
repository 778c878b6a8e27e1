package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// The logarithm of the softmax along dimension `dim`. Stands for `torch.nn.LogSoftmax`.
///
/// Input and output `(*)`, any shape. Without `dim` PyTorch chooses the dimension and warns.
///
/// ```java
/// new LogSoftmax(0).call(Torch.tensor(1.0, 1.0))   // tensor([-0.6931, -0.6931])
/// ```
public class LogSoftmax extends UnaryModule {
    /// The dimension along which it computes, or null.
    public @Nullable Long dim;

    /// Options of [LogSoftmax], with PyTorch's names and defaults.
    public static final class Options {
        @Nullable
        Long dim;

        /// The dimension along which it computes; by default none.
        public Options dim(long dim) { this.dim = dim; return this; }
    }

    /// Without a dimension.
    public LogSoftmax() { this(o -> {}); }

    /// Along a dimension.
    public LogSoftmax(long dim) { this(o -> o.dim(dim)); }

    /// With options.
    public LogSoftmax(Consumer<Options> options) { dim = Keywords.of(new Options(), options).dim; }

    @Override
    public Tensor forward(Tensor input) { return F.logSoftmax(input, dim, null); }

    @Override
    public String extraRepr() { return PythonFormat.format("dim=%s", dim); }
}
