package sconce.libtorch;

import java.lang.ref.Reference;
import java.util.function.Function;
import org.bytedeco.pytorch.LongArrayRef;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/// What a tensor is, beside its numbers: sizes, strides, dtype, place, history.
public final class Metadata {
    private Metadata() {}

    private static <R extends @Nullable Object> R of(TensorHandle tensor, Function<Tensor, R> question) {
        try {
            return question.apply(tensor.pointer());
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    private static long[] longs(LongArrayRef values) {
        var array = new long[(int) values.size()];
        for (var i = 0; i < array.length; i++) array[i] = values.get(i);
        values.close();
        return array;
    }

    /// The sizes of the dimensions.
    public static long[] sizes(TensorHandle tensor) { return of(tensor, t -> longs(t.sizes())); }

    /// The strides, in elements.
    public static long[] strides(TensorHandle tensor) { return of(tensor, t -> longs(t.strides())); }

    /// The number of dimensions.
    public static long dim(TensorHandle tensor) { return of(tensor, Tensor::dim); }

    /// The number of elements.
    public static long numel(TensorHandle tensor) { return of(tensor, Tensor::numel); }

    /// The size of one dimension; negative ones count from the end.
    public static long size(TensorHandle tensor, long dim) { return of(tensor, t -> t.size(dim)); }

    /// The number of libtorch's `ScalarType`.
    public static int scalarType(TensorHandle tensor) { return of(tensor, t -> (int) t.scalar_type().value); }

    /// The number of libtorch's `Layout`.
    public static int layout(TensorHandle tensor) { return of(tensor, t -> (int) t.layout().value); }

    /// The device's name, as PyTorch writes it: `cpu`, `meta`, `cuda:0`.
    public static String device(TensorHandle tensor) {
        return of(tensor, t -> {
            if (t.is_cpu()) return "cpu";
            if (t.is_meta()) return "meta";
            try (var device = t.device(); var text = device.str()) {
                return text.getString();
            }
        });
    }

    /// The first element's place in the storage, in elements.
    public static long storageOffset(TensorHandle tensor) { return of(tensor, Tensor::storage_offset); }

    /// The bytes of one element.
    public static long elementSize(TensorHandle tensor) { return of(tensor, Tensor::element_size); }

    /// The bytes of all elements.
    public static long nbytes(TensorHandle tensor) { return of(tensor, Tensor::nbytes); }

    /// The address of the first element, 0 if there is none.
    public static long dataPointer(TensorHandle tensor) {
        return of(tensor, t -> {
            var data = t.data_ptr();
            return data == null ? 0L : data.address();
        });
    }

    /// Whether elements lie in row-major order without gaps.
    public static boolean isContiguous(TensorHandle tensor) { return of(tensor, Tensor::is_contiguous); }

    /// Whether elements lie in the order of a memory format, without gaps.
    public static boolean isContiguous(TensorHandle tensor, int memoryFormat) {
        for (var format : torch.MemoryFormat.values()) {
            if (format.value == memoryFormat) return of(tensor, t -> t.is_contiguous(format));
        }
        throw new IllegalArgumentException("libtorch has no memory format " + memoryFormat);
    }

    /// The tensor that this one is a view of, or null.
    public static @Nullable TensorHandle base(TensorHandle tensor) {
        return of(tensor, t -> t.is_view() ? Hosts.wrap(new Tensor(t._base())) : null);
    }

    /// Whether both handles show one native tensor.
    public static boolean isSame(TensorHandle one, TensorHandle other) {
        return of(one, t -> of(other, t::is_same));
    }

    /// Whether both tensors lie in one storage.
    public static boolean sharesStorage(TensorHandle one, TensorHandle other) {
        return of(one, t -> of(other, t::is_alias_of));
    }

    /// Whether operations on the tensor are recorded for a backward pass.
    public static boolean requiresGrad(TensorHandle tensor) { return of(tensor, Tensor::requires_grad); }

    /// Whether the user made the tensor, rather than a recorded operation.
    public static boolean isLeaf(TensorHandle tensor) { return of(tensor, Tensor::is_leaf); }

    /// Whether the tensor is a view of another.
    public static boolean isView(TensorHandle tensor) { return of(tensor, Tensor::is_view); }

    /// Whether the tensor was made in inference mode.
    public static boolean isInference(TensorHandle tensor) { return of(tensor, Tensor::is_inference); }

    /// Whether a conjugation is still to be done lazily.
    public static boolean isConj(TensorHandle tensor) { return of(tensor, Tensor::is_conj); }

    /// Whether a negation is still to be done lazily.
    public static boolean isNeg(TensorHandle tensor) { return of(tensor, Tensor::is_neg); }

    /// Whether the tensor is a list of tensors of several sizes, which only some kernels take.
    public static boolean isNested(TensorHandle tensor) { return of(tensor, Tensor::is_nested); }

    /// Whether a sparse tensor has each index once, in order.
    public static boolean isCoalesced(TensorHandle tensor) { return of(tensor, Tensor::is_coalesced); }

    /// How often the tensor was changed in place.
    public static long version(TensorHandle tensor) { return of(tensor, Tensor::_version); }

    /// Which of its operation's outputs the tensor is.
    public static long outputNr(TensorHandle tensor) { return of(tensor, Tensor::output_nr); }

    /// The name of the recorded operation that made the tensor, such as `AddBackward0`, or null.
    public static @Nullable String gradFnName(TensorHandle tensor) {
        // The handle holds the whole graph, so it must not wait for the collector.
        try (var node = tensor.pointer().grad_fn()) {
            if (node == null || node.isNull()) return null;
            var given = HookLife.nameOf(node);
            if (given != null) return given;
            try (var text = node.name()) {
                var name = text.getString();
                return name.substring(name.lastIndexOf(':') + 1);
            }
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }
}
