package sconce.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sconce.Tensor;
import sconce.Torch;
import sconce.golden.Golden;
import sconce.nn.Linear;
import sconce.nn.Module;
import sconce.nn.Sequential;
import sconce.nn.Tanh;

/// Optimizers and schedulers go on from what Python's saved, and what ours saved comes back the same.
class CheckpointInterchangeTest {
    private static Sequential model() { return new Sequential(new Linear(2, 3), new Tanh(), new Linear(3, 1)); }

    private static void step(Optimizer optimizer, Module model) {
        optimizer.zeroGrad();
        model.call(Torch.ones(4, 2)).square().mean().backward();
        optimizer.step();
    }

    private static Tensor remembered(Optimizer optimizer, String name) {
        return (Tensor) optimizer.state().values().iterator().next().get(name);
    }

    @TestFactory
    Stream<DynamicTest> optimizers_go_on_from_pythons_files() {
        return Stream.of(
                loads("optimizer-adam.pt", model -> new Adam(model, 5), "exp_avg", 0.01),
                loads("optimizer-sgd.pt", model -> new SGD(model, 5), "momentum_buffer", 0.1),
                loads("optimizer-groups.pt", model -> new AdamW(new ParamGroup(model.children().get(0)),
                        new ParamGroup(model.children().get(2))), "exp_avg_sq", 0.5));
    }

    private static DynamicTest loads(String file, Function<Sequential, Optimizer> make, String remembered, double lr) {
        return DynamicTest.dynamicTest(file, () -> {
            var path = Golden.folder().resolve("checkpoints").resolve(file);
            Assumptions.assumeTrue(Files.exists(path), "the folder lacks it");
            var model = model();
            var optimizer = make.apply(model);
            Map<String, Object> saved = Torch.load(path);
            optimizer.loadStateDict(saved);
            assertThat(optimizer.paramGroups().getFirst().lr()).isEqualTo(lr);
            assertThat(optimizer.state()).hasSize(4);
            assertThat(remembered(optimizer, remembered).shape()).hasToString("torch.Size([3, 2])");
            if (!file.contains("sgd")) assertThat(remembered(optimizer, "step").doubleValue()).isEqualTo(2);
            step(optimizer, model);
            if (!file.contains("sgd")) assertThat(remembered(optimizer, "step").doubleValue()).isEqualTo(3);
            assertThat(optimizer.toString()).isEqualTo(printed(make.apply(model()), optimizer));
        });
    }

    /// What an optimizer prints that was made with the options that were loaded.
    private static String printed(Optimizer fresh, Optimizer loaded) {
        for (var i = 0; i < fresh.paramGroups().size(); i++) {
            fresh.paramGroups().get(i).set("lr", loaded.paramGroups().get(i).get("lr"));
            if (loaded instanceof SGD) fresh.paramGroups().get(i).set("momentum", 0.9);
        }
        return fresh.toString();
    }

    @Test
    void schedulers_go_on_from_pythons_files() {
        var path = Golden.folder().resolve("checkpoints").resolve("training.pt");
        Assumptions.assumeTrue(Files.exists(path), "the folder lacks it");
        Map<String, Map<String, Object>> saved = Torch.load(path);
        var optimizer = new Adam(model());
        var scheduler = new StepLR(optimizer, 3);
        optimizer.loadStateDict(saved.get("optimizer"));
        scheduler.loadStateDict(saved.get("scheduler"));
        assertThat(scheduler.lastEpoch()).isEqualTo(1);
        for (var i = 0; i < 9; i++) {
            optimizer.step();
            scheduler.step();
        }
        assertThat(scheduler.getLastLr().getFirst()).isEqualTo(1e-4);
    }

    @Test
    void every_optimizers_state_comes_back_from_a_file(@TempDir Path folder) {
        var kinds = List.<Function<Module, Optimizer>>of(m -> new Adam(m, o -> o.amsgrad(true)), NAdam::new,
                RAdam::new, Adamax::new, Adagrad::new, Adadelta::new, m -> new RMSprop(m, o -> o.momentum(0.5)),
                Rprop::new, ASGD::new, Adafactor::new, m -> new SGD(m, o -> o.momentum(0.9)));
        for (var make : kinds) {
            var model = model();
            var optimizer = make.apply(model);
            step(optimizer, model);
            step(optimizer, model);
            var copy = Module.deepcopy(model);
            var file = folder.resolve(optimizer.name() + ".pt");
            Torch.save(optimizer.stateDict(), file);
            var resumed = make.apply(copy);
            Map<String, Object> loaded = Torch.load(file);
            resumed.loadStateDict(loaded);
            step(optimizer, model);
            step(resumed, copy);
            assertThat(Torch.equal(model.get(0, Linear.class).weight, copy.get(0, Linear.class).weight))
                    .as(optimizer.name()).isTrue();
            assertThat(resumed).hasToString(optimizer.toString());
        }
    }
}
