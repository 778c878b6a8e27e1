package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Tensor;

/// How PyTorch names the type of a value in its messages: `torch.FloatTensor`, `torch.nn.parameter.Parameter`, `int`.
final class TypeNames {
    private TypeNames() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case Tensor tensor -> tensor(tensor.dtype());
            case String _ -> "str";
            case Boolean _ -> "bool";
            case Integer _,Long _,Short _,Byte _ -> "int";
            case Double _,Float _ -> "float";
            default -> value.getClass().getSimpleName();
        };
    }

    private static String tensor(DType dtype) {
        return "torch." + switch (dtype) {
            case float32 -> "Float";
            case float64 -> "Double";
            case float16 -> "Half";
            case bfloat16 -> "BFloat16";
            case int64 -> "Long";
            case int32 -> "Int";
            case int16 -> "Short";
            case int8 -> "Char";
            case uint8 -> "Byte";
            case bool -> "Bool";
            case complex64 -> "ComplexFloat";
            case complex128 -> "ComplexDouble";
            default -> dtype.name();
        } + "Tensor";
    }
}
