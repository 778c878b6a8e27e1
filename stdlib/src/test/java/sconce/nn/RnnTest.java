package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;

/// Sequences of different lengths as PyTorch packs and pads them, and the recurrent layers over them.
class RnnTest {
    private static final List<Tensor> SEQUENCES = List.of(Torch.tensor(1.0, 2.0, 3.0), Torch.tensor(4.0, 5.0),
            Torch.tensor(new double[] { 6 }));
    private static final Tensor PADDED = Rnn.padSequence(SEQUENCES, true, -1);

    @Test
    void lengths_and_options_are_given_as_in_python() {
        var padded = Torch.tensor("[[1., 0.], [2., 3.]]");
        var packed = Rnn.packPaddedSequence(padded, List.of(1, 2), o -> o.batchFirst(true).enforceSorted(false));
        assertThat(packed.data()).hasToString("tensor([2., 1., 3.])");
        var again = Rnn.padPackedSequence(packed, o -> o.batchFirst(true).totalLength(3).paddingValue(-1));
        assertThat(again.output()).hasToString("tensor([[ 1., -1., -1.],\n        [ 2.,  3., -1.]])");
        assertThat(Rnn.padSequence(List.of(Torch.ones(1), Torch.ones(2)),
                o -> o.batchFirst(true).paddingSide("left").paddingValue(7)))
                .hasToString("tensor([[7., 1.],\n        [1., 1.]])");
    }

    @Test
    void sequences_are_padded_on_either_side() {
        assertThat(Rnn.padSequence(SEQUENCES).tolist().toString()).isEqualTo(
                "[[1.0, 4.0, 6.0], [2.0, 5.0, 0.0], [3.0, 0.0, 0.0]]");
        assertThat(Rnn.padSequence(SEQUENCES, true, 0, "left").tolist().toString()).isEqualTo(
                "[[1.0, 2.0, 3.0], [0.0, 4.0, 5.0], [0.0, 0.0, 6.0]]");
    }

    @Test
    void a_packed_sequence_prints_as_pytorchs() {
        assertThat(Rnn.packPaddedSequence(PADDED, Torch.tensor(3, 2, 1), true)).hasToString(
                "PackedSequence(data=tensor([1., 4., 6., 2., 5., 3.]), batch_sizes=tensor([3, 2, 1]), "
                        + "sorted_indices=None, unsorted_indices=None)");
    }

    @Test
    void packing_and_padding_come_back_in_the_order_given() {
        var mixed = List.of(SEQUENCES.get(2), SEQUENCES.get(0), SEQUENCES.get(1));
        var packed = Rnn.packSequence(mixed, false);
        assertThat(packed.data()).hasToString("tensor([1., 4., 6., 2., 5., 3.])");
        assertThat(packed.sortedIndices()).hasToString("tensor([1, 2, 0])");
        assertThat(packed.unsortedIndices()).hasToString("tensor([2, 0, 1])");
        assertThat(Rnn.unpackSequence(packed).toString()).isEqualTo(
                "[tensor([6.]), tensor([1., 2., 3.]), tensor([4., 5.])]");
        assertThat(Rnn.padPackedSequence(packed).lengths()).hasToString("tensor([1, 3, 2])");
    }

    @Test
    void padding_goes_up_to_a_length_with_a_number() {
        var packed = Rnn.packSequence(SEQUENCES);
        var padded = Rnn.padPackedSequence(packed, true, 9.0, 4L);
        assertThat(padded.output().tolist().toString()).isEqualTo(
                "[[1.0, 2.0, 3.0, 9.0], [4.0, 5.0, 9.0, 9.0], [6.0, 9.0, 9.0, 9.0]]");
        assertThatThrownBy(() -> Rnn.padPackedSequence(packed, true, 9.0, 2L)).isInstanceOf(ValueError.class)
                .hasMessage("Expected total_length to be at least the length of the longest sequence in input, but got "
                        + "total_length=2 and max sequence length being 3");
    }

    @Test
    void padded_sequences_are_taken_apart() {
        assertThat(Rnn.unpadSequence(PADDED, Torch.tensor(3, 2, 1), true).toString()).isEqualTo(
                "[tensor([1., 2., 3.]), tensor([4., 5.]), tensor([6.])]");
        assertThat(Rnn.unpadSequence(PADDED.t(), Torch.tensor(3, 2, 1)).getLast()).hasToString("tensor([6.])");
    }

    @Test
    void lengths_that_cannot_be_packed_are_refused() {
        assertThatThrownBy(() -> Rnn.packPaddedSequence(PADDED, new long[] { 1, 2, 3 }, true))
                .isInstanceOf(TorchException.class)
                .hasMessageStartingWith(
                        "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True.");
        assertThatThrownBy(() -> Rnn.packPaddedSequence(PADDED, new long[] { 3, 2, 0 }, true))
                .isInstanceOf(TorchException.class)
                .hasMessageStartingWith("Length of all samples has to be greater than 0");
    }

    @Test
    void an_rnn_runs_over_packed_sequences() {
        var rnn = new RNN(1, 1, o -> o.nonlinearity("relu"));
        rnn.parameters().forEach(Init::ones_);
        var result = rnn.call(Rnn.packPaddedSequence(PADDED.unsqueeze(-1), new long[] { 3, 2, 1 }, true));
        assertThat(result.output().data().detach().reshape(-1)).hasToString("tensor([ 3.,  6.,  8.,  7., 13., 12.])");
        assertThat(result.state().detach().reshape(-1)).hasToString("tensor([12., 13.,  8.])");
    }

    @Test
    void weights_are_members_by_computed_names_and_are_copied_with_the_layer() {
        var lstm = new LSTM(2, 3, o -> o.bidirectional(true).bias(false));
        var copy = Module.deepcopy(lstm);
        assertThat(copy.namedParameters().keySet()).containsExactly("weight_ih_l0", "weight_hh_l0",
                "weight_ih_l0_reverse", "weight_hh_l0_reverse");
        lstm.parameters().forEach(Init::zeros_);
        assertThat(lstm.call(Torch.ones(4, 1, 2)).output().abs().sum().doubleValue()).isZero();
        assertThat(copy.call(Torch.ones(4, 1, 2)).output().abs().sum().doubleValue()).isPositive();
        assertThat(copy.allWeights()).hasSize(2).allSatisfy(weights -> assertThat(weights).hasSize(2));
    }

    @Test
    void hooks_see_what_a_recurrent_layer_gives() {
        var gru = new GRU(2, 3);
        var states = new java.util.ArrayList<Tensor>();
        gru.registerForwardHook(GRU.Output.class, (module, inputs, output) -> states.add(output.state()));
        assertThat(gru.call(Torch.ones(4, 2)).state()).isSameAs(states.getFirst());
    }
}
