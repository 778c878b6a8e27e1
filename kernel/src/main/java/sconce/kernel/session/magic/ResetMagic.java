package sconce.kernel.session.magic;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `%reset`: forgets all that was declared.
final class ResetMagic implements Magic {
    @Override
    public List<String> names() { return List.of("reset"); }

    @Override
    public String usage() { return "%reset [-f]"; }

    @Override
    public String help() {
        return "forget all variables, methods, types and imports of the session; with -f, without asking";
    }

    @Override
    public @Nullable Object run(Call call, Host host) throws InterruptedException {
        if (!call.words().contains("-f")) {
            try {
                var answer = host.ask("Once deleted, variables cannot be recovered. Proceed (y/[n])? ");
                if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                    host.out("Nothing done.\n");
                    return null;
                }
            } catch (UnsupportedOperationException e) {
                throw new MagicException("nobody can be asked here: %reset -f does it without asking", e);
            }
        }
        host.reset();
        return null;
    }
}
