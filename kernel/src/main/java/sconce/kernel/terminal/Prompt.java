package sconce.kernel.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.HistoryFile;
import sconce.kernel.session.Inspection;
import sconce.kernel.session.Result;
import sconce.kernel.session.Session;
import sconce.libtorch.Libtorch;

/// The prompt: reads a cell, runs it, shows what it gives, until the user leaves.
///
/// ```text
/// In [1]: new Linear(2, 3)
/// Out[1]: Linear(in_features=2, out_features=3, bias=True)
/// ```
final class Prompt {
    private static final int HINT_AFTER = 2;

    private final Terminal terminal;
    private final Supplier<Session> sessions;
    private final HistoryFile historyFile;
    private final Settings settings = new Settings();
    private final Palette colours;
    private final Screen screen;
    private final Tips tips;
    private final Commands commands;
    private final SharedHistory history;
    private final PromptReader reader;
    private final LineReaderImpl answers;
    private final PictureProtocol protocol;
    private final List<Cell> cells = new ArrayList<>();
    private final List<String> typed = new ArrayList<>();
    private volatile @Nullable Session session;
    private final AtomicInteger interrupts = new AtomicInteger();
    private int count;
    private boolean leaving;
    private int status;
    private boolean visiting;

    /// @param sessions opens a session; they are closed here
    Prompt(Terminal terminal, Supplier<Session> sessions, HistoryFile historyFile) {
        this(terminal, sessions, historyFile, SessionCompleter.PATIENCE);
    }

    /// @param patience how long a menu of completions waits for their signatures
    Prompt(Terminal terminal, Supplier<Session> sessions, HistoryFile historyFile, Duration patience) {
        this.terminal = terminal;
        this.sessions = sessions;
        this.historyFile = historyFile;
        colours = Palette.of(terminal);
        screen = new Screen(terminal, this::palette);
        commands = new Commands(this, screen, settings);
        history = new SharedHistory(historyFile);
        tips = new Tips(this::session, screen);
        reader = new PromptReader(terminal, (text, self) -> {
            if (settings.tips) tips.look(text, self);
        }, this::document);
        protocol = new PictureProtocol(terminal, reader::isReading, reader::runMacro);
        configure(patience);
        answers = new LineReaderImpl(terminal, "sconce-input", null);
        answers.setVariable(LineReader.DISABLE_HISTORY, true);
        answers.setVariable(LineReader.DISABLE_COMPLETION, true);
        answers.setOpt(Option.DISABLE_EVENT_EXPANSION);
        screen.guard(reader);
    }

    private Palette palette() { return settings.colour ? colours : Palette.PLAIN; }

    private void configure(Duration patience) {
        reader.setParser(new JavaParser(this::session));
        reader.setHighlighter(new JavaHighlighter(this::palette));
        reader.setCompleter(new SessionCompleter(this::session, commands, patience));
        reader.setHistory(history);
        reader.setOpt(Option.DISABLE_EVENT_EXPANSION); // x = !y is Java
        reader.setOpt(Option.INSERT_TAB);
        reader.setOpt(Option.AUTO_MENU);
        reader.setOpt(Option.AUTO_LIST);
        reader.unsetOpt(Option.HISTORY_REDUCE_BLANKS);
        reader.unsetOpt(Option.HISTORY_IGNORE_SPACE);
        reader.unsetOpt(Option.AUTO_REMOVE_SLASH);
        reader.setVariable(LineReader.INDENTATION, 1); // the parser counts spaces, not brackets
        reader.setVariable(LineReader.ERRORS, 0);
        reader.setVariable(LineReader.LIST_MAX, 200);
        reader.setVariable(LineReader.MENU_LIST_MAX, 200);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "%P ...: ");
        reader.bindKeys();
    }

    /// Opened when it is first wanted, which is as soon as the prompt stands: until then it would only be in the way.
    synchronized Session session() {
        var open = session;
        if (open == null) {
            open = sessions.get();
            open.whenReady(Libtorch::start);
            session = open;
        }
        return open;
    }

    List<Cell> cells() { return List.copyOf(cells); }

    /// All that was typed at this prompt, commands too.
    List<String> typed() { return List.copyOf(typed); }

    List<HistoryFile.Entry> earlier() { return historyFile.earlier(); }

    /// @param with the process's exit code
    void leave(int with) {
        leaving = true;
        status = with;
    }

    /// Begins anew; not with a session that is somebody else's.
    boolean reset() {
        if (visiting) {
            screen.println("This session is the tutorial's: leave by Ctrl-D, then b goes back in a new one.");
            return false;
        }
        session().close();
        session = null;
        cells.clear();
        count = 0;
        return true;
    }

    /// Reads and runs until the end, and gives the exit code.
    int loop(String greeting) {
        terminal.handle(Signal.INT, _ -> interrupt());
        readAndRun(greeting);
        if (!visiting) session().close();
        return status;
    }

    private void readAndRun(String greeting) {
        if (!screen.isDumb() && !greeting.isEmpty()) screen.println(new AttributedString(greeting, palette().faint()));
        reader.onceShown(this::session);
        while (!leaving) {
            try {
                var line = reader.readLine(prompt("In [", palette()));
                screen.lineWasRead();
                interrupts.set(0);
                if (!line.isBlank()) attempt(line);
            } catch (UserInterruptException e) {
                screen.lineWasRead();
            } catch (EndOfFileException e) {
                leave(0);
            }
        }
    }

    /// A mistake of ours must not cost the user his session.
    private void attempt(String line) {
        try {
            run(line);
        } catch (UserInterruptException | EndOfFileException e) {
            throw e;
        } catch (RuntimeException e) {
            screen.freshLine();
            screen.println("Sconce itself has failed here, and your session goes on: " + e);
        }
    }

    /// Reads and runs from this number on, in a session that somebody else closes; gives the number that comes next.
    int visit(int next) {
        visiting = true;
        count = next - 1;
        loop("");
        return count + 1;
    }

    private String prompt(String word, Palette colours) {
        var style = word.startsWith("In") ? colours.in() : colours.out();
        int number = word.startsWith("In") ? count + 1 : count;
        return screen.ansi(new AttributedString(word + number + "]: ", style));
    }

    /// Runs a command, a question or a cell.
    void run(String line) {
        typed.add(line);
        var asked = Commands.asked(line);
        if (Commands.isCommand(line)) {
            commands.run(line);
        } else if (asked != null) {
            explain(asked);
        } else {
            execute(line);
        }
        screen.freshLine();
    }

    /// Runs a cell by its number; whether it ran to its end.
    boolean execute(String code) { return execute(code, CellId.of(count + 1)); }

    /// Runs a cell that errors name so.
    boolean execute(String code, CellId id) {
        count++;
        var pictures = settings.pictures(screen, protocol);
        var front = new TerminalFront(screen, pictures, this::ask);
        tips.forget();
        var result = session().evaluate(code, id, front);
        screen.freshLine();
        switch (result) {
            case Result.Value(var value) -> {
                if (value != null) show(value, code.strip(), pictures);
            }
            case Result.Failure failure -> fail(failure.traceback());
            case Result.Interrupted interrupted -> fail(interrupted.traceback());
        }
        cells.add(new Cell(count, id, code, front.outputs(), result));
        historyFile.add(count, code, result instanceof Result.Value(var value) && value != null ? value.text() : null);
        return result instanceof Result.Value;
    }

    private void show(Displayed value, String code, Pictures pictures) {
        boolean picture = value.data().keySet().stream().anyMatch(type -> type.startsWith("image/"));
        var text = value.text();
        if (!picture && settings.fold && palette().coloured())
            text = ModelText.fold(text, screen.height() - 2, screen.width(), code);
        screen.print(screen.isDumb() ? "" : prompt("Out[", palette()));
        if (text.contains("\n") || picture) screen.freshLine();
        pictures.show(text.equals(value.text()) ? value : Displayed.text(text));
    }

    private void fail(List<String> traceback) {
        screen.println(palette().plainOr(String.join("\n", traceback)));
    }

    private void explain(String name) {
        var found = session().inspect(name, name.length(), 1);
        screen.println(found == null ? "Nothing is known about " + name + "." : wrapped(found));
    }

    /// All about the name at the cursor, above the line that is being edited.
    private void document() {
        var found = session().inspect(reader.getBuffer().toString(), reader.getBuffer().cursor(), 1);
        if (found != null) reader.printAbove(wrapped(found) + "\n");
    }

    private String wrapped(Inspection found) { return WrappedText.of(found.text().stripTrailing(), screen.width()); }

    private void interrupt() {
        session().interrupt();
        if (interrupts.incrementAndGet() == HINT_AFTER + 1) {
            screen.print("\nIt does not stop: native code may have to end first. Ctrl-\\ ends Sconce at once.\n");
        }
    }

    private String ask(String prompt, boolean password) {
        var begun = screen.takeLine();
        try {
            var line = answers.readLine(begun + prompt, password ? '\0' : null);
            screen.lineWasRead();
            return line;
        } catch (UserInterruptException e) {
            session().interrupt();
            screen.lineWasRead();
            throw e;
        }
    }
}
