package sconce.show;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.TypeError;
import sconce.ValueError;
import sconce.nn.Module;

/// Functions that show a model, or numbers. Sessions have them imported.
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
    /// @throws ValueError if the depth is negative
    public static Tree tree(Module model, int depth) {
        if (depth < 0) throw new ValueError("tree(model, " + depth + "): the depth is 0 or more");
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
    public static Summary summary(Module model, Size input, @Nullable Consumer<Summary.Options> options) {
        return summary(model, (Object) input, options);
    }

    /// The same with an input and options.
    public static Summary summary(Module model, Tensor input, @Nullable Consumer<Summary.Options> options) {
        return summary(model, (Object) input, options);
    }

    /// The same with several inputs, tensors or shapes, and options.
    public static Summary summary(Module model, List<?> inputs, @Nullable Consumer<Summary.Options> options) {
        if (options == null) return summary(model, inputs, (Object) null);
        return summary(model, o -> options.accept(o.inputData(inputs.toArray())));
    }

    // Java takes a null after an input for options; it is an input that is left out.
    private static Summary summary(Module model, Object input, @Nullable Consumer<Summary.Options> options) {
        return summary(model, o -> {
            if (options == null) o.inputData(input, null);
            else options.accept(o.inputData(input));
        });
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
        return GraphReader.read(model, inputs == null ? Collections.singletonList(null) : Arrays.asList(inputs),
                new Graph.Options());
    }

    /// The same with an input's shape and options.
    public static Graph graph(Module model, Size input, @Nullable Consumer<Graph.Options> options) {
        return options == null ? graph(model, input, (Object) null) : graph(model, List.of(input), options);
    }

    /// The same with an input and options.
    public static Graph graph(Module model, Tensor input, @Nullable Consumer<Graph.Options> options) {
        return options == null ? graph(model, input, (Object) null) : graph(model, List.of(input), options);
    }

    /// The same with several inputs, tensors or shapes, and options.
    public static Graph graph(Module model, List<?> inputs, @Nullable Consumer<Graph.Options> options) {
        if (options == null) return graph(model, inputs, (Object) null);
        check(model, "graph");
        var o = new Graph.Options();
        options.accept(o);
        return GraphReader.read(model, inputs, o);
    }

    /// A line through numbers: a list, an array, a tensor, a stream. Several lines from a map of them by name, or from a
    /// matrix, each column of which is a line. Stands for `plt.plot`.
    ///
    /// ```java
    /// plot(List.of(2.3, 1.1, 0.4));
    /// plot(Map.of("train", List.of(2.3, 1.1), "test", List.of(2.4, 1.6)));
    /// ```
    public static Plot plot(Object values) { return plot(values, _ -> {}); }

    /// The same with a title, labels, logarithmic axes and more.
    ///
    /// ```java
    /// plot(new double[] { 2.3, 1.1, 0.4 }, o -> o.title("Training").xLabel("epoch").yLabel("loss").logY(true));
    /// ```
    public static Plot plot(Object values, Consumer<Plot.Options> options) {
        var reader = new PlotReader("plot", options);
        return reader.lines(reader.series(values));
    }

    /// A line through the points that have these x and y; where x is a name, a line with that name.
    ///
    /// ```java
    /// plot(Torch.linspace(0, 1, 5), Torch.ones(5));
    /// ```
    public static Plot plot(Object x, Object y) { return plot(x, y, _ -> {}); }

    /// The same with options.
    public static Plot plot(Object x, Object y, Consumer<Plot.Options> options) {
        var reader = new PlotReader("plot", options);
        return reader.lines(reader.series(x, y));
    }

    /// A line for each name: `plot("train", losses, "test", testLosses)`.
    public static Plot plot(String name, Object values, Object... more) {
        return named(_ -> {}, Stream.concat(Stream.of(name, values), Arrays.stream(more)).toList());
    }

    /// Two lines with options.
    public static Plot plot(String first, Object firstValues, String second, Object secondValues,
            Consumer<Plot.Options> options) {
        return named(options, List.of(first, firstValues, second, secondValues));
    }

    /// Three lines with options; of more, a map takes them.
    public static Plot plot(String first, Object firstValues, String second, Object secondValues, String third,
            Object thirdValues, Consumer<Plot.Options> options) {
        return named(options, List.of(first, firstValues, second, secondValues, third, thirdValues));
    }

    private static Plot named(Consumer<Plot.Options> options, List<?> namesAndValues) {
        var reader = new PlotReader("plot", options);
        return reader.lines(reader.named(namesAndValues));
    }

    /// A function's graph between two numbers: `plot(Math::sin, -3, 3)`.
    public static Plot plot(DoubleUnaryOperator function, double from, double to) {
        return plot(function, from, to, _ -> {});
    }

    /// The same with options.
    public static Plot plot(DoubleUnaryOperator function, double from, double to, Consumer<Plot.Options> options) {
        var reader = new PlotReader("plot", options);
        return reader.lines(reader.graph(function, from, to));
    }

    /// A plot that grows while a loop runs, in its place in the notebook.
    ///
    /// ```java
    /// var curve = livePlot(o -> o.title("Training").yLabel("loss"));
    /// for (var step = 0; step < 3; step++) curve.add("train", 1.0 / (step + 1));
    /// ```
    public static LivePlot livePlot() { return livePlot(_ -> {}); }

    /// The same with options.
    public static LivePlot livePlot(Consumer<Plot.Options> options) { return new LivePlot(options); }

    /// Points that have these x and y. Stands for `plt.scatter`.
    ///
    /// ```java
    /// scatter(Torch.arange(3), List.of(1, 4, 9));
    /// ```
    public static Plot scatter(Object x, Object y) { return scatter(x, y, _ -> {}); }

    /// The same with options.
    public static Plot scatter(Object x, Object y, Consumer<Plot.Options> options) {
        var reader = new PlotReader("scatter", options);
        return reader.dots(reader.series(x, y));
    }

    /// How often numbers occur, in bins of one width. Stands for `plt.hist`.
    ///
    /// ```java
    /// hist(Torch.randn(1000), o -> o.bins(20));
    /// ```
    public static Plot hist(Object values) { return hist(values, _ -> {}); }

    /// The same with options.
    public static Plot hist(Object values, Consumer<Plot.Options> options) {
        return new PlotReader("hist", options).histogram(values);
    }

    /// A bar for each entry of a map, or for each number. Stands for `plt.bar`.
    ///
    /// ```java
    /// bars(Map.of("cat", 3, "dog", 5));
    /// ```
    public static Plot bars(Object values) { return bars(values, _ -> {}); }

    /// The same with options.
    public static Plot bars(Object values, Consumer<Plot.Options> options) {
        return new PlotReader("bars", options).bars(values);
    }

    /// A bar for each name.
    public static Plot bars(Iterable<?> names, Object values) { return bars(names, values, _ -> {}); }

    /// The same with options.
    public static Plot bars(Iterable<?> names, Object values, Consumer<Plot.Options> options) {
        return new PlotReader("bars", options).bars(names, values);
    }

    /// A matrix as colours, its first row on top. Stands for `plt.imshow` of a matrix.
    ///
    /// ```java
    /// heatmap(Torch.eye(3), o -> o.values(true).names("a", "b", "c"));
    /// ```
    public static Plot heatmap(Object matrix) { return heatmap(matrix, _ -> {}); }

    /// The same with options.
    public static Plot heatmap(Object matrix, Consumer<Plot.Options> options) {
        return new PlotReader("heatmap", options).cells(matrix);
    }

    /// A batch of images beside and below each other: a tensor `(N, C, H, W)`, `(N, H, W, C)` or `(N, H, W)` with 1, 3 or
    /// 4 channels, one image of these, or a list of tensors and `BufferedImage`s. Stands for what `make_grid` and
    /// `plt.imshow` do together.
    ///
    /// Bytes go from 0 to 255 and numbers between 0 and 1 from black to white; others are stretched between the least and
    /// the greatest of all, and the line below says so. What is not finite is magenta.
    ///
    /// ```java
    /// showImages(Torch.rand(8, 3, 32, 32))
    /// ```
    ///
    /// @throws ValueError if the shape is no image's
    public static Images showImages(Object batch) { return showImages(batch, _ -> {}); }

    /// The same with titles, columns and how many are shown at most.
    ///
    /// ```java
    /// showImages(Torch.rand(4, 28, 28), o -> o.titles(Torch.arange(4)).columns(2))
    /// ```
    public static Images showImages(Object batch, Consumer<Images.Options> options) {
        var o = new Images.Options();
        options.accept(o);
        return ImagesReader.read(batch, o);
    }

    private static void check(@Nullable Module model, String function) {
        if (model == null) throw new TypeError(function + " takes a module first, not null");
    }
}
