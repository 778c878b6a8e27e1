package sconce.show;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import sconce.Tensor;

/// How many multiplications, each with an addition, an operator does: for matrix products, convolutions, attention and
/// recurrent layers. Half of what PyTorch's `FlopCounterMode` counts, and what it does not see inside fused operators.
/// Biases and elementwise operators count nothing.
final class MultiplyAdds {
    private static final Map<String, ToLongBiFunction<OperatorArguments, Tensor>> COUNTS = Map.ofEntries(
            Map.entry("linear", (a, out) -> out.numel() * last(a.tensor(1))),
            Map.entry("mm", (a, out) -> out.numel() * last(a.tensor(0))),
            Map.entry("bmm", (a, out) -> out.numel() * last(a.tensor(0))),
            Map.entry("mv", (a, out) -> out.numel() * last(a.tensor(0))),
            Map.entry("dot", (a, out) -> a.tensor(0).numel()),
            Map.entry("vdot", (a, out) -> a.tensor(0).numel()),
            Map.entry("inner", (a, out) -> out.numel() * last(a.tensor(0))),
            Map.entry("outer", (a, out) -> out.numel()),
            Map.entry("ger", (a, out) -> out.numel()),
            Map.entry("matmul", (a, out) -> out.numel() * last(a.tensor(0))),
            Map.entry("linalg_matmul", (a, out) -> out.numel() * last(a.tensor(0))),
            Map.entry("addmm", (a, out) -> out.numel() * last(a.tensor(1))),
            Map.entry("addmv", (a, out) -> out.numel() * last(a.tensor(1))),
            Map.entry("addr", (a, out) -> out.numel()),
            Map.entry("baddbmm", (a, out) -> out.numel() * last(a.tensor(1))),
            Map.entry("addbmm", (a, out) -> a.tensor(1).numel() * last(a.tensor(2))),
            Map.entry("tensordot", MultiplyAdds::tensordot),
            Map.entry("einsum", MultiplyAdds::einsum),
            Map.entry("bilinear", (a, out) -> out.numel() * a.tensor(2).numel() / a.tensor(2).size(0)),
            Map.entry("conv1d", MultiplyAdds::convolution), Map.entry("conv2d", MultiplyAdds::convolution),
            Map.entry("conv3d", MultiplyAdds::convolution), Map.entry("conv_transpose1d", MultiplyAdds::transposed),
            Map.entry("conv_transpose2d", MultiplyAdds::transposed),
            Map.entry("conv_transpose3d", MultiplyAdds::transposed),
            Map.entry("conv_tbc", (a, out) -> out.numel() * a.tensor(1).numel() / last(a.tensor(1))),
            Map.entry("convolution",
                    (a, out) -> Boolean.TRUE.equals(a.at(6)) ? transposed(a, out) : convolution(a, out)),
            Map.entry("scaled_dot_product_attention", MultiplyAdds::attention),
            Map.entry("_scaled_dot_product_attention_math", MultiplyAdds::attention),
            Map.entry("_native_multi_head_attention", MultiplyAdds::multiHead),
            Map.entry("_transformer_encoder_layer_fwd", MultiplyAdds::encoderLayer),
            Map.entry("lstm", MultiplyAdds::recurrent), Map.entry("gru", MultiplyAdds::recurrent),
            Map.entry("rnn_tanh", MultiplyAdds::recurrent), Map.entry("rnn_relu", MultiplyAdds::recurrent),
            Map.entry("lstm_cell", MultiplyAdds::cell), Map.entry("gru_cell", MultiplyAdds::cell),
            Map.entry("rnn_tanh_cell", MultiplyAdds::cell), Map.entry("rnn_relu_cell", MultiplyAdds::cell));

    private MultiplyAdds() {}

    /// The multiply-adds of one call.
    ///
    /// @param out its result, the first one if there are several
    static long of(OperatorArguments arguments, Tensor out) {
        var count = COUNTS.get(arguments.name());
        return count == null ? 0 : count.applyAsLong(arguments, out);
    }

    private static long last(Tensor tensor) { return tensor.dim() == 0 ? 1 : tensor.size(-1); }

    private static long convolution(OperatorArguments a, Tensor out) {
        var weight = a.tensor(1);
        return out.numel() * (weight.numel() / weight.size(0));
    }

    private static long transposed(OperatorArguments a, Tensor out) {
        var weight = a.tensor(1);
        return a.tensor(0).numel() * (weight.numel() / weight.size(0));
    }

    /// Scores and weighted sums: `L · S · (E + Ev)` for each head.
    private static long attention(OperatorArguments a, Tensor out) {
        var key = a.tensor(1);
        var scores = a.tensor(0).numel() / last(a.tensor(0)) * key.size(-2);
        return scores * (last(a.tensor(0)) + last(a.tensor(2)));
    }

    private static long multiHead(OperatorArguments a, Tensor out) {
        var query = a.tensor(0);
        var embedding = last(query);
        var positions = query.numel() / embedding;
        return positions * (a.tensor(5).numel() + a.tensor(7).numel())
                + 2 * query.numel() * a.tensor(1).size(1);
    }

    private static long encoderLayer(OperatorArguments a, Tensor out) {
        var source = a.tensor(0);
        var positions = source.numel() / last(source);
        return positions * (a.tensor(3).numel() + a.tensor(5).numel() + a.tensor(14).numel() + a.tensor(16).numel())
                + 2 * source.numel() * source.size(1);
    }

    /// Each weight once for each step of each sequence; those of several layers and directions are all in the list.
    private static long recurrent(OperatorArguments a, Tensor out) {
        var input = a.tensor(0);
        // Packed sequences have their batch sizes second.
        var weights = a.tensors(a.isTensor(1) && a.tensors(3).size() > 1 ? 3 : 2);
        return input.numel() / last(input) * matrices(weights);
    }

    private static long cell(OperatorArguments a, Tensor out) {
        var input = a.tensor(0);
        return input.numel() / last(input) * (a.tensor(2).numel() + a.tensor(3).numel());
    }

    private static long matrices(Iterable<Tensor> weights) {
        var sum = 0L;
        for (var weight : weights) if (weight.dim() == 2) sum += weight.numel();
        return sum;
    }

    private static long tensordot(OperatorArguments a, Tensor out) {
        var summed = 1L;
        for (var dimension : a.longs(2, 1, 0)) summed *= a.tensor(0).size(dimension);
        return out.numel() * summed;
    }

    /// The product of the sizes of all letters, for each operand after the first.
    private static long einsum(OperatorArguments a, Tensor out) {
        var operands = a.tensors(1);
        if (operands.size() < 2) return 0;
        var terms = String.valueOf(a.at(0)).replace(" ", "").split("->", -1)[0].split(",", -1);
        var sizes = new LinkedHashMap<Character, Long>();
        var total = 0L;
        for (var i = 0; i < operands.size() && i < terms.length; i++) {
            var letters = terms[i].replace("...", "");
            var shape = operands.get(i).shape();
            // Letters before an ellipsis count from the front, those after it from the end.
            var dots = terms[i].indexOf("...");
            for (var j = 0; j < letters.length(); j++) {
                var dimension = dots < 0 || j < dots ? j : j - letters.length();
                sizes.merge(letters.charAt(j), shape.get(dimension), Math::max);
            }
            if (i == 0) continue;
            var product = ellipsis(operands.get(i), terms[i]);
            for (var size : sizes.values()) product *= size;
            total += product;
        }
        return total;
    }

    private static long ellipsis(Tensor operand, String term) {
        var dots = term.indexOf("...");
        if (dots < 0) return 1;
        var product = 1L;
        for (var i = dots; i < operand.dim() - (term.length() - 3 - dots); i++) product *= operand.size(i);
        return product;
    }
}
