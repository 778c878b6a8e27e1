package sconce.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.Layout;
import sconce.Tensor;
import sconce.Tuple;
import sconce.libtorch.Operators;

/// Makes tensors as `torch._utils` does when PyTorch loads them.
final class Rebuilding {
    private final LoadOptions options;
    private final List<Runnable> checks = new ArrayList<>();

    Rebuilding(LoadOptions options) { this.options = options; }

    /// What must be looked at once all storages are filled.
    List<Runnable> checks() { return checks; }

    /// `_rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks, metadata)`, and its older form without
    /// the last three.
    Object tensor(Tuple<?> arguments) {
        var storage = storage(arguments.get(0));
        return finished(arguments, storage, storage.dtype(), 6);
    }

    /// `_rebuild_tensor_v3`, which names the dtype before the metadata.
    Object tensorOfDType(Tuple<?> arguments) {
        if (!(arguments.get(6) instanceof DType dtype)) throw new Refusal("_rebuild_tensor_v3 without a dtype");
        return finished(arguments, storage(arguments.get(0)), dtype, 7);
    }

    private static Tensor finished(Tuple<?> arguments, StoredBytes storage, DType dtype, int metadata) {
        if (!(arguments.get(1) instanceof Long offset)) throw new Refusal("a storage offset that is no number");
        var tensor = storage.view(dtype, offset, Globals.longs(arguments.get(2)), Globals.longs(arguments.get(3)));
        if (arguments.size() > metadata && arguments.get(metadata) instanceof Map<?, ?> signs) {
            if (PythonValues.is(signs, "conj", true) && dtype.isComplex()) tensor = Operators.call("_conj", tensor);
            if (PythonValues.is(signs, "neg", true)) tensor = Operators.call("_neg_view", tensor);
        }
        return withGrad(tensor, arguments.size() > 4 && Boolean.TRUE.equals(arguments.get(4)));
    }

    private static Tensor withGrad(Tensor tensor, boolean requiresGrad) {
        if (!requiresGrad) return tensor;
        if (!tensor.dtype().isFloatingPoint() && !tensor.dtype().isComplex()) {
            throw new Refusal("only Tensors of floating point dtype can require gradients");
        }
        return tensor.requiresGrad_(true);
    }

    private static StoredBytes storage(@Nullable Object value) {
        if (value instanceof StoredBytes storage) return storage;
        throw new Refusal("a tensor without a storage: it has " + Globals.typeName(value));
    }

    /// `_rebuild_meta_tensor_no_storage(dtype, size, stride, requires_grad)`.
    Object meta(Tuple<?> arguments) {
        if (!(arguments.get(0) instanceof DType dtype)) throw new Refusal("a meta tensor without a dtype");
        var storage = new StoredBytes(null, dtype, Device.META);
        var tensor = storage.view(dtype, 0, Globals.longs(arguments.get(1)), Globals.longs(arguments.get(2)));
        return withGrad(tensor, Boolean.TRUE.equals(arguments.get(3)));
    }

    /// `_rebuild_device_tensor_from_cpu_tensor(data, dtype, device, requires_grad)`.
    Object ofOtherDevice(Tuple<?> arguments) {
        if (!(arguments.get(0) instanceof Tensor data) || !(arguments.get(1) instanceof DType dtype)
                || !(arguments.get(2) instanceof String device)) {
            throw new Refusal("_rebuild_device_tensor_from_cpu_tensor of something else than a tensor");
        }
        return withGrad(data.to(dtype).to(PtReader.where(options, device)), Boolean.TRUE.equals(arguments.get(3)));
    }

    /// `_rebuild_sparse_tensor(layout, data)`. libtorch trusts the indices of a sparse tensor, so they are looked at.
    Object sparse(Tuple<?> arguments) {
        if (!(arguments.get(0) instanceof Layout layout) || !(arguments.get(1) instanceof Tuple<?> data)) {
            throw new Refusal("_rebuild_sparse_tensor without a layout");
        }
        try {
            return switch (layout) {
                case sparse_coo -> coo(data);
                case sparse_csr, sparse_csc, sparse_bsr, sparse_bsc -> compressed(layout, data);
                default -> throw new Refusal("rebuilding sparse tensor for layout " + layout);
            };
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException refused) {
            throw new Refusal(layout + ": " + refused.getMessage());
        }
    }

    private Tensor coo(Tuple<?> data) {
        var indices = part(data, 0);
        var values = part(data, 1);
        var size = sizes(data.get(2));
        var coalesced = data.size() > 3 && Boolean.TRUE.equals(data.get(3));
        if (indices.dim() != 2 || indices.dtype() != DType.int64) throw new Refusal("indices of a wrong form");
        checks.add(() -> Operators.run("_validate_sparse_coo_tensor_args", indices, values, size, coalesced, false));
        if (indices.size(0) > size.length || size.length != indices.size(0) + values.dim() - 1) {
            throw new Refusal("a sparse tensor whose indices do not fit its sizes");
        }
        return Operators.call("_sparse_coo_tensor_unsafe", indices, values, size, values.dtype(), Layout.sparse_coo,
                values.device(), false, coalesced);
    }

    private Tensor compressed(Layout layout, Tuple<?> data) {
        var compressed = part(data, 0);
        var plain = part(data, 1);
        var values = part(data, 2);
        var size = sizes(data.get(3));
        if (size.length < 2 || compressed.dim() < 1 || plain.dim() < 1 || values.dim() < 1) {
            throw new Refusal("a sparse tensor whose indices do not fit its sizes");
        }
        checks.add(
                () -> Operators.run("_validate_sparse_compressed_tensor_args", compressed, plain, values, size, layout,
                        false));
        return Operators.call("_sparse_compressed_tensor_unsafe", compressed, plain, values, size, values.dtype(),
                layout,
                values.device(), false);
    }

    private static long[] sizes(@Nullable Object value) {
        var sizes = Globals.longs(value);
        for (var size : sizes) if (size < 0) throw new Refusal("a size of " + size);
        return sizes;
    }

    private static Tensor part(Tuple<?> data, int index) {
        if (data.get(index) instanceof Tensor tensor) return tensor;
        throw new Refusal("a sparse tensor without its indices and values");
    }
}
