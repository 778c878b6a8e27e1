package sconce.kernel.notebook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A part of a tutorial.
public sealed interface Cell {
    /// Text for the reader.
    record Text(String markdown) implements Cell {}

    /// Code to run.
    ///
    /// @param number   its place among the tutorial's code cells, from 1; cells of white space are not counted
    /// @param section  the heading it stands under, or nothing
    /// @param tags     Jupyter's cell tags; in Markdown the words after `java`
    /// @param recorded what it put out when it was saved, or null when nothing was recorded
    record Code(int number, String source, String section, Set<String> tags,
            @Nullable List<Output> recorded) implements Cell {
        public Code {
            tags = Set.copyOf(tags);
            recorded = recorded == null ? null : List.copyOf(recorded);
        }

        /// The first line that says something, to name the cell by.
        public String firstLine() { return source.strip().lines().findFirst().orElse(""); }
    }

    /// A code cell's new outputs.
    ///
    /// @param count its execution count
    record Ran(int count, List<Output> outputs) {
        public Ran {
            outputs = List.copyOf(outputs);
        }
    }
}
