package sconce.kernel.replay;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;
import sconce.kernel.notebook.Cell;
import sconce.kernel.notebook.Output;
import sconce.kernel.notebook.Tutorial;
import sconce.kernel.replay.Comparison.Verdict;

/// Plays a tutorial: its text, then a cell, which runs when a key says so, then how its output compares with what was
/// recorded.
///
/// ```text
/// In [7]: print(model)
/// cell 7 of 31 · Sequential    Enter run  s skip  b back  g go to  e edit  p prompt  q leave  ? keys
/// ```
public final class Play implements AutoCloseable {
    /// How to play.
    ///
    /// @param from       the first cell to show; those before it run unseen
    /// @param to         the last one
    /// @param untilError whether cells run without a key until one fails
    /// @param speed      characters typed in a second; 0 shows a cell at once
    /// @param keys       whether somebody is there to press them
    public record Options(int from, int to, boolean untilError, int speed, boolean keys) {}

    private static final AttributedStyle PROMPT = AttributedStyle.BOLD.foreground(AttributedStyle.GREEN);
    private static final List<String> HINTS = List.of(
            "   Enter run  s skip  b back  g go to  e edit  p prompt  q leave  ? keys",
            "   Enter run  b back  e edit  q leave  ? keys", "   Enter run  ? keys");
    private static final int MILLIS = 1000;

    private final Stage stage;
    private final Tutorial tutorial;
    private final String name;
    private final String path;
    private final Options options;
    private final Companion companion;
    private final Bookmarks bookmarks;
    private final Keys keys;
    private final List<Cell.Code> code;
    private final int last;
    private final NavigableMap<Integer, String> done = new TreeMap<>();
    private final NavigableMap<Integer, Verdict> verdicts = new TreeMap<>();
    private Runner runner = new Runner();
    private volatile boolean running;
    private volatile boolean leaving;
    private boolean waiting;

    /// A play on this terminal.
    ///
    /// @param name what the user calls the file
    /// @param path by which it is found again
    public Play(Terminal terminal, Ink ink, Tutorial tutorial, String name, String path, Options options,
            Companion companion,
            Bookmarks bookmarks) {
        this.stage = new Stage(terminal, ink, companion);
        this.tutorial = tutorial;
        this.name = name;
        this.path = path;
        this.options = options;
        this.companion = companion;
        this.bookmarks = bookmarks;
        keys = new Keys(terminal);
        code = tutorial.code();
        last = Math.min(options.to(), code.size());
        waiting = options.keys() && !options.untilError();
    }

    /// Plays to the end, or until the user leaves.
    ///
    /// @return the exit code: 1 when a cell failed that nobody saw to
    public int run() {
        var terminal = stage.terminal();
        var handler = terminal.handle(Signal.INT, _ -> interrupted());
        @Nullable
        Attributes attributes = options.keys() ? terminal.enterRawMode() : null;
        try {
            if (attributes != null) letInterrupt(terminal);
            play(start());
        } finally {
            if (attributes != null) terminal.setAttributes(attributes);
            terminal.handle(Signal.INT, handler);
        }
        return verdicts.containsValue(Verdict.ERROR) && !options.keys() ? 1 : 0;
    }

    /// Ctrl-C is a signal, not a key: it must reach a cell that runs.
    private static void letInterrupt(Terminal terminal) {
        var attributes = terminal.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ISIG, true);
        attributes.setControlChar(Attributes.ControlChar.VINTR, KeyMap.ctrl('C').charAt(0));
        terminal.setAttributes(attributes);
    }

    private void interrupted() {
        if (running) runner.interrupt();
        else leaving = true;
    }

    /// The cell to start with: where the user left off, if that is what he wants.
    private int start() {
        int left = options.from() > 1 ? 1 : bookmarks.of(path);
        int start = Math.min(options.from(), code.size());
        if (left > 1 && left <= last && waiting) {
            stage.say("You left %s at cell %d of %d. Enter goes on there, running what ran before it; s starts over."
                    .formatted(name, left, code.size()));
            Keys.Action key;
            do
                key = keys.read(() -> leaving);
            while (key != Keys.Action.NEXT && key != Keys.Action.SKIP && key != Keys.Action.QUIT);
            if (key == Keys.Action.QUIT) leaving = true;
            if (key == Keys.Action.NEXT) start = left;
        }
        if (start > 1 && !leaving) runUnseen(1, start);
        return start;
    }

    private void play(int start) {
        int at = start;
        boolean shown = false;
        while (at <= last && !leaving) {
            var cell = code.get(at - 1);
            if (!shown) show(cell);
            shown = true;
            if (cell.tags().contains(Comparison.SKIP)) {
                stage.println(stage.ink().dim("(not to be run)"));
                at++;
                shown = false;
                continue;
            }
            int next = waiting ? onKey(cell, at) : perform(cell, cell.source(), at);
            if (leaving) break;
            shown = next == at;
            at = next;
        }
        if (!leaving && last == code.size()) showText(code.size());
        end(at);
    }

    private void end(int at) {
        stage.freshLine();
        if (!options.keys()) {
            stage.println(summary());
        } else if (at <= code.size() && at > 1) {
            bookmarks.put(path, at);
            stage.say("Left at cell %d of %d: the next replay of %s offers to go on there.".formatted(at,
                    code.size(), name));
        } else {
            bookmarks.put(path, 1);
            if (at > 1) stage.println(summary());
        }
    }

    private String summary() {
        return stage.ink().bold("The end: ")
                + Report.summary(stage.ink(), count(Verdict.PASS), count(Verdict.CHANGED), count(Verdict.ERROR), 0);
    }

    private long count(Verdict verdict) { return verdicts.values().stream().filter(v -> v == verdict).count(); }

    /// Waits for a key and does what it says; gives the cell that comes next.
    private int onKey(Cell.Code cell, int at) {
        progress(cell);
        var key = keys.read(() -> leaving);
        stage.eraseLine();
        switch (key) {
            case NEXT -> {
                return perform(cell, cell.source(), at);
            }
            case SKIP -> {
                stage.println(stage.ink().dim("skipped"));
                return at + 1;
            }
            case BACK -> {
                return at == 1 ? at : backTo(at - 1);
            }
            case GO -> {
                return go(at);
            }
            case EDIT -> {
                var edited = companion.edit(stage.terminal(), runner.session(), cell.source());
                stage.terminal().enterRawMode();
                letInterrupt(stage.terminal());
                if (edited == null || edited.isBlank()) return at;
                return perform(cell, edited, at);
            }
            case PROMPT -> {
                stage.say("A prompt with the tutorial's variables; Ctrl-D comes back to cell %d.".formatted(at));
                runner.skipTo(companion.prompt(stage.terminal(), runner.session(), runner.next()));
                stage.terminal().handle(Signal.INT, _ -> interrupted());
                stage.terminal().enterRawMode();
                letInterrupt(stage.terminal());
                stage.freshLine();
                showCode(cell);
            }
            case HELP -> stage.print(Keys.HELP);
            case QUIT -> leaving = true;
            case OTHER -> {
            }
        }
        return at;
    }

    private int go(int at) {
        int wanted = keys.number(stage, "run to cell (1 to %d): ".formatted(last));
        if (wanted == 0 || wanted == at) return at;
        if (wanted < 1 || wanted > last) {
            stage.say("There is no cell %d: they go from 1 to %d.".formatted(wanted, last));
            return at;
        }
        if (wanted < at) return backTo(wanted);
        int next = at;
        while (next < wanted && !leaving) {
            var cell = code.get(next - 1);
            if (next > at) show(cell);
            perform(cell, cell.source(), next);
            if (verdicts.get(next) == Verdict.ERROR) return next + 1;
            next++;
        }
        return next;
    }

    /// State cannot be undone: a new session gets to where the cell was by running what has run.
    private int backTo(int cell) {
        done.tailMap(cell, true).clear();
        verdicts.tailMap(cell, true).clear();
        var before = done.isEmpty() ? ""
                : ", running %s again".formatted(done.size() == 1
                        ? "cell " + done.firstEntry().getKey()
                        : "%d cells from %d to %d".formatted(done.size(), done.firstEntry().getKey(),
                                done.lastEntry().getKey()));
        stage.say("Back to cell %d in a new session%s ...".formatted(cell, before));
        runner.close();
        runner = new Runner();
        running = true;
        done.values().forEach(source -> runner.run(source, CellOutputs.UNSEEN, null));
        running = false;
        return cell;
    }

    /// Runs cells without showing them.
    private void runUnseen(int from, int to) {
        stage.println(from == to - 1 ? "Running cell %d ...".formatted(from)
                : "Running cells %d to %d ...".formatted(from, to - 1));
        running = true;
        for (var cell : code.subList(from - 1, to - 1)) {
            if (cell.tags().contains(Comparison.SKIP)) continue;
            var run = runner.run(cell.source(), CellOutputs.UNSEEN, null);
            done.put(cell.number(), cell.source());
            if (compare(cell, run.outputs()).verdict() == Verdict.ERROR) {
                stage.println("Cell %d failed:".formatted(cell.number()));
                printFailure(run.outputs());
            }
        }
        running = false;
    }

    /// Runs a cell in sight and compares; gives the next one.
    private int perform(Cell.Code cell, String source, int at) {
        running = true;
        var run = runner.run(source, stage, null);
        running = false;
        done.put(at, source);
        var outputs = run.outputs();
        stage.freshLine();
        var value = run.gathered().value();
        if (value != null) {
            var prompt = "Out[%d]: ".formatted(run.count());
            stage.print(stage.ansi(new AttributedString(prompt, AttributedStyle.BOLD.foreground(AttributedStyle.RED))));
            // A picture, and what has several lines, begins below.
            if (value.text().contains("\n") || value.data().keySet().stream().anyMatch(t -> t.startsWith("image/"))) {
                stage.print("\n");
            }
            stage.show(value);
        } else {
            printFailure(outputs);
        }
        var comparison = compare(cell, outputs);
        verdicts.put(at, comparison.verdict());
        stage.println(told(cell, comparison));
        if (!source.equals(cell.source())) stage.println(stage.ink().dim("the cell was edited"));
        comparison.diff().forEach(line -> stage.println("  " + Report.coloured(stage.ink(), line)));
        // A failure that was not to be is for the user to see to.
        if (comparison.verdict() == Verdict.ERROR && !waiting) {
            if (options.keys()) waiting = true;
            else if (options.untilError()) leaving = true;
        }
        return at + 1;
    }

    private String told(Cell.Code cell, Comparison comparison) {
        var ink = stage.ink();
        return switch (comparison.verdict()) {
            case PASS -> ink.dim(cell.recorded() == null ? "nothing was recorded for this cell" : "as recorded");
            case CHANGED -> ink.yellow("differs from what was recorded:");
            case ERROR -> ink.red("failed") + "; what ran before it stays";
            case SKIPPED -> ink.dim("skipped");
        };
    }

    private void printFailure(List<Output> outputs) {
        if (!outputs.isEmpty() && outputs.getLast() instanceof Output.Failed failed) {
            stage.println(stage.ink().own(String.join("\n", failed.traceback())));
        }
    }

    private Comparison compare(Cell.Code cell, List<Output> outputs) {
        return Comparison.of(tutorial, cell, outputs, false);
    }

    private void show(Cell.Code cell) {
        showText(cell.number() - 1);
        showCode(cell);
    }

    /// The text that stands after a code cell and before the next.
    private void showText(int after) {
        int number = 0;
        for (var each : tutorial.cells()) {
            if (each instanceof Cell.Code cell) number = cell.number();
            else if (each instanceof Cell.Text(var markdown) && number == after) {
                stage.println("");
                stage.println(
                        MarkdownText.render(markdown, stage.textWidth(), java -> companion.coloured(java.toString())));
            }
        }
    }

    private void showCode(Cell.Code cell) {
        stage.println("");
        var prompt = "In [%d]: ".formatted(runner.next());
        stage.print(stage.ansi(new AttributedString(prompt, PROMPT)));
        var text = companion.coloured(cell.source().stripTrailing());
        boolean typing = options.speed() > 0;
        for (int i = 0; i < text.length();) {
            int end = typing ? i + Character.charCount(text.toString().codePointAt(i)) : text.length();
            stage.print(stage.ansi(text.subSequence(i, end)).replace("\n", "\n" + " ".repeat(prompt.length())));
            // A key shows the rest at once.
            if (typing && keys.pressed(MILLIS / options.speed())) typing = false;
            i = end;
        }
        stage.println("");
    }

    private void progress(Cell.Code cell) {
        var where = "cell %d of %d".formatted(cell.number(), code.size())
                + (cell.section().isEmpty() ? "" : " · " + cell.section());
        var line = HINTS.stream().map(hint -> new AttributedString(where + hint))
                .filter(l -> l.columnLength() < stage.width())
                .findFirst().orElse(new AttributedString(where));
        stage.print(stage.ansi(new AttributedString(line.columnSubSequence(0, stage.width() - 1).toString(),
                AttributedStyle.DEFAULT.inverse())));
    }

    /// Ends the session.
    @Override
    public void close() { runner.close(); }
}
