package sconce.kernel.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import sconce.kernel.session.magic.Magics;

/// What a session has beside Java: its magics, the folder and the environment that they work in, and what it has run.
final class Workplace {
    private static final Pattern NUMBERED = Pattern.compile("cell (\\d+)");
    private static final int MOST_CELLS = 10_000;

    final Magics magics = new Magics();
    final Map<String, String> environment = new ConcurrentSkipListMap<>(new TreeMap<>(System.getenv()));
    volatile Path folder = Path.of("").toAbsolutePath();
    /// What libraries keep for this session.
    final Map<Class<?>, Object> parts = new ConcurrentHashMap<>();
    private final List<HistoryFile.Entry> cells = new ArrayList<>();

    /// Notes a cell that begins to run; what has no number (a user expression, a silent cell) is none.
    void note(CellId cell, String code) {
        var numbered = NUMBERED.matcher(cell.name());
        if (!numbered.matches()) return;
        synchronized (cells) {
            if (cells.size() == MOST_CELLS) cells.removeFirst();
            cells.add(new HistoryFile.Entry(0, Integer.parseInt(numbered.group(1)), code, null));
        }
    }

    List<HistoryFile.Entry> cells() {
        synchronized (cells) {
            return List.copyOf(cells);
        }
    }
}
