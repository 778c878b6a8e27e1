package sconce.io;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sconce.TorchException;

/// A file that cannot be read or written: one line that names the file, the place in it and the reason. Stands for what
/// `torch.load` and safetensors raise.
///
/// ```java
/// try {
///     Torch.load("there-is-no-such-file.pt");
/// } catch (CheckpointException error) {
///     print(error.pythonName());   // FileNotFoundError
/// }
/// ```
public final class CheckpointException extends TorchException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 2000;
    private final String pythonName;

    CheckpointException(String pythonName, String message, @Nullable Throwable cause) {
        super(line(message));
        this.pythonName = pythonName;
        if (cause != null) initCause(cause);
    }

    /// One line for people, whatever text of the file is in it.
    private static String line(String message) {
        var line = new StringBuilder();
        message.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isISOControl(c) || (c >= 0xd800 && c <= 0xdfff) || c == 0x2028 || c == 0x2029) {
                line.append("\\u%04x".formatted(c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.append(message.length() > line.length() ? " ..." : "").toString();
    }

    /// A file whose content is not what its format says.
    ///
    /// @param offset the byte of the file, or of the record that `file` names; negative if it is about the whole
    static CheckpointException broken(String file, long offset, String reason) {
        return new CheckpointException(kind(file), at(file, offset) + ": " + reason, null);
    }

    static CheckpointException of(String pythonName, String file, String reason) {
        return new CheckpointException(pythonName, file + ": " + reason, null);
    }

    private static String at(String file, long offset) { return offset < 0 ? file : file + ", byte " + offset; }

    private static String kind(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".safetensors") ? "SafetensorError" : "UnpicklingError";
    }

    @Override
    public String pythonName() { return pythonName; }
}
