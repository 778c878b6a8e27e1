package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sconce.AssertionException;
import sconce.PythonError;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.Warnings;

/// What attention promises beyond the golden cases.
class AttentionTest {
    private static void close(Tensor one, Tensor other) {
        assertThat(Torch.allclose(one, other, 1e-4, 1e-5, true)).as("%s%n%s", one, other).isTrue();
    }

    private static TransformerEncoderLayer layer(Object activation) {
        Torch.manualSeed(1);
        var layer = new TransformerEncoderLayer(8, 2, o -> {
            o.dimFeedforward(16).batchFirst(true).dropout(0.0);
            if (activation instanceof String name) o.activation(name);
            if (activation instanceof Module module) o.activation(module);
        });
        layer.eval();
        return layer;
    }

    @Test
    void the_fast_path_gives_the_numbers_of_the_slow_one() {
        for (var activation : List.of("relu", "gelu", new ReLU(), new GELU())) {
            var layer = layer(activation);
            var x = Torch.randn(3, 5, 8);
            var mask = Transformer.generateSquareSubsequentMask(5);
            close(Torch.noGrad(() -> layer.call(x)), layer.call(x));
            close(Torch.noGrad(() -> layer.call(x, mask)), layer.call(x, mask));
        }
    }

    @Test
    void self_attention_in_evaluation_gives_the_numbers_of_training() {
        var attention = new MultiheadAttention(8, 2, o -> o.batchFirst(true));
        attention.eval();
        var x = Torch.randn(3, 5, 8);
        var fast = Torch.noGrad(() -> attention.call(x, x, x));
        var slow = attention.call(x, x, x);
        close(fast.output(), slow.output());
        close(fast.weights(), slow.weights());
        assertThat(attention.call(x, x, x, o -> o.needWeights(false)).weights()).isNull();
        assertThat(Torch.noGrad(() -> attention.call(x, x, x, o -> o.needWeights(false))).weights()).isNull();
        assertThat(attention.call(x, x, x, o -> o.averageAttnWeights(false)).weights().shape())
                .isEqualTo(Torch.size(3, 2, 5, 5));
    }

    @Test
    void an_encoder_leaves_padding_out_and_gives_zeros_there() {
        var encoder = new TransformerEncoder(layer("relu"), 2);
        encoder.eval();
        var x = Torch.randn(2, 4, 8);
        var padding = Torch.tensor(List.of(List.of(false, false, true, true), List.of(false, false, false, false)));
        var fast = Torch.noGrad(() -> encoder.call(x, o -> o.srcKeyPaddingMask(padding)));
        var slow = encoder.call(x, o -> o.srcKeyPaddingMask(padding));
        assertThat(fast.get(0).get("2:").abs().sum().doubleValue()).isZero();
        close(fast.get(0).get(":2"), slow.get(0).get(":2"));
        close(fast.get(1), slow.get(1));
        // Padding elsewhere than at the end is computed with.
        var inside = padding.flip(1);
        close(Torch.noGrad(() -> encoder.call(x, o -> o.srcKeyPaddingMask(inside))).get(0).get("2:"),
                encoder.call(x, o -> o.srcKeyPaddingMask(inside)).get(0).get("2:"));
    }

    @Test
    void a_hooked_layer_takes_the_way_on_which_hooks_run() {
        var layer = layer("relu");
        var seen = new ArrayList<String>();
        layer.linear1.registerForwardHook((m, in, out) -> { seen.add(m.moduleName()); });
        Torch.noGrad(() -> layer.call(Torch.ones(1, 2, 8)));
        assertThat(seen).containsExactly("Linear");
    }

    @Test
    void an_activation_that_is_a_module_is_a_part() {
        var layer = new TransformerEncoderLayer(4, 2, o -> o.activation(new PReLU()));
        assertThat(layer.stateDict().keySet()).endsWith("activation.weight");
        assertThat(layer.toString()).contains("(activation): PReLU(num_parameters=1)");
        assertThat(new TransformerDecoderLayer(4, 2, o -> o.activation(F::silu)).stateDict().keySet())
                .doesNotContain("activation.weight");
    }

    static class Plain extends Module {
        final MultiheadAttention self_attn = new MultiheadAttention(4, 2);

        Tensor forward(Tensor src, Tensor srcMask, boolean isCausal, Tensor srcKeyPaddingMask) {
            return self_attn.call(src, src, src).output().add(isCausal ? 1 : 0);
        }
    }

    @Test
    void an_encoder_takes_layers_of_ones_own() {
        var encoder = new TransformerEncoder[1];
        assertThat(Warnings.record(() -> encoder[0] = new TransformerEncoder(new Plain(), 2)))
                .containsExactly(
                        "UserWarning: enable_nested_tensor is True, but self.use_nested_tensor is False because "
                                + "encoder_layer was not TransformerEncoderLayer");
        assertThat(encoder[0].call(Torch.ones(3, 1, 4)).shape()).isEqualTo(Torch.size(3, 1, 4));
        assertThat(encoder[0].layers.size()).isEqualTo(2);
        var model = new Transformer(4, 2, 1, 1, o -> o.dimFeedforward(4).customEncoder(new Plain2()));
        assertThat(model.call(Torch.ones(3, 1, 4), Torch.ones(2, 1, 4)).shape()).isEqualTo(Torch.size(2, 1, 4));
    }

    static class Plain2 extends Module {
        Tensor forward(Tensor src, Tensor mask, Tensor srcKeyPaddingMask, Boolean isCausal) { return src; }
    }

    @Test
    void copies_of_a_layer_have_weights_of_their_own() {
        var encoder = new TransformerEncoder(layer("relu"), 2);
        var first = encoder.layers.get(0, TransformerEncoderLayer.class);
        var second = encoder.layers.get(1, TransformerEncoderLayer.class);
        assertThat(first.linear1.weight).isNotSameAs(second.linear1.weight);
        assertThat(Torch.equal(first.linear1.weight, second.linear1.weight)).isTrue();
    }

    @Test
    void a_causal_mask_is_found_out() {
        var mask = Transformer.generateSquareSubsequentMask(3);
        assertThat(Masks.isCausal(mask, null, 3L)).isTrue();
        assertThat(Masks.isCausal(mask, false, 3L)).isFalse();
        assertThat(Masks.isCausal(Torch.zeros(3, 3), null, 3L)).isFalse();
        assertThat(Masks.isCausal(mask, null, 4L)).isFalse();
        assertThat(Masks.isCausal(null, null, 3L)).isFalse();
    }

    @Test
    void an_error_names_the_layer_and_the_shapes_it_got() {
        var encoder = new TransformerEncoder(layer("relu"), 2);
        assertThatThrownBy(() -> encoder.call(Torch.ones(2, 3, 7))).isInstanceOf(AssertionException.class)
                .hasMessage("was expecting embedding dimension of 8, but got 7")
                .satisfies(thrown -> assertThat(((PythonError) thrown).where())
                        .startsWith("TransformerEncoder.layers.0.self_attn: MultiheadAttention(")
                        .contains("Tensor[2, 3, 7]"));
    }

    @Test
    void half_of_a_pair_of_biases_is_refused() {
        var x = Torch.ones(2, 1, 4);
        assertThatThrownBy(() -> F.multiHeadAttentionForward(x, x, x, 4, 2, Torch.ones(12, 4), null,
                Torch.ones(1, 1, 4), null, false, 0, Torch.ones(4, 4), null)).isInstanceOf(AssertionException.class);
    }

    @Test
    void products_of_scaled_numbers_say_where_they_do_not_run() {
        var a = Torch.ones(16, 16).to(Torch.float8_e4m3fn);
        var one = Torch.ones(1);
        assertThatThrownBy(() -> F.scaledGroupedMm(a, a, one, F.ScalingType.TensorWise, one, F.ScalingType.TensorWise))
                .isInstanceOfAny(TorchException.class, sconce.NotImplementedError.class);
    }

    @Test
    void options_by_place_are_those_by_name() {
        var x = Torch.randn(1, 2, 6, 6);
        close(F.maxPool2d(x, 3, 2, 1), F.maxPool2d(x, 3, o -> o.stride(2).padding(1)));
        close(F.avgPool2d(x, 3, 2, 1, false, false),
                F.avgPool2d(x, 3, o -> o.stride(2).padding(1).countIncludePad(false)));
        var w = Torch.randn(4, 2, 3, 3);
        close(F.conv2d(x, w, null, 2, 1), F.conv2d(x, w, o -> o.stride(2).padding(1)));
        close(F.conv2d(x, w, null, 1, "same", 1, 1), F.conv2d(x, w, o -> o.padding("same")));
        var scores = Torch.randn(3, 4);
        var classes = Torch.tensor(new long[] { 0, 2, 3 });
        close(F.crossEntropy(scores, classes, null, 2, "sum", 0.1),
                F.crossEntropy(scores, classes, o -> o.ignoreIndex(2).reduction("sum").labelSmoothing(0.1)));
        close(F.mseLoss(scores, scores.mul(2), "none"), F.mseLoss(scores, scores.mul(2), o -> o.reduction("none")));
        Torch.manualSeed(3);
        var drawn = F.gumbelSoftmax(scores, 0.5, true);
        Torch.manualSeed(3);
        close(drawn, F.gumbelSoftmax(scores, o -> o.tau(0.5).hard(true)));
    }

    @Test
    void layers_are_made_where_the_default_device_says() {
        var layer = Torch.device("meta", () -> new TransformerEncoderLayer(4, 2));
        assertThat(layer.parameters()).allSatisfy(p -> assertThat(p.device().type()).isEqualTo("meta"));
        assertThat(SkipInit.skipInit(() -> new BatchNorm1d(3)).running_mean.device().type()).isEqualTo("cpu");
    }
}
