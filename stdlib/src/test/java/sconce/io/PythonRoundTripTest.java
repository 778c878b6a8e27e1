package sconce.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.Torch;
import sconce.nn.BatchNorm1d;
import sconce.nn.Linear;
import sconce.nn.Sequential;
import sconce.nn.StateDict;
import sconce.nn.Tanh;
import sconce.optim.AdamW;
import sconce.optim.CosineAnnealingLR;
import sconce.optim.ParamGroup;

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
        Map<String, Object> mapped = Torch.load(folder.resolve("python.pt"), o -> o.mmap(true));
        Torch.save(mapped, folder.resolve("again-mapped.pt"));
        StateDict sharded = Torch.load(folder.resolve("sharded"));
        Safetensors.saveSharded(sharded, folder.resolve("sharded-again"), 60);
        trainOn();
        var safe = Safetensors.open(folder.resolve("python.safetensors"));
        Safetensors.saveFile(safe.tensors(), folder.resolve("again.safetensors"), safe.metadata());
        assertThat(run(PYTHON, "-W", "ignore", SCRIPT.toString(), "read", folder.toString())).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("again.safetensors")))
                .isEqualTo(Files.readAllBytes(folder.resolve("python.safetensors")));
    }

    /// A training that Python began goes on here, and there again.
    private void trainOn() {
        var model = new Sequential(new Linear(2, 3), new Tanh(), new BatchNorm1d(3), new Linear(3, 1));
        var optimizer = new AdamW(o -> o.lr(0.5).amsgrad(true), new ParamGroup(model.get(0)),
                new ParamGroup(List.of(model.get(2, BatchNorm1d.class).weight, model.get(2, BatchNorm1d.class).bias,
                        model.get(3, Linear.class).weight, model.get(3, Linear.class).bias)));
        var scheduler = new CosineAnnealingLR(optimizer, 7);
        Dict begun = Torch.load(folder.resolve("training.pt"));
        assertThatThrownBy(() -> Torch.<Dict>load(folder.resolve("training-gpu.pt")))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("Attempting to deserialize object on a CUDA device")
                .hasMessageEndingWith("In Java that is Torch.load(file, \"cpu\").");
        assertThat(Torch.<Dict>load(folder.resolve("training-gpu.pt").toString(), "cpu")).hasToString(begun.toString());
        model.loadStateDict(begun.dict("model"));
        optimizer.loadStateDict(begun.dict("optimizer"));
        scheduler.loadStateDict(begun.dict("scheduler"));
        assertThat(begun.number("epoch")).isEqualTo(3L);
        steps(model, optimizer, scheduler);
        Torch.save(checkpoint(model, optimizer, scheduler), folder.resolve("training-again.pt"));
        steps(model, optimizer, scheduler);
        Torch.save(checkpoint(model, optimizer, scheduler), folder.resolve("training-later.pt"));
    }

    private static void steps(Sequential model, AdamW optimizer, CosineAnnealingLR scheduler) {
        for (var i = 0; i < 3; i++) {
            optimizer.zeroGrad();
            model.call(Torch.linspace(-1, 1, 8).reshape(4, 2)).square().mean().backward();
            optimizer.step();
            scheduler.step();
        }
    }

    private static Map<String, Object> checkpoint(Sequential model, AdamW optimizer, CosineAnnealingLR scheduler) {
        return Map.of("model", model.stateDict(), "optimizer", optimizer.stateDict(), "scheduler",
                scheduler.stateDict(), "epoch", 6);
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
