package sconce.kernel.replay;

import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Session;

/// What a replay asks of the prompt, which it does not know.
public interface Companion {
    /// Java with colours.
    AttributedString coloured(String java);

    /// Shows a display: as a picture where the terminal shows pictures, else its text.
    void show(Terminal terminal, Displayed displayed, boolean coloured);

    /// Lets the user change a cell; null when it shall stay as it was.
    @Nullable
    String edit(Terminal terminal, Session session, String code);

    /// Opens a prompt on a session until the user leaves it.
    ///
    /// @param next the number of the first cell typed there
    /// @return the number of the cell that comes after
    int prompt(Terminal terminal, Session session, int next);
}
