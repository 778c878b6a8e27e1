package sconce.show;

import sconce.nn.Module;

/// Functions that show a model. Sessions have them imported.
public final class Show {
    private Show() {}

    /// A model's tree as text: what PyTorch's repr shows, with parameters, shapes and what is worth a mark.
    ///
    /// ```java
    /// print(tree(new Linear(2, 3)));
    /// ```
    public static Tree tree(Module model) { return tree(model, Integer.MAX_VALUE); }

    /// The same down to a depth: 1 shows the model's children, as `namedChildren` lists them.
    ///
    /// @throws sconce.ValueError if the depth is negative
    public static Tree tree(Module model, int depth) {
        if (depth < 0) throw new sconce.ValueError("tree(model, " + depth + "): the depth is 0 or more");
        return new Tree(ModelReader.read(model), depth);
    }
}
