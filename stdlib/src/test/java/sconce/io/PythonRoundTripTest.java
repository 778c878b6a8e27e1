package sconce.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.Torch;

/// Real Python opens what Java wrote, and Java what Python wrote. Runs where `python3`, or the interpreter that
/// `-Dsconce.python` names, has torch and safetensors; elsewhere the recorded checkpoints stand for it.
class PythonRoundTripTest {
    private static final String PYTHON = System.getProperty("sconce.python", "python3");
    private static final Path SCRIPT = Path.of("src/test/resources/python/checkpoints.py").toAbsolutePath();
    @TempDir
    Path folder;

    @BeforeAll
    static void look_for_python() {
        Assumptions.assumeTrue(() -> {
            try {
                return run(PYTHON, "-c", "import torch, safetensors").isEmpty();
            } catch (AssertionError | IOException missing) {
                return false;
            }
        }, PYTHON + " has no torch and safetensors");
    }

    @Test
    void what_python_writes_comes_back_to_python_the_same() throws IOException {
        run(PYTHON, "-W", "ignore", SCRIPT.toString(), "write", folder.toString());
        Map<String, Object> all = Torch.load(folder.resolve("python.pt"));
        Map<String, Object> legacy = Torch.load(folder.resolve("python-legacy.pt"));
        assertThat(legacy.keySet()).isEqualTo(all.keySet());
        Torch.save(all, folder.resolve("again.pt"));
        Torch.save(legacy, folder.resolve("again-legacy.pt"), o -> o.useNewZipfileSerialization(false));
        var safe = Safetensors.open(folder.resolve("python.safetensors"));
        Safetensors.saveFile(safe.tensors(), folder.resolve("again.safetensors"), safe.metadata());
        assertThat(run(PYTHON, "-W", "ignore", SCRIPT.toString(), "read", folder.toString())).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("again.safetensors")))
                .isEqualTo(Files.readAllBytes(folder.resolve("python.safetensors")));
    }

    private static String run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new AssertionError(output);
        } catch (InterruptedException stopped) {
            process.destroy();
            throw new AssertionError(stopped);
        }
        return output.lines().filter(line -> !line.contains("Warning")).collect(Collectors.joining("\n"));
    }
}
