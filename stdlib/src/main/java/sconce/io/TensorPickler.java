package sconce.io;

import sconce.Device;
import sconce.Layout;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Tuple;
import sconce.libtorch.Metadata;
import sconce.libtorch.Operators;

/// Writes tensors as PyTorch's `Tensor.__reduce_ex__` does: a call that rebuilds them from a storage.
final class TensorPickler {
    private final Pickler pickler;
    private final SavedStorages storages;

    TensorPickler(Pickler pickler, SavedStorages storages) {
        this.pickler = pickler;
        this.storages = storages;
    }

    void write(Tensor tensor) {
        if (tensor instanceof Parameter) {
            pickler.global("torch._utils _rebuild_parameter");
            pickler.opcode('(');
            plain(tensor.detach());
            pickler.value(tensor.requiresGrad());
            hooks();
            pickler.opcode('t').opcode('R');
        } else {
            plain(tensor);
        }
    }

    private void plain(Tensor tensor) {
        if (tensor.layout() != Layout.strided) sparse(tensor);
        else if (tensor.device().type().equals("meta")) {
            pickler.call("torch._utils _rebuild_meta_tensor_no_storage", tensor.dtype(), Tuple.of(tensor.shape()),
                    Tuple.of(tensor.stride()), tensor.requiresGrad());
        } else {
            strided(tensor);
        }
    }

    /// `(storage, offset, size, stride, requires_grad, hooks)`, and the dtype where its storage does not tell it.
    private void strided(Tensor tensor) {
        // What is not there in memory as it is to be read comes as a copy in rows.
        var copied = Metadata.isConj(tensor) || Metadata.isNeg(tensor) || !tensor.device().equals(Device.CPU);
        var saved = copied ? StoredTensors.plain(tensor) : tensor;
        var older = StorageType.nameOf(saved.dtype()) != null;
        pickler.global("torch._utils " + (older ? "_rebuild_tensor_v2" : "_rebuild_tensor_v3"));
        pickler.opcode('(');
        var id = storages.number(saved);
        pickler.opcode('(');
        pickler.text("storage");
        if (older) pickler.global("torch " + StorageType.nameOf(saved.dtype()));
        else
            pickler.global("torch.storage UntypedStorage");
        pickler.text(id.key());
        pickler.text(saved.device().name());
        pickler.whole(older ? id.bytes() / saved.dtype().itemSize() : id.bytes());
        if (storages.isLegacy()) pickler.value(null);
        pickler.opcode('t').opcode('Q');
        pickler.whole(saved.storageOffset());
        pickler.tuple(Tuple.of(saved.shape()));
        pickler.tuple(Tuple.of(saved.stride()));
        pickler.value(tensor.requiresGrad());
        hooks();
        if (!older) pickler.value(saved.dtype());
        pickler.opcode('t').opcode('R');
    }

    private void hooks() {
        pickler.global("collections OrderedDict");
        pickler.opcode(')').opcode('R');
    }

    private void sparse(Tensor tensor) {
        pickler.global("torch._utils _rebuild_sparse_tensor");
        pickler.opcode('(');
        pickler.value(tensor.layout());
        pickler.opcode('(');
        switch (tensor.layout()) {
            case sparse_coo -> {
                parts(tensor, "_indices", "_values");
                pickler.value(tensor.shape());
                pickler.value(Metadata.isCoalesced(tensor));
            }
            case sparse_csr, sparse_bsr -> {
                parts(tensor, "crow_indices", "col_indices", "values");
                pickler.value(tensor.shape());
            }
            case sparse_csc, sparse_bsc -> {
                parts(tensor, "ccol_indices", "row_indices", "values");
                pickler.value(tensor.shape());
            }
            default -> throw new sconce.NotImplementedError("sparse tensor __reduce_ex__ for layout `" + tensor.layout()
                    + "`");
        }
        pickler.opcode('t').opcode('t').opcode('R');
    }

    private void parts(Tensor tensor, String... operators) {
        for (var operator : operators) strided(Operators.<Tensor>call(operator, tensor.detach()));
    }
}
