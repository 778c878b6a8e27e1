package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import sconce.GradFn;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;

/// What normalisation layers promise beyond the golden cases.
class NormalizationTest {
    @Test
    void batch_norms_become_synchronised_ones_with_the_same_parameters() {
        var norm = new BatchNorm1d(2, o -> o.momentum(0.5));
        var model = new Sequential(new Linear(2, 2), new Sequential(norm));
        model.eval();

        var converted = SyncBatchNorm.convertSyncBatchnorm(model);

        assertThat(converted).isSameAs(model);
        var sync = (SyncBatchNorm) model.getSubmodule("1.0");
        assertThat(sync.weight).isSameAs(norm.weight);
        assertThat(sync.running_var).isSameAs(norm.running_var);
        assertThat(sync.momentum).isEqualTo(0.5);
        assertThat(sync.training()).isFalse();
        assertThat(model.stateDict().keySet()).contains("1.0.running_mean", "1.0.num_batches_tracked");
    }

    @Test
    void a_batch_norm_alone_is_replaced() {
        var converted = SyncBatchNorm.convertSyncBatchnorm(new BatchNorm2d(3, o -> o.affine(false)));

        assertThat(converted).hasToString(
                "SyncBatchNorm(3, eps=1e-05, momentum=0.1, affine=False, track_running_stats=True)");
    }

    @Test
    void a_synchronised_one_refuses_no_channels() {
        assertThatThrownBy(() -> new SyncBatchNorm(0).call(Torch.ones(2, 0))).isInstanceOf(ValueError.class)
                .hasMessage("SyncBatchNorm number of input channels should be non-zero");
    }

    @Test
    void statistics_from_before_version_1_are_refused_with_an_explanation() {
        var norm = new InstanceNorm2d(2);
        var state = new StateDict(Map.of("running_mean", Torch.zeros(2)));

        assertThatThrownBy(() -> norm.loadStateDict(state)).isInstanceOf(TorchException.class)
                .hasMessageContaining("Unexpected running stats buffer(s) \"running_mean\" for InstanceNorm2d with "
                        + "track_running_stats=False. If state_dict is a checkpoint saved before 0.4.0");
    }

    @Test
    void groups_of_one_element_are_refused() {
        assertThatThrownBy(() -> F.groupNorm(Torch.ones(1, 2), 2)).isInstanceOf(ValueError.class)
                .hasMessage("Expected more than 1 value per channel when training, got input size [1, 2]");
    }

    @Test
    void normalize_writes_into_a_tensor_that_is_there() {
        var out = Torch.empty(1, 2);

        var result = F.normalize(Torch.tensor(3.0, 4.0).unsqueeze(0), o -> o.out(out));

        assertThat(result).isSameAs(out);
        assertThat(out.tolist()).isEqualTo(List.of(List.of(0.6000000238418579, 0.800000011920929)));
    }

    @Test
    void hooks_on_the_output_of_cross_map_normalisation_see_the_gradient_that_arrives() {
        var input = Torch.ones(1, 2, 1, 1).requiresGrad_();
        var output = new CrossMapLRN2d(3, o -> o.alpha(3).beta(1)).call(input);
        assertThat(output.gradFn()).isEqualTo(new GradFn("CrossMapLRN2dBackward"));
        output.retainGrad();

        output.sum().backward();

        var arrived = output.grad();
        assertThat(arrived == null ? List.of() : arrived.flatten().tolist()).isEqualTo(List.of(1.0, 1.0));
        var gradient = input.grad();
        // PyTorch's windows: the gradient of channel 0 knows of the square of channel 0 alone.
        assertThat(gradient == null ? new float[0] : gradient.floatArray()).containsExactly(
                new float[] { 1 / 9f, -1 / 9f }, Offset.offset(1e-6f));
    }

    @Test
    void cross_map_normalisation_is_not_differentiated_twice() {
        var input = Torch.ones(1, 2, 1, 1).requiresGrad_();
        var output = new CrossMapLRN2d(3).call(input).sum();

        assertThatThrownBy(() -> output.backward(null, null, true, null)).isInstanceOf(TorchException.class)
                .hasMessageContaining("don't support automatic differentiation");
    }
}
