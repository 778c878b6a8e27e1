package sconce;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Gives libtorch's messages the exception that Python users know. The binding passes on the text alone, so the kind is
/// told from the text.
final class NativeErrors {
    private record Kind(Pattern text, Function<String, RuntimeException> error) {}

    private static final List<Kind> KINDS = List.of(
            kind("^Dimension out of range|^index -?\\d+ is out of bounds|^index -?\\d+ out of range|^too many indices for tensor"
                    + "|^tensors used as indices must be|^The shape of the mask|^select\\(\\): index"
                    + "|^index out of range in self|^shape mismatch: indexing tensors could not", IndexError::new),
            kind("^linalg\\.|^torch\\.linalg\\.", LinAlgError::new),
            kind("not implemented for|^Could not run 'aten::|^Cannot copy out of meta tensor",
                    NotImplementedError::new));

    private NativeErrors() {}

    private static Kind kind(String text, Function<String, RuntimeException> error) {
        return new Kind(Pattern.compile(text), error);
    }

    static RuntimeException translate(String message) {
        for (var kind : KINDS) {
            if (kind.text.matcher(message).find()) return kind.error.apply(message);
        }
        return new TorchException(message);
    }
}
