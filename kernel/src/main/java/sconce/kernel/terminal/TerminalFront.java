package sconce.kernel.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Front;

/// A cell's way to the screen. Keeps what it shows for `/save`, up to a size.
final class TerminalFront implements Front {
    private static final int KEPT = 1 << 20;

    /// Where a display begins and ends on the screen.
    private record Shown(long from, long to, int output) {}

    private final Screen screen;
    private final Pictures pictures;
    private final BiFunction<String, Boolean, String> ask;
    private final List<Output> outputs = new ArrayList<>();
    private final Map<String, Shown> shown = new HashMap<>();
    private final long start;
    private boolean clearFirst;
    private int kept;

    /// @param ask reads a line after a prompt, shown or not while it is typed
    TerminalFront(Screen screen, Pictures pictures, BiFunction<String, Boolean, String> ask) {
        this.screen = screen;
        this.pictures = pictures;
        this.ask = ask;
        this.start = screen.row();
    }

    synchronized List<Output> outputs() { return List.copyOf(outputs); }

    @Override
    public synchronized void stdout(String text) {
        clearIfAsked();
        screen.print(ModelText.colour(text, screen));
        keep("stdout", text);
    }

    @Override
    public synchronized void stderr(String text) {
        clearIfAsked();
        screen.print(text);
        keep("stderr", text);
    }

    private void keep(String stream, String text) {
        if (kept + text.length() > KEPT) return;
        kept += text.length();
        if (!outputs.isEmpty() && outputs.getLast() instanceof Output.Stream(var name, var before)
                && name.equals(stream)) {
            before.append(text);
        } else {
            outputs.add(new Output.Stream(stream, new StringBuilder(text)));
        }
    }

    @Override
    public synchronized void display(Displayed displayed, @Nullable String displayId, boolean update) {
        clearIfAsked();
        var before = update && displayId != null ? shown.get(displayId) : null;
        // Only what stands last can be replaced without moving what follows it.
        if (before != null && before.to == screen.row()) screen.backTo(before.from);
        screen.freshLine();
        long from = screen.row();
        pictures.show(displayed);
        if (before != null) outputs.set(before.output, new Output.Display(displayed));
        else outputs.add(new Output.Display(displayed));
        if (displayId != null) {
            shown.put(displayId, new Shown(from, screen.row(), before != null ? before.output : outputs.size() - 1));
        }
    }

    @Override
    public synchronized void clearOutput(boolean wait) {
        clearFirst = true;
        if (!wait) clearIfAsked();
    }

    private void clearIfAsked() {
        if (!clearFirst) return;
        clearFirst = false;
        if (!screen.backTo(start)) screen.freshLine();
        outputs.clear();
        shown.clear();
        kept = 0;
    }

    @Override
    public @Nullable String readLine(String prompt, boolean password) throws InterruptedException {
        try {
            return ask.apply(prompt, password);
        } catch (UserInterruptException e) {
            throw new InterruptedException("interrupted while waiting for input");
        } catch (EndOfFileException e) {
            return null;
        }
    }
}
