package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sconce.DType;
import sconce.Generator;
import sconce.Tensor;
import sconce.Torch;
import sconce.Warnings;
import sconce.libtorch.Operators;
import tools.jackson.databind.JsonNode;

/// Every function of `torch.nn.init` as PyTorch has it, and how much it draws.
class InitGoldenTest {
    private static final String FILE = "init.json";

    @TestFactory
    Stream<DynamicTest> tensors_are_filled_as_by_pytorch() {
        return Golden.tests(FILE, "cases", entry -> {
            var id = entry.get("id").stringValue();
            var tensor = tensor(entry);
            Torch.manualSeed(entry.get("seed").longValue());
            var result = new @Nullable Object[1];
            var warnings = Warnings.record(() -> result[0] = call(entry, tensor));
            var told = new ArrayList<String>();
            entry.path("warnings").forEach(warning -> told.add(warning.stringValue()));
            assertThat(warnings).as("%s: warnings", id).isEqualTo(told);
            assertThat(result[0]).as("%s gives the tensor itself", id).isSameAs(tensor);
            Facts.check(id, entry.get("result"), tensor.detach());
            Facts.check(id + " next", entry.get("next"), Operators.<Tensor>call("rand", new long[] { 2 }));
        });
    }

    @TestFactory
    Stream<DynamicTest> gains_are_pytorchs() {
        return Golden.tests(FILE, "gains", entry -> {
            var id = "calculate_gain" + entry.get("args");
            var arguments = new ArrayList<@Nullable Object>();
            entry.get("args").forEach(argument -> arguments.add(GoldenValues.read(argument)));
            if (entry.has("error")) {
                Facts.checkError(id, entry.get("error"),
                        () -> Calls.call("nn.init.calculate_gain", arguments, Map.of()));
            } else {
                Facts.check(id, entry.get("result"), Calls.call("nn.init.calculate_gain", arguments, Map.of()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> mistakes_give_pytorchs_errors() {
        return Golden.tests(FILE, "errors", entry -> Facts.checkError(entry.get("id").stringValue(),
                entry.get("error"), () -> call(entry, tensor(entry))));
    }

    private static Tensor tensor(JsonNode entry) {
        var dtype = DType.valueOf(entry.path("dtype").asString("float32"));
        Tensor zeros = Operators.call("zeros", GoldenValues.longs(entry.get("shape")), dtype);
        if (entry.has("start")) {
            Operators.<Object>call("fill_.Scalar", zeros, GoldenValues.number(entry.get("start")));
        }
        return zeros.requiresGrad_();
    }

    private static @Nullable Object call(JsonNode entry, Tensor tensor) {
        var arguments = new ArrayList<@Nullable Object>(List.of(tensor));
        entry.path("args").forEach(argument -> arguments.add(GoldenValues.read(argument)));
        var keywords = new LinkedHashMap<String, @Nullable Object>();
        entry.path("kwargs").properties()
                .forEach(keyword -> keywords.put(keyword.getKey(), GoldenValues.read(keyword.getValue())));
        if (entry.has("generator")) {
            keywords.put("generator", new Generator().manualSeed(entry.get("generator").longValue()));
        }
        return Calls.call("nn.init." + entry.get("function").stringValue(), arguments, keywords);
    }
}
