package sconce.kernel.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// What a terminal shows, with the times it was shown at, as an asciicast of version 2: `asciinema play FILE` plays it.
public final class Recording implements AutoCloseable {
    /// The terminal returns to the line's start by itself; a player does only as it is told.
    private static final Pattern LINE_END = Pattern.compile("(?<!\r)\n");

    private final Writer file;
    private final JsonMapper json = JsonMapper.builder(new JsonFactory()).build();
    private final long start = System.nanoTime();
    private final Terminal terminal;
    private boolean returned;

    /// Begins a recording of what is written to this terminal through [#terminal()].
    ///
    /// @throws IOException when the file cannot be written
    public Recording(Path to, Terminal terminal) throws IOException {
        var size = terminal.getSize();
        file = Files.newBufferedWriter(to);
        line(Map.of("version", 2, "width", Math.max(1, size.getColumns()), "height", Math.max(1, size.getRows()),
                "timestamp",
                System.currentTimeMillis() / 1000, "env", Map.of("TERM", terminal.getType())));
        this.terminal = recorded(terminal);
    }

    /// The terminal to use while recording.
    public Terminal terminal() { return terminal; }

    private Terminal recorded(Terminal real) {
        var writer = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int offset, int length) {
                real.writer().write(text, offset, length);
                event("o", new String(text, offset, length));
            }

            @Override
            public void flush() { real.flush(); }

            @Override
            public void close() { flush(); }
        });
        var output = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                writer.write(toString(StandardCharsets.UTF_8));
                writer.flush();
                reset();
            }
        };
        return (Terminal) Proxy.newProxyInstance(Recording.class.getClassLoader(), new Class<?>[] { Terminal.class },
                (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "writer" -> {
                            return writer;
                        }
                        case "output" -> {
                            return output;
                        }
                        case "puts" -> {
                            var code = real.getStringCapability((Capability) arguments[0]);
                            if (code == null) return false;
                            Curses.tputs(writer, code, (Object[]) arguments[1]);
                            return true;
                        }
                        default -> {
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }

    private synchronized void event(String kind, String written) {
        var text = LINE_END.matcher(returned ? "\r" + written : written).replaceAll("\r\n").substring(returned ? 1 : 0);
        returned = written.endsWith("\r") || (written.isEmpty() && returned);
        try {
            if (!text.isEmpty()) line(List.of(new Seconds(System.nanoTime() - start), kind, text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Six digits after the point, as asciinema writes them.
    private record Seconds(long nanos) {}

    private void line(Object value) throws IOException {
        if (value instanceof List<?> event && event.getFirst() instanceof Seconds(var nanos)) {
            file.write("[%s, %s, %s]%n".formatted(String.format(Locale.ROOT, "%.6f", nanos / 1e9),
                    json.writeValueAsString(event.get(1)), json.writeValueAsString(event.get(2))));
        } else {
            file.write(json.writeValueAsString(value) + "\n");
        }
    }

    @Override
    public synchronized void close() throws IOException { file.close(); }
}
