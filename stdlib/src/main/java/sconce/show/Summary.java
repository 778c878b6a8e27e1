package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;

/// What a model's modules take, give, hold and compute, one row for each call. Made by [Show#summary]. Stands for
/// torchinfo's `ModelStatistics`, and prints as it does; multiply-adds are counted from the operators that ran.
///
/// ```java
/// summary(new Linear(2, 3), Torch.size(5, 2)).totalMultAdds()   // 30
/// ```
///
/// @param rows            in order of the calls, deeper ones than are shown too
/// @param totalParams     elements of all parameters, each counted once
/// @param trainableParams those that gradients are computed for
/// @param totalMultAdds   multiply-adds of one call
/// @param totalInput      bytes of the inputs
/// @param totalOutputBytes bytes of what modules with parameters give, and of the gradients that come back
/// @param totalParamBytes bytes of the parameters
/// @param notes           what a reader should know beside the numbers
/// @param options         which columns and rows are shown
public record Summary(List<Row> rows, long totalParams, long trainableParams, long totalMultAdds, long totalInput,
        long totalOutputBytes, long totalParamBytes, List<String> notes, Options options) implements Displayable {
    public Summary {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /// A call of a module, or a module that was not called and holds others that were.
    ///
    /// @param varName    the name its parent holds it under; for the model itself its class
    /// @param className  its printed class name
    /// @param depth      how many modules it lies in
    /// @param depthIndex which row of this depth it is, from 1 on
    /// @param inputSize  the shape of its first input; empty if it was not called
    /// @param outputSize the shape of its first output
    /// @param kernelSize the size of its kernel as it was given; empty if it has none
    /// @param numParams  elements of the parameters in it and below it
    /// @param trainableNumParams those that gradients are computed for
    /// @param leftoverParams those that no row below it has
    /// @param multAdds   multiply-adds of the call, those of modules called in it too
    /// @param ownMultAdds those that no row below it has
    /// @param recursive  whether the module was in a row before
    /// @param leaf       whether it holds no modules
    /// @param weights    names, shapes and sizes of its parameters, for `verbose(2)`
    public record Row(String varName, String className, int depth, int depthIndex, List<Long> inputSize,
            List<Long> outputSize, String kernelSize, long numParams, long trainableNumParams, long leftoverParams,
            long multAdds, long ownMultAdds, boolean recursive, boolean leaf, List<Weight> weights) {
        public Row {
            inputSize = List.copyOf(inputSize);
            outputSize = List.copyOf(outputSize);
            weights = List.copyOf(weights);
        }

        /// `True`, `False`, `Partial`, or `--` for a module without parameters.
        public String trainable() {
            if (numParams == 0) return "--";
            return trainableNumParams == 0 ? "False" : trainableNumParams == numParams ? "True" : "Partial";
        }
    }

    /// A parameter of a row's module.
    ///
    /// @param name   its dotted name
    /// @param shape  its sizes
    /// @param numel  its elements
    public record Weight(String name, List<Long> shape, long numel) {
        public Weight {
            shape = List.copyOf(shape);
        }
    }

    /// torchinfo's lines.
    @Override
    public String toString() { return SummaryText.of(this); }

    /// The same as a table.
    @Override
    public String toHtml() { return HtmlRenderer.html(SummaryTable.of(this)); }

    /// Keyword arguments of `summary`, with torchinfo's names and defaults.
    public static final class Options {
        /// The columns there are, in the order of torchinfo's documentation.
        static final List<String> COLUMNS = List.of("input_size", "output_size", "num_params", "params_percent",
                "kernel_size", "mult_adds", "trainable");
        private static final List<String> ROW_SETTINGS = List.of("ascii_only", "depth", "var_names",
                "hide_recursive_layers");
        private static final Set<String> NEED_INPUT = Set.of("input_size", "output_size", "mult_adds");

        @Nullable
        List<String> colNames;
        Set<String> rowSettings = Set.of("depth");
        int depth = 3;
        int verbose;
        int colWidth = 25;
        @Nullable
        Integer batchDim;
        List<DType> dtypes = List.of();
        List<Object> inputs = List.of();
        String mode = "eval";

        /// What the model is called with: an array of numbers or a [Size] is a shape, whatever else is an argument of
        /// forward, tensors by shape and dtype.
        public Options inputData(@Nullable Object... inputs) {
            this.inputs = new ArrayList<>(java.util.Arrays.asList(inputs));
            return this;
        }

        /// The shape of the one input.
        public Options inputSize(long... size) { return inputData(new Size(size)); }

        /// The shapes of the inputs.
        public Options inputSize(Size... sizes) { return inputData((Object[]) sizes); }

        /// How many levels of modules are shown; 3 by default.
        public Options depth(int depth) {
            if (depth < 0) throw new ValueError("summary: the depth is 0 or more, not " + depth);
            this.depth = depth;
            return this;
        }

        /// 0 only returns the summary, 1 prints it too, 2 shows each layer's weights and prints; 0 by default, as in
        /// torchinfo's interactive sessions.
        public Options verbose(int verbose) {
            if (verbose < 0 || verbose > 2) {
                throw new ValueError("Verbose must be either 0 (quiet), 1 (default), or 2 (verbose).");
            }
            this.verbose = verbose;
            return this;
        }

        /// The columns, of `input_size`, `output_size`, `num_params`, `params_percent`, `kernel_size`, `mult_adds`,
        /// `trainable`; by default `output_size` and `num_params`.
        public Options colNames(String... names) {
            for (var name : names) {
                if (!COLUMNS.contains(name)) {
                    throw new ValueError(
                            "summary: '" + name + "' is no column; there are " + String.join(", ", COLUMNS));
                }
            }
            colNames = List.of(names);
            return this;
        }

        /// The width of each column; 25 by default.
        public Options colWidth(int width) {
            if (width <= 0) throw new ValueError("Column width must be greater than 0: col_width=" + width);
            colWidth = width;
            return this;
        }

        /// What a row's name tells, of `depth`, `var_names`, `ascii_only`, `hide_recursive_layers`; by default `depth`.
        public Options rowSettings(String... settings) {
            for (var setting : settings) {
                if (!ROW_SETTINGS.contains(setting)) {
                    throw new ValueError("summary: '" + setting + "' is no row setting; there are "
                            + String.join(", ", ROW_SETTINGS));
                }
            }
            rowSettings = Set.of(settings);
            return this;
        }

        /// The dimension of the batch, which shapes are given without; the model is called with a batch of one.
        public Options batchDim(int dimension) { batchDim = dimension; return this; }

        /// The dtypes of inputs given as shapes, one for each; by default that of the model's parameters.
        public Options dtypes(DType... dtypes) { this.dtypes = List.of(dtypes); return this; }

        /// `"eval"` (by default), `"train"`, or `"same"`: the mode in which the copy of the model is called.
        public Options mode(String mode) {
            if (!Set.of("eval", "train", "same").contains(mode)) {
                throw new ValueError("summary: the mode is \"eval\", \"train\" or \"same\", not \"" + mode + "\"");
            }
            this.mode = mode;
            return this;
        }

        static Options of(Consumer<Options> options) {
            var o = new Options();
            options.accept(o);
            return o;
        }

        boolean has(String setting) { return rowSettings.contains(setting); }

        /// The columns to show.
        List<String> columns() {
            if (colNames == null)
                return inputs.isEmpty() ? List.of("num_params") : List.of("output_size", "num_params");
            if (inputs.isEmpty()) {
                var wanting = colNames.stream().filter(NEED_INPUT::contains).toList();
                if (!wanting.isEmpty()) {
                    throw new ValueError("You must pass input_data or input_size in order to use columns: {'"
                            + String.join("', '", wanting) + "'}");
                }
            }
            return colNames;
        }

        /// The tensor's own batch, cut to one.
        Tensor batch(Tensor given) { return batchDim == null ? given : given.narrow(batchDim, 0, 1); }
    }
}
