package sconce.kernel.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.ScreenTerminal;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.HistoryFile;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;

/// A prompt in a terminal that is drawn in memory: keys go in, the screen is read.
final class Keyboard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Pattern ALONE = Pattern.compile("In \\[(\\d+)\\]:");
    private static final Pattern NUMBER = Pattern.compile("(In \\[|Out\\[|cell )(\\d+)");

    private final ScreenTerminal.VirtualTerminal virtual;
    private final Thread thread;
    private int base;
    final Prompt prompt;

    Keyboard(@Nullable Path history) { this("screen-256color", 90, 40, history); }

    Keyboard(String type, int columns, int rows, @Nullable Path history) {
        try {
            virtual = ScreenTerminal.withTerminal("test", type, columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var file = new HistoryFile(history);
        prompt = new Prompt(virtual.terminal(), () -> Session.open(SessionOptions.defaults()), file, PATIENCE);
        thread = Thread.ofPlatform().daemon().name("prompt").start(() -> {
            prompt.loop("Hello");
            file.close();
        });
    }

    /// Types; `\r` is Enter, `\t` Tab, `^C` and the like are their control characters.
    Keyboard type(String keys) {
        try {
            for (byte b : keys.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                virtual.terminal().processInputByte(b);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Keyboard interrupt() {
        virtual.terminal().raise(Signal.INT);
        return this;
    }

    Keyboard resize(int columns, int rows) {
        virtual.screen().setSize(columns, rows);
        virtual.terminal().setSize(Size.of(columns, rows));
        virtual.terminal().raise(Signal.WINCH);
        return this;
    }

    /// The screen with the continuation of any prompt as narrow as that of one with a single digit.
    String unpadded() { return screen().replaceAll("(?m)^ +\\.\\.\\.:", "   ...:"); }

    /// The screen's lines without what is blank at their ends.
    String screen() {
        return virtual.screen().toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n")).strip();
    }

    /// What of the screen has a colour of its own, without what has none.
    String coloured() {
        var cells = new long[virtual.screen().getColumns() * virtual.screen().getRows()];
        virtual.screen().dump(cells, new int[2]);
        var text = new StringBuilder();
        for (var cell : cells) {
            if (ScreenTerminal.cellHasForeground(cell)) text.appendCodePoint(ScreenTerminal.cellCodePoint(cell));
        }
        return text.toString();
    }

    /// Takes the numbers in what is waited for as counted from here, on an empty screen.
    void beginAnew() {
        until(screen -> {
            var alone = ALONE.matcher(screen);
            if (alone.matches()) base = Integer.parseInt(alone.group(1)) - 1;
            else type("\f");
            return alone.matches();
        }, "an empty screen");
    }

    private String counted(String text) {
        return NUMBER.matcher(text).replaceAll(m -> m.group(1) + (Integer.parseInt(m.group(2)) + base));
    }

    Keyboard until(String text) {
        var wanted = counted(text);
        return until(screen -> screen.contains(wanted) || unpadded().contains(wanted), wanted);
    }

    Keyboard until(Predicate<String> seen, String what) {
        var end = Instant.now().plus(PATIENCE);
        while (!seen.test(screen())) {
            if (Instant.now().isAfter(end)) throw new AssertionError("did not see " + what + " but\n" + screen());
            try {
                virtual.screen().waitDirty(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return this;
    }

    /// Waits for the prompt of this number at the screen's end.
    Keyboard prompt(int number) {
        var wanted = "In [" + (base + number) + "]:";
        return until(screen -> screen.endsWith(wanted), wanted);
    }

    boolean hasEnded() throws InterruptedException {
        thread.join(PATIENCE);
        return !thread.isAlive();
    }

    @Override
    public void close() {
        if (thread.isAlive()) {
            interrupt();
            type("\u0003\u0005\u0015\u0004");
        }
        try {
            hasEnded();
            virtual.terminal().close();
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
