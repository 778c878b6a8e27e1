package sconce.kernel.terminal;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jline.keymap.KeyMap;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/// JLine's line editor with what Java wants: closing brackets go under the line that opened them, and a tip about the
/// call that is being written stands below the line.
final class PromptReader extends LineReaderImpl {
    private static final String ACCEPT = "sconce-accept";
    private static final String ANSWERED = "sconce-answered";
    private static final String DOCUMENT = "sconce-document";

    private final BiConsumer<String, PromptReader> moved;
    private final Runnable document;
    private @Nullable Runnable shown;
    private @Nullable AttributedString tip;
    private String lastText = "";
    private boolean editing;

    /// @param moved    hears of the text before the cursor whenever that has changed
    /// @param document shows all that is known about the name at the cursor
    PromptReader(Terminal terminal, BiConsumer<String, PromptReader> moved, Runnable document) {
        super(terminal, "sconce", null);
        this.moved = moved;
        this.document = document;
    }

    /// Binds the keys that JLine has not. Ctrl-R, Ctrl-A and so on are as everywhere.
    void bindKeys() {
        widgets.put(ACCEPT, () -> {
            // As it stands, complete or not: the compiler will say what is missing.
            callWidget(CALLBACK_FINISH);
            state = State.DONE;
            return true;
        });
        widgets.put(DOCUMENT, () -> {
            document.run();
            return true;
        });
        widgets.put(ANSWERED, () -> {
            // A terminal's answer that came late is nothing that was typed.
            int c = readCharacter();
            while (c >= ' ' && c < '@') c = readCharacter();
            return true;
        });
        for (var map : List.of(EMACS, VIINS)) {
            var keys = Objects.requireNonNull(keyMaps.get(map));
            keys.bind(new Reference(ACCEPT), KeyMap.alt('\r'), KeyMap.alt('\n'));
            keys.bind(new Reference(ANSWERED), "\u001b[?");
            keys.bind(new Reference(DOCUMENT), KeyMap.alt('h'), "\u001b[Z", "\u001bOP", "\u001b[11~");
            // What was typed ahead was typed in the terminal's other mode.
            keys.bind(new Reference(UP_LINE_OR_SEARCH), "\u001b[A", "\u001bOA");
            keys.bind(new Reference(DOWN_LINE_OR_SEARCH), "\u001b[B", "\u001bOB");
            keys.bind(new Reference(FORWARD_CHAR), "\u001b[C", "\u001bOC");
            keys.bind(new Reference(BACKWARD_CHAR), "\u001b[D", "\u001bOD");
            keys.bind(new Reference(BEGINNING_OF_LINE), "\u001b[H", "\u001bOH");
            keys.bind(new Reference(END_OF_LINE), "\u001b[F", "\u001bOF");
        }
    }

    /// Shows lines below the edited one, if the text before the cursor is still this one, or in the call that this one
    /// opens: its arguments may have been typed meanwhile. Null takes them away. Any thread may call.
    void tip(@Nullable AttributedString lines, String forText) {
        lock.lock();
        try {
            var now = buf.upToCursor();
            if (!reading || !editing || !(now.equals(forText) || callIn(now).equals(forText))) return;
            tip = lines;
            redisplay(true);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String readLine(String prompt) {
        tip = null;
        lastText = "";
        editing = true;
        moved.accept("", this);
        return super.readLine(prompt);
    }

    @Override
    protected void redisplay(boolean flush) {
        var text = buf.upToCursor();
        if (editing && !text.equals(lastText)) {
            // A tip for the same call stays while its arguments are typed.
            if (tip != null && !callIn(text).equals(callIn(lastText))) tip = null;
            lastText = text;
            moved.accept(text, this);
        }
        super.redisplay(flush);
        var first = shown;
        shown = null;
        if (first != null) first.run();
    }

    private static String callIn(String text) { return text.substring(0, JavaTokens.callAt(text) + 1); }

    /// Whether what Tab has found is being walked through.
    boolean isMenuOpen() { return post != null; }

    /// Runs this once, as soon as the next prompt stands.
    void onceShown(Runnable task) { shown = task; }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        var menu = post;
        var shown = tip;
        if (shown == null || state != State.NORMAL) return super.getDisplayedBufferWithPrompts(secondaryPrompts);
        post = () -> menu == null ? shown : under(menu.get(), shown);
        try {
            var all = super.getDisplayedBufferWithPrompts(secondaryPrompts);
            // The menu has measured the screen for itself.
            if (menu == null || all.columnSplitLength(size.getColumns()).size() < size.getRows()) return all;
        } finally {
            post = menu;
        }
        return super.getDisplayedBufferWithPrompts(secondaryPrompts);
    }

    private static AttributedString under(AttributedString menu, AttributedString tip) {
        return new AttributedStringBuilder().append(menu).append(menu.toString().endsWith("\n") ? "" : "\n").append(tip)
                .toAttributedString();
    }

    @Override
    protected void cleanup() {
        tip = null;
        editing = false;
        super.cleanup();
    }

    @Override
    protected boolean insertClose(String bracket) {
        var text = buf.upToCursor();
        int lineStart = text.lastIndexOf('\n') + 1;
        if (lineStart > 0 && text.substring(lineStart).isBlank()) {
            var indent = JavaTokens.indentOfOpen(text);
            buf.backspace(text.length() - lineStart);
            buf.write(indent);
        }
        buf.write(bracket);
        return true;
    }
}
