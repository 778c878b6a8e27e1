package sconce.kernel.session;

import java.util.Collection;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/// A heap that a cell has filled. Variables outlive their cell, so what it piled up in them would leave no room for the
/// next one, nor for the compiler: those let go of it, as few as must, and it is said which.
final class HeapShortage {
    /// So much of the heap must be free for a session to go on, or an eighth of it where that is less.
    private static final long ENOUGH_BYTES = 64L << 20;

    private static final int RESERVE_BYTES = 4 << 20;

    /// Given up first, so that there is room to look for the rest.
    private static byte @Nullable [] reserve;

    private HeapShortage() {}

    /// Called before each cell.
    static synchronized void prepare() {
        try {
            if (reserve == null) reserve = new byte[RESERVE_BYTES];
        } catch (OutOfMemoryError e) {
            reserve = null; // as full as before the reserve: the cell itself will tell
        }
    }

    /// Whether this is why a cell has failed. The reserve is given up then, before anything else needs room.
    static synchronized boolean isReason(Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (each instanceof OutOfMemoryError) {
                reserve = null;
                return true;
            }
        }
        return false;
    }

    /// Makes room, and tells how; null where there is enough already.
    ///
    /// @param declared  variables of the failed cell
    /// @param mentioned others that it uses; they may be those it filled
    static synchronized @Nullable String relieve(Jshell shell, Collection<String> declared,
            Collection<String> mentioned) {
        if (hasRoom()) return null;
        var emptied = new LinkedHashSet<String>();
        for (var names : java.util.List.of(declared, mentioned)) {
            for (var name : names) {
                if (!empty(shell, name)) continue;
                emptied.add(name);
                if (hasRoom()) return told(emptied);
            }
        }
        return (emptied.isEmpty() ? "" : told(emptied))
                + "The heap is still nearly full: set what is not needed to null, or restart.\n";
    }

    private static String told(Collection<String> emptied) {
        return String.join(", ", emptied)
                + (emptied.size() == 1 ? " is null now: its value" : " are null now: their values")
                + " had filled the heap, and the session needs room to go on.\n";
    }

    private static boolean empty(Jshell shell, String name) {
        try {
            var variable = shell.variable(name).filter(shell::isDefined);
            if (variable.isEmpty() || shell.typeOf(variable.get()).isPrimitive()
                    || shell.valueOf(variable.get()) == null) {
                return false;
            }
            shell.setValue(variable.get(), null);
            return true;
        } catch (ReflectiveOperationException | OutOfMemoryError e) {
            return false; // the next one may be easier
        }
    }

    private static boolean hasRoom() {
        if (free() >= enough()) return true;
        System.gc();
        return free() >= enough();
    }

    private static long enough() { return Math.min(ENOUGH_BYTES, Runtime.getRuntime().maxMemory() / 8); }

    private static long free() {
        var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
