package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sconce.DType;
import sconce.MemoryFormat;
import sconce.Parameter;
import sconce.Torch;
import sconce.TorchException;

/// Gradients that are clipped, and parameters as one vector.
class ClipTest {
    private static Parameter with(double... gradient) {
        var parameter = new Parameter(Torch.zeros(gradient.length));
        parameter.setGrad(Torch.tensor(gradient));
        return parameter;
    }

    @Test
    void the_norm_is_that_of_all_elements_and_never_above_the_limit_after() {
        var random = new Random(3);
        for (var round = 0; round < 50; round++) {
            var parameters = new ArrayList<Parameter>();
            var squares = 0.0;
            for (var i = 0; i < 1 + random.nextInt(4); i++) {
                var gradient = random.doubles(1 + random.nextInt(5), -3, 3).toArray();
                for (var g : gradient) squares += g * g;
                parameters.add(with(gradient));
            }
            var limit = random.nextDouble(0.1, 5);
            assertThat(Clip.clipGradNorm_(parameters, limit).doubleValue()).isCloseTo(Math.sqrt(squares),
                    org.assertj.core.data.Offset.offset(1e-4));
            var after = Clip.getTotalNorm(parameters.stream().map(Parameter::grad).toList()).doubleValue();
            assertThat(after).isLessThanOrEqualTo(limit + 1e-4);
            if (Math.sqrt(squares) > limit + 1e-3) assertThat(after).isGreaterThan(limit - 1e-3);
        }
    }

    @Test
    void parameters_of_several_dtypes_are_clipped_together() {
        var single = with(3);
        var twice = new Parameter(Torch.zeros(1).to(DType.float64));
        twice.setGrad(Torch.tensor(new double[] { 4 }).to(DType.float64));
        assertThat(Clip.clipGradNorm_(List.of(single, twice), 1).doubleValue()).isEqualTo(5);
        assertThat(twice.grad().dtype()).isEqualTo(DType.float64);
        assertThat(twice.grad().item().doubleValue()).isCloseTo(0.8, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void one_call_for_all_and_one_for_each_give_the_same() {
        var one = with(3, -4);
        var each = with(3, -4);
        Clip.clipGradNorm_(List.of(one), 1, 2, false, true);
        Clip.clipGradNorm_(List.of(each), 1, 2, false, false);
        assertThat(one.grad().floatArray()).containsExactly(each.grad().floatArray());
        Clip.clipGradValue_(List.of(one), 0.5, true);
        Clip.clipGradValue_(List.of(each), 0.5, false);
        assertThat(one.grad().floatArray()).containsExactly(0.5f, -0.5f).containsExactly(each.grad().floatArray());
    }

    @Test
    void nothing_to_clip_has_norm_zero() {
        assertThat(Clip.clipGradNorm_(List.of(), 1)).hasToString("tensor(0.)");
        Clip.clipGradValue_(List.of(new Parameter(Torch.ones(1))), 1);
    }

    @Test
    void a_vector_of_parameters_goes_back_where_it_came_from() {
        Torch.manualSeed(0);
        var net = new Sequential(new Linear(3, 4), new LayerNorm(4), new Linear(4, 2));
        var vector = ConvertParameters.parametersToVector(net.parameters()).detach().clone();
        ConvertParameters.vectorToParameters(Torch.zeros(vector.numel()), net.parameters());
        assertThat(net.parameters()).allMatch(p -> p.abs().sum().doubleValue() == 0);
        ConvertParameters.vectorToParameters(vector, net.parameters());
        assertThat(Torch.equal(ConvertParameters.parametersToVector(net.parameters()), vector)).isTrue();
        assertThat(net.parameters()).allMatch(p -> p.isLeaf() && p.requiresGrad());
    }

    @Test
    void a_vector_that_is_too_short_says_so() {
        var net = new Linear(2, 2);
        assertThatThrownBy(() -> ConvertParameters.vectorToParameters(Torch.ones(3), net.parameters()))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("shape '[2, 2]' is invalid for input of size 3");
        assertThatThrownBy(() -> ConvertParameters.vectorToParameters(Torch.ones(5), net.parameters()))
                .hasMessageContaining("shape '[2]' is invalid for input of size 1");
    }

    @Test
    void the_weights_of_convolutions_change_their_order_in_memory() {
        var net = new Sequential(new Conv2d(2, 3, 2), new Sequential(new ConvTranspose2d(3, 2, 2)));
        var before = net.get(0, Conv2d.class).weight.detach().clone();
        assertThat(ConvertParameters.convertConv2dWeightMemoryFormat(net, MemoryFormat.channels_last)).isSameAs(net);
        var weight = net.get(0, Conv2d.class).weight;
        assertThat(weight.stride()).isEqualTo(Torch.size(8, 1, 4, 2));
        assertThat(Torch.equal(weight, before)).isTrue();
    }

    @Test
    void a_fused_layer_gives_what_both_gave() {
        Torch.manualSeed(1);
        var conv = new ConvTranspose2d(2, 3, 2);
        var norm = new BatchNorm2d(3);
        norm.call(conv.call(Torch.randn(4, 2, 3, 3)));
        conv.eval();
        norm.eval();
        var x = Torch.randn(1, 2, 3, 3);
        var fused = Fusion.fuseConvBnEval(conv, norm, true);
        assertThat(Torch.allclose(fused.call(x), norm.call(conv.call(x)), 1e-4, 1e-5, false)).isTrue();
        assertThat(fused.weight.isLeaf()).isTrue();
        assertThatThrownBy(() -> Fusion.fuseLinearBnEval((Linear) new Linear(2, 2).eval(), norm))
                .hasMessage("To fuse, linear.out_features == bn.num_features or bn.num_features == 1");
    }
}
