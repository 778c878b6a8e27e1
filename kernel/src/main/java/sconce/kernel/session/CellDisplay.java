package sconce.kernel.session;

import sconce.show.LiveDisplay;

/// Lets the library's progress bars and plots be shown, and replaced, in the cell that runs.
public final class CellDisplay implements LiveDisplay {
    @Override
    public boolean isReady() {
        var evaluation = Evaluation.current();
        return evaluation != null && evaluation.front.isRich();
    }

    @Override
    public void show(String id, Object value, boolean update) {
        var evaluation = Evaluation.current();
        if (evaluation != null) evaluation.front.display(Rendering.display(value), id, update);
    }

    @Override
    public boolean beforeEnd(Runnable action) {
        var evaluation = Evaluation.current();
        return evaluation != null && evaluation.beforeEnd(action);
    }
}
