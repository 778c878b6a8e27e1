package sconce.show;

/// Neighbours that are alike in everything but their names, which are consecutive numbers.
///
/// @param first the first of them
/// @param last  the name of the last
/// @param count how many they are
public record RepeatNode(ModuleNode first, String last, int count) implements PlaceNode {
    @Override
    public String name() { return first.name(); }

    @Override
    public long modules() { return count * first.modules(); }
}
