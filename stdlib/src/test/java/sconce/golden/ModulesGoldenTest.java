package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Every layer as PyTorch has it: text, parameters from the seed, outputs, gradients, messages.
class ModulesGoldenTest {
    @TestFactory
    Stream<DynamicTest> layers_are_pytorchs() throws IOException {
        return tests("cases", entry -> assertThat(new ModuleCase(entry).differences())
                .as("%s %s", entry.get("id"), entry.path("what")).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> mistakes_give_pytorchs_errors() throws IOException {
        return tests("errors", ModulesGoldenTest::error);
    }

    private static void error(JsonNode entry) {
        var id = entry.get("id").stringValue();
        var expected = (ObjectNode) entry.deepCopy();
        expected.put("type", entry.get("exception").stringValue());
        if (entry.get("when").stringValue().equals("construct")) {
            Facts.checkError(id, expected, () -> ModuleCase.build(entry));
            return;
        }
        var module = ModuleCase.build(entry);
        module.train(entry.path("training").asBoolean(true));
        Facts.checkError(id, expected,
                () -> ModuleCase.call(module, entry, new ModuleCase.Inputs(entry), true));
    }

    /// A test for each entry of every family.
    private static Stream<DynamicTest> tests(String section, Golden.Check check) throws IOException {
        var folder = Golden.folder().resolve("modules");
        if (!Files.isDirectory(folder)) return Stream.of(Golden.lacking("modules"));
        var tests = new ArrayList<DynamicTest>();
        for (var file : families()) {
            for (var entry : Golden.file("modules/" + file).orElseThrow().path(section)) {
                tests.add(DynamicTest.dynamicTest(entry.get("id").stringValue(), () -> check.run(entry)));
            }
        }
        return Golden.some(tests, "modules " + section);
    }

    private static List<String> families() throws IOException {
        try (var files = Files.list(Golden.folder().resolve("modules"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")).sorted()
                    .toList();
        }
    }
}
