package sconce.kernel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sconce.kernel.notebook.Tutorial;
import sconce.kernel.notebook.UnreadableException;
import sconce.kernel.replay.Bookmarks;
import sconce.kernel.replay.Check;
import sconce.kernel.replay.Ink;
import sconce.kernel.replay.JunitFile;
import sconce.kernel.replay.Play;
import sconce.kernel.replay.Recording;

/// `./sconce replay`: plays a tutorial in the terminal, or checks and updates the outputs of many.
///
/// As in Jupyter, cells run in the folder of their file: a process of its own for each, unless it is the folder one is
/// in. That also keeps what is global in a process, the random numbers' state among it, from passing between files.
@Command(name = "replay", description = { "Play a tutorial (.ipynb, or .md with ```java blocks) step by step.",
        "With --check, run it as a whole and compare what it puts out with what is recorded in it.",
        "Exit code 1 if something differs or fails, 2 if a file cannot be played." }, mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    static final int UNREADABLE = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A notebook or Markdown file; with --check several, and folders.")
    private List<Path> files = List.of();

    @Option(names = "--check", description = "Compare all outputs with the recorded ones.")
    boolean check;

    @Option(names = "--update", description = "Check, and save outputs that differ.")
    boolean update;

    @Option(names = "--rich", description = "Compare HTML, images and other forms of an output too, not its text alone.")
    boolean rich;

    @Option(names = "--junit", paramLabel = "FILE", description = "Check, and write the results as JUnit's XML.")
    @Nullable
    Path junit;

    @Option(names = "--jobs", paramLabel = "N", description = "Files to check at once (${DEFAULT-VALUE}).")
    int jobs = 1;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "What a cell may take in a check (${DEFAULT-VALUE}; 0: for ever).")
    double timeout = 120;

    @Option(names = { "-q", "--quiet" }, description = "List only cells that differ or fail.")
    boolean quiet;

    @Option(names = "--from", paramLabel = "N", description = "Start at this cell; those before it run unseen.")
    int from = 1;

    @Option(names = "--to", paramLabel = "N", description = "End after this cell.")
    int to = Integer.MAX_VALUE;

    @Option(names = "--until-error", description = "Run without waiting for keys until a cell fails; end a check there.")
    boolean untilError;

    @Option(names = "--speed", paramLabel = "N", description = "Type cells out, this many characters a second.")
    int speed;

    @Option(names = "--record", paramLabel = "FILE", description = "Record what is played as an asciicast (version 2).")
    @Nullable
    Path record;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
    When color = When.auto;

    @Option(names = "--in-place", hidden = true, description = "Run in this process and folder.")
    private boolean inPlace;

    @Option(names = "--as", hidden = true, description = "The name to print for the file.")
    private @Nullable String name;

    /// The words of `--color`.
    enum When {
        auto, always, never
    }

    @Override
    public Integer call() {
        validate();
        var running = new ReplayFiles(this, spec.commandLine());
        if (isCheck()) return inPlace ? checkHere(files.getFirst()) : running.check(files);
        if (files.size() > 1 || Files.isDirectory(files.getFirst()))
            throw usage("one file is played at a time; --check takes several, and folders");
        return inPlace || running.isHere(files.getFirst()) ? playHere(files.getFirst())
                : running.play(files.getFirst());
    }

    boolean isCheck() { return check || update || junit != null; }

    private void validate() {
        if (from < 1) throw usage("--from %d: cells are counted from 1".formatted(from));
        if (to < from) throw usage("--to %d comes before --from %d".formatted(to, from));
        if (jobs < 1) throw usage("--jobs %d: at least one file is checked at a time".formatted(jobs));
        if (speed < 0) throw usage("--speed %d: give characters a second, or 0 for all at once".formatted(speed));
        if (!(timeout >= 0)) throw usage("--timeout %s: give the seconds a cell may take, or 0".formatted(timeout));
    }

    private ParameterException usage(String message) { return new ParameterException(spec.commandLine(), message); }

    Ink ink() {
        return new Ink(switch (color) {
            case always -> true;
            case never -> false;
            case auto -> isColorful();
        });
    }

    private static boolean isColorful() {
        var noColor = System.getenv("NO_COLOR");
        return (noColor == null || noColor.isEmpty()) && isTerminal()
                && !"dumb".equals(System.getenv("TERM"));
    }

    static boolean isTerminal() { return isTerminal(System.console()); }

    /// The JDK's own console is null where there is no terminal, other implementations say so.
    private static boolean isTerminal(@Nullable Console console) { return console != null && console.isTerminal(); }

    /// Plays one file in this process.
    private int playHere(Path file) {
        Tutorial tutorial;
        try {
            tutorial = Tutorial.read(file);
        } catch (UnreadableException e) {
            spec.commandLine().getErr().println("sconce: " + e.getMessage());
            return UNREADABLE;
        }
        var keys = isTerminal();
        try (var real = terminal(keys); var recording = record == null ? null : recording(record, real)) {
            var options = new Play.Options(from, to, untilError, speed, keys);
            var shown = recording == null ? real : recording.terminal();
            try (var play = new Play(shown, ink(), tutorial, name == null ? file.toString() : name,
                    file.toAbsolutePath().toString(), options, new PromptCompanion(), Bookmarks.ofUser())) {
                return play.run();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException("cannot play %s: %s".formatted(file, e.getMessage()));
        }
    }

    private static Recording recording(Path to, Terminal terminal) {
        try {
            return new Recording(to, terminal);
        } catch (IOException e) {
            throw new CommandException("cannot write the recording %s: %s".formatted(to, Reason.of(e)));
        }
    }

    private static Terminal terminal(boolean keys) throws IOException {
        if (!keys)
            return new DumbTerminal("replay", Terminal.TYPE_DUMB, InputStream.nullInputStream(), System.out, UTF_8);
        var terminal = TerminalBuilder.builder().system(true).graphemeCluster(false).nativeSignals(true).dumb(true)
                .build();
        // As at the prompt: no signal comes to it by itself.
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB))
            Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
        return terminal;
    }

    /// Checks one file in this process.
    private int checkHere(Path file) {
        var tutorial = Tutorial.read(file);
        var limit = timeout == 0 ? null : Duration.ofMillis(Math.max(1, (long) (timeout * 1000)));
        var check = new Check(tutorial, new Check.Options(from, to, untilError, rich, limit));
        var report = check.run(name == null ? file.toString() : name);
        var out = spec.commandLine().getOut();
        report.print(out, ink(), quiet);
        try {
            if (junit != null) {
                var results = new JunitFile();
                results.add(report);
                results.write(junit);
            }
            if (update && check.changes() > 0) {
                var updated = check.updated();
                if (!updated.equals(Files.readString(file))) {
                    Files.writeString(file, updated);
                    out.println("  saved the outputs of %d %s".formatted(check.changes(),
                            check.changes() == 1 ? "cell" : "cells"));
                    out.flush();
                }
            }
        } catch (IOException e) {
            throw new CommandException("cannot write %s: %s".formatted(e.getMessage(), Reason.of(e)));
        }
        return (update ? report.hasErrors() : !report.isGood()) ? 1 : 0;
    }
}
