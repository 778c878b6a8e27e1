package sconce.kernel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Short questions to other programs.
final class Processes {
    private Processes() {}

    /// What the program printed, trimmed; none if it could not be started or failed. Its errors are not shown.
    static Optional<String> output(List<String> command) {
        return run(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    /// As [#output], but its errors are shown to the user: it tells of its progress there.
    static Optional<String> outputAloud(List<String> command) {
        return run(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    private static Optional<String> run(ProcessBuilder builder) {
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
