package sconce.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import sconce.Tensor;
import sconce.Torch;
import sconce.golden.Golden;
import sconce.io.CheckpointException;
import sconce.io.Safetensors;
import sconce.nn.BatchNorm1d;
import sconce.nn.Linear;
import sconce.nn.Sequential;
import sconce.nn.StateDict;
import sconce.optim.Adam;

/// Scenarios that save to files.
final class SavingScenarios extends Scenarios {
    @SuppressWarnings("unchecked") // What was saved as a map comes back as one.
    void scenario135() {
        Torch.manualSeed(0);
        var net = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        net.call(Torch.ones(4, 2));
        var optimizer = new Adam(net.parameters());
        net.call(Torch.ones(4, 2)).sum().backward();
        optimizer.step();
        var folder = folder();
        Torch.save(net.stateDict(), folder.resolve("net.pt"));
        StateDict state = Torch.load(folder.resolve("net.pt"));
        print("OrderedDict", list(state.keySet()));
        var fresh = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        print(fresh.loadStateDict(state));
        print("same:", net.stateDict().keySet().stream()
                .allMatch(key -> Torch.equal(net.stateDict().tensor(key), fresh.stateDict().tensor(key))));
        var all = new LinkedHashMap<String, Object>();
        all.put("epoch", 3);
        all.put("model", net.stateDict());
        all.put("optimizer", optimizer.stateDict());
        all.put("loss", 0.25);
        Torch.save(all, folder.resolve("all.pt"));
        Map<String, Object> full = Torch.load(folder.resolve("all.pt"));
        var saved = (Map<String, Object>) full.get("optimizer");
        print(list(full.keySet()), full.get("epoch"), full.get("loss"), list(saved.keySet()));
        var again = new Adam(fresh.parameters());
        again.loadStateDict(saved);
        var states = (Map<Object, Map<String, Tensor>>) again.stateDict().get("state");
        print(states.values().iterator().next().get("step"));
        Safetensors.saveFile(net.stateDict(), folder.resolve("net.safetensors"), Map.of("made by", "a test"));
        print(list(new TreeSet<>(Safetensors.loadFile(folder.resolve("net.safetensors")).keySet())));
        try {
            // Java cannot write a whole module for Python: this one Python wrote.
            Torch.<Object>load(Golden.folder().resolve("checkpoints/whole-module.pt"));
        } catch (CheckpointException refused) {
            print("refused:", refused.getMessage()
                    .contains("Unsupported global: GLOBAL torch.nn.modules.container.Sequential"));
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("saving");
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
