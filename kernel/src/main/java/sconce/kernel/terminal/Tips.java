package sconce.kernel.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Inspection;
import sconce.kernel.session.Session;

/// Looks up the call that is being written, behind the typing: its signatures and the first sentence of its Javadoc.
final class Tips {
    private static final int SIGNATURES = 3;
    private static final int PAUSE_MS = 150;

    private final Supplier<Session> session;
    private final Screen screen;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("terminal-tips").daemon().factory());
    private @Nullable Future<?> question;
    private String lastAsked = "";

    Tips(Supplier<Session> session, Screen screen) {
        this.session = session;
        this.screen = screen;
    }

    /// Answers with a tip below the line, should the text before the cursor end in a call, or in a name that is chosen
    /// from a menu.
    void look(String text, PromptReader reader) {
        int call = JavaTokens.callAt(text);
        boolean chosen = reader.isMenuOpen() && !text.endsWith("(");
        var asked = chosen ? text : text.substring(0, call + 1);
        boolean same = asked.equals(lastAsked);
        lastAsked = asked;
        if (same) return;
        forget();
        if (asked.isEmpty() || Commands.isCommand(text) || screen.isDumb()) return;
        // Whoever types on wants none, and a cell would wait for the answer: the compiler does one thing at a time.
        question = thread.schedule(() -> {
            try {
                var found = session.get().inspect(asked, asked.length(), 0);
                reader.tip(found == null ? null : lines(found), asked);
            } catch (RuntimeException e) {
                reader.tip(null, asked); // a tip that cannot be had is none
            }
        }, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /// Takes back a question that is not being answered yet.
    void forget() {
        if (question != null) question.cancel(false);
        question = null;
    }

    private AttributedString lines(Inspection found) {
        var text = found.text();
        int gap = text.indexOf("\n\n");
        var signatures = (gap < 0 ? text : text.substring(0, gap)).lines().toList();
        var shown = new ArrayList<>(signatures.subList(0, Math.min(SIGNATURES, signatures.size())));
        if (signatures.size() > SIGNATURES)
            shown.add("… " + (signatures.size() - SIGNATURES) + " more, Alt-H shows all");
        var sentence = gap < 0 ? null : sentence(text.substring(gap).strip(), signatures);
        if (sentence != null) shown.add(sentence);
        var out = new AttributedStringBuilder();
        for (var line : shown) {
            var clipped = new AttributedString(line).columnSubSequence(0, screen.width() - 1);
            out.append(out.length() == 0 ? "" : "\n").styled(screen.palette().faint(), clipped.toString());
        }
        return out.toAttributedString();
    }

    /// The first sentence of the comment, which follows the signature that it belongs to.
    private static @Nullable String sentence(String text, List<String> signatures) {
        var lines = text.lines().dropWhile(l -> l.isBlank() || l.startsWith("value: ") || signatures.contains(l))
                .takeWhile(l -> !l.isBlank()).toList();
        var all = String.join(" ", lines).strip();
        int end = all.indexOf(". ");
        return all.isEmpty() ? null : end < 0 ? all : all.substring(0, end + 1);
    }
}
