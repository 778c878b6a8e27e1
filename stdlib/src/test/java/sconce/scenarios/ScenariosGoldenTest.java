package sconce.scenarios;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sconce.golden.Golden;

/// Runs each scenario from 001 to 112, and 135, and compares what it prints with the record of PyTorch.
class ScenariosGoldenTest {
    private static final List<Supplier<Scenarios>> PORTED = List.of(DocumentScenarios::new, RegistrationScenarios::new,
            MoveScenarios::new, TrainingScenarios::new, StateScenarios::new, HookScenarios::new,
            ContainerScenarios::new,
            ParameterScenarios::new, UtilsScenarios::new, AutogradScenarios::new, LayerScenarios::new,
            ParametrizeScenarios::new, FunctionScenarios::new, SavingScenarios::new, LearningScenarios::new,
            OptimizerScenarios::new, DataScenarios::new);

    @TestFactory
    Stream<DynamicTest> scenarios_print_what_pytorch_prints() throws IOException {
        var folder = Golden.folder().resolve("scenarios");
        if (!Files.isDirectory(folder)) return Stream.of(Golden.lacking("scenarios"));
        try (var files = Files.list(folder)) {
            return Golden.some(files.filter(file -> file.getFileName().toString().matches("\\d{3}-.*\\.out"))
                    .sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
                    .toList(), "scenarios");
        }
    }

    private static void check(Path file) throws Exception {
        var name = "scenario" + file.getFileName().toString().substring(0, 3);
        for (var ported : PORTED) {
            var scenarios = ported.get();
            for (var method : scenarios.getClass().getDeclaredMethods()) {
                if (!method.getName().equals(name)) continue;
                run(method, scenarios);
                compare(Files.readString(file), scenarios.printed());
                return;
            }
        }
        fail("nobody has ported " + file.getFileName());
    }

    private static void run(Method method, Scenarios scenarios) throws Exception {
        try {
            method.setAccessible(true);
            method.invoke(scenarios);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError("after printing\n" + scenarios.printed() + thrown.getCause(), thrown.getCause());
        }
    }

    private static void compare(String recorded, String printed) {
        var expected = recorded.lines().filter(line -> !line.startsWith("[py] ")).map(ScenariosGoldenTest::shortNames)
                .toList();
        var got = printed.lines().map(ScenariosGoldenTest::shortNames).toList();
        for (var i = 0; i < Math.max(expected.size(), got.size()); i++) {
            var wanted = i < expected.size() ? expected.get(i) : "(nothing)";
            var line = i < got.size() ? got.get(i) : "(nothing)";
            if (wanted.equals(line)) continue;
            var before = String.join("\n", expected.subList(Math.max(0, Math.min(i, expected.size()) - 3),
                    Math.min(i, expected.size())));
            fail("line " + (i + 1) + " differs, after\n" + before + "\nexpected: " + wanted + "\n     got: " + line);
        }
    }

    /// Messages name classes by their Python modules; the last name is enough.
    private static String shortNames(String line) {
        return line.replaceAll("<class '(?:[\\w.]*\\.)?(\\w+)'>", "$1").replaceAll(
                "torch\\.nn\\.modules\\.\\w+\\.(\\w+)",
                "$1");
    }
}
