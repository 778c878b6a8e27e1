package sconce.kernel.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.kernel.JavaKernel;
import org.dflib.jjava.kernel.JavaNotebookStatics;
import org.jspecify.annotations.Nullable;

/// What every cell can call without an import, beside the library's `print`.
///
/// ```java
/// var name = input("Who is there? ");
/// display(name);
/// ```
public final class Interactive {
    private Interactive() {}

    /// Code that gives a value; it may throw what it likes.
    @FunctionalInterface
    public interface Expression {
        /// The value.
        @Nullable
        Object evaluate() throws Throwable;
    }

    /// Code that gives nothing; it may throw what it likes.
    @FunctionalInterface
    public interface Statement {
        /// Runs it.
        void execute() throws Throwable;
    }

    /// Hands a cell's last expression to the session as it is. The session writes the call; users need not.
    // The very id that display gave, or the stream that printf gives back: what they stand for has been shown.
    @SuppressWarnings("ReferenceEquality")
    public static void $value(Expression expression) throws Throwable {
        var value = expression.evaluate();
        var evaluation = evaluation();
        if (value != null && (value == evaluation.displayed || value == System.out || value == System.err)) return;
        evaluation.value = value;
        evaluation.hasValue = true;
    }

    /// The form for a call that returns nothing.
    public static void $value(Statement statement) throws Throwable { statement.execute(); }

    /// Evaluates an expression that is not the cell's last.
    public static void $ignore(Expression expression) throws Throwable { expression.evaluate(); }

    /// The form for a call that returns nothing.
    public static void $ignore(Statement statement) throws Throwable { statement.execute(); }

    /// The value of the magic above, for `var files = %jars lib`. The session writes the call; users need not.
    @SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" }) // The variable's type says what it is.
    public static <T> @Nullable T $magic() {
        var evaluation = evaluation();
        var value = evaluation.ofMagic;
        evaluation.ofMagic = null;
        return (T) value;
    }

    /// How often `%timeit` wants its code to run. The session writes the call; users need not.
    public static long $loops() { return evaluation().loops; }

    /// Reads a line from the user, as Python's `input()`; null at the end of input.
    public static @Nullable String input() { return input(""); }

    /// Reads a line from the user after showing a prompt; null at the end of input.
    public static @Nullable String input(String prompt) { return read(prompt, false); }

    /// Reads a line that is not shown while it is typed, as Python's `getpass`.
    public static @Nullable String password(String prompt) { return read(prompt, true); }

    private static @Nullable String read(String prompt, boolean password) {
        try {
            return evaluation().front.readLine(prompt, password);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for input");
        }
    }

    /// Shows a value at once, as the last expression of a cell is shown; a map from MIME types to forms as that bundle.
    /// Gives the id by which [#updateDisplay] replaces it.
    public static String display(@Nullable Object value) { return show(UUID.randomUUID().toString(), shown(value)); }

    /// Shows a value under an id of one's own. (Two texts of which one is a MIME type are a form and its type:
    /// `display("<b>bold</b>", "text/html")`.)
    public static String display(String id, @Nullable Object value) {
        if (Rendering.isMimeType(id)) return show(UUID.randomUUID().toString(), Rendering.as(value, id));
        return Rendering.isMimeType(value) ? display(id, String.valueOf(value), new String[0]) : show(id, shown(value));
    }

    /// Shows a value as these MIME types: `display(bytes, "image/png")`.
    public static String display(@Nullable Object value, String mimeType, String... more) {
        if (!Rendering.isMimeType(mimeType)) {
            throw new IllegalArgumentException(mimeType + " is no MIME type: write one such as text/html");
        }
        var forms = new LinkedHashMap<String, Object>(Rendering.as(value, mimeType).data());
        for (var each : more) forms.putAll(Rendering.as(value, each).data());
        return show(UUID.randomUUID().toString(), Rendering.bundle(forms));
    }

    /// As the other two: which of the texts is the MIME type decides.
    public static String display(String first, String second) { return display(first, (Object) second); }

    private static Displayed shown(@Nullable Object value) {
        return value instanceof Map<?, ?> map && Rendering.isMimeBundle(map) ? Rendering.bundle(map)
                : Rendering.display(value);
    }

    private static String show(String id, Displayed displayed) {
        var evaluation = evaluation();
        evaluation.front.display(displayed, id, false);
        evaluation.displayed = id;
        return id;
    }

    /// Shows a value in the place of what is shown under this id.
    public static void updateDisplay(String id, @Nullable Object value) {
        evaluation().front.display(shown(value), id, true);
    }

    /// Shows a value as these MIME types in the place of what is shown under this id.
    public static void updateDisplay(String id, @Nullable Object value, String mimeType, String... more) {
        var forms = new LinkedHashMap<String, Object>(Rendering.as(value, mimeType).data());
        for (var each : more) forms.putAll(Rendering.as(value, each).data());
        evaluation().front.display(Rendering.bundle(forms), id, true);
    }

    /// The forms that [#display(Object)] shows, as IJava and JJava have it: as a cell's last value they are shown.
    public static DisplayData render(Object value) { return BaseNotebookStatics.render(value); }

    /// The forms of a value as these MIME types.
    public static DisplayData render(Object value, String... as) { return BaseNotebookStatics.render(value, as); }

    /// Runs code, magics in it too, and gives its value.
    public static @Nullable Object eval(String code) { return BaseNotebookStatics.eval(code); }

    /// Runs a magic by its name: `lineMagic("jars", List.of("lib/*.jar"))`.
    @SuppressWarnings("TypeParameterUnusedInFormals") // The caller knows the magic.
    public static <T> @Nullable T lineMagic(String name, List<String> args) {
        return BaseNotebookStatics.lineMagic(name, args);
    }

    /// Runs a magic over a cell: `cellMagic("html", List.of(), "<b>bold</b>")`.
    @SuppressWarnings("TypeParameterUnusedInFormals") // The caller knows the magic.
    public static <T> @Nullable T cellMagic(String name, List<String> args, String body) {
        return BaseNotebookStatics.cellMagic(name, args, body);
    }

    /// The session, as JJava's notebooks reach it.
    public static JavaKernel kernel() { return JavaNotebookStatics.kernel(); }

    /// The session, as older notebooks of JJava reach it.
    public static JavaKernel getKernelInstance() { return kernel(); }

    /// Removes what the cell has shown so far.
    public static void clearOutput() { clearOutput(false); }

    /// Removes what the cell has shown so far; with `wait`, when it next shows something.
    public static void clearOutput(boolean wait) { evaluation().front.clearOutput(wait); }

    private static Evaluation evaluation() { return Evaluation.require("display and input work"); }
}
