package sconce.kernel.replay;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sconce.kernel.notebook.Output;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Front;
import sconce.kernel.session.Result;

/// Gathers a cell's outputs as Jupyter's own client does when it runs a notebook, and hands them on to a screen.
final class CellOutputs implements Front {
    /// A screen that shows nothing and asks nobody.
    static final Front UNSEEN = new Front() {
        @Override
        public void stdout(String text) {}

        @Override
        public void stderr(String text) {}

        @Override
        public void display(Displayed displayed, @Nullable String displayId, boolean update) {}

        @Override
        public void clearOutput(boolean wait) {}

        @Override
        public @Nullable String readLine(String prompt, boolean password) {
            throw new UnsupportedOperationException(
                    "nobody is there to ask: this cell needs ./sconce replay in a terminal");
        }
    };

    /// The name of the error of a cell that took too long.
    static final String TIMEOUT = "Timeout";

    private static final Pattern CARRIAGE_RETURN = Pattern.compile(".*\r(?=[^\n])");
    private static final Pattern BACKSPACE = Pattern.compile("[^\n]\b");

    /// One output while it grows.
    private static final class Item {
        final String stream;
        final StringBuilder text = new StringBuilder();
        @Nullable
        Displayed shown;

        Item(String stream, @Nullable Displayed shown) {
            this.stream = stream;
            this.shown = shown;
        }
    }

    /// What is shown under an id in all cells of a tutorial, for updates.
    static final class Displays {
        private final Map<String, List<Item>> byId = new LinkedHashMap<>();
    }

    private final List<Item> items = new ArrayList<>();
    private final Displays displays;
    private final Front screen;
    private boolean clearNext;
    private @Nullable Output end;
    private @Nullable Displayed value;

    CellOutputs(Displays displays, Front screen) {
        this.displays = displays;
        this.screen = screen;
    }

    @Override
    public void stdout(String text) {
        write("stdout", text);
        screen.stdout(text);
    }

    @Override
    public void stderr(String text) {
        write("stderr", text);
        screen.stderr(text);
    }

    private void write(String stream, String text) {
        synchronized (displays) {
            clearIfAsked();
            // All that goes to one stream becomes one output, in the place of its first piece.
            var item = items.stream().filter(i -> i.stream.equals(stream)).findFirst().orElse(null);
            if (item == null) {
                item = new Item(stream, null);
                items.add(item);
            }
            item.text.append(text);
        }
    }

    @Override
    public void display(Displayed displayed, @Nullable String displayId, boolean update) {
        synchronized (displays) {
            if (update) {
                displays.byId.getOrDefault(displayId, List.of()).forEach(i -> i.shown = displayed);
            } else {
                clearIfAsked();
                var item = new Item("", displayed);
                items.add(item);
                if (displayId != null) displays.byId.computeIfAbsent(displayId, _ -> new ArrayList<>()).add(item);
            }
        }
        screen.display(displayed, displayId, update);
    }

    @Override
    public void clearOutput(boolean wait) {
        synchronized (displays) {
            clearNext = wait;
            if (!wait) items.clear();
        }
        screen.clearOutput(wait);
    }

    private void clearIfAsked() {
        if (clearNext) items.clear();
        clearNext = false;
    }

    @Override
    public @Nullable String readLine(String prompt, boolean password) throws InterruptedException {
        return screen.readLine(prompt, password);
    }

    /// Takes what the cell ended in.
    void ended(Result result) {
        if (result instanceof Result.Value(var last)) value = last;
        end = switch (result) {
            case Result.Value(var value) -> value == null ? null : shown(value, true);
            case Result.Failure failure -> new Output.Failed(failure.name(), failure.message(), failure.traceback());
            case Result.Interrupted interrupted ->
                new Output.Failed("Interrupted", "the cell was interrupted", interrupted.traceback());
        };
    }

    void ended(Output.Failed failed) { end = failed; }

    /// What the last expression gave, or null.
    @Nullable
    Displayed value() { return value; }

    boolean isFailed() { return end instanceof Output.Failed; }

    boolean isTimedOut() { return end instanceof Output.Failed failed && failed.name().equals(TIMEOUT); }

    /// All of it. What threads of the cell print after its end, and updates of other cells, come in later.
    List<Output> outputs() {
        synchronized (displays) {
            var outputs = new ArrayList<Output>();
            for (var item : items) {
                var shown = item.shown;
                outputs.add(shown == null ? new Output.Stream(item.stream, asSeen(item.text.toString()))
                        : shown(shown, false));
            }
            var last = end;
            if (last != null) outputs.add(last);
            // Which of the two was first is chance.
            for (int i = 0; i + 1 < outputs.size(); i++) {
                if (isStream(outputs.get(i), "stderr") && isStream(outputs.get(i + 1), "stdout")) {
                    outputs.set(i + 1, outputs.set(i, outputs.get(i + 1)));
                }
            }
            return outputs;
        }
    }

    private static boolean isStream(Output output, String name) {
        return output instanceof Output.Stream stream && stream.name().equals(name);
    }

    /// Without what a backspace or a carriage return has overwritten.
    private static String asSeen(String text) {
        var seen = text;
        while (seen.indexOf('\b') >= 0) {
            var shorter = BACKSPACE.matcher(seen).replaceAll("");
            if (shorter.equals(seen)) break;
            seen = shorter;
        }
        return seen.indexOf('\r') < 0 ? seen : CARRIAGE_RETURN.matcher(seen).replaceAll("");
    }

    private static Output shown(Displayed displayed, boolean isResult) {
        var data = new LinkedHashMap<String, Object>(displayed.data());
        data.replaceAll(
                (mime, form) -> form instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : form);
        return new Output.Shown(isResult, data, displayed.metadata());
    }
}
