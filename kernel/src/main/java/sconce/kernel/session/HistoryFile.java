package sconce.kernel.session;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The cells of this session and, from a file of the user's, of earlier ones, whatever front end they came from. The file
/// has one JSON object a line and only grows at its end, so sessions that run at once lose nothing of each other's.
/// Writing happens on a thread of its own, and where it fails (a full disk, a folder that is not ours) the session's own
/// history goes on in memory.
public final class HistoryFile implements AutoCloseable {
    private static final long BIG = 8 << 20;

    /// Jackson's streaming half alone, and not before a line is read or written: it has to stay out of a prompt's way.
    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactory();
    }

    /// One cell, as the file has it.
    ///
    /// @param session the number of its session, 0 for one of this session
    /// @param line    its execution count
    public record Entry(int session, int line, String input, @Nullable String output) {}

    private final @Nullable Path file;
    private final List<Entry> entries = new ArrayList<>();
    private final ExecutorService writer = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("session-history").daemon().factory());
    private volatile int session; // 0 until the first cell, or the first question, claims a number

    /// @param file where to keep it, or null: in memory alone
    public HistoryFile(@Nullable Path file) {
        this.file = file;
    }

    /// In the file that `-Dsconce.history` names (nowhere, when it is empty), else in the user's state folder.
    public static HistoryFile ofUser() {
        var named = System.getProperty("sconce.history");
        if (named != null) return new HistoryFile(named.isEmpty() ? null : Path.of(named));
        var state = System.getenv("XDG_STATE_HOME");
        var folder = state != null && !state.isEmpty() ? Path.of(state)
                : Path.of(System.getProperty("user.home"), ".local", "state");
        return new HistoryFile(folder.resolve("sconce").resolve("history.jsonl"));
    }

    /// Notes a cell that has run.
    public void add(int line, String input, @Nullable String output) {
        synchronized (entries) {
            entries.add(new Entry(0, line, input, output));
        }
        writer.execute(() -> append(new Entry(0, line, input, output)));
    }

    /// Takes a number for this session, if it has none yet, and waits until it has it.
    public void claim() throws InterruptedException, ExecutionException {
        if (session == 0) writer.submit(() -> append(null)).get();
    }

    /// This session's number, also where it could claim none.
    public int number() { return Math.max(1, session); }

    /// This session's cells.
    public List<Entry> own() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /// What other sessions have left in the file, in its order.
    public List<Entry> earlier() {
        if (file == null) return List.of();
        try {
            return read(file).stream().filter(entry -> entry.line > 0 && entry.session != session).toList();
        } catch (IOException e) {
            return List.of(); // not readable: there is no history
        }
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

    private static List<Entry> read(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        // A line cut off by a crash or a full disk is no entry; the others stand.
        return text.lines().filter(line -> !line.isBlank()).flatMap(line -> Stream.ofNullable(parse(line))).toList();
    }

    private static @Nullable Entry parse(String line) {
        try (var parser = Json.FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return null;
            int session = 0;
            int number = 0;
            String input = null;
            String output = null;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var token = parser.nextToken();
                switch (name) {
                    case "session" -> session = parser.getIntValue();
                    case "line" -> number = parser.getIntValue();
                    case "input" -> input = parser.getString();
                    case "output" -> output = token == JsonToken.VALUE_NULL ? null : parser.getString();
                    default -> parser.skipChildren();
                }
            }
            return input == null || parser.currentToken() != JsonToken.END_OBJECT ? null
                    : new Entry(session, number, input, output);
        } catch (JacksonException e) {
            return null;
        }
    }

    /// Writes `entry`, if any, after this session has got its number.
    private void append(@Nullable Entry entry) {
        try {
            if (file == null) return;
            synchronized (HistoryFile.class) { // a file lock keeps other processes out, but not another kernel of this one
                create(file);
                try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        var _ = channel.lock()) {
                    if (session == 0) claim(file, channel);
                    if (entry != null) write(channel, new Entry(session, entry.line, entry.input, entry.output));
                }
            }
        } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
            return; // it goes on in memory
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
                .wrap(("\n" + json(entry)).getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (line.hasRemaining()) channel.write(line);
    }

    private static String json(Entry entry) {
        var out = new java.io.StringWriter();
        try (var json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject().writeNumberProperty("session", entry.session)
                    .writeNumberProperty("line", entry.line).writeStringProperty("input", entry.input)
                    .writeStringProperty("output", entry.output).writeEndObject();
        }
        return out.toString();
    }

    /// Makes the file and its folder for its owner's eyes only.
    private static void create(Path file) throws IOException {
        if (Files.exists(file)) return;
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (file.getParent() != null) Files.createDirectories(file.getParent(), mode(posix, "rwx------"));
        try {
            Files.createFile(file, mode(posix, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            return; // another session made it just now
        }
    }

    private static FileAttribute<?>[] mode(boolean posix, String mode) {
        return posix
                ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)) }
                : new FileAttribute<?>[0];
    }
}
