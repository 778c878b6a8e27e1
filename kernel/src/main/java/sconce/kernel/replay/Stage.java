package sconce.kernel.replay;

import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Front;

/// The terminal that a tutorial is played on, and a running cell's way to it.
final class Stage implements Front {
    private static final int WIDEST_TEXT = 100;
    private static final int DEFAULT_WIDTH = 80;

    private final Terminal terminal;
    private final Ink ink;
    private final Companion companion;
    private boolean lineBegun;

    Stage(Terminal terminal, Ink ink, Companion companion) {
        this.terminal = terminal;
        this.ink = ink;
        this.companion = companion;
    }

    Terminal terminal() { return terminal; }

    Ink ink() { return ink; }

    int width() { return terminal.getSize().getColumns() > 0 ? terminal.getSize().getColumns() : DEFAULT_WIDTH; }

    /// Lines longer than this are hard to read.
    int textWidth() { return Math.min(WIDEST_TEXT, width() - 1); }

    boolean isDumb() { return terminal.getType().startsWith(Terminal.TYPE_DUMB); }

    synchronized void print(String text) {
        if (text.isEmpty()) return;
        terminal.writer().write(text);
        terminal.writer().flush();
        lineBegun = !text.endsWith("\n");
    }

    void println(String text) { print(text + "\n"); }

    /// A sentence to the user, in lines of words.
    void say(String sentence) {
        println(MarkdownText.wrapped(new AttributedString(sentence), textWidth()));
    }

    void println(AttributedString text) { println(ansi(text)); }

    void println(List<AttributedString> lines) { lines.forEach(this::println); }

    /// As JLine's own `toAnsi`, which would make ASCII of the lines of boxes.
    String ansi(AttributedString text) {
        if (!ink.on()) return text.toString();
        var codes = new StringBuilder();
        for (int i = 0; i < text.length(); i = text.runLimit(i)) {
            var style = text.styleAt(i);
            var run = text.subSequence(i, text.runLimit(i)).toString();
            if (style.equals(AttributedStyle.DEFAULT)) codes.append(run);
            else codes.append("\u001b[").append(style.toAnsi()).append('m').append(run).append("\u001b[0m");
        }
        return codes.toString();
    }

    /// Begins a new line where the last one has not ended.
    synchronized void freshLine() {
        if (lineBegun) print("\n");
    }

    /// Takes away what stands on the last line.
    synchronized void eraseLine() {
        print(isDumb() ? "\n" : "\r\u001b[K");
        lineBegun = false;
    }

    synchronized void show(Displayed displayed) {
        companion.show(terminal, displayed, ink.on());
        lineBegun = false;
    }

    @Override
    public void stdout(String text) { print(ink.own(text)); }

    @Override
    public void stderr(String text) { print(ink.own(text)); }

    @Override
    public synchronized void display(Displayed displayed, @Nullable String displayId, boolean update) {
        freshLine();
        show(displayed);
    }

    @Override
    public void clearOutput(boolean wait) { freshLine(); }

    @Override
    public @Nullable String readLine(String prompt, boolean password) throws InterruptedException {
        freshLine();
        var reader = new LineReaderImpl(terminal, "sconce-replay", null);
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        reader.setVariable(LineReader.DISABLE_COMPLETION, true);
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        try {
            return reader.readLine(prompt, password ? '\0' : null);
        } catch (UserInterruptException e) {
            throw new InterruptedException("interrupted while waiting for input");
        } catch (EndOfFileException e) {
            return null;
        } finally {
            lineBegun = false;
            terminal.enterRawMode();
        }
    }
}
