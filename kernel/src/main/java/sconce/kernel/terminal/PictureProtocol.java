package sconce.kernel.terminal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.TerminalGraphics.Protocol;
import org.jspecify.annotations.Nullable;

/// By which protocol a terminal shows pictures, if by any: its environment says so, or it does when asked (sixels are
/// attribute 4 of VT's primary device attributes). JLine asks as well, and throws away what is typed meanwhile.
final class PictureProtocol {
    private static final String ASK = "\u001b[c";
    private static final Pattern ANSWER = Pattern.compile("\u001b\\[\\?([\\d;]*)c");
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Terminal terminal;
    private final BooleanSupplier editing;
    private final Consumer<String> typedAhead;
    private @Nullable Protocol protocol;
    private boolean known;

    /// @param editing    whether somebody else reads what the terminal says just now: then it is not asked
    /// @param typedAhead takes what was typed while the terminal was asked
    PictureProtocol(Terminal terminal, BooleanSupplier editing, Consumer<String> typedAhead) {
        this.terminal = terminal;
        this.editing = editing;
        this.typedAhead = typedAhead;
    }

    /// Asks at the first picture alone: the answer may take a moment.
    synchronized @Nullable Protocol get() {
        if (!known && terminal.getType().startsWith(Terminal.TYPE_DUMB)) known = true;
        if (!known) {
            protocol = named(terminal.getType(), terminal::getenv);
            known = protocol != null || !editing.getAsBoolean();
            if (known && protocol == null && showsSixels()) protocol = Protocol.SIXEL;
        }
        return protocol;
    }

    /// What the environment says; null where it says nothing, or where another program stands between.
    static @Nullable Protocol named(String type, UnaryOperator<@Nullable String> environment) {
        if (type.startsWith(Terminal.TYPE_DUMB) || type.startsWith("screen") || type.startsWith("tmux")) return null;
        if (environment.apply("TMUX") != null || environment.apply("STY") != null) return null;
        if (type.contains("kitty") || type.contains("ghostty") || environment.apply("KITTY_WINDOW_ID") != null) {
            return Protocol.KITTY;
        }
        var program = environment.apply("TERM_PROGRAM");
        if ("ghostty".equals(program)) return Protocol.KITTY;
        return "iTerm.app".equals(program) || "WezTerm".equals(program) || "mintty".equals(program)
                || "iTerm2".equals(environment.apply("LC_TERMINAL")) ? Protocol.ITERM2 : null;
    }

    private boolean showsSixels() {
        var read = new StringBuilder();
        var before = terminal.enterRawMode();
        try {
            terminal.writer().write(ASK);
            terminal.writer().flush();
            var end = Instant.now().plus(PATIENCE);
            for (var left = PATIENCE; left.isPositive(); left = Duration.between(Instant.now(), end)) {
                int c = terminal.reader().read(Math.max(1, left.toMillis()));
                if (c < 0) break;
                read.append((char) c);
                var answer = ANSWER.matcher(read);
                if (!answer.find()) continue;
                var attributes = answer.group(1).split(";", -1);
                read.delete(answer.start(), answer.end());
                return Arrays.asList(attributes).contains("4");
            }
            return false;
        } catch (IOException e) {
            return false;
        } finally {
            terminal.setAttributes(before);
            if (!read.isEmpty()) typedAhead.accept(read.toString());
        }
    }
}
