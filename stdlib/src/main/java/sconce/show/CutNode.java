package sconce.show;

/// A module that lies too deep for the walk to go on.
///
/// @param name the name its parent holds it under
/// @param type its printed class name
public record CutNode(String name, String type) implements PlaceNode {
    @Override
    public long modules() { return 1; }
}
