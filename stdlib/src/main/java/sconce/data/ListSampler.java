package sconce.data;

import java.util.Iterator;
import java.util.List;

/// A list as a sampler.
record ListSampler<I>(List<I> entries) implements Sampler<I> {
    @Override
    public Iterator<I> iterator() { return entries.iterator(); }

    @Override
    public int size() { return entries.size(); }
}
