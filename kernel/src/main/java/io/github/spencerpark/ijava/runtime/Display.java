package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;

/// What IJava's notebooks show things by.
public class Display {
    private Display() {}

    public static DisplayData render(Object value) { return new DisplayData(BaseNotebookStatics.render(value)); }

    public static DisplayData render(Object value, String... as) {
        return new DisplayData(BaseNotebookStatics.render(value, as));
    }

    public static String display(Object value) { return BaseNotebookStatics.display(value); }

    public static String display(Object value, String... as) { return BaseNotebookStatics.display(value, as); }

    public static void updateDisplay(String id, Object value) { BaseNotebookStatics.updateDisplay(id, value); }

    public static void updateDisplay(String id, Object value, String... as) {
        BaseNotebookStatics.updateDisplay(id, value, as);
    }
}
