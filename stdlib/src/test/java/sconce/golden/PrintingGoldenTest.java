package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import sconce.Print;
import tools.jackson.databind.JsonNode;

/// Tensors, and what they come in, print as in PyTorch, byte for byte.
@Isolated("how tensors are printed holds for the whole process")
class PrintingGoldenTest {
    @TestFactory
    Stream<DynamicTest> values_print_as_in_pytorch() {
        return Golden.tests("printing.json", "cases", entry -> {
            var value = value(entry);
            var options = new LinkedHashMap<String, @Nullable Object>();
            entry.path("options").properties().forEach(o -> options.put(o.getKey(), GoldenValues.read(o.getValue())));
            try {
                if (!options.isEmpty()) Calls.call("torch.set_printoptions", List.of(), options);
                var text = entry.get("text").stringValue();
                assertThat(Print.repr(value)).isEqualTo(text);
                assertThat(Print.str(value)).isEqualTo(entry.path("str").asString(text));
            } finally {
                as_at_the_start();
            }
        });
    }

    @AfterEach
    void as_at_the_start() { Calls.call("torch.set_printoptions", List.of(), Map.of("profile", "default")); }

    private static @Nullable Object value(JsonNode entry) {
        if (entry.has("value")) return GoldenValues.read(entry.get("value"));
        var program = new Program(entry);
        entry.path("given").properties().forEach(g -> program.with(g.getKey(), GoldenValues.read(g.getValue())));
        return program.run();
    }
}
