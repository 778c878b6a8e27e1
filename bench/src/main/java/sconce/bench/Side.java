package sconce.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One process of a pair: it is told a row, and answers a line of JSON.
final class Side implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    Side(List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        process = builder.start();
        questions = new PrintWriter(process.outputWriter(), true);
        answers = process.inputReader();
    }

    JsonNode ask(String row, int repeats) throws IOException {
        questions.println(row + " " + repeats);
        return next();
    }

    /// The next line of JSON; whatever else is printed is passed over. An error if the process ends instead.
    JsonNode next() throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("{")) return JSON.readTree(line);
        }
        return ended();
    }

    /// Whether there is another line; for a process that says by itself how many there are.
    List<JsonNode> all() {
        return answers.lines().filter(line -> line.startsWith("{")).map(line -> JSON.readTree(line))
                .toList();
    }

    private ObjectNode ended() {
        try {
            return JSON.createObjectNode().put("error", "exit code " + process.waitFor());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return JSON.createObjectNode().put("error", "interrupted");
        }
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(5, java.util.concurrent.TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
