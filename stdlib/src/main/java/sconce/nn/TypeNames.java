package sconce.nn;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Tensor;

/// How PyTorch names the type of a value in its messages: `torch.FloatTensor`, `torch.nn.parameter.Parameter`, `int`.
final class TypeNames {
    private static final List<Class<?>> KNOWN = List.of(List.class, Set.class, Map.class, Map.Entry.class, Deque.class,
            Collection.class);

    private TypeNames() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case Tensor tensor -> tensor(tensor.dtype());
            case String _ -> "str";
            case Boolean _ -> "bool";
            case Integer _,Long _,Short _,Byte _ -> "int";
            case Double _,Float _ -> "float";
            default -> ofClass(value.getClass());
        };
    }

    /// A class by a name that users can write: what the JDK keeps private by its public interface, `List` or `Map`.
    static String ofClass(Class<?> type) {
        if (type.isArray()) return ofClass(type.getComponentType()) + "[]";
        if (isPublic(type)) return type.getSimpleName();
        for (var known : KNOWN) if (known.isAssignableFrom(type)) return known.getSimpleName();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (var face : c.getInterfaces()) if (isPublic(face)) return face.getSimpleName();
            if (isPublic(c)) return c.getSimpleName();
        }
        return "Object";
    }

    /// A user's own class counts, public or not.
    private static boolean isPublic(Class<?> type) {
        if (type.isAnonymousClass() || type.isHidden()) return false;
        return !type.getName().startsWith("java.")
                || (Modifier.isPublic(type.getModifiers()) && (type.getDeclaringClass() == null
                        || isPublic(type.getDeclaringClass())));
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
