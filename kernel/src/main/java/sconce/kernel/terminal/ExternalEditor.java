package sconce.kernel.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.builtins.Nano;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/// A text changed in the user's editor, or in JLine's own where there is none.
final class ExternalEditor {
    private final Terminal terminal;
    private final @Nullable String command;

    ExternalEditor(Terminal terminal, @Nullable String command) {
        this.terminal = terminal;
        this.command = command;
    }

    /// The text as it was left.
    ///
    /// @throws SourceException when the editor cannot be started
    String edit(String text) {
        Path file = null;
        try {
            file = Files.createTempFile("sconce", ".java");
            Files.writeString(file, text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
            if (command == null) builtIn(file);
            else start(command, file);
            return Files.readString(file);
        } catch (IOException e) {
            throw new SourceException("the editor could not be used: " + e.getMessage());
        } finally {
            delete(file);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private void builtIn(Path file) throws IOException {
        var nano = new Nano(terminal, file.getParent());
        nano.open(List.of(String.valueOf(file.getFileName())));
        nano.run();
    }

    private static void start(String command, Path file) throws IOException {
        var words = new ArrayList<>(List.of(command.split("\\s+")));
        words.add(file.toString());
        try {
            int exit = new ProcessBuilder(words).inheritIO().start().waitFor();
            if (exit != 0) throw new SourceException(command + " ended with exit code " + exit + ": nothing is run");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new SourceException("there is no editor '" + command + "'; /set editor names another");
        }
    }
}
