package sconce.data;

import java.util.function.Function;

/// A data set whose samples are changed as they are taken.
record MappedDataset<S, T>(Dataset<S> source, Function<? super S, ? extends T> transform) implements Dataset<T> {
    @Override
    public int size() { return source.size(); }

    @Override
    public T get(int index) { return transform.apply(source.get(index)); }
}
