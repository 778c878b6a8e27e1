package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LivePlotTest {
    private static volatile @Nullable Cell cell;

    /// A cell that runs, and what it has been shown: how many values the plot had.
    private static final class Cell {
        final List<Integer> shown = new CopyOnWriteArrayList<>();
        final CountDownLatch redrawing = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        volatile Runnable end = () -> {};
    }

    /// Found as the kernel's is.
    public static final class Front implements LiveDisplay {
        @Override
        public boolean isReady() { return cell != null; }

        @Override
        public void show(String id, Object value, boolean update) {
            var running = cell;
            if (running == null) return;
            if (update) {
                running.redrawing.countDown();
                try {
                    running.goOn.await();
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
            var line = (PlotNode.Line) ((Plot) value).node().layers().getFirst();
            running.shown.add(line.points().size());
        }

        @Override
        public boolean beforeEnd(Runnable action) {
            var running = cell;
            if (running != null) running.end = action;
            return running != null;
        }
    }

    @AfterEach
    void the_cell_is_gone() { cell = null; }

    @Test
    @Timeout(120)
    void the_last_picture_has_every_value_although_an_older_one_is_still_being_drawn() throws Exception {
        var running = new Cell();
        cell = running;
        var curve = Show.livePlot().add(1).add(2);
        running.redrawing.await();
        curve.add(3);
        var end = Thread.ofPlatform().start(running.end);
        // Until it waits, or has ended without.
        while (end.getState() == Thread.State.NEW || end.getState() == Thread.State.RUNNABLE) Thread.onSpinWait();
        running.goOn.countDown();
        end.join();
        assertThat(running.shown).containsExactly(1, 2, 3);
    }

    @Test
    void as_the_last_expression_of_its_cell_it_is_not_shown_twice() {
        var curve = Show.livePlot();
        assertThat(curve.toMimeBundle()).containsKey("text/html");
        var running = new Cell();
        running.goOn.countDown();
        cell = running;
        curve.add(1);
        assertThat(running.shown).containsExactly(1);
        assertThat(curve.toMimeBundle()).containsExactly(Map.entry("text/plain", "LivePlot (above, where it grew)"));
        running.end.run();
        assertThat(curve.toMimeBundle()).as("in a later cell").containsKey("text/html");
    }
}
