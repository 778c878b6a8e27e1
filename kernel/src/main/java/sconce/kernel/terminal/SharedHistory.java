package sconce.kernel.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CompletableFuture;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import sconce.kernel.session.HistoryFile;

/// The line editor's history: what the user's notebooks and prompts have run, read behind the first prompt. What is run
/// here is written by the prompt itself, with its output, so that nothing is written twice.
final class SharedHistory extends DefaultHistory {
    private static final int SIZE = 10_000;

    private final CompletableFuture<List<HistoryFile.Entry>> earlier;
    private boolean merged;

    SharedHistory(HistoryFile file) {
        earlier = CompletableFuture.supplyAsync(file::earlier);
    }

    @Override
    public void attach(LineReader reader) {
        reader.setVariable(LineReader.HISTORY_SIZE, SIZE);
        super.attach(reader);
    }

    /// Whoever goes back in time waits for the file; who only types does not.
    private void merge() {
        if (merged) return;
        merged = true;
        boolean atEnd = index() == size();
        var typed = new ArrayList<String>();
        super.iterator(first()).forEachRemaining(entry -> typed.add(entry.line()));
        var all = earlier.join();
        try {
            purge();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String last = "";
        for (var entry : all.subList(Math.max(0, all.size() - SIZE), all.size())) {
            if (!entry.input().equals(last)) internalAdd(Instant.now(), entry.input());
            last = entry.input();
        }
        typed.forEach(line -> internalAdd(Instant.now(), line));
        if (atEnd) moveToEnd();
    }

    @Override
    public boolean previous() {
        merge();
        return super.previous();
    }

    @Override
    public boolean isEmpty() {
        merge();
        return super.isEmpty();
    }

    @Override
    public String current() {
        merge();
        return super.current();
    }

    @Override
    public boolean moveToFirst() {
        merge();
        return super.moveToFirst();
    }

    @Override
    public ListIterator<Entry> iterator(int index) {
        boolean fromEnd = index == size();
        boolean fromLast = index == last();
        merge();
        return super.iterator(fromEnd ? size() : fromLast ? last() : index);
    }
}
