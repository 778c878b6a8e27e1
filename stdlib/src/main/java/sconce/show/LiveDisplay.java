package sconce.show;

import java.util.List;
import java.util.ServiceLoader;

/// Shows what changes while it runs (a progress bar, a plot) in one place, where a front end can: found through
/// [ServiceLoader].
public interface LiveDisplay {
    /// Whether the running cell's front end shows rich things and can replace them.
    boolean isReady();

    /// Shows a value; with `update`, in the place of what was shown under the same id.
    void show(String id, Object value, boolean update);

    /// Runs an action when the running cell has ended and its last display has not been sent yet; false if no cell runs.
    default boolean beforeEnd(Runnable action) { return false; }

    /// Whether there is such a front end now.
    static boolean isRich() { return Found.DISPLAYS.stream().anyMatch(LiveDisplay::isReady); }

    /// Shows a value in the front end that [#isRich()] found, else in the running cell's, which may show text alone;
    /// without a cell does nothing.
    static void display(String id, Object value, boolean update) {
        Found.DISPLAYS.stream().filter(LiveDisplay::isReady).findFirst().or(() -> Found.DISPLAYS.stream().findFirst())
                .ifPresent(display -> display.show(id, value, update));
    }

    /// Runs an action before the running cell ends; false if no cell runs.
    static boolean atEnd(Runnable action) {
        return Found.DISPLAYS.stream().anyMatch(display -> display.beforeEnd(action));
    }

    /// Those on the class path, looked up once.
    final class Found {
        private static final List<LiveDisplay> DISPLAYS = ServiceLoader
                .load(LiveDisplay.class, LiveDisplay.class.getClassLoader()).stream().map(ServiceLoader.Provider::get)
                .toList();

        private Found() {}
    }
}
