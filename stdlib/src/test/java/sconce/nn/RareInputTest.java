package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sconce.IndexError;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.ZeroDivisionError;

/// Options and inputs that are rare but allowed, or refused in PyTorch's words: found by calling PyTorch beside this library
/// with drawn options.
class RareInputTest {
    private static final long[] NONE = {};

    private static Tensor ones(long... shape) { return Torch.ones(shape); }

    @Test
    void a_bag_table_of_even_bags_ignores_that_the_last_offset_is_included() {
        var table = Torch.arange(12).toFloat().reshape(4, 3);
        var bags = Torch.tensor(new long[][] { { 0, 1 }, { 2, 3 } });
        var sums = F.embeddingBag(bags, table, o -> o.mode("sum").includeLastOffset(true));
        assertThat(sums).hasToString("tensor([[ 3.,  5.,  7.],\n        [15., 17., 19.]])");
        var layer = new EmbeddingBag(4, 3, o -> o.mode("sum").includeLastOffset(true).weight(table));
        assertThat(layer.call(bags)).hasToString(
                "tensor([[ 3.,  5.,  7.],\n        [15., 17., 19.]], grad_fn=<EmbeddingBagBackward0>)");
    }

    @Test
    void batch_norm_refuses_an_eps_of_nothing() {
        assertThatThrownBy(() -> new BatchNorm1d(2, o -> o.eps(0.0)).call(ones(3, 2))).isInstanceOf(ValueError.class)
                .hasMessage("batch_norm eps must be positive, but got 0.0");
        assertThatThrownBy(() -> F.batchNorm(ones(3, 2), null, null, o -> o.training(true).eps(-1)))
                .hasMessage("batch_norm eps must be positive, but got -1.0");
        assertThatThrownBy(() -> F.batchNorm(ones(NONE), null, null, o -> o.training(true)))
                .isInstanceOf(IndexError.class).hasMessage("tuple index out of range");
    }

    @Test
    void no_groups_divide_nothing() {
        assertThatThrownBy(() -> new GroupNorm(0, 2)).isInstanceOf(ZeroDivisionError.class)
                .hasMessage("integer modulo by zero");
        assertThatThrownBy(() -> F.groupNorm(ones(1, 2, 2), 0)).isInstanceOf(ZeroDivisionError.class)
                .hasMessage("integer division or modulo by zero");
    }

    @Test
    void an_input_without_dimensions_is_refused_in_pytorchs_words() {
        assertThatThrownBy(() -> new RMSNorm(1).call(ones(NONE))).isInstanceOf(ValueError.class)
                .hasMessage("Input tensor must have at least 1 dimensions, but got 0");
        assertThatThrownBy(() -> new LazyLinear(2).call(ones(NONE))).isInstanceOf(IndexError.class)
                .hasMessage("tuple index out of range");
        var encoder = new TransformerEncoder(new TransformerEncoderLayer(4, 2, o -> o.batchFirst(true)), 1);
        assertThatThrownBy(() -> encoder.call(ones(NONE))).hasMessage("tuple index out of range");
    }

    @Test
    void cross_map_lrn_refuses_whole_numbers_and_no_channels() {
        assertThatThrownBy(() -> new CrossMapLRN2d(2).call(ones(1, 2, 1, 1).toLong()))
                .isInstanceOf(TorchException.class)
                .hasMessage("result type Float can't be cast to the desired output type Long");
        assertThatThrownBy(() -> new CrossMapLRN2d(2).call(ones(1, 2, 1, 1).bool()))
                .hasMessage("result type Long can't be cast to the desired output type Bool");
        assertThatThrownBy(() -> new CrossMapLRN2d(0).call(ones(1, 2, 1, 1)))
                .isInstanceOf(ZeroDivisionError.class).hasMessage("float division by zero");
    }

    @Test
    void dropout3d_takes_whatever_is_not_five_dimensions_for_one_sample() {
        Torch.manualSeed(1);
        var dropped = F.dropout3d(ones(8, 2, 1));
        for (var channel = 0; channel < 8; channel++) {
            assertThat(List.of(0.0, 4.0)).contains(dropped.get(channel).sum().doubleValue());
        }
        assertThat(dropped.sum().doubleValue()).isBetween(4.0, 28.0);
    }

    @Test
    void the_mean_by_batch_of_one_number_is_itself() {
        var loss = new KLDivLoss(o -> o.reduction("batchmean")).call(Torch.tensor(-1.0), Torch.tensor(1.0));
        assertThat(loss).hasToString("tensor(1.)");
        assertThat(F.klDiv(ones(4, 1), ones(4, 1), o -> o.reduction("batchmean").sizeAverage(false)))
                .hasToString("tensor(-1.)");
    }

    @Test
    void a_weighted_huber_loss_is_a_plain_mean() {
        var weight = Torch.tensor(new double[] { 1, 3 });
        assertThat(F.huberLoss(ones(2), Torch.zeros(2), o -> o.weight(weight))).hasToString("tensor(1.)");
        assertThatThrownBy(() -> F.huberLoss(ones(2), Torch.zeros(2), o -> o.weight(weight).reduction("avg")))
                .hasMessage("Invalid reduction mode: avg. Expected one of 'none', 'mean', 'sum'.");
        assertThat(F.mseLoss(ones(2), Torch.zeros(2), o -> o.weight(weight))).hasToString("tensor(1.)");
    }

    @Test
    void the_gradient_of_the_distances_of_no_rows_is_empty() {
        var rows = Torch.zeros(0, 2).requiresGrad_(true);
        F.pdist(rows).sum().backward();
        assertThat(rows.grad()).isNotNull().hasToString("tensor([], size=(0, 2))");
    }

    @Test
    void a_recurrent_layer_prints_its_dropout_as_a_real_number() {
        assertThat(new LSTM(2, 3, o -> o.numLayers(2).dropout(1)))
                .hasToString("LSTM(2, 3, num_layers=2, dropout=1.0)");
    }

    @Test
    void a_lazy_layer_of_whole_numbers_is_refused_as_it_is_built() {
        assertThatThrownBy(() -> new LazyLinear(2, o -> o.dtype(Torch.int64))).isInstanceOf(TorchException.class)
                .hasMessage("Only Tensors of floating point and complex dtype can require gradients");
    }

    @Test
    void padding_of_too_many_dimensions_is_told_by_pad() {
        assertThatThrownBy(() -> new Conv2d(1, 1, 1, o -> o.padding(1, 1, 1).paddingMode("reflect"))
                .call(ones(1, 4, 4))).hasMessageStartingWith("Padding size 6 is not supported for 3D input tensor.");
        assertThatThrownBy(() -> new LPPool2d(2, Torch.size(2, 2, 2)).call(ones(1, 1, 4, 4)))
                .isInstanceOf(ValueError.class).hasMessage("too many values to unpack (expected 2)");
    }

    @Test
    void functions_take_what_their_layers_take() {
        assertThat(F.fold(ones(1, 4, 4), 4, 2, o -> o.stride(2)).shape()).hasToString("torch.Size([1, 1, 4, 4])");
        assertThat(F.fold(ones(4, 4), 3, 2).shape()).hasToString("torch.Size([1, 3, 3])");
        assertThat(F.softmax(ones(2), null, Torch.float64))
                .hasToString("tensor([0.5000, 0.5000], dtype=torch.float64)");
        assertThatThrownBy(() -> F.conv2d(ones(2, 1, 6, 6), ones(2, 1, 1))).hasMessage("expected stride to be a single "
                + "integer value or a list of 1 values to match the convolution dimensions, but got stride=[1, 1]");
    }
}
