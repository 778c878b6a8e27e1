package sconce.kernel.terminal;

import java.io.IOException;
import org.jline.terminal.TerminalBuilder;
import sconce.kernel.session.HistoryFile;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;

/// Starts the prompt, or where there is no terminal runs what comes through the pipe. The launcher comes here without a
/// command line to read: the prompt must stand within a quarter of a second.
public final class PromptMain {
    private PromptMain() {}

    public static void main(String[] arguments) { System.exit(start()); }

    /// @return the process's exit code
    public static int start() {
        if (!Script.isTerminal()) return Script.pipe();
        // By JNI: the first call through FFM takes most of a second.
        // No question to the terminal what it can do: its answer would come between what is typed ahead.
        try (var terminal = TerminalBuilder.builder().system(true).graphemeCluster(false).nativeSignals(true)
                .provider(TerminalBuilder.PROP_PROVIDER_JNI).dumb(true).build();
                var history = HistoryFile.ofUser()) {
            return new Prompt(terminal, () -> Session.open(SessionOptions.defaults()), history)
                    .loop("Sconce, Java " + Runtime.version().feature() + ". /help for help, Ctrl-D to leave.");
        } catch (IOException e) {
            System.err.println("sconce: the terminal cannot be used: " + e.getMessage());
            return 1;
        }
    }
}
