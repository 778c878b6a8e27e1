package sconce;

import java.util.ArrayList;
import java.util.List;
import sconce.libtorch.Metadata;
import sconce.libtorch.Operators;

/// PyTorch's `repr` of a tensor: the numbers, and then what cannot be told from them. Follows `torch/_tensor_str.py`.
final class TensorText {
    private static final String PREFIX = "tensor(";

    private final Tensor tensor;
    private final PrintOptions.Style style = PrintOptions.current();
    private final List<String> suffixes = new ArrayList<>();

    private TensorText(Tensor tensor) { this.tensor = tensor; }

    static String of(Tensor tensor) { return new TensorText(tensor).text(); }

    private String text() {
        if (!tensor.device().type().equals("cpu")) suffixes.add("device='" + tensor.device().name() + "'");
        var contents = switch (tensor.layout()) {
            case sparse_coo -> sparse();
            case sparse_csr, sparse_csc, sparse_bsr, sparse_bsc -> compressed();
            default -> dense();
        };
        if (tensor.layout() != Layout.strided) suffixes.add("layout=" + tensor.layout());
        var gradFn = tensor.gradFn();
        if (gradFn != null) suffixes.add("grad_fn=" + gradFn);
        else if (tensor.requiresGrad()) suffixes.add("requires_grad=True");
        return withSuffixes(PREFIX + contents);
    }

    private String dense() {
        if (tensor.device().equals(Device.META)) {
            suffixes.add("size=" + tuple(tensor));
            addDtypeUnless(tensor.dtype() == Torch.getDefaultDtype());
            return "...";
        }
        if (tensor.numel() == 0) {
            if (tensor.dim() != 1) suffixes.add("size=" + tuple(tensor));
            addDtypeUnless(tensor.dtype() == Torch.getDefaultDtype());
            return "[]";
        }
        if (style.edgeitems() == 0) suffixes.add("size=" + tuple(tensor));
        addDtypeUnless(isUsual(tensor.dtype()));
        Tensor strided = tensor.layout() == Layout.strided ? tensor : Operators.call("to_dense", tensor);
        return ElementsText.of(strided, PREFIX.length(), style);
    }

    private String sparse() {
        addSparseFacts();
        return part("indices", "_indices") + ",\n" + indent() + part("values", "_values");
    }

    private String compressed() {
        addSparseFacts();
        var byRow = tensor.layout() == Layout.sparse_csr || tensor.layout() == Layout.sparse_bsr;
        var compressed = byRow ? "crow_indices" : "ccol_indices";
        var plain = byRow ? "col_indices" : "row_indices";
        return part(compressed, compressed) + ",\n" + indent() + part(plain, plain) + ",\n" + indent()
                + part("values", "values");
    }

    private void addSparseFacts() {
        suffixes.add("size=" + tuple(tensor));
        if (!isMeta()) suffixes.add("nnz=" + Operators.<Long>call("_nnz", tensor));
        addDtypeUnless(isUsual(tensor.dtype()));
    }

    /// One of a sparse tensor's own tensors.
    private String part(String name, String operator) {
        Tensor part = Operators.<Tensor>call(operator, tensor).detach();
        var prefix = name + "=" + PREFIX;
        var text = isMeta() ? "..." : ElementsText.of(part, PREFIX.length() + prefix.length(), style);
        return prefix + text + (isMeta() || part.numel() == 0 ? ", size=" + tuple(part) : "") + ")";
    }

    private boolean isMeta() { return tensor.device().equals(Device.META); }

    private static String indent() { return " ".repeat(PREFIX.length()); }

    private void addDtypeUnless(boolean evident) {
        if (!evident) suffixes.add("dtype=" + tensor.dtype());
    }

    /// Whether numbers of this dtype are what their looks suggest.
    private static boolean isUsual(DType dtype) {
        var real = Torch.getDefaultDtype();
        var complex = real == DType.float64 ? DType.complex128 : DType.complex64;
        return dtype == real || dtype == complex || dtype == DType.int64 || dtype == DType.bool;
    }

    private static String tuple(Tensor tensor) { return Tuple.text(Metadata.sizes(tensor)); }

    private String withSuffixes(String start) {
        var text = new StringBuilder(start);
        var lineLength = start.length() - start.lastIndexOf('\n') + 1;
        var newline = tensor.layout() == Layout.sparse_coo;
        for (var suffix : suffixes) {
            if (newline || lineLength + suffix.length() + 2 > style.linewidth()) {
                text.append(",\n").append(indent()).append(suffix);
                lineLength = PREFIX.length() + suffix.length();
                newline = false;
            } else {
                text.append(", ").append(suffix);
                lineLength += suffix.length() + 2;
            }
        }
        return text.append(')').toString();
    }
}
