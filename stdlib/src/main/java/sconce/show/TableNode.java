package sconce.show;

import java.util.List;

/// Named things with the same facts about each.
///
/// @param title   what they are: `StateDict`, `modules`
/// @param facts   what is true of all of them together
/// @param columns the names of the facts, the first one's of the name itself
/// @param rows    the first of them, as many cells each as there are columns
/// @param more    how many there are beyond those
public record TableNode(String title, List<String> facts, List<Column> columns, List<List<String>> rows, int more)
        implements WholeNode {
    public TableNode {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// A column.
    ///
    /// @param name    its head
    /// @param numbers whether its cells are numbers, whose last digits stand below each other
    public record Column(String name, boolean numbers) {}
}
