package sconce.kernel.session;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.magic.Call;
import sconce.kernel.session.magic.Magic;

/// The session of the cell that runs, for code that does more than a cell does: libraries that add magics, and the APIs of
/// other Java kernels.
///
/// ```java
/// Notebook.current().evaluate("1 + 1");   // 2
/// ```
public final class Notebook {
    private final Evaluation evaluation;

    private Notebook(Evaluation evaluation) { this.evaluation = evaluation; }

    /// The session that the calling thread belongs to.
    ///
    /// @throws IllegalStateException outside of cells
    public static Notebook current() { return new Notebook(Evaluation.require("the notebook can be reached")); }

    /// Whether the calling thread belongs to a session.
    public static boolean isHere() { return Evaluation.current() != null; }

    /// Something of this session alone, made when it is first asked for.
    public <T> T part(Class<T> type, Supplier<T> make) {
        return type.cast(host().parts().computeIfAbsent(type, _ -> make.get()));
    }

    /// What [#part] has made, if it was asked for before.
    public <T> Optional<T> existing(Class<T> type) {
        var host = evaluation.host;
        return host == null ? Optional.empty() : Optional.ofNullable(type.cast(host.parts().get(type)));
    }

    /// Runs code, magics in it too, and gives its value.
    public @Nullable Object evaluate(String code) throws Throwable {
        return outside(() -> host().evaluate(code, new CellId("eval")));
    }

    /// Runs a magic by its name.
    ///
    /// @param body the lines below it, or null for a magic of one line
    public @Nullable Object magic(String name, List<String> words, @Nullable String body) throws Throwable {
        var text = words.stream().map(Notebook::quoted).collect(Collectors.joining(" "));
        return outside(() -> host().run(Call.of(name, text, body)));
    }

    private static String quoted(String word) {
        return word.matches("[^\\s\"'\\\\]+") ? word : "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /// Adds a magic, in the place of one of the same name.
    public void addMagic(Magic magic) { host().magics().add(magic); }

    /// The magics there are.
    public List<Magic> magics() { return host().magics().all(); }

    /// Adds jars and folders, apart by the platform's separator, to the class path.
    public void addToClassPath(String paths) throws Throwable {
        outside(() -> host().addToClassPath(
                Arrays.stream(paths.split(Pattern.quote(File.pathSeparator))).map(Path::of).toList()));
    }

    /// Shows a MIME bundle in the cell, or replaces what is shown under the id.
    public void show(Map<String, Object> data, Map<String, Object> metadata, @Nullable String id, boolean update) {
        evaluation.front.display(new Displayed(Rendering.bundle(data).data(), metadata), id, update);
        if (!update && id != null) evaluation.displayed = id;
    }

    private MagicHost host() {
        var host = evaluation.host;
        if (host == null) throw new IllegalStateException("no session is here");
        return host;
    }

    private interface Task<T> {
        @Nullable
        T run() throws Throwable;
    }

    /// The compiler must not meet the interrupt that is meant for the cell's own code.
    private <T> @Nullable T outside(Task<T> task) throws Throwable {
        if (!evaluation.runsOn(Thread.currentThread())) return task.run();
        evaluation.leaveUserCode();
        try {
            return task.run();
        } finally {
            evaluation.enterUserCode();
        }
    }
}
