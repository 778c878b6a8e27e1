package sconce.kernel.cli;

import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import sconce.kernel.replay.Companion;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Session;
import sconce.kernel.terminal.GuestPrompt;

/// The prompt for a replay: neither knows the other.
final class PromptCompanion implements Companion {
    @Override
    public AttributedString coloured(String java) { return GuestPrompt.coloured(java); }

    @Override
    public void show(Terminal terminal, Displayed displayed, boolean coloured) {
        GuestPrompt.show(terminal, displayed, coloured);
    }

    @Override
    public @Nullable String edit(Terminal terminal, Session session, String code) {
        return GuestPrompt.edit(terminal, session, code);
    }

    @Override
    public int prompt(Terminal terminal, Session session, int next) {
        return GuestPrompt.open(terminal, session, next);
    }
}
