package sconce.show;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parameter or buffer of a module.
///
/// @param name         the name the module holds it under
/// @param kind         which of the two
/// @param shape        the sizes of its dimensions; null while a lazy module has not seen its first input
/// @param dtype        as `float32`
/// @param device       as `cpu`
/// @param requiresGrad whether gradients are computed for it
/// @param saved        whether it is part of the state dict
/// @param shared       the dotted path of its first place, if this is a further one
public record TensorNode(String name, Kind kind, @Nullable List<Long> shape, String dtype, String device,
        boolean requiresGrad, boolean saved, @Nullable String shared) implements Node {
    /// As what a module holds a tensor.
    public enum Kind { PARAMETER, BUFFER }

    public TensorNode {
        shape = shape == null ? null : List.copyOf(shape);
    }
}
