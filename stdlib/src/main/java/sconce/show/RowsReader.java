package sconce.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sconce.Print;
import sconce.Tensor;
import sconce.nn.Module;
import sconce.show.TableNode.Column;

/// From what is a table to tables: lists of records, lists of maps, maps, records that hold more than numbers and words.
final class RowsReader {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_COLUMNS = 40;

    private RowsReader() {}

    /// The value as a table, if it is one.
    static Optional<TableNode> read(Object value) {
        try {
            return switch (value) {
                case Object[] array -> several(Arrays.asList(array), array.length);
                case Collection<?> several -> several(several, several.size());
                case Map<?, ?> map when !map.isEmpty() -> Optional.of(map(map));
                case Record record when WhoseText.isTheCompilers(record) -> record(record);
                default -> Optional.empty();
            };
        } catch (RuntimeException broken) {
            // It changes at this moment, or does not work: its text says what there is to say.
            return Optional.empty();
        }
    }

    /// Whether the table stands beside Java's own text, and not instead of it.
    static boolean isOneText(Object value) { return value instanceof Map || value instanceof Record; }

    /// A list whose elements are all records of a class, or all maps of names.
    private static Optional<TableNode> several(Collection<?> elements, int size) {
        if (size < 2) return Optional.empty();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        Class<?> type = null;
        for (var element : elements) {
            if (rows.size() == MOST_ROWS) break;
            if (element instanceof Record record && WhoseText.isTheCompilers(record)
                    && (type == null || type == record.getClass())) {
                type = record.getClass();
                rows.add(RecordComponents.of(record));
            } else if (element instanceof Map<?, ?> map && (type == null || type == Map.class) && !map.isEmpty()
                    && map.keySet().stream().allMatch(String.class::isInstance)) {
                        type = Map.class;
                        var row = new LinkedHashMap<String, @Nullable Object>();
                        map.forEach((name, cell) -> row.put((String) name, cell));
                        rows.add(row);
                    } else
                return Optional.empty();
        }
        if (type == null) return Optional.empty();
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.addAll(row.keySet()));
        if (names.isEmpty()) return Optional.empty();
        var kept = names.stream().limit(MOST_COLUMNS).toList();
        var columns = kept.stream().map(name -> new Column(name, rows.stream().map(row -> row.get(name))
                .allMatch(cell -> cell == null || cell instanceof Number))).toList();
        var cells = rows.stream()
                .map(row -> kept.stream().map(name -> row.containsKey(name) ? cell(row.get(name)) : "").toList())
                .toList();
        var facts = new ArrayList<String>();
        if (type != Map.class) facts.add(type.getSimpleName());
        if (names.size() > kept.size()) facts.add(Words.count(names.size() - kept.size(), "column") + " more");
        return Optional.of(new TableNode(Words.count(size, "row"), facts, columns, cells, size - rows.size()));
    }

    private static TableNode map(Map<?, ?> map) {
        var rows = new ArrayList<List<String>>();
        var numbers = true;
        for (var entry : map.entrySet()) {
            if (rows.size() == MOST_ROWS) break;
            rows.add(List.of(cell(entry.getKey()), cell(entry.getValue())));
            numbers &= entry.getValue() instanceof Number;
        }
        return new TableNode(map.size() == 1 ? "1 entry" : Words.count(map.size()) + " entries", List.of(),
                List.of(new Column("key", false), new Column("value", numbers)), rows, map.size() - rows.size());
    }

    /// Of numbers and words a record's own text says all.
    private static Optional<TableNode> record(Record record) {
        var components = RecordComponents.of(record);
        if (components.values().stream().noneMatch(RowsReader::isLarge)) return Optional.empty();
        var rows = new ArrayList<List<String>>();
        components.forEach((name, value) -> rows.add(List.of(name, type(value), cell(value))));
        return Optional.of(new TableNode(record.getClass().getSimpleName(), List.of(),
                List.of(new Column("name", false), new Column("class", false), new Column("value", false)), rows, 0));
    }

    private static boolean isLarge(@Nullable Object value) {
        return value instanceof Tensor || value instanceof Module || value instanceof Collection || value instanceof Map
                || value instanceof Record || (value != null && value.getClass().isArray());
    }

    private static String type(@Nullable Object value) { return value == null ? "" : value.getClass().getSimpleName(); }

    /// A setting on one line, as Python writes it.
    static String python(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean
                || (value instanceof Collection<?> several && several.stream().allMatch(Number.class::isInstance))
                        ? Words.clip(Print.repr(value), 300)
                        : cell(value);
    }

    /// A value on one line.
    static String cell(@Nullable Object value) {
        return Words.clip(ValueText.of(ValueReader.read(value, ValueReader.Limits.CELL)), 300);
    }
}
