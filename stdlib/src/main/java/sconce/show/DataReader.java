package sconce.show;

import java.util.ArrayList;
import java.util.List;
import sconce.data.BatchSampler;
import sconce.data.DataLoader;
import sconce.data.Dataset;
import sconce.data.Sampler;
import sconce.data.Subset;
import sconce.data.TensorDataset;
import sconce.show.TableNode.Column;

/// From loaders, data sets and samplers to tables. No sample is taken: to take one may read files, or draw numbers.
final class DataReader {
    private static final List<Column> SETTINGS = List.of(new Column("setting", false), new Column("value", false));

    private DataReader() {}

    static TableNode read(DataLoader<?> loader) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("dataset", text(loader.dataset())));
        loader.settings().forEach((name, value) -> rows.add(List.of(name, RowsReader.python(value))));
        var facts = new ArrayList<String>();
        size(loader.dataset(), "sample", facts);
        try {
            facts.add(loader.size() == 1 ? "1 batch" : Words.count(loader.size()) + " batches");
        } catch (RuntimeException unknown) {
            // Of a stream nobody knows.
        }
        return new TableNode("DataLoader", facts, SETTINGS, rows, 0);
    }

    static TableNode read(Dataset<?> dataset) {
        var facts = new ArrayList<String>();
        size(dataset, "sample", facts);
        if (dataset instanceof TensorDataset tensors) {
            var rows = new ArrayList<List<String>>();
            for (var tensor : tensors.tensors()) {
                rows.add(List.of(String.valueOf(rows.size()), List.copyOf(tensor.shape()).toString(),
                        tensor.dtype().name(), tensor.device().name()));
            }
            return new TableNode(name(dataset), facts, List.of(new Column("tensor", false), new Column("shape", false),
                    new Column("dtype", false), new Column("device", false)), rows, 0);
        }
        var rows = new ArrayList<List<String>>();
        if (dataset instanceof Subset<?> subset) {
            rows.add(List.of("of", text(subset.dataset())));
            rows.add(List.of("indices", RowsReader.cell(subset.indices())));
        } else rows.add(List.of("text", text(dataset)));
        return new TableNode(name(dataset), facts, SETTINGS, rows, 0);
    }

    static TableNode read(Sampler<?> sampler) {
        var facts = new ArrayList<String>();
        size(sampler, facts);
        return new TableNode(name(sampler), facts, SETTINGS, List.of(List.of("gives",
                sampler instanceof BatchSampler ? "lists of indices, a batch each" : "indices of samples")), 0);
    }

    /// A line for data sets and samplers; one of the user's may have no text of its own.
    static String text(Object value) {
        var own = RowsReader.cell(value);
        if (!own.matches("(?s)[\\w$]+@[0-9a-f]+")) return own;
        var facts = new ArrayList<String>();
        if (value instanceof Dataset<?> dataset) size(dataset, "sample", facts);
        if (value instanceof Sampler<?> sampler) size(sampler, facts);
        return name(value) + "(" + String.join(", ", facts) + ")";
    }

    private static void size(Dataset<?> dataset, String noun, List<String> facts) {
        try {
            facts.add(Words.count(dataset.size(), noun));
        } catch (RuntimeException unknown) {
            facts.add("of unknown size");
        }
    }

    private static void size(Sampler<?> sampler, List<String> facts) {
        try {
            facts.add(sampler.size() == 1 ? "1 draw" : Words.count(sampler.size()) + " draws");
        } catch (RuntimeException unknown) {
            facts.add("of unknown size");
        }
    }

    private static String name(Object value) {
        var type = value.getClass();
        if (type.isHidden() || type.isSynthetic()) return value instanceof Sampler ? "Sampler" : "Dataset";
        return ValueReader.name(type);
    }
}
