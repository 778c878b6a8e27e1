package sconce.kernel.terminal;

import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.HistoryFile;
import sconce.kernel.session.Session;

/// The prompt as a guest on somebody else's terminal and session, which stay open when it ends; and its editor for one
/// cell.
public final class GuestPrompt {
    private GuestPrompt() {}

    /// Java in the prompt's colours.
    public static AttributedString coloured(String java) {
        return JavaHighlighter.highlight(java, -1, new Palette(true));
    }

    /// Shows a display: as a picture where the terminal shows pictures, else its text.
    public static void show(Terminal terminal, Displayed displayed, boolean coloured) {
        // Not asked: the keys that are pressed meanwhile are not ours.
        var protocol = PictureProtocol.named(terminal.getType(), terminal::getenv);
        new Pictures(new Screen(terminal, () -> new Palette(coloured)), () -> protocol).show(displayed);
    }

    /// Lets the user change a cell: Enter ends it once it is complete, Ctrl-O begins a new line, Ctrl-C gives null.
    public static @Nullable String edit(Terminal terminal, Session session, String code) {
        var reader = new PromptReader(terminal, (text, self) -> {
        }, () -> {
        });
        reader.setParser(new JavaParser(() -> session));
        reader.setHighlighter(new JavaHighlighter(() -> Palette.of(terminal)));
        reader.setOpt(Option.DISABLE_EVENT_EXPANSION);
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        reader.setVariable(LineReader.INDENTATION, 1);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "  ...: ");
        reader.bindKeys();
        Widget newLine = () -> {
            reader.getBuffer().write("\n");
            return true;
        };
        Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN)).bind(newLine, KeyMap.ctrl('O'));
        try {
            return reader.readLine(" edit: ", null, (Character) null, code.stripTrailing());
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        }
    }

    /// Reads and runs cells until the user leaves.
    ///
    /// @param next the number of the first one
    /// @return the number of the one that comes after
    public static int open(Terminal terminal, Session session, int next) {
        try (var history = HistoryFile.ofUser()) {
            return new Prompt(terminal, () -> session, history).visit(next);
        }
    }
}
