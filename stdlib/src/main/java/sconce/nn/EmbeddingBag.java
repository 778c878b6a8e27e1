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

/// The mean, sum or maximum of bags of vectors looked up by index: an [Embedding] without its rows in between. Stands for
/// `torch.nn.EmbeddingBag`.
///
/// Input `(B, L)` of integers, or `(*)` flat with the `offsets` `(B)` where bags begin; output `(B, embeddingDim)`. The
/// weight starts normally distributed, the row `paddingIdx` with zeros.
///
/// ```java
/// var bag = new EmbeddingBag(10, 3, o -> o.mode("sum"));
/// bag.call(Torch.tensor(1, 2, 4, 5, 4), Torch.tensor(0, 2)).shape()   // torch.Size([2, 3])
/// ```
public class EmbeddingBag extends Module implements Layer {
    /// The number of rows.
    public final long numEmbeddings;

    /// The size of a row.
    public final long embeddingDim;

    /// Rows with a larger norm are scaled down to it when used; null for none.
    public @Nullable Number maxNorm;

    /// The p of that norm.
    public Number normType;

    /// Whether gradients are divided by how often a row occurs in the batch.
    public boolean scaleGradByFreq;

    /// `"mean"`, `"sum"` or `"max"`.
    public String mode;

    /// Whether the gradient of the weight is sparse.
    public boolean sparse;

    /// Whether the last offset is where the last bag ends.
    public boolean includeLastOffset;

    /// The row that counts for nothing, or null.
    public final @Nullable Long paddingIdx;

    /// The table `(numEmbeddings, embeddingDim)`.
    public Parameter weight;

    /// Options of [EmbeddingBag], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        @Nullable
        Number maxNorm;
        Number normType = 2.0;
        boolean scaleGradByFreq = false;
        String mode = "mean";
        boolean sparse = false;
        @Nullable
        Tensor weight;
        boolean includeLastOffset = false;
        @Nullable
        Long paddingIdx;
        private boolean freeze = false;

        /// Rows with a larger norm are scaled down to it when used; by default none.
        public Options maxNorm(@Nullable Number maxNorm) { this.maxNorm = maxNorm; return this; }

        /// The p of that norm; by default 2.
        public Options normType(Number normType) { this.normType = normType; return this; }

        /// Whether gradients are divided by how often a row occurs in the batch; by default not.
        public Options scaleGradByFreq(boolean scaleGradByFreq) {
            this.scaleGradByFreq = scaleGradByFreq;
            return this;
        }

        /// `"mean"` (default), `"sum"` or `"max"`.
        public Options mode(String mode) { this.mode = mode; return this; }

        /// Whether the gradient of the weight is sparse; by default not.
        public Options sparse(boolean sparse) { this.sparse = sparse; return this; }

        /// The table itself; by default a random one.
        public Options weight(@Nullable Tensor weight) { this.weight = weight; return this; }

        /// Whether the last offset is where the last bag ends; by default not.
        public Options includeLastOffset(boolean includeLastOffset) {
            this.includeLastOffset = includeLastOffset;
            return this;
        }

        /// The row that counts for nothing and starts with zeros; negative ones count from the end. By default none.
        public Options paddingIdx(long paddingIdx) { this.paddingIdx = paddingIdx; return this; }

        /// Whether the table is left untrained, for [#fromPretrained].
        public Options freeze(boolean freeze) { this.freeze = freeze; return this; }
    }

    /// A table of so many rows of so many numbers.
    public EmbeddingBag(long numEmbeddings, long embeddingDim) { this(numEmbeddings, embeddingDim, o -> {}); }

    /// The same, with options.
    ///
    /// @throws AssertionException if there is no row `paddingIdx`, or a given table has another shape
    public EmbeddingBag(long numEmbeddings, long embeddingDim, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        this.numEmbeddings = numEmbeddings;
        this.embeddingDim = embeddingDim;
        maxNorm = o.maxNorm;
        normType = o.normType;
        scaleGradByFreq = o.scaleGradByFreq;
        paddingIdx = row(o.paddingIdx, numEmbeddings);
        mode = o.mode;
        sparse = o.sparse;
        includeLastOffset = o.includeLastOffset;
        if (o.weight == null) {
            weight = o.parameter(numEmbeddings, embeddingDim);
            resetParameters();
        } else {
            if (!o.weight.shape().equals(new Size(numEmbeddings, embeddingDim))) {
                throw new AssertionException("Shape of weight does not match num_embeddings and embedding_dim");
            }
            weight = new Parameter(o.weight);
        }
        if (o.freeze) weight.requiresGrad_(false);
    }

    private static @Nullable Long row(@Nullable Long paddingIdx, long rows) {
        if (paddingIdx == null) return null;
        if ((paddingIdx > 0 && paddingIdx >= rows) || paddingIdx < -rows) {
            throw new AssertionException("padding_idx must be within num_embeddings");
        }
        return paddingIdx < 0 ? rows + paddingIdx : paddingIdx;
    }

    /// Bags of this table, which is not trained.
    public static EmbeddingBag fromPretrained(Tensor embeddings) { return fromPretrained(embeddings, o -> {}); }

    /// The same, with options; `o.freeze(false)` trains it.
    public static EmbeddingBag fromPretrained(Tensor embeddings, Consumer<Options> options) {
        if (embeddings.dim() != 2) throw new AssertionException("Embeddings parameter is expected to be 2-dimensional");
        Consumer<Options> given = o -> o.weight(embeddings).freeze(true);
        return new EmbeddingBag(embeddings.size(0), embeddings.size(1), given.andThen(options));
    }

    /// Draws the table anew.
    public void resetParameters() {
        Init.normal_(weight);
        if (paddingIdx == null) return;
        Torch.noGrad(() -> Init.zeros_(Operators.call("select.int", weight, 0, paddingIdx)));
    }

    /// What the layer computes of bags of the same size. Use [#call(Tensor)], which runs hooks too.
    @Override
    public Tensor forward(Tensor input) { return forward(input, null, null); }

    /// The same of a flat input, in which bags begin at `offsets`.
    public Tensor forward(Tensor input, @Nullable Tensor offsets) { return forward(input, offsets, null); }

    /// The same, with a factor for each index.
    public Tensor forward(Tensor input, @Nullable Tensor offsets, @Nullable Tensor perSampleWeights) {
        return F.embeddingBag(input, weight, offsets, o -> {
            o.normType(normType.doubleValue()).scaleGradByFreq(scaleGradByFreq).mode(mode).sparse(sparse)
                    .perSampleWeights(perSampleWeights).includeLastOffset(includeLastOffset);
            if (maxNorm != null) o.maxNorm(maxNorm.doubleValue());
            if (paddingIdx != null) o.paddingIdx(paddingIdx);
        });
    }

    /// Runs hooks and [#forward(Tensor)].
    @Override
    public Tensor call(Tensor input) { return run(this::forward, input); }

    /// Runs hooks and [#forward(Tensor, Tensor)].
    public Tensor call(Tensor input, @Nullable Tensor offsets) { return super.call(input, offsets); }

    /// Runs hooks and [#forward(Tensor, Tensor, Tensor)].
    public Tensor call(Tensor input, @Nullable Tensor offsets, @Nullable Tensor perSampleWeights) {
        return super.call(input, offsets, perSampleWeights);
    }

    @Override
    public String extraRepr() {
        var text = new StringBuilder(PythonFormat.format("%s, %s", numEmbeddings, embeddingDim));
        if (maxNorm != null) text.append(", max_norm=").append(PythonFormat.of(maxNorm));
        if (normType.doubleValue() != 2) text.append(", norm_type=").append(PythonFormat.of(normType));
        if (scaleGradByFreq) text.append(", scale_grad_by_freq=True");
        text.append(", mode=").append(PythonFormat.quoted(mode));
        if (paddingIdx != null) text.append(", padding_idx=").append(paddingIdx);
        return text.toString();
    }
}
