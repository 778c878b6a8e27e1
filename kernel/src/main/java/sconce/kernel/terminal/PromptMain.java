package sconce.kernel.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;
import sconce.kernel.session.HistoryFile;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;
import sconce.kernel.start.StartCache;

/// Starts the prompt, or where there is no terminal runs what comes through the pipe. The launcher comes here without a
/// command line to read: the prompt must stand within a quarter of a second.
public final class PromptMain {
    private PromptMain() {}

    public static void main(String[] arguments) { System.exit(start()); }

    /// @return the process's exit code
    public static int start() {
        if (!Script.isTerminal()) return Script.pipe();
        try (var terminal = builder().system(true).nativeSignals(true).dumb(true).build()) {
            // One that can do nothing hears of no signal by itself: Ctrl-C would end the process.
            if (terminal.getType().startsWith(Terminal.TYPE_DUMB))
                Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
            int code = loop(terminal);
            StartCache.prepare();
            return code;
        } catch (IOException e) {
            System.err.println("sconce: the terminal cannot be used: " + e.getMessage());
            return 1;
        }
    }

    /// The same prompt on a terminal of its own: its keys come from a stream, and its screen goes to one.
    public static void start(InputStream keys, OutputStream screen) throws IOException {
        try (var terminal = builder().system(false).streams(keys, screen).type("xterm-256color").build()) {
            loop(terminal);
        }
    }

    // By JNI: the first call through FFM takes most of a second.
    // No question to the terminal what it can do: its answer would come between what is typed ahead.
    private static TerminalBuilder builder() {
        return TerminalBuilder.builder().graphemeCluster(false).provider(TerminalBuilder.PROP_PROVIDER_JNI);
    }

    private static int loop(Terminal terminal) {
        try (var history = HistoryFile.ofUser()) {
            return new Prompt(terminal, () -> Session.open(SessionOptions.defaults()), history)
                    .loop("Sconce, Java " + Runtime.version().feature() + ". /help for help, Ctrl-D to leave.");
        }
    }
}
