package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Jupyter's own Python client, driven by a test: `src/test/python/client.py` with this Sconce's kernel installed.
///
/// Its Python environment is made on first use. Where that fails, a test fails in CI and is skipped elsewhere.
final class JupyterClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

    /// Installs the kernel below `prefix` and starts a client that finds it there; the kernel is not yet started.
    JupyterClient(Path prefix) throws IOException {
        var builder = python(prefix, "client.py");
        process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        commands = new PrintWriter(process.outputWriter(), true);
        answers = process.inputReader();
    }

    /// A Python script beside `client.py`, with this Sconce's kernel installed below `prefix` for it.
    static ProcessBuilder python(Path prefix, String script, String... arguments) {
        Kernelspec.ofThis("sconce").writeTo(prefix.resolve("share/jupyter/kernels"));
        var command = new ArrayList<String>(List.of(PythonEnvironment.EXECUTABLE.toString(),
                Repository.ROOT.resolve("kernel/src/test/python").resolve(script).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("JUPYTER_PATH", prefix.resolve("share/jupyter").toString());
        builder.environment().put("PYTHONUNBUFFERED", "1");
        return builder;
    }

    /// Sends a command and gives the answer; `pairs` are its further fields.
    JsonNode ask(String command, String... pairs) throws IOException {
        var fields = new LinkedHashMap<String, Object>(Map.of("do", command));
        for (var i = 0; i < pairs.length; i += 2) fields.put(pairs[i], pairs[i + 1]);
        commands.println(JSON.writeValueAsString(fields));
        var line = answers.readLine();
        if (line == null) return fail("the client ended at %s", fields);
        var answer = JSON.readTree(line);
        if (answer.has("failed")) return fail("%s: %s", fields, answer.get("failed").asString());
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        commands.close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    }

    /// Made once for all tests, by the script that CI runs too.
    private static final class PythonEnvironment {
        static final Path EXECUTABLE = make();

        private static Path make() {
            var script = Repository.ROOT.resolve(".build/environment.py").toString();
            var made = Processes.outputAloud(List.of("python3", script, "client"));
            if (made.isPresent()) return Path.of(made.get());
            var message = "no Jupyter client: install Python 3.10 or newer with venv, then `python3 .build/environment.py client`";
            if (System.getenv("CI") != null) return fail(message);
            return Assumptions.abort(message);
        }
    }
}
