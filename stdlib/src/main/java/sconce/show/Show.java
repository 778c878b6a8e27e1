package sconce.show;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.TypeError;
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

    /// What a model's modules take, give, hold and compute in a call with these inputs, given as tensors or as shapes;
    /// without inputs, what they hold. Stands for `torchinfo.summary`.
    ///
    /// The call is tried on a copy without values, so nothing is computed and the model stays as it is.
    ///
    /// ```java
    /// summary(new Sequential(new Linear(784, 10), new ReLU()), Torch.size(64, 784))
    /// ```
    public static Summary summary(Module model, @Nullable Object... inputs) {
        return summary(model, o -> o.inputData(inputs == null ? new @Nullable Object[] { null } : inputs));
    }

    /// The same with an input's shape and options.
    public static Summary summary(Module model, Size input, Consumer<Summary.Options> options) {
        return summary(model, o -> options.accept(o.inputSize(input)));
    }

    /// The same with an input and options.
    public static Summary summary(Module model, Tensor input, Consumer<Summary.Options> options) {
        return summary(model, o -> options.accept(o.inputData(input)));
    }

    /// The same with several inputs, tensors or shapes, and options.
    public static Summary summary(Module model, List<?> inputs, Consumer<Summary.Options> options) {
        return summary(model, o -> options.accept(o.inputData(inputs.toArray())));
    }

    /// The same with all of torchinfo's arguments as options.
    ///
    /// ```java
    /// summary(new Linear(3, 5), o -> o.inputSize(2, 3).colNames("output_size", "mult_adds").depth(1))
    /// ```
    public static Summary summary(Module model, Consumer<Summary.Options> options) {
        check(model, "summary");
        var o = Summary.Options.of(options);
        var summary = SummaryReader.read(model, o);
        if (o.verbose > 0) System.out.println(summary);
        return summary;
    }

    /// How a model or state dict differs from another: what was added, is missing, has another shape, dtype or other values,
    /// and what `loadStateDict` would say before it does anything.
    ///
    /// ```java
    /// diff(new Linear(2, 3), new Linear(2, 3).stateDict())
    /// ```
    ///
    /// @throws sconce.TypeError if one of them is neither a model nor a state dict
    public static Diff diff(Object first, Object second) { return DiffReader.read(first, second); }

    /// What runs in a call of the model with these inputs, given as tensors or as shapes: modules, operators and the shapes
    /// of what goes between them, as a picture and as text. The call is tried on a copy without values.
    ///
    /// ```java
    /// graph(new Sequential(new Linear(4, 3), new ReLU()), Torch.size(2, 4))
    /// ```
    public static Graph graph(Module model, @Nullable Object... inputs) {
        check(model, "graph");
        return GraphReader.read(model, inputs == null ? java.util.Collections.singletonList(null)
                : java.util.Arrays.asList(inputs), new Graph.Options());
    }

    /// The same with an input's shape and options.
    public static Graph graph(Module model, Size input, Consumer<Graph.Options> options) {
        return graph(model, List.of(input), options);
    }

    /// The same with an input and options.
    public static Graph graph(Module model, Tensor input, Consumer<Graph.Options> options) {
        return graph(model, List.of(input), options);
    }

    /// The same with several inputs, tensors or shapes, and options.
    public static Graph graph(Module model, List<?> inputs, Consumer<Graph.Options> options) {
        check(model, "graph");
        var o = new Graph.Options();
        options.accept(o);
        return GraphReader.read(model, inputs, o);
    }

    private static void check(@Nullable Module model, String function) {
        if (model == null) throw new TypeError(function + " takes a module first, not null");
    }
}
