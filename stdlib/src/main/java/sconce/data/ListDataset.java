package sconce.data;

import java.util.List;
import sconce.IndexError;

/// A list as a data set.
record ListDataset<T>(List<? extends T> samples) implements Dataset<T> {
    @Override
    public int size() { return samples.size(); }

    @Override
    public T get(int index) {
        var place = index < 0 ? index + size() : index;
        if (place < 0 || place >= size()) throw new IndexError("list index out of range");
        return samples.get(place);
    }
}
