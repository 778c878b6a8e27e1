package sconce.show;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sconce.Parameter;
import sconce.Tensor;
import sconce.nn.Contents;
import sconce.nn.Module;
import sconce.nn.StateDict;
import sconce.show.TableNode.Column;
import sconce.show.TensorFacts.Spread;

/// From maps by name to tables: what `namedModules`, `namedParameters`, `stateDict` and their like give.
final class TableReader {
    private static final List<Column> OF_MODULES = List.of(new Column("name", false), new Column("module", false),
            new Column("modules", true), new Column("parameters", true));
    private static final List<Column> OF_TENSORS = List.of(new Column("name", false), new Column("shape", false),
            new Column("elements", true), new Column("dtype", false), new Column("device", false));
    private static final List<Column> OF_SPREAD = List.of(new Column("mean", true), new Column("std", true));
    /// Of so many elements in all the mean is taken; more would hold up the session.
    private static final long MOST_ELEMENTS = 50_000_000;
    /// More are never shown, and asking each costs.
    private static final int MOST_ROWS = 1_000;

    private TableReader() {}

    /// Whether the map is of names and modules, or of names and tensors.
    static boolean reads(Map<?, ?> map) {
        if (map instanceof StateDict) return !map.isEmpty();
        if (map.isEmpty() || !map.keySet().stream().allMatch(String.class::isInstance)) return false;
        return map.values().stream().allMatch(Module.class::isInstance)
                || map.values().stream().allMatch(Tensor.class::isInstance);
    }

    /// Whether the list is of modules, as `children` gives them, or of tensors, as `parameters` does. Of single numbers
    /// Java's own text says all.
    static boolean reads(List<?> list) {
        if (list.isEmpty()) return false;
        return list.stream().allMatch(Module.class::isInstance)
                || (list.stream().allMatch(Tensor.class::isInstance) && list.stream().anyMatch(
                        tensor -> Contents.isLazy((Tensor) tensor) || ((Tensor) tensor).numel() > 1));
    }

    static TableNode read(List<?> list) {
        var byIndex = new LinkedHashMap<String, Object>();
        for (var each : list) byIndex.put(String.valueOf(byIndex.size()), each);
        var table = read(byIndex);
        var columns = new ArrayList<>(table.columns());
        columns.set(0, new Column("index", false));
        return new TableNode(table.title(), table.facts(), columns, table.rows(), table.more());
    }

    static TableNode read(Map<?, ?> map) {
        return map.values().iterator().next() instanceof Module ? modules(map) : tensors(map);
    }

    private static TableNode modules(Map<?, ?> map) {
        var rows = new ArrayList<List<String>>();
        map.entrySet().stream().limit(MOST_ROWS).forEach(entry -> {
            var module = (Module) entry.getValue();
            var parameters = module.parameters().stream().mapToLong(TableReader::elements).sum();
            rows.add(List.of(name(entry.getKey()), line(module),
                    Words.count(module.namedModules().size()), parameters == 0 ? "" : Words.count(parameters)));
        });
        return new TableNode(Words.count(map.size(), "module"), List.of(), OF_MODULES, rows, map.size() - rows.size());
    }

    private static String line(Module module) {
        var extra = module.extraRepr();
        var opens = extra.isEmpty() && !module.namedChildren().isEmpty();
        return module.moduleName() + (opens ? "" : "(" + extra + ")");
    }

    private static TableNode tensors(Map<?, ?> map) {
        var shown = map.entrySet().stream().limit(MOST_ROWS).toList();
        var trained = map.values().stream().anyMatch(Parameter.class::isInstance);
        var spreads = spreads(shown);
        var rows = new ArrayList<List<String>>();
        for (var entry : shown) {
            var row = new ArrayList<String>();
            row.add(name(entry.getKey()));
            if (entry.getValue() instanceof Tensor tensor) {
                row.add(Contents.isLazy(tensor) ? "[?]" : List.copyOf(tensor.shape()).toString());
                row.add(Words.count(elements(tensor)));
                row.add(tensor.dtype().name());
                row.add(tensor.device().name());
                if (trained) row.add(tensor.requiresGrad() ? "yes" : "frozen");
                if (!spreads.isEmpty()) {
                    var spread = spreads.get(tensor);
                    row.add(spread == null ? "" : Scale.number(spread.mean()));
                    row.add(spread == null || tensor.numel() < 2 ? "" : Scale.number(spread.deviation()));
                }
            } else {
                // The extra state of a state dict.
                row.add(Words.clip(String.valueOf(entry.getValue()), 200));
                while (row.size() < OF_TENSORS.size() + (trained ? 1 : 0) + (spreads.isEmpty() ? 0 : 2)) row.add("");
            }
            rows.add(row);
        }
        var columns = new ArrayList<>(OF_TENSORS);
        if (trained) columns.add(new Column("trained", false));
        if (!spreads.isEmpty()) columns.addAll(OF_SPREAD);
        var state = map instanceof StateDict;
        var title = state ? "StateDict" : Words.count(map.size(), "tensor");
        return new TableNode(title, facts(map, state), columns, rows, map.size() - rows.size());
    }

    /// Means and deviations, as far as they are soon to be had.
    private static Map<Tensor, Spread> spreads(List<? extends Map.Entry<?, ?>> entries) {
        var spreads = new IdentityHashMap<Tensor, Spread>();
        var left = MOST_ELEMENTS;
        for (var entry : entries) {
            if (!(entry.getValue() instanceof Tensor tensor) || elements(tensor) > left) continue;
            left -= elements(tensor);
            TensorReader.spread(tensor).ifPresent(spread -> spreads.put(tensor, spread));
        }
        return spreads;
    }

    private static List<String> facts(Map<?, ?> map, boolean state) {
        var counted = Collections.<Object>newSetFromMap(new IdentityHashMap<>());
        var elements = 0L;
        var bytes = 0L;
        for (var value : map.values()) {
            if (!(value instanceof Tensor tensor) || !counted.add(value)) continue;
            elements += elements(tensor);
            bytes += elements(tensor) * tensor.dtype().itemSize();
        }
        var facts = new ArrayList<String>();
        if (state) facts.add(map.size() == 1 ? "1 entry" : Words.count(map.size()) + " entries");
        facts.add(Words.count(elements, "element"));
        facts.add(Words.bytes(bytes));
        return facts;
    }

    private static String name(Object key) { return ((String) key).isEmpty() ? "\"\"" : (String) key; }

    static long elements(Tensor tensor) { return Contents.isLazy(tensor) ? 0 : tensor.numel(); }
}
