package sconce.nn;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.Tensor;
import sconce.ValueError;

/// Sequences of different lengths without padding, step after step, the longest first. Stands for
/// `torch.nn.utils.rnn.PackedSequence`.
///
/// Made by [Rnn#packSequence] and [Rnn#packPaddedSequence], taken by the recurrent layers.
///
/// @param data all steps, those at the same time beside each other
/// @param batchSizes how many sequences still run at each step, on the CPU
/// @param sortedIndices where each sequence stood before they were sorted by length, or null if they were not
/// @param unsortedIndices where each sequence stands now, or null
@SuppressWarnings("ReferenceEquality") // Data that did not change is the same object.
public record PackedSequence(Tensor data, Tensor batchSizes, @Nullable Tensor sortedIndices,
        @Nullable Tensor unsortedIndices) {

    /// Indices that were not sorted back are computed.
    ///
    /// @throws ValueError if `batchSizes` is not on the CPU
    public PackedSequence {
        if (unsortedIndices == null) unsortedIndices = Rnn.invertPermutation(sortedIndices);
        if (!batchSizes.device().type().equals("cpu")) {
            throw new ValueError(
                    "batch_sizes should always be on CPU. Instances of PackedSequence should never be created "
                            + "manually. They should be instantiated by functions like pack_sequence and pack_padded_sequences in "
                            + "nn.utils.rnn. https://pytorch.org/docs/stable/nn.html#torch.nn.utils.rnn.pack_sequence");
        }
    }

    /// Sequences that were sorted from the start.
    public PackedSequence(Tensor data, Tensor batchSizes) { this(data, batchSizes, null, null); }

    /// Sequences that were sorted.
    public PackedSequence(Tensor data, Tensor batchSizes, @Nullable Tensor sortedIndices) {
        this(data, batchSizes, sortedIndices, null);
    }

    /// The same sequences with other values.
    PackedSequence withData(Tensor values) {
        return values == data ? this : new PackedSequence(values, batchSizes, sortedIndices, unsortedIndices);
    }

    /// The data in another type.
    public PackedSequence to(DType dtype) { return withData(data.to(dtype)); }

    /// Data and indices on another device; the batch sizes stay on the CPU.
    public PackedSequence to(Device device) { return moved(tensor -> tensor.to(device)); }

    /// The same with the device's name.
    public PackedSequence to(String device) { return to(Device.of(device)); }

    private PackedSequence moved(UnaryOperator<Tensor> move) {
        var values = move.apply(data);
        if (values == data) return this;
        return new PackedSequence(values, batchSizes, sortedIndices == null ? null : move.apply(sortedIndices),
                unsortedIndices == null ? null : move.apply(unsortedIndices));
    }

    /// On the first CUDA device.
    public PackedSequence cuda() { return to(Device.of("cuda")); }

    /// On the CPU.
    public PackedSequence cpu() { return to(Device.CPU); }

    /// The data as float64. Stands for `double()`.
    public PackedSequence toDouble() { return to(DType.float64); }

    /// The data as float32. Stands for `float()`.
    public PackedSequence toFloat() { return to(DType.float32); }

    /// The data as float16.
    public PackedSequence half() { return to(DType.float16); }

    /// The data as int64. Stands for `long()`.
    public PackedSequence toLong() { return to(DType.int64); }

    /// The data as int32. Stands for `int()`.
    public PackedSequence toInt() { return to(DType.int32); }

    /// The data as int16. Stands for `short()`.
    public PackedSequence toShort() { return to(DType.int16); }

    /// The data as int8. Stands for `char()`.
    public PackedSequence toChar() { return to(DType.int8); }

    /// The data as uint8. Stands for `byte()`.
    public PackedSequence toByte() { return to(DType.uint8); }

    /// Whether the data is on a CUDA device.
    public boolean isCuda() { return data.isCuda(); }

    /// Whether the data is in pinned memory.
    public boolean isPinned() { return data.isPinned(); }

    /// PyTorch's `repr`.
    @Override
    public String toString() {
        return "PackedSequence(data=" + data + ", batch_sizes=" + batchSizes + ", sorted_indices="
                + (sortedIndices == null ? "None" : sortedIndices) + ", unsorted_indices="
                + (unsortedIndices == null ? "None" : unsortedIndices) + ")";
    }
}
