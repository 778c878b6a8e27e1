package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sconce.Tensor;
import sconce.Torch;
import sconce.Warnings;
import sconce.libtorch.Operators;
import tools.jackson.databind.JsonNode;

/// Every function of `torch.nn.functional` as PyTorch has it: results, warnings, gradients, messages.
class FunctionalGoldenTest {
    private static final String FILE = "functional.json";

    @TestFactory
    Stream<DynamicTest> functions_give_pytorchs_results() {
        return tests("cases", FunctionalGoldenTest::run);
    }

    @TestFactory
    Stream<DynamicTest> mistakes_give_pytorchs_errors() {
        return tests("errors", entry -> {
            var call = new Call(entry);
            Facts.checkError(entry.get("id").stringValue(), entry.get("error"), call::run);
        });
    }

    private static void run(JsonNode entry) {
        var id = entry.get("id").stringValue();
        var call = new Call(entry);
        var result = new @Nullable Object[1];
        if (entry.has("seed")) Torch.manualSeed(entry.get("seed").longValue());
        var warnings = Warnings.record(() -> result[0] = call.run());
        var told = new ArrayList<String>();
        entry.path("warnings").forEach(warning -> told.add(warning.stringValue()));
        assertThat(warnings).as("%s: warnings", id).isEqualTo(told);
        Facts.check(id, entry.get("result"), result[0]);
        if (entry.has("after")) Facts.check(id + " after", entry.get("after"), call.first);
        if (entry.has("loss")) backward(id, entry, call, result[0]);
    }

    private static void backward(String id, JsonNode entry, Call call, @Nullable Object result) {
        var outputs = new ArrayList<Tensor>();
        gather(result, outputs);
        var parts = outputs.stream().filter(Tensor::requiresGrad).map(output -> output.reshape(-1)).toList();
        Tensor all = parts.size() == 1 ? parts.getFirst() : Operators.call("cat", parts);
        Tensor i = Operators.call("arange", all.numel());
        Tensor rest = Operators.call("remainder.Scalar", i.mul(7).add(3), 11);
        Tensor weight = Operators.call("div.Scalar", rest.add(-5), 4);
        var loss = all.mul(weight.to(all.dtype())).sum();
        var expected = GoldenValues.number(entry.get("loss"));
        var bound = 1e-4 * (1 + Math.abs(expected));
        if (Double.compare(expected, loss.doubleValue()) != 0
                && !(Math.abs(expected - loss.doubleValue()) <= bound)) {
            fail(id + ": expected the loss " + expected + ", got " + loss.doubleValue());
        }
        loss.backward();
        entry.get("grads").properties().forEach(grad -> {
            var leaf = call.leaves.get(grad.getKey());
            if (leaf == null) fail(id + ": no argument " + grad.getKey());
            else
                Facts.loosely(5).verify(id + " gradient of " + grad.getKey(), grad.getValue(), leaf.grad());
        });
    }

    private static void gather(@Nullable Object result, List<Tensor> into) {
        if (result instanceof Tensor tensor) into.add(tensor);
        else if (result != null && Facts.elements(result) instanceof List<?> elements) {
            elements.forEach(element -> gather(element, into));
        }
    }

    private static Stream<DynamicTest> tests(String section, Golden.Check check) {
        return Golden.tests(FILE, section, check);
    }

    /// A call of a function, and the leaves among its arguments by path.
    private static final class Call {
        private final String function;
        private final List<@Nullable Object> arguments = new ArrayList<>();
        private final Map<String, @Nullable Object> keywords = new LinkedHashMap<>();
        final Map<String, Tensor> leaves = new LinkedHashMap<>();
        final @Nullable Object first;

        Call(JsonNode entry) {
            function = entry.get("function").stringValue();
            entry.path("args").forEach(argument -> arguments.add(GoldenValues.read(argument)));
            entry.path("kwargs").properties()
                    .forEach(keyword -> keywords.put(keyword.getKey(), GoldenValues.read(keyword.getValue())));
            for (var i = 0; i < arguments.size(); i++) leaf(Integer.toString(i), arguments.get(i));
            keywords.forEach(this::leaf);
            first = arguments.isEmpty() ? null : arguments.getFirst();
        }

        private void leaf(String path, @Nullable Object value) {
            if (value instanceof Tensor tensor) leaves.put(path, tensor);
            if (!(value instanceof List<?> list)) return;
            for (var i = 0; i < list.size(); i++) leaf(path + "." + i, list.get(i));
        }

        @Nullable
        Object run() {
            // In Java a function gives one kind of result: the indices are another function's.
            for (var signature : Surface.of(List.of("torch.nn.functional"), function)) {
                var bound = signature.bind(arguments, keywords);
                if (bound == null || !bound.containsKey("return_indices")) continue;
                var others = new LinkedHashMap<>(bound);
                var wanted = Boolean.TRUE.equals(others.remove("return_indices"));
                var another = wanted && !function.endsWith("_with_indices");
                return Calls.call("F." + function + (another ? "_with_indices" : ""), List.of(), others);
            }
            return Calls.call("F." + function, arguments, keywords);
        }
    }
}
