package sconce.kernel.jupyter;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.HistoryReply;
import sconce.kernel.jupyter.messages.HistoryRequest;
import sconce.kernel.session.HistoryFile;
import sconce.kernel.session.HistoryFile.Entry;

/// Answers what Jupyter asks of the cells of this session and of earlier ones.
final class History implements AutoCloseable {
    private final HistoryFile file;

    private History(HistoryFile file) { this.file = file; }

    History(@Nullable Path file) { this(new HistoryFile(file)); }

    /// In the user's own file.
    static History ofUser() { return new History(HistoryFile.ofUser()); }

    void add(int line, String input, @Nullable String output) { file.add(line, input, output); }

    HistoryReply answer(HistoryRequest request) throws InterruptedException, ExecutionException {
        file.claim();
        var found = switch (request.histAccessType()) {
            case "tail" -> last(all(), request.n());
            case "search" -> search(request);
            case "range" -> range(request);
            default -> throw new IllegalArgumentException(
                    "hist_access_type is range, tail or search, not " + request.histAccessType());
        };
        return new HistoryReply(found.stream().map(entry -> tuple(entry, request.output())).toList());
    }

    /// Waits a moment for what is still to be written.
    @Override
    public void close() { file.close(); }

    private List<Object> tuple(Entry entry, boolean output) {
        Object input = output ? Arrays.asList(entry.input(), entry.output()) : entry.input(); // an output may be null
        return List.of(entry.session() == 0 ? file.number() : entry.session(), entry.line(), input);
    }

    private List<Entry> range(HistoryRequest request) {
        int now = file.number();
        int wanted = request.session() <= 0 ? now + request.session() : request.session();
        var of = wanted == now ? file.own()
                : file.earlier().stream().filter(entry -> entry.session() == wanted).toList();
        return of.stream().filter(entry -> entry.line() >= request.start() && entry.line() < request.stop()).toList();
    }

    private List<Entry> search(HistoryRequest request) {
        var glob = new StringBuilder();
        for (char c : request.pattern().toCharArray())
            glob.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        var pattern = Pattern.compile(glob.toString(), Pattern.DOTALL);
        var found = all().stream().filter(entry -> pattern.matcher(entry.input()).matches()).toList();
        return last(request.unique() ? unique(found) : found, request.n());
    }

    /// Each input where it came last.
    private static List<Entry> unique(List<Entry> found) {
        var seen = new HashSet<String>();
        return found.reversed().stream().filter(entry -> seen.add(entry.input())).toList().reversed();
    }

    private static List<Entry> last(List<Entry> of, int n) {
        return of.subList(Math.max(0, of.size() - Math.max(0, n)), of.size());
    }

    private List<Entry> all() { return Stream.concat(file.earlier().stream(), file.own().stream()).toList(); }
}
