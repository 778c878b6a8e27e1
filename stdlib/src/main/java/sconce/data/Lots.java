package sconce.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/// Numbers drawn lot by lot, each lot when its first number is asked for: a generator that others draw from too must be
/// asked at the moment at which PyTorch asks it.
final class Lots implements Iterator<Integer> {
    private final int count;
    private final IntFunction<List<Integer>> draw;
    private Iterator<Integer> lot = List.<Integer>of().iterator();
    private int next;

    /// @param count how many lots
    /// @param draw  draws the lot of a number
    Lots(int count, IntFunction<List<Integer>> draw) {
        this.count = count;
        this.draw = draw;
    }

    @Override
    public boolean hasNext() {
        while (!lot.hasNext() && next < count) lot = draw.apply(next++).iterator();
        return lot.hasNext();
    }

    @Override
    public Integer next() {
        if (!hasNext()) throw new NoSuchElementException("the sampler has no more samples");
        return lot.next();
    }
}
