package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// Sequences of different lengths, padded or packed. Stands for `torch.nn.utils.rnn`.
///
/// Without `batchFirst`, padded sequences are `(T, B, *)`: T steps of B sequences; with it `(B, T, *)`.
///
/// ```java
/// var sequences = List.of(Torch.tensor(1.0, 2.0, 3.0), Torch.tensor(4.0, 5.0));
/// Rnn.packSequence(sequences).data()   // tensor([1., 4., 2., 5., 3.])
/// ```
public final class Rnn {
    private Rnn() {}

    /// What padding a packed sequence gives.
    ///
    /// @param output the padded sequences, in the order in which they were given
    /// @param lengths how long each is
    public record PadPackedReturn(Tensor output, Tensor lengths) {}

    /// The permutation that undoes another; null of null.
    public static @Nullable Tensor invertPermutation(@Nullable Tensor permutation) {
        if (permutation == null) return null;
        Tensor result = Operators.call("empty_like", permutation);
        Tensor places = Torch.arange(permutation.numel()).to(permutation.device());
        return Operators.call("scatter_.src", result, 0, permutation, places);
    }

    /// Packs padded sequences that are sorted by length, the longest first.
    ///
    /// @throws TorchException if they are not sorted, or a length is not positive
    public static PackedSequence packPaddedSequence(Tensor input, Tensor lengths) {
        return packPaddedSequence(input, lengths, false, true);
    }

    /// The same, with the batch first or not.
    public static PackedSequence packPaddedSequence(Tensor input, Tensor lengths, boolean batchFirst) {
        return packPaddedSequence(input, lengths, batchFirst, true);
    }

    /// Packs padded sequences; without `enforceSorted` they are sorted first.
    ///
    /// @throws TorchException if they are not sorted but should be, or a length is not positive
    public static PackedSequence packPaddedSequence(Tensor input, Tensor lengths, boolean batchFirst,
            boolean enforceSorted) {
        var known = lengths.toLong();
        if (enforceSorted) return pack(input, known, batchFirst, null);
        Object[] sorted = Operators.call("sort", known, -1, true);
        var order = ((Tensor) sorted[1]).to(input.device());
        return pack(input.indexSelect(batchFirst ? 0 : 1, order), (Tensor) sorted[0], batchFirst, order);
    }

    private static PackedSequence pack(Tensor input, Tensor lengths, boolean batchFirst, @Nullable Tensor order) {
        Object[] packed = Operators.call("_pack_padded_sequence", input, lengths, batchFirst);
        return new PackedSequence((Tensor) packed[0], (Tensor) packed[1], order, null);
    }

    /// Packs padded sequences of these lengths, sorted, the longest first.
    public static PackedSequence packPaddedSequence(Tensor input, long[] lengths) {
        return packPaddedSequence(input, Torch.tensor(lengths), false, true);
    }

    /// The same, with the batch first or not.
    public static PackedSequence packPaddedSequence(Tensor input, long[] lengths, boolean batchFirst) {
        return packPaddedSequence(input, Torch.tensor(lengths), batchFirst, true);
    }

    /// Packs padded sequences of these lengths; without `enforceSorted` they are sorted first.
    public static PackedSequence packPaddedSequence(Tensor input, long[] lengths, boolean batchFirst,
            boolean enforceSorted) {
        return packPaddedSequence(input, Torch.tensor(lengths), batchFirst, enforceSorted);
    }

    /// Packs padded sequences of these lengths, sorted, the longest first.
    public static PackedSequence packPaddedSequence(Tensor input, List<? extends Number> lengths) {
        return packPaddedSequence(input, lengths, o -> {});
    }

    /// Packs padded sequences of these lengths, with options.
    public static PackedSequence packPaddedSequence(Tensor input, List<? extends Number> lengths,
            Consumer<PackOptions> options) {
        return packPaddedSequence(input, lengths.stream().mapToLong(Number::longValue).toArray(), options);
    }

    /// Packs padded sequences of these lengths, with options.
    public static PackedSequence packPaddedSequence(Tensor input, long[] lengths, Consumer<PackOptions> options) {
        return packPaddedSequence(input, Torch.tensor(lengths), options);
    }

    /// Packs padded sequences, with options: `o -> o.batchFirst(true).enforceSorted(false)`.
    public static PackedSequence packPaddedSequence(Tensor input, Tensor lengths, Consumer<PackOptions> options) {
        var o = Keywords.of(new PackOptions(), options);
        return packPaddedSequence(input, lengths, o.batchFirst, o.enforceSorted);
    }

    /// Options of [#packPaddedSequence(Tensor, Tensor, Consumer)].
    public static final class PackOptions {
        boolean batchFirst = false;
        boolean enforceSorted = true;

        /// Whether the batch comes before time; by default not.
        public PackOptions batchFirst(boolean batchFirst) { this.batchFirst = batchFirst; return this; }

        /// Whether the sequences are sorted, the longest first; by default true.
        public PackOptions enforceSorted(boolean enforceSorted) { this.enforceSorted = enforceSorted; return this; }
    }

    /// Pads packed sequences, with options: `o -> o.batchFirst(true).totalLength(10)`.
    public static PadPackedReturn padPackedSequence(PackedSequence sequence, Consumer<PadPackedOptions> options) {
        var o = Keywords.of(new PadPackedOptions(), options);
        return padPackedSequence(sequence, o.batchFirst, o.paddingValue, o.totalLength);
    }

    /// Options of [#padPackedSequence(PackedSequence, Consumer)].
    public static final class PadPackedOptions {
        boolean batchFirst = false;
        double paddingValue = 0.0;
        @Nullable
        Long totalLength;

        /// Whether the batch comes before time; by default not.
        public PadPackedOptions batchFirst(boolean batchFirst) { this.batchFirst = batchFirst; return this; }

        /// What stands where nothing is; by default 0.
        public PadPackedOptions paddingValue(double paddingValue) { this.paddingValue = paddingValue; return this; }

        /// How many steps there are; by default those of the longest sequence.
        public PadPackedOptions totalLength(long totalLength) { this.totalLength = totalLength; return this; }
    }

    /// Pads packed sequences with zeros.
    public static PadPackedReturn padPackedSequence(PackedSequence sequence) {
        return padPackedSequence(sequence, false);
    }

    /// The same, with the batch first or not.
    public static PadPackedReturn padPackedSequence(PackedSequence sequence, boolean batchFirst) {
        return padPackedSequence(sequence, batchFirst, 0.0, null);
    }

    /// The same, with another number for what is not there.
    public static PadPackedReturn padPackedSequence(PackedSequence sequence, boolean batchFirst, double paddingValue) {
        return padPackedSequence(sequence, batchFirst, paddingValue, null);
    }

    /// The same, up to `totalLength` steps.
    ///
    /// @throws ValueError if the longest sequence is longer than `totalLength`
    public static PadPackedReturn padPackedSequence(PackedSequence sequence, boolean batchFirst, double paddingValue,
            @Nullable Long totalLength) {
        var longest = sequence.batchSizes().size(0);
        if (totalLength != null && totalLength < longest) {
            throw new ValueError(
                    "Expected total_length to be at least the length of the longest sequence in input, but "
                            + "got total_length=" + totalLength + " and max sequence length being " + longest);
        }
        Object[] padded = Operators.call("_pad_packed_sequence", sequence.data(), sequence.batchSizes(), batchFirst,
                paddingValue, totalLength == null ? longest : totalLength);
        var output = (Tensor) padded[0];
        var lengths = (Tensor) padded[1];
        var order = sequence.unsortedIndices();
        return order == null ? new PadPackedReturn(output, lengths)
                : new PadPackedReturn(output.indexSelect(batchFirst ? 0 : 1, order),
                        lengths.indexSelect(0, order.cpu()));
    }

    /// Puts sequences `(L, *)` beside each other, with zeros after the shorter ones.
    public static Tensor padSequence(List<? extends Tensor> sequences) { return padSequence(sequences, false); }

    /// The same, with the batch first or not.
    public static Tensor padSequence(List<? extends Tensor> sequences, boolean batchFirst) {
        return padSequence(sequences, batchFirst, 0.0);
    }

    /// The same, with another number for what is not there.
    public static Tensor padSequence(List<? extends Tensor> sequences, boolean batchFirst, double paddingValue) {
        return padSequence(sequences, batchFirst, paddingValue, "right");
    }

    /// The same; `paddingSide` is `right`, after the shorter ones, or `left`, before them.
    ///
    /// @throws TorchException if it is another
    public static Tensor padSequence(List<? extends Tensor> sequences, boolean batchFirst, double paddingValue,
            String paddingSide) {
        return Operators.call("pad_sequence", sequences, batchFirst, paddingValue, paddingSide);
    }

    /// The same, with options: `o -> o.batchFirst(true).paddingSide("left")`.
    public static Tensor padSequence(List<? extends Tensor> sequences, Consumer<PadOptions> options) {
        var o = Keywords.of(new PadOptions(), options);
        return padSequence(sequences, o.batchFirst, o.paddingValue, o.paddingSide);
    }

    /// Options of [#padSequence(List, Consumer)].
    public static final class PadOptions {
        boolean batchFirst = false;
        double paddingValue = 0.0;
        String paddingSide = "right";

        /// Whether the batch comes before time; by default not.
        public PadOptions batchFirst(boolean batchFirst) { this.batchFirst = batchFirst; return this; }

        /// What stands where nothing is; by default 0.
        public PadOptions paddingValue(double paddingValue) { this.paddingValue = paddingValue; return this; }

        /// `"right"` (default), after the shorter ones, or `"left"`, before them.
        public PadOptions paddingSide(String paddingSide) { this.paddingSide = paddingSide; return this; }
    }

    /// Takes padded sequences `(T, B, *)` apart.
    public static List<Tensor> unpadSequence(Tensor paddedSequences, Tensor lengths) {
        return unpadSequence(paddedSequences, lengths, false);
    }

    /// The same, with the batch first or not.
    public static List<Tensor> unpadSequence(Tensor paddedSequences, Tensor lengths, boolean batchFirst) {
        var padded = paddedSequences.unbind(batchFirst ? 0 : 1);
        var known = lengths.longArray();
        var sequences = new ArrayList<Tensor>();
        for (var i = 0; i < Math.min(padded.size(), known.length); i++) {
            // Python selects by a mask: a copy, of all that is there if the length is beyond it.
            var length = Math.clamp(known[i], 0, padded.get(i).size(0));
            sequences.add(padded.get(i).narrow(0, 0, length).clone());
        }
        return List.copyOf(sequences);
    }

    /// Packs sequences `(L, *)` that are sorted by length, the longest first.
    public static PackedSequence packSequence(List<? extends Tensor> sequences) {
        return packSequence(sequences, true);
    }

    /// Packs sequences `(L, *)`; without `enforceSorted` they are sorted first.
    ///
    /// @throws TorchException if they are not sorted but should be
    public static PackedSequence packSequence(List<? extends Tensor> sequences, boolean enforceSorted) {
        var lengths = sequences.stream().mapToLong(sequence -> sequence.size(0)).toArray();
        return packPaddedSequence(padSequence(sequences), lengths, false, enforceSorted);
    }

    /// Takes packed sequences apart, in the order in which they were given.
    public static List<Tensor> unpackSequence(PackedSequence packedSequences) {
        var padded = padPackedSequence(packedSequences, true);
        return unpadSequence(padded.output, padded.lengths, true);
    }
}
