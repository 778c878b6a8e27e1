package sconce.kernel.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Where the user stopped in each tutorial. Where the file cannot be read or written there are none.
///
/// @param file a properties file: the tutorial's path to the number of the next cell
public record Bookmarks(Path file) {
    /// In the user's state folder, beside the history; `-Dsconce.bookmarks` names another file.
    public static Bookmarks ofUser() {
        var named = System.getProperty("sconce.bookmarks");
        if (named != null) return new Bookmarks(Path.of(named));
        var state = System.getenv("XDG_STATE_HOME");
        var folder = state != null && !state.isEmpty() ? Path.of(state)
                : Path.of(System.getProperty("user.home"), ".local", "state");
        return new Bookmarks(folder.resolve("sconce").resolve("replay.properties"));
    }

    /// The cell to go on with, or 1.
    int of(String tutorial) {
        try {
            return Integer.parseInt(read().getProperty(tutorial, "1"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /// Remembers the cell to go on with; 1 forgets.
    void put(String tutorial, int cell) {
        var all = read();
        var before = cell > 1 ? all.put(tutorial, "" + cell) : all.remove(tutorial);
        if (before == null && cell <= 1) return;
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            try (var out = Files.newBufferedWriter(file)) {
                all.store(out, "Where tutorials were left: ./sconce replay goes on there.");
            }
        } catch (IOException e) {
            // A bookmark lost is no reason to end in an error.
        }
    }

    private Properties read() {
        var all = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            all.load(in);
        } catch (IOException | IllegalArgumentException e) {
            all.clear();
        }
        return all;
    }
}
