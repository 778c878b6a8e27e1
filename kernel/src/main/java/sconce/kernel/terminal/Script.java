package sconce.kernel.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sconce.kernel.notebook.SourceFile;
import sconce.kernel.notebook.UnreadableException;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Front;
import sconce.kernel.session.Result;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;

/// Runs Java without a prompt: a file, a piece of code, or what comes through a pipe. Values go to standard output as
/// text, errors to standard error; the first error ends it.
public final class Script implements Front {
    private static final Pattern LEAVE = Pattern.compile("/ex(?:it?)?(?:\\s+(.+))?");
    private static final Pattern OPEN = Pattern.compile("/o(?:p|pe|pen)?\\s+(.+)");
    private static final CellId STDIN = new CellId("<stdin>");

    /// What a cell's `System.exit(3)` ends with: a script that says so wants it.
    private static final Pattern EXIT = Pattern.compile("System\\.exit\\((-?\\d+)\\).*");

    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private final boolean coloured;

    Script(PrintStream out, PrintStream err, BufferedReader in, boolean coloured) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.coloured = coloured;
    }

    /// On the process's own streams, which a session leaves to nobody but us.
    private static Script ofProcess() {
        var encoding = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8);
        var input = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"), StandardCharsets.UTF_8);
        var noColour = System.getenv("NO_COLOR");
        return new Script(new PrintStream(new FileOutputStream(FileDescriptor.out), false, encoding),
                new PrintStream(new FileOutputStream(FileDescriptor.err), false, encoding),
                new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), input)),
                isTerminal() && !"dumb".equals(System.getenv("TERM"))
                        && (noColour == null || noColour.isEmpty()));
    }

    /// Whether both ends of the process are a terminal.
    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where there is none; 22 to 24 did not.
    static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /// Runs a file's cells, and the `main` that it declares.
    ///
    /// @param arguments what `main` is given; `args` for files without one
    /// @return the process's exit code: 1 after an error in the code
    /// @throws UnreadableException with one line for the user when the file cannot be run
    public static int file(Path file, List<String> arguments) {
        var parts = Program.of(SourceFile.read(file), arguments);
        return ofProcess().inSession((script, session) -> script.run(session, parts));
    }

    /// Runs a piece of code.
    public static int code(String code) {
        var part = new SourceFile.Part("-e", code);
        return ofProcess().inSession((script, session) -> script.run(session, List.of(part)));
    }

    /// Runs what standard input holds, each piece as soon as it is complete.
    public static int pipe() { return ofProcess().inSession(Script::lines); }

    private interface Work {
        int in(Script script, Session session);
    }

    private int inSession(Work work) {
        try (var session = Session.open(SessionOptions.defaults())) {
            return work.in(this, session);
        } finally {
            out.flush();
            err.flush();
        }
    }

    int run(Session session, List<SourceFile.Part> parts) {
        for (var part : parts) {
            int exit = run(session, part);
            if (exit != 0) return Math.max(0, exit);
        }
        return 0;
    }

    int lines(Session session) { return Math.max(0, lines(session, in, STDIN)); }

    private int lines(Session session, BufferedReader lines, CellId id) {
        var pieces = new Pieces(session, id);
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var piece = pieces.add(line);
                int exit = piece == null ? 0 : run(session, piece);
                if (exit != 0) return exit;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var rest = pieces.rest();
        return rest == null ? 0 : run(session, rest);
    }

    /// Those of jshell's commands that mean something where nobody looks on.
    private int command(Session session, String line) {
        var exit = LEAVE.matcher(line);
        if (exit.matches()) {
            var status = exit.group(1) == null ? "0" : exit.group(1);
            return status.equals("0") ? -1
                    : run(session, new SourceFile.Part(STDIN.name(), "System.exit(" + status + ")"));
        }
        var open = OPEN.matcher(line);
        if (!open.matches()) return 0;
        try {
            return run(session, SourceFile.read(Path.of(open.group(1))));
        } catch (UnreadableException e) {
            return failed(List.of("/open: " + e.getMessage()));
        }
    }

    /// 0 to go on, negative for an end that was asked for.
    private int run(Session session, SourceFile.Part part) {
        var id = new CellId(part.name());
        if (part.isLines()) {
            return lines(session, new BufferedReader(new StringReader(part.code())), id);
        }
        if (Commands.isCommand(part.code())) return command(session, part.code());
        var result = session.evaluate(part.code(), id, this);
        return switch (result) {
            case Result.Value(var value) -> {
                if (value != null) stdout(value.text() + "\n");
                yield 0;
            }
            case Result.Failure failure when failure.name().equals("SystemExit") -> {
                var exit = EXIT.matcher(failure.message());
                int status = exit.matches() ? Integer.parseInt(exit.group(1)) : 1;
                yield status == 0 ? -1 : status;
            }
            case Result.Failure failure -> failed(failure.traceback());
            case Result.Interrupted interrupted -> failed(interrupted.traceback());
        };
    }

    private int failed(List<String> traceback) {
        stderr(new Palette(coloured).plainOr(String.join("\n", traceback)) + "\n");
        return 1;
    }

    @Override
    public synchronized void stdout(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public synchronized void stderr(String text) {
        out.flush();
        err.print(text);
        err.flush();
    }

    @Override
    public void display(Displayed displayed, @Nullable String displayId, boolean update) {
        stdout(displayed.text() + "\n");
    }

    @Override
    public void clearOutput(boolean wait) {
        // What has gone through a pipe has gone.
    }

    @Override
    public @Nullable String readLine(String prompt, boolean password) throws InterruptedException {
        stdout(prompt);
        try {
            if (password && isTerminal()) {
                var typed = Objects.requireNonNull(System.console()).readPassword();
                return typed == null ? null : new String(typed);
            }
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
