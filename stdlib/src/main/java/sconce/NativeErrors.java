package sconce;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gives libtorch's messages the exception that Python users know.
///
/// The binding passes on only a text. Its first frame tells a plain check, which is a RuntimeError, from the typed ones
/// (`TORCH_CHECK_INDEX`, `_VALUE`, `_TYPE`, `_NOT_IMPLEMENTED`, `_LINALG`); which of these it was, libtorch's wording tells;
/// what no wording claims stays a RuntimeError.
final class NativeErrors {
    private record Kind(Pattern text, Function<String, RuntimeException> error) {}

    /// Wordings that belong to one kind wherever they come from.
    private static final List<Kind> SURE = List.of(
            kind("^\"[^\"]+\" not implemented for '|^Could not run '|^Cannot copy out of meta tensor"
                    + "|no fallback function is registered|is not currently (implemented|supported) (for|on) the",
                    NotImplementedError::new),
            kind("(inversion|factorization) could not be completed because|^[\\w.]+:.* The solver failed because"
                    + "|The algorithm failed to converge because|The least squares solution could not be computed"
                    + "|is zero and using it on lu_solve|The algorithm did not converge", LinAlgError::new),
            kind("^Dimension out of range|^Dimension specified as|^too many indices for tensor"
                    + "|^tensors used as indices must be|^The shape of the mask|^select\\(\\): index"
                    + "|^index out of range in self|^Target -?\\d+ is out of bounds"
                    + "|^shape mismatch: indexing tensors could not", IndexError::new));

    /// Wordings of the typed checks, told apart only when a check is known to be one of them.
    private static final List<Kind> TYPED = List.of(
            kind("(?i)not (yet |currently |intended to )?(implemented|support)|supported for now|^Unrecognised",
                    NotImplementedError::new),
            kind("ByteTensor|^expected .* type |expected .* to be of type|must be an? \\w+ tensor", TypeError::new),
            kind("^Input tensor must have at least \\d+ dimensions|^Expected (input batch_size|target size|\\d+ or more dim)|non-empty|^Number of dimensions of",
                    ValueError::new),
            kind("(?i)\\b(index|indices|indexing|dim|dims|dimension|dimensions)\\b|out of (range|bounds)|\\bmask\\b|index_\\w+\\(|\\btake\\(|\\bput_\\(",
                    IndexError::new),
            // A rule that a value breaks.
            kind("(?i)\\b(invalid|illegal|unknown)\\b|\\b(should|must|has to|have to) (be|match|have)\\b"
                    + "|^(torch\\.)?\\w*(\\(\\))?:? ?expected\\b|\\bexpects\\b|\\bgreater than\\b", ValueError::new));

    /// C++ says `CPUFloatType` where Python says `torch.FloatTensor`; `CPUBFloat16Type` it leaves as it is.
    private static final Pattern TYPE = Pattern.compile(
            "\\bCPU(Byte|Char|Double|Float|Int|Long|Short|Half)Type\\b");

    private NativeErrors() {}

    private static Kind kind(String text, Function<String, RuntimeException> error) {
        return new Kind(Pattern.compile(text), error);
    }

    /// The exception for a message.
    ///
    /// @param frames what libtorch says of the place in C++, empty if it says nothing
    static RuntimeException translate(String text, String frames) {
        var message = TYPE.matcher(text).replaceAll("torch.$1Tensor");
        var first = frames.indexOf("frame #1: ");
        var plain = frames.startsWith("c10::detail::torch", first + "frame #1: ".length());
        if (first >= 0 && plain) return new TorchException(message);
        var sure = find(SURE, message);
        if (sure != null) return sure;
        // Only ATen's own checks: the engine's and the dispatcher's other errors are plain ones.
        var typed = first >= 0 && frames.lines().findFirst().orElse("").contains("/ATen/") ? find(TYPED, message)
                : null;
        return typed != null ? typed : new TorchException(message);
    }

    private static @Nullable RuntimeException find(List<Kind> kinds, String message) {
        for (var kind : kinds) {
            if (kind.text.matcher(message).find()) return kind.error.apply(message);
        }
        return null;
    }
}
