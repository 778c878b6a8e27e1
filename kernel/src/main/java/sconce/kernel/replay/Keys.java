package sconce.kernel.replay;

import java.util.function.BooleanSupplier;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/// The keys of a replay.
final class Keys {
    /// What a key asks for.
    enum Action {
        NEXT, BACK, GO, SKIP, EDIT, PROMPT, QUIT, HELP, OTHER
    }

    static final String HELP = """
            Enter, n, Right  run this cell and go on
            b, Left          back one cell
            g                run to a cell by its number
            s                go on without running
            e                edit this cell before running it
            p                a prompt here, with all variables; Ctrl-D comes back
            q                leave; replay goes on here the next time
            Ctrl-C           ends a running cell
            """;

    private static final long WAKE_MS = 200;

    private final Terminal terminal;
    private final BindingReader reader;
    private final KeyMap<Action> map = new KeyMap<>();

    Keys(Terminal terminal) {
        this.terminal = terminal;
        reader = new BindingReader(terminal.reader());
        map.setNomatch(Action.OTHER);
        map.setUnicode(Action.OTHER);
        map.bind(Action.NEXT, "\r", "\n", "n", "N", " ", "\u001b[C", "\u001bOC", "\u001b[6~",
                KeyMap.key(terminal, Capability.key_right));
        map.bind(Action.BACK, "b", "B", "\u001b[D", "\u001bOD", "\u001b[5~", "\u007f",
                KeyMap.key(terminal, Capability.key_left));
        map.bind(Action.GO, "g", "G");
        map.bind(Action.SKIP, "s", "S");
        map.bind(Action.EDIT, "e", "E");
        map.bind(Action.PROMPT, "p", "P");
        map.bind(Action.QUIT, "q", "Q", KeyMap.ctrl('C'), KeyMap.ctrl('D'));
        map.bind(Action.HELP, "?", "h", "H");
    }

    /// Waits for a key; the end of input is the wish to leave, and so is what `leave` says meanwhile: a signal wakes
    /// no reader.
    Action read(BooleanSupplier leave) {
        while (!leave.getAsBoolean()) {
            int c = reader.peekCharacter(WAKE_MS);
            if (c == NonBlockingReader.READ_EXPIRED) continue;
            var action = c < 0 ? null : reader.readBinding(map);
            return action == null ? Action.QUIT : action;
        }
        return Action.QUIT;
    }

    /// Takes a key if one comes within this time.
    boolean pressed(long millis) {
        if (reader.peekCharacter(Math.max(1, millis)) < 0) return false;
        reader.readCharacter();
        return true;
    }

    /// Reads digits up to Enter, shown as they are typed; 0 when there are none or Esc takes it back.
    int number(Stage stage, String question) {
        stage.print(question);
        var digits = new StringBuilder();
        while (true) {
            int c = reader.readCharacter();
            if (c >= '0' && c <= '9' && digits.length() < 6) {
                digits.append((char) c);
                stage.print("" + (char) c);
            } else if ((c == '\b' || c == 127) && !digits.isEmpty()) {
                digits.setLength(digits.length() - 1);
                stage.print("\b \b");
            } else if (c == '\r' || c == '\n') {
                stage.eraseLine();
                return digits.isEmpty() ? 0 : Integer.parseInt(digits.toString());
            } else if (c < 0 || c == '\u001b' || c == 'q') {
                stage.eraseLine();
                return 0;
            }
        }
    }
}
