package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.Parameter;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// A table of vectors, looked up by index: `y = weight[x]`. Stands for `torch.nn.Embedding`.
///
/// Input `(*)` of integers, output `(*, embeddingDim)`. The weight starts normally distributed, the row `paddingIdx` with
/// zeros.
///
/// ```java
/// new Embedding(10, 3).call(Torch.tensor(1, 2, 4, 5)).shape()   // torch.Size([4, 3])
/// ```
public class Embedding extends UnaryModule {
    /// The number of rows.
    public final long numEmbeddings;

    /// The size of a row.
    public final long embeddingDim;

    /// The row that gets no gradient, or null.
    public final @Nullable Long paddingIdx;

    /// Rows with a larger norm are scaled down to it when used; null for none.
    public @Nullable Number maxNorm;

    /// The p of that norm.
    public Number normType;

    /// Whether gradients are divided by how often a row occurs in the batch.
    public boolean scaleGradByFreq;

    /// Whether the gradient of the weight is sparse.
    public boolean sparse;

    /// The table `(numEmbeddings, embeddingDim)`.
    public Parameter weight;

    /// Options of [Embedding], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        @Nullable
        Long paddingIdx;
        @Nullable
        Number maxNorm;
        Number normType = 2.0;
        boolean scaleGradByFreq = false;
        boolean sparse = false;
        @Nullable
        Tensor weight;
        boolean freeze = false;

        /// The row that gets no gradient and starts with zeros; negative ones count from the end. By default none.
        public Options paddingIdx(long paddingIdx) { this.paddingIdx = paddingIdx; return this; }

        /// Rows with a larger norm are scaled down to it when used; by default none.
        public Options maxNorm(Number maxNorm) { this.maxNorm = maxNorm; return this; }

        /// The p of that norm; by default 2.
        public Options normType(Number normType) { this.normType = normType; return this; }

        /// Whether gradients are divided by how often a row occurs in the batch; by default not.
        public Options scaleGradByFreq(boolean scaleGradByFreq) {
            this.scaleGradByFreq = scaleGradByFreq;
            return this;
        }

        /// Whether the gradient of the weight is sparse; by default not.
        public Options sparse(boolean sparse) { this.sparse = sparse; return this; }

        /// The table itself; by default a random one.
        public Options weight(Tensor weight) { this.weight = weight; return this; }

        /// Whether the table is left untrained; by default not.
        public Options freeze(boolean freeze) { this.freeze = freeze; return this; }
    }

    /// A table of so many rows of so many numbers.
    public Embedding(long numEmbeddings, long embeddingDim) { this(numEmbeddings, embeddingDim, o -> {}); }

    /// The same, with a row for padding.
    public Embedding(long numEmbeddings, long embeddingDim, long paddingIdx) {
        this(numEmbeddings, embeddingDim, o -> o.paddingIdx(paddingIdx));
    }

    /// The same, with options.
    ///
    /// @throws AssertionException if there is no row `paddingIdx`, or a given table has another shape
    public Embedding(long numEmbeddings, long embeddingDim, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        this.numEmbeddings = numEmbeddings;
        this.embeddingDim = embeddingDim;
        paddingIdx = row(o.paddingIdx, numEmbeddings);
        maxNorm = o.maxNorm;
        normType = o.normType;
        scaleGradByFreq = o.scaleGradByFreq;
        sparse = o.sparse;
        if (o.weight == null) {
            weight = o.parameter(numEmbeddings, embeddingDim);
            weight.requiresGrad_(!o.freeze);
            resetParameters();
        } else {
            if (!o.weight.shape().equals(new Size(numEmbeddings, embeddingDim))) {
                throw new AssertionException("Shape of weight does not match num_embeddings and embedding_dim");
            }
            weight = new Parameter(o.weight, !o.freeze);
        }
    }

    private static @Nullable Long row(@Nullable Long paddingIdx, long rows) {
        if (paddingIdx == null) return null;
        if ((paddingIdx > 0 && paddingIdx >= rows) || paddingIdx < -rows) {
            throw new AssertionException("Padding_idx must be within num_embeddings");
        }
        return paddingIdx < 0 ? rows + paddingIdx : paddingIdx;
    }

    /// An embedding with this table, which is not trained.
    public static Embedding fromPretrained(Tensor embeddings) { return fromPretrained(embeddings, o -> {}); }

    /// The same, with options; `o.freeze(false)` trains it.
    public static Embedding fromPretrained(Tensor embeddings, Consumer<Options> options) {
        if (embeddings.dim() != 2) throw new AssertionException("Embeddings parameter is expected to be 2-dimensional");
        Consumer<Options> given = o -> o.weight(embeddings).freeze(true);
        return new Embedding(embeddings.size(0), embeddings.size(1), given.andThen(options));
    }

    /// Draws the table anew.
    public void resetParameters() {
        Init.normal_(weight);
        if (paddingIdx == null) return;
        Torch.noGrad(() -> Init.zeros_(Operators.call("select.int", weight, 0, paddingIdx)));
    }

    @Override
    public Tensor forward(Tensor input) {
        return F.embedding(input, weight, paddingIdx, maxNorm == null ? null : maxNorm.doubleValue(),
                normType.doubleValue(), scaleGradByFreq, sparse);
    }

    @Override
    public String extraRepr() {
        var text = new StringBuilder(PythonFormat.format("%s, %s", numEmbeddings, embeddingDim));
        if (paddingIdx != null) text.append(", padding_idx=").append(paddingIdx);
        if (maxNorm != null) text.append(", max_norm=").append(PythonFormat.of(maxNorm));
        if (normType.doubleValue() != 2) text.append(", norm_type=").append(PythonFormat.of(normType));
        if (scaleGradByFreq) text.append(", scale_grad_by_freq=True");
        if (sparse) text.append(", sparse=True");
        return text.toString();
    }
}
