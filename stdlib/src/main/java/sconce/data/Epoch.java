package sconce.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The batches of an epoch, each made when it is asked for.
final class Epoch<B> implements Iterator<B> {
    private final Iterator<List<Integer>> order;
    private final Fetch<B> fetch;
    private Optional<B> next = Optional.empty();

    Epoch(Iterator<List<Integer>> order, Fetch<B> fetch) {
        this.order = order;
        this.fetch = fetch;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && order.hasNext()) next = fetch.fetch(order.next());
        return next.isPresent();
    }

    @Override
    public B next() {
        if (!hasNext()) throw new NoSuchElementException("the epoch has no more batches");
        var batch = next.orElseThrow();
        next = Optional.empty();
        return batch;
    }
}
