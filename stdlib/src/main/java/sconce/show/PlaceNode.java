package sconce.show;

/// What stands at a place among a module's children.
public sealed interface PlaceNode extends Node permits ModuleNode, RepeatNode, SharedNode, CutNode {
    /// The name under which the parent holds it: `fc1`, `0`; for repeats the first one's.
    String name();

    /// How many entries of `namedModules` this place stands for.
    long modules();
}
