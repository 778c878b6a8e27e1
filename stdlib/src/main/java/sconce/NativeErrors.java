package sconce;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Gives libtorch's messages the exception that Python users know. The binding passes on the text alone, so the kind is
/// told from the text.
final class NativeErrors {
    private record Kind(Pattern text, Function<String, RuntimeException> error) {}

    private static final List<Kind> KINDS = List.of(
            kind(IndexError::new,
                    "^Dimension out of range",
                    "^index -?\\d+ is out of bounds",
                    "^index -?\\d+ out of range",
                    "^index out of range in self",
                    "^select\\(\\): index",
                    "^shape mismatch: indexing tensors could not",
                    "^Target -?\\d+ is out of bounds",
                    "^tensors used as indices must be",
                    "^The shape of the mask",
                    "^too many indices for tensor"),
            kind(ValueError::new, "^Expected input batch_size \\("),
            kind(LinAlgError::new, "^linalg\\.", "^torch\\.linalg\\."),
            kind(NotImplementedError::new,
                    "not implemented for",
                    "^Could not run 'aten::",
                    "^Cannot copy out of meta tensor",
                    "^Unrecognised padding mode"));

    /// C++'s name of a tensor's type, which PyTorch replaces by Python's.
    private static final Pattern TYPE_NAME = Pattern.compile(
            "\\b(Sparse)?(CPU|CUDA)(Byte|Char|Double|Float|Int|Long|Short|Bool|Half|BFloat16)Type\\b");

    private NativeErrors() {}

    private static Kind kind(Function<String, RuntimeException> error, String... texts) {
        return new Kind(Pattern.compile(String.join("|", texts)), error);
    }

    static RuntimeException translate(String message) {
        var text = TYPE_NAME.matcher(message)
                .replaceAll(type -> "torch." + ("CUDA".equals(type.group(2)) ? "cuda." : "")
                        + (type.group(1) == null ? "" : "sparse.") + type.group(3) + "Tensor");
        for (var kind : KINDS) {
            if (kind.text.matcher(text).find()) return kind.error.apply(text);
        }
        return new TorchException(text);
    }
}
