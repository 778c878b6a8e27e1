package sconce.show;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plot as plain data: what is drawn, not how.
///
/// @param title  above it, or empty
/// @param x      the axis below
/// @param y      the axis at the left
/// @param width  of the picture, in pixels
/// @param height of the picture, in pixels
/// @param legend whether names stand beside it
/// @param layers what is drawn, the first one lowest
/// @param notes  what a reader should know beside it
record PlotNode(String title, Axis x, Axis y, int width, int height, boolean legend, List<Layer> layers,
        List<String> notes) {
    PlotNode {
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
    }

    /// An axis.
    ///
    /// @param label  what it measures, or empty
    /// @param log    whether it is logarithmic
    /// @param limits what it spans; null for what the data spans
    record Axis(String label, boolean log, @Nullable Range limits) {}

    /// From one number to a greater one.
    record Range(double from, double to) {}

    /// What is drawn. A new kind does not compile until the picture and the text draw it.
    sealed interface Layer {
        /// What it is called, or empty.
        String name();
    }

    /// A line from point to point, broken where there is a gap.
    record Line(String name, Points points, boolean marked) implements Layer {}

    /// Points alone.
    record Dots(String name, Points points) implements Layer {}

    /// A bar for each name.
    record Bars(String name, List<String> labels, Points heights) implements Layer {
        Bars {
            labels = List.copyOf(labels);
        }
    }

    /// A histogram: how many values there are from each edge to the next.
    record Bins(String name, Points edgesAndCounts) implements Layer {}

    /// A table of numbers as colours, the first row on top.
    ///
    /// @param grid    the numbers
    /// @param written whether each number stands in its cell
    record Cells(String name, Grid grid, boolean written, List<String> rowNames, List<String> columnNames)
            implements Layer {
        Cells {
            rowNames = List.copyOf(rowNames);
            columnNames = List.copyOf(columnNames);
        }
    }
}
