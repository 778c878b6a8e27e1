package sconce;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `unique` and `uniqueConsecutive` give; prints as the tuple of what was asked for.
///
/// @param output the different elements or slices
/// @param inverseIndices where each element or slice of the tensor went, or null
/// @param counts how often each occurs, or null
public record UniqueReturn(Tensor output, @Nullable Tensor inverseIndices, @Nullable Tensor counts) {
    @Override
    public String toString() {
        if (inverseIndices == null && counts == null) return output.toString();
        return ReturnText.tuple(Stream.of(output, inverseIndices, counts).filter(part -> part != null).toArray());
    }
}
