package sconce.kernel.jupyter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.HistoryReply;
import sconce.kernel.jupyter.messages.HistoryRequest;
import sconce.kernel.jupyter.wire.Fields;
import sconce.kernel.jupyter.wire.Json;
import sconce.kernel.jupyter.wire.MalformedMessageException;

/// The cells of this session and, from a file of the user's, of earlier ones. The file has one JSON object a line and only
/// grows at its end, so kernels that run at once lose nothing of each other's. Writing happens on a thread of its own, and
/// where it fails (a full disk, a folder that is not ours) the session's own history goes on in memory.
final class History implements AutoCloseable {
    private static final long BIG = 8 << 20;

    /// One cell, as the file has it.
    private record Entry(int session, int line, String input, @Nullable String output) {
        static Entry of(Fields fields) {
            return new Entry(fields.number("session", 0), fields.number("line", 0), fields.text("input"),
                    fields.text("output", null));
        }
    }

    private final @Nullable Path file;
    private final List<Entry> entries = new ArrayList<>();
    private final ExecutorService writer = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("jupyter-history").daemon().factory());
    private volatile int session; // 0 until the first cell, or the first question, claims a number

    History(@Nullable Path file) { this.file = file; }

    /// In the file that `-Dsconce.history` names (nowhere, when it is empty), else in the user's state folder.
    static History ofUser() {
        var named = System.getProperty("sconce.history");
        if (named != null) return new History(named.isEmpty() ? null : Path.of(named));
        var state = System.getenv("XDG_STATE_HOME");
        var folder = state != null && !state.isEmpty() ? Path.of(state)
                : Path.of(System.getProperty("user.home"), ".local", "state");
        return new History(folder.resolve("sconce").resolve("history.jsonl"));
    }

    void add(int line, String input, @Nullable String output) {
        synchronized (entries) {
            entries.add(new Entry(0, line, input, output));
        }
        writer.execute(() -> append(new Entry(0, line, input, output)));
    }

    HistoryReply answer(HistoryRequest request) throws InterruptedException, ExecutionException {
        if (session == 0) writer.submit(() -> append(null)).get();
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
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// This session's number, also where it could claim none.
    private int number() { return Math.max(1, session); }

    private List<Object> tuple(Entry entry, boolean output) {
        Object input = output ? Arrays.asList(entry.input, entry.output) : entry.input; // an output may be null
        return List.of(entry.session == 0 ? number() : entry.session, entry.line, input);
    }

    private List<Entry> range(HistoryRequest request) {
        int now = number();
        int wanted = request.session() <= 0 ? now + request.session() : request.session();
        var of = wanted == now ? own() : earlier().filter(entry -> entry.session == wanted).toList();
        return of.stream().filter(entry -> entry.line >= request.start() && entry.line < request.stop()).toList();
    }

    private List<Entry> search(HistoryRequest request) {
        var glob = new StringBuilder();
        for (char c : request.pattern().toCharArray())
            glob.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        var pattern = Pattern.compile(glob.toString(), Pattern.DOTALL);
        var found = all().stream().filter(entry -> pattern.matcher(entry.input).matches()).toList();
        return last(request.unique() ? unique(found) : found, request.n());
    }

    /// Each input where it came last.
    private static List<Entry> unique(List<Entry> found) {
        var seen = new HashSet<String>();
        return found.reversed().stream().filter(entry -> seen.add(entry.input)).toList().reversed();
    }

    private static List<Entry> last(List<Entry> of, int n) {
        return of.subList(Math.max(0, of.size() - Math.max(0, n)), of.size());
    }

    private List<Entry> all() { return Stream.concat(earlier(), own().stream()).toList(); }

    private List<Entry> own() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /// What other sessions have left in the file, in its order.
    private Stream<Entry> earlier() {
        if (file == null) return Stream.empty();
        try {
            return read(file).stream().filter(entry -> entry.line > 0 && entry.session != session);
        } catch (IOException e) {
            Debug.log("reading the history", e);
            return Stream.empty();
        }
    }

    private static List<Entry> read(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        var read = new ArrayList<Entry>();
        for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
            try {
                if (!line.isBlank())
                    read.add(Entry.of(new Fields(Json.readObject(line.getBytes(StandardCharsets.UTF_8)))));
            } catch (MalformedMessageException e) {
                Debug.log("a line of the history", e); // cut off by a crash or a full disk: the others stand
            }
        }
        return read;
    }

    /// Writes `entry`, if any, after this session has got its number.
    private void append(@Nullable Entry entry) {
        try {
            if (file == null) return;
            synchronized (History.class) { // a file lock keeps other processes out, but not another kernel of this one
                create(file);
                try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        var _ = channel.lock()) {
                    if (session == 0) claim(file, channel);
                    if (entry != null) write(channel, new Entry(session, entry.line, entry.input, entry.output));
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            Debug.log("writing the history", e);
        }
    }

    /// Takes the next session's number by a line that has no cell, and cuts a file that has grown too long to its later half.
    private void claim(Path file, FileChannel channel) throws IOException {
        session = 1 + read(file).stream().mapToInt(Entry::session).max().orElse(0);
        if (channel.size() > BIG) {
            var later = ByteBuffer.allocate((int) BIG / 2);
            channel.read(later, channel.size() - later.capacity());
            channel.truncate(0);
            channel.write(later.flip()); // its first line may be cut: reading skips such a one
        }
        write(channel, new Entry(session, 0, "", null));
    }

    /// A line begins with its line feed, so that one cut off by a full disk spoils only itself.
    private static void write(FileChannel channel, Entry entry) throws IOException {
        var line = ByteBuffer
                .wrap(("\n" + new String(Json.write(entry), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (line.hasRemaining()) channel.write(line);
    }

    /// Makes the file and its folder for its owner's eyes only.
    private static void create(Path file) throws IOException {
        if (Files.exists(file)) return;
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (file.getParent() != null) Files.createDirectories(file.getParent(), mode(posix, "rwx------"));
        try {
            Files.createFile(file, mode(posix, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            Debug.log("two kernels made the history at once", e);
        }
    }

    private static FileAttribute<?>[] mode(boolean posix, String mode) {
        return posix
                ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)) }
                : new FileAttribute<?>[0];
    }
}
