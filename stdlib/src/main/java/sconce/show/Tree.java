package sconce.show;

/// A model's tree as text. Made by [Show#tree].
///
/// @param model what is shown
/// @param depth how many levels of children, 0 for none
public record Tree(ModelNode model, int depth) {
    /// The lines of the tree.
    @Override
    public String toString() { return TextRenderer.text(model, depth); }
}
