package sconce.golden;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Messages that only Python can say, because Java's compiler says them first or because they name what Java lacks. That
/// something is thrown is still tested.
final class PythonTexts {
    private record Text(String type, Pattern message, String reason) {}

    private static final List<Text> TEXTS = List.of(
            text("AttributeError", "^(module|type object)? ?'[\\w.]+' (object )?has no attribute '",
                    "the compiler refuses an unknown name"),
            text("TypeError", "^[\\w.]+\\(\\) (missing|takes|got an unexpected|got multiple)",
                    "the compiler refuses a wrong number of arguments or an unknown one"),
            text("TypeError", "^[\\w.]+\\(\\) received an invalid combination of arguments",
                    "the compiler refuses types that no overload takes"),
            text("TypeError", "^[\\w.]+\\(\\): argument '\\w+' (\\(position \\d+\\) )?must be .+, not ",
                    "the compiler refuses an argument of another type"),
            text("TypeError", "^params argument given to the optimizer should be an iterable"
                    + "|^optimizer can only optimize Tensors|^param_group must be a dict",
                    "the compiler refuses what is no parameter or group"),
            text("TypeError", "^\\w+ is not an Optimizer$|^lr_lambda should be a function",
                    "the compiler refuses what is no optimizer or function"),
            text("TypeError", "^new\\(\\): invalid data type|^invalid data type", "names Python's constructor"),
            text("TypeError", "^~ \\(operator\\.invert\\)", "Java has no operators for objects"),
            text("TypeError",
                    "unsupported operand type|not supported between instances|object is not (callable|iterable)",
                    "Java has no operators for objects"),
            text("IndexError", "^only integers, slices \\(`:`\\)", "names the kinds of Python's index"),
            text("RuntimeError", "^Could not infer dtype of ", "names a Python class"),
            text("RuntimeError", "^Can't call numpy\\(\\)", "Java has no numpy"),
            text("RuntimeError", "^Tensor on device \\w+ is not on the expected device meta!",
                    "PyTorch's meta kernels are written in Python; libtorch's say it in other words"),
            text("RuntimeError", "^Name '\\w+' not found in Tensor\\[",
                    "named dimensions are not offered: dims are numbers"));

    private PythonTexts() {}

    private static Text text(String type, String message, String reason) {
        return new Text(type, Pattern.compile(message), reason);
    }

    /// Why Java cannot say this message, or null if it must.
    static @Nullable String reason(String type, String message) {
        for (var text : TEXTS) {
            if (text.type.equals(type) && text.message.matcher(message).find()) return text.reason;
        }
        return null;
    }
}
