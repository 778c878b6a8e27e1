package sconce.kernel.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a front end gives a cell while it runs, and after it for the threads it left behind. Any thread may call.
public interface Front {
    /// Text written to `System.out`, in the order it was written. Pieces are small: batch them.
    void stdout(String text);

    /// Text written to `System.err`.
    void stderr(String text);

    /// Shows something at once; with `update`, in the place of what was shown under the same id.
    ///
    /// @param displayId the id later updates name, or null
    void display(Displayed displayed, @Nullable String displayId, boolean update);

    /// Whether displays are shown as HTML and pictures, and can be replaced; by default text is all that is shown.
    default boolean isRich() { return false; }

    /// Removes what the cell has shown; with `wait`, only when the next thing is shown.
    void clearOutput(boolean wait);

    /// Tells the front end's side of a comm something; a front end without comms has nobody to tell.
    ///
    /// @param buffers raw bytes beside the data
    default void comm(Comm.Kind kind, String id, String target, Map<String, ?> data, List<byte[]> buffers) {}

    /// Asks the user for a line, without its end; null at the end of input.
    ///
    /// @throws UnsupportedOperationException when this front end cannot ask
    /// @throws InterruptedException          when the cell is interrupted while it waits
    @Nullable
    String readLine(String prompt, boolean password) throws InterruptedException;
}
