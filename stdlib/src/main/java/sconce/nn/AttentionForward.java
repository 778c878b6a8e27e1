package sconce.nn;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Attention with several heads, step by step: the checks, the projections into heads, the scores, the way back. What
/// `torch.nn.functional.multi_head_attention_forward` does, in its order and with its messages.
@SuppressWarnings("ReferenceEquality") // One projection serves where query, key and value are one object.
final class AttentionForward {
    /// The weights of a layer.
    ///
    /// @param inWeight those of queries, keys and values below each other, or null where they stand apart
    record Weights(@Nullable Tensor inWeight, @Nullable Tensor inBias, @Nullable Tensor biasK, @Nullable Tensor biasV,
            Tensor outWeight, @Nullable Tensor outBias) {}

    private final Weights weights;
    private final AttentionFunctions.AttentionOptions options;
    private final long heads;
    private final long batch;
    private final long targets;
    private final long embedding;
    private final long headSize;
    private final boolean batched;
    private final boolean causal;
    private @Nullable Tensor mask;
    private @Nullable Tensor padding;
    private Tensor q;
    private Tensor k;
    private Tensor v;

    AttentionForward(Tensor query, Tensor key, Tensor value, long embedDim, long heads, Weights weights,
            boolean addZeroAttn, AttentionFunctions.AttentionOptions o) {
        this.weights = weights;
        this.heads = heads;
        options = o;
        batched = isBatched(query, key, value, o.keyPaddingMask, o.attnMask, heads);
        var queries = batched ? query : query.unsqueeze(1);
        var keys = batched ? key : key.unsqueeze(1);
        var values = batched ? value : value.unsqueeze(1);
        var given = o.keyPaddingMask == null || batched ? o.keyPaddingMask : o.keyPaddingMask.unsqueeze(0);
        targets = queries.size(0);
        batch = queries.size(1);
        embedding = queries.size(2);
        var dtype = query.dtype();
        padding = Masks.canonical(given, "key_padding_mask", o.attnMask, "attn_mask", dtype);
        if (o.isCausal && o.attnMask == null) {
            throw new TorchException("Need attn_mask if specifying the is_causal hint. You may use the Transformer "
                    + "module method `generate_square_subsequent_mask` to create this mask.");
        }
        // Without padding and weights to give, the kernel itself can look only back.
        var hint = o.isCausal && padding == null && !o.needWeights;
        mask = hint ? null : Masks.canonical(o.attnMask, "attn_mask", dtype);
        causal = o.isCausal && padding == null;
        if (embedding != embedDim) {
            throw new AssertionException("was expecting embedding dimension of " + embedDim + ", but got " + embedding);
        }
        headSize = embedding / heads;
        if (headSize * heads != embedding) {
            throw new AssertionException("embed_dim " + embedding + " not divisible by num_heads " + heads);
        }
        checkKeys(keys, values);
        var projected = o.useSeparateProjWeight ? apart(queries, keys, values) : packed(queries, keys, values);
        q = projected.get(0);
        k = projected.get(1);
        v = projected.get(2);
        checkMask(keys.size(0));
        addBiases();
        intoHeads();
        if (addZeroAttn) addZeros();
        if (padding != null) mergePadding(padding);
    }

    private static boolean isBatched(Tensor query, Tensor key, Tensor value, @Nullable Tensor padding,
            @Nullable Tensor mask, long heads) {
        var batched = query.dim() == 3;
        if (!batched && query.dim() != 2) {
            throw new AssertionException("query should be unbatched 2D or batched 3D tensor but received " + query.dim()
                    + "-D query tensor");
        }
        var rank = query.dim();
        var which = batched ? "For batched (3-D) `query`" : "For unbatched (2-D) `query`";
        if (key.dim() != rank || value.dim() != rank) {
            throw new AssertionException(which + ", expected `key` and `value` to be " + rank + "-D but found "
                    + key.dim() + "-D and " + value.dim() + "-D tensors respectively");
        }
        if (padding != null && padding.dim() != rank - 1) {
            throw new AssertionException(which + ", expected `key_padding_mask` to be `None` or " + (rank - 1)
                    + "-D but found " + padding.dim() + "-D tensor instead");
        }
        if (mask == null) return batched;
        if (mask.dim() != 2 && mask.dim() != 3) {
            throw new AssertionException(which + ", expected `attn_mask` to be `None`, 2-D or 3-D but found "
                    + mask.dim() + "-D tensor instead");
        }
        if (!batched && mask.dim() == 3) {
            var expected = new Size(heads, query.size(0), key.size(0));
            if (!mask.shape().equals(expected)) {
                throw new AssertionException("Expected `attn_mask` shape to be " + tuple(expected) + " but got "
                        + mask.shape());
            }
        }
        return batched;
    }

    private void checkKeys(Tensor keys, Tensor values) {
        if (!options.useSeparateProjWeight) {
            if (!keys.shape().equals(values.shape())) {
                throw new AssertionException(
                        "key shape " + keys.shape() + " does not match value shape " + values.shape());
            }
            return;
        }
        var ofKeys = new Size(keys.size(0), keys.size(1));
        var ofValues = new Size(values.size(0), values.size(1));
        if (!ofKeys.equals(ofValues)) {
            throw new AssertionException(
                    "key's sequence and batch dims " + ofKeys + " do not match value's " + ofValues);
        }
    }

    private List<Tensor> packed(Tensor queries, Tensor keys, Tensor values) {
        var weight = weights.inWeight;
        if (weight == null) {
            throw new AssertionException("use_separate_proj_weight is False but in_proj_weight is None");
        }
        var bias = weights.inBias;
        var size = queries.size(-1);
        if (keys == values && queries == keys) return parts(F.linear(queries, weight, bias), 3, size);
        if (keys == values) {
            var w = weight.split(new Size(size, 2 * size));
            var b = bias == null ? null : bias.split(new Size(size, 2 * size));
            var query = F.linear(queries, w.get(0), b == null ? null : b.get(0));
            var both = parts(F.linear(keys, w.get(1), b == null ? null : b.get(1)), 2, size);
            return List.of(query, both.get(0), both.get(1));
        }
        var w = weight.chunk(3);
        var b = biases();
        return List.of(F.linear(queries, w.get(0), b == null ? null : b.get(0)),
                F.linear(keys, w.get(1), b == null ? null : b.get(1)),
                F.linear(values, w.get(2), b == null ? null : b.get(2)));
    }

    /// A projection's parts, each without gaps.
    private static List<Tensor> parts(Tensor projection, long count, long size) {
        Tensor unflat = Operators.call("unflatten.int", projection, -1, new long[] { count, size });
        var apart = unflat.unsqueeze(0).transpose(0, -2).squeeze(-2).contiguous();
        return LongStream.range(0, count)
                .mapToObj(i -> Operators.<Tensor>call("select.int", apart, 0, i)).toList();
    }

    private @Nullable List<Tensor> biases() { return weights.inBias == null ? null : weights.inBias.chunk(3); }

    private List<Tensor> apart(Tensor queries, Tensor keys, Tensor values) {
        var wq = required(options.qProjWeight, "q_proj_weight");
        var wk = required(options.kProjWeight, "k_proj_weight");
        var wv = required(options.vProjWeight, "v_proj_weight");
        var b = biases();
        var size = queries.size(-1);
        checkShape("query weights", wq, size, size);
        checkShape("key weights", wk, size, keys.size(-1));
        checkShape("value weights", wv, size, values.size(-1));
        if (b == null) return List.of(F.linear(queries, wq), F.linear(keys, wk), F.linear(values, wv));
        checkShape("query bias", b.get(0), size);
        checkShape("key bias", b.get(1), size);
        checkShape("value bias", b.get(2), size);
        return List.of(F.linear(queries, wq, b.get(0)), F.linear(keys, wk, b.get(1)), F.linear(values, wv, b.get(2)));
    }

    private static Tensor required(@Nullable Tensor weight, String name) {
        if (weight != null) return weight;
        throw new AssertionException("use_separate_proj_weight is True but " + name + " is None");
    }

    private static void checkShape(String what, Tensor tensor, long... expected) {
        if (!tensor.shape().equals(new Size(expected))) {
            throw new AssertionException(
                    "expecting " + what + " shape of " + tuple(new Size(expected)) + ", but got " + tensor.shape());
        }
    }

    /// Checks the mask and gives it three dimensions.
    private void checkMask(long sources) {
        if (mask == null) return;
        var flat = mask.dim() == 2;
        var expected = flat ? new Size(targets, sources) : new Size(batch * heads, targets, sources);
        if (!mask.shape().equals(expected)) {
            throw new TorchException("The shape of the " + mask.dim() + "D attn_mask is " + mask.shape()
                    + ", but should be " + tuple(expected) + ".");
        }
        if (flat) mask = mask.unsqueeze(0);
    }

    private void addBiases() {
        var biasK = weights.biasK;
        var biasV = weights.biasV;
        if (biasK == null && biasV == null) return;
        if (biasK == null || biasV == null) {
            throw new AssertionException("bias_k and bias_v go together: give both or neither");
        }
        if (options.staticK != null) throw new AssertionException("bias cannot be added to static key.");
        if (options.staticV != null) throw new AssertionException("bias cannot be added to static value.");
        k = Torch.cat(k, biasK.repeat(1, batch, 1));
        v = Torch.cat(v, biasV.repeat(1, batch, 1));
        padMasks();
    }

    /// Lets everyone look at one more place.
    private void padMasks() {
        if (mask != null) mask = F.pad(mask, new Size(0, 1));
        if (padding != null) padding = F.pad(padding, new Size(0, 1));
    }

    private void intoHeads() {
        q = heads(q, targets);
        k = options.staticK == null ? heads(k, k.size(0)) : fixed("static_k", options.staticK);
        v = options.staticV == null ? heads(v, v.size(0)) : fixed("static_v", options.staticV);
    }

    private Tensor heads(Tensor projection, long length) {
        return projection.view(length, batch * heads, headSize).transpose(0, 1);
    }

    private Tensor fixed(String name, Tensor given) {
        checkSize(name, given, 0, batch * heads);
        checkSize(name, given, 2, headSize);
        return given;
    }

    private static void checkSize(String name, Tensor given, long dim, long expected) {
        if (given.size(dim) != expected) {
            throw new AssertionException("expecting " + name + ".size(" + dim + ") of " + expected + ", but got "
                    + given.size(dim));
        }
    }

    private void addZeros() {
        k = withZeros(k);
        v = withZeros(v);
        padMasks();
    }

    private Tensor withZeros(Tensor rows) {
        Tensor zeros = Operators.call("zeros", new long[] { batch * heads, 1, headSize }, rows.dtype(), null,
                rows.device());
        return Torch.cat(List.of(rows, zeros), 1);
    }

    private void mergePadding(Tensor given) {
        var sources = k.size(1);
        if (given.size(0) != batch) {
            throw new AssertionException(
                    "Expected key_padded_mask.shape[0] to be " + batch + ", but got " + given.size(0));
        }
        if (given.size(1) != sources) {
            throw new AssertionException(
                    "Expected key_padded_mask.shape[1] to be " + sources + ", but got " + given.size(1));
        }
        var expanded = given.view(batch, 1, 1, sources).expand(-1, heads, -1, -1).reshape(batch * heads, 1, sources);
        mask = mask == null ? expanded : mask.add(expanded);
    }

    MultiheadAttention.Output run(double dropoutP) {
        var dropout = options.training ? dropoutP : 0.0;
        return options.needWeights ? withWeights(dropout) : new MultiheadAttention.Output(fused(dropout), null);
    }

    private MultiheadAttention.Output withWeights(double dropout) {
        var sources = k.size(1);
        var scaled = q.mul(Math.sqrt(1.0 / q.size(2)));
        if (causal && mask == null) {
            throw new AssertionException("FIXME: is_causal not implemented for need_weights");
        }
        var keys = k.transpose(-2, -1);
        var scores = mask == null ? scaled.bmm(keys) : mask.baddbmm(scaled, keys);
        Tensor shares = Operators.call("softmax.int", scores, -1);
        if (dropout > 0) shares = F.dropout(shares, dropout);
        var mixed = shares.bmm(v).transpose(0, 1).contiguous().view(targets * batch, embedding);
        var output = out(mixed);
        var weights = shares.view(batch, heads, targets, sources);
        if (options.averageAttnWeights) weights = Operators.call("mean.dim", weights, new long[] { 1 });
        return new MultiheadAttention.Output(output, batched ? weights : weights.squeeze(0));
    }

    private Tensor fused(double dropout) {
        var sources = k.size(1);
        var bias = mask == null ? null
                : mask.size(0) == 1 ? mask.unsqueeze(0) : mask.view(batch, heads, -1, sources);
        var mixed = F.scaledDotProductAttention(q.view(batch, heads, targets, headSize),
                k.view(batch, heads, sources, headSize), v.view(batch, heads, sources, headSize), bias, dropout,
                causal, null, false);
        return out(mixed.permute(2, 0, 1, 3).contiguous().view(batch * targets, embedding));
    }

    private Tensor out(Tensor mixed) {
        var output = F.linear(mixed, weights.outWeight, weights.outBias);
        var shaped = output.view(targets, batch, output.size(1));
        return batched ? shaped : shaped.squeeze(1);
    }

    private static String tuple(Size sizes) { return PythonFormat.tuple(sizes); }
}
