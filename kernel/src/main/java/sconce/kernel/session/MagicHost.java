package sconce.kernel.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.magic.Call;
import sconce.kernel.session.magic.Host;
import sconce.kernel.session.magic.Magic;
import sconce.kernel.session.magic.MagicException;
import sconce.kernel.session.magic.Magics;

/// Runs the magics of a cell on the session.
final class MagicHost implements Host {
    private final Jshell shell;
    private final @Nullable CellSplitter splitter;
    private final @Nullable Evaluation evaluation;
    private final CellId cell;

    /// @param cell how the text is called that the magics stand in
    MagicHost(Jshell shell, @Nullable CellSplitter splitter, @Nullable Evaluation evaluation, CellId cell) {
        this.shell = shell;
        this.splitter = splitter;
        this.evaluation = evaluation;
        this.cell = cell;
    }

    /// For questions about magics while none runs: what would need a cell is an error.
    static MagicHost withoutCell(Jshell shell) {
        return new MagicHost(shell, null, null, new CellId("no cell"));
    }

    Map<Class<?>, Object> parts() { return shell.workplace.parts; }

    private Evaluation evaluation() {
        if (evaluation == null) throw new IllegalStateException("no cell runs");
        return evaluation;
    }

    private CellSplitter splitter() {
        if (splitter == null) throw new IllegalStateException("no cell runs");
        return splitter;
    }

    /// Runs a magic of a cell with this text.
    ///
    /// @throws CellFailure when it cannot be done, with the place for the user
    @Nullable
    Object run(Call call, String text) throws Throwable {
        try {
            return run(call);
        } catch (MagicException e) {
            throw failure(call, text, String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw failure(call, text, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /// Runs a magic that stands in no cell's text.
    @Nullable
    Object run(Call call) throws Throwable { return magic(call).run(call, this); }

    private Magic magic(Call call) {
        if (call.name().startsWith("%")) {
            throw new MagicException("%" + call.name() + " takes a whole cell: it wants to be the cell's first line");
        }
        var magic = shell.workplace.magics.find(call.name());
        if (magic == null) throw shell.workplace.magics.unknown(call.written());
        if (call.body() == null && !magic.isLine()) {
            throw new MagicException("%%" + call.name() + " takes a whole cell: write it with two % on the first line");
        }
        if (call.body() != null && !magic.isCell()) {
            throw new MagicException("%" + call.name() + " takes one line, with one %: " + magic.usage());
        }
        return magic;
    }

    private CellFailure failure(Call call, String text, String message) {
        var lines = new ArrayList<String>();
        var all = message.lines().toList();
        lines.add(Ansi.red("MagicError") + ": " + (all.isEmpty() ? "" : all.getFirst()));
        lines.addAll(all.subList(Math.min(1, all.size()), all.size()));
        var line = Place.lineOf(text, call.line());
        var place = cell + ", line " + call.line();
        lines.add(Ansi.bold(place));
        lines.add("    " + line);
        int indent = line.length() - line.stripLeading().length();
        lines.add("    " + line.substring(0, indent) + Ansi.red("^".repeat(Math.max(1, line.strip().length()))));
        return new CellFailure(new Result.Failure("MagicError", message, lines, place));
    }

    @Override
    public void out(String text) { evaluation().front.stdout(text); }

    @Override
    public void err(String text) { evaluation().front.stderr(text); }

    @Override
    public void display(Displayed displayed) { evaluation().front.display(displayed, null, false); }

    @Override
    public @Nullable String ask(String prompt) throws InterruptedException {
        evaluation().enterUserCode();
        try {
            return evaluation().front.readLine(prompt, false);
        } finally {
            evaluation().leaveUserCode();
        }
    }

    @Override
    public @Nullable Object evaluate(String code) throws Throwable { return evaluate(code, cell); }

    @Override
    public @Nullable Object evaluate(String code, CellId name) throws Throwable {
        new Evaluator(shell, splitter(), evaluation(), name, code).run();
        return evaluation().takeValue();
    }

    @Override
    public Loop compileLoop(String code) throws Throwable {
        return new Evaluator(shell, splitter(), evaluation(), cell, code).loop();
    }

    @Override
    public <T> T interruptible(Callable<T> task) throws Exception {
        evaluation().enterUserCode();
        try {
            return task.call();
        } finally {
            evaluation().leaveUserCode();
        }
    }

    @Override
    public List<Path> addToClassPath(List<Path> paths) {
        for (var path : paths) {
            if (Files.isDirectory(path)) continue;
            // The compiler of the whole session would fail on it from here on.
            try (var zip = new ZipFile(path.toFile())) {
                zip.size();
            } catch (IOException e) {
                throw new MagicException(path + " is no jar: " + e.getMessage(), e);
            }
        }
        var added = shell.addToClassPath(paths);
        Extensions.install(added, shell.loader());
        return added;
    }

    @Override
    public List<Path> classPath() { return shell.classPath(); }

    @Override
    public List<Path> ownClassPath() { return Jshell.ownClassPath(); }

    @Override
    public Declarations declarations() { return shell.declarations(); }

    @Override
    public @Nullable String textOf(String variable) {
        return shell.variable(variable).filter(shell::isDefined).map(shell::text).orElse(null);
    }

    @Override
    public void reset() { shell.reset(); }

    @Override
    public List<HistoryFile.Entry> cells() { return shell.workplace.cells(); }

    @Override
    public Path folder() { return shell.workplace.folder; }

    @Override
    public void folder(Path folder) { shell.workplace.folder = folder; }

    @Override
    public Map<String, String> environment() { return shell.workplace.environment; }

    @Override
    public Magics magics() { return shell.workplace.magics; }
}
