package org.dflib.jjava.jupyter.kernel;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import sconce.kernel.session.Notebook;

/// Where things are shown.
public class DisplayStream {
    public boolean isAttached() { return true; }

    public void display(DisplayData data) {
        Notebook.current().show(data.data(), data.metadata(), data.getDisplayId(), false);
    }

    public void updateDisplay(DisplayData data) {
        var id = data.getDisplayId();
        if (id == null) throw new IllegalArgumentException("what is updated needs the id that it is shown under");
        updateDisplay(id, data);
    }

    public void updateDisplay(String id, DisplayData data) {
        Notebook.current().show(data.data(), data.metadata(), id, true);
    }
}
