package org.dflib.jjava.jupyter.kernel;

import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Notebook;

/// What JJava's notebooks call without naming a class.
public class BaseNotebookStatics {
    protected BaseNotebookStatics() {}

    @SuppressWarnings("AnnotateFormatMethod") // Cells have no Error Prone.
    public static void printf(String format, Object... args) { System.out.printf(format, args); }

    public static @Nullable Object eval(String code) { return BaseKernel.notebookKernel().evalRaw(code); }

    @SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" }) // The caller knows the magic.
    public static <T> @Nullable T lineMagic(String name, List<String> args) {
        return (T) BaseKernel.unchecked(() -> Notebook.current().magic(name, args, null));
    }

    @SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
    public static <T> @Nullable T cellMagic(String name, List<String> args, String body) {
        return (T) BaseKernel.unchecked(() -> Notebook.current().magic(name, args, body));
    }

    public static DisplayData render(Object value) { return BaseKernel.notebookKernel().getRenderer().render(value); }

    public static DisplayData render(Object value, String... as) {
        return BaseKernel.notebookKernel().getRenderer().renderAs(value, as);
    }

    public static String display(Object value) { return shown(render(value)); }

    public static String display(Object value, String... as) { return shown(render(value, as)); }

    private static String shown(DisplayData data) {
        var id = data.getDisplayId() == null ? UUID.randomUUID().toString() : data.getDisplayId();
        BaseKernel.notebookKernel().display(new DisplayData(data).setDisplayId(id));
        return id;
    }

    public static void updateDisplay(String id, Object value) {
        BaseKernel.notebookKernel().getIO().display.updateDisplay(id, render(value));
    }

    public static void updateDisplay(String id, Object value, String... as) {
        BaseKernel.notebookKernel().getIO().display.updateDisplay(id, render(value, as));
    }
}
