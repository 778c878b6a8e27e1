package sconce.show;

/// A model's tree as text. Made by [Show#tree].
///
/// ```java
/// tree(new Linear(2, 3)).ascii()
/// ```
///
/// @param model what is shown
/// @param depth how many levels of children, 0 for none
public record Tree(ModelNode model, int depth) {
    /// The lines of the tree.
    @Override
    public String toString() { return TreeText.plain(TreeLines.of(model, depth)); }

    /// The same with branches of ASCII letters.
    public String ascii() { return TreeText.ascii(TreeLines.of(model, depth)); }

    /// The same with the colours of a terminal, one for each kind of thing.
    public String toAnsi() { return TreeText.ansi(TreeLines.of(model, depth)); }

    /// The same as a picture, of at most 200 kB.
    public String toSvg() { return TreeSvg.of(TreeLines.of(model, depth), "tree of " + model.root().type()); }

    /// The same as a nested list in Markdown.
    public String toMarkdown() { return TreeMarkdown.of(model, depth); }
}
