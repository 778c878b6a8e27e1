package sconce.show;

/// A module that the walk has met before: the same object, held at a further place.
///
/// @param name  the name its parent holds it under
/// @param type  its printed class name
/// @param extra its `extraRepr`
/// @param place the dotted path of its first place; empty for the model itself
/// @param cycle whether it lies inside itself
public record SharedNode(String name, String type, String extra, String place, boolean cycle) implements PlaceNode {
    @Override
    public long modules() { return 0; }
}
