package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sconce.DType;
import sconce.PythonError;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.ComplexNumber;
import sconce.libtorch.Operators;
import tools.jackson.databind.JsonNode;

/// Functions and methods of tensors, gradients, views, promotion and mistakes, as PyTorch has them.
class TensorOpsGoldenTest {
    private static final String FILE = "tensor_ops.json";
    private static final Map<String, Object> NUMBERS = Map.of("bool", true, "int", 1L, "float", 1.5, "complex",
            new ComplexNumber(0, 1));

    @TestFactory
    Stream<DynamicTest> cases_give_pytorchs_results() {
        return Golden.tests(FILE, "cases", entry -> Facts.check(entry.get("id").stringValue(), entry.get("result"),
                new Program(entry).withInputs(inputs()).run()));
    }

    @TestFactory
    Stream<DynamicTest> mistakes_give_pytorchs_errors() {
        return Golden.tests(FILE, "errors", entry -> {
            var program = new Program(entry).withInputs(inputs());
            Facts.checkError(entry.get("id").stringValue(), entry.get("error"), program::run);
        });
    }

    private static JsonNode inputs() { return Golden.file(FILE).orElseThrow().path("inputs"); }

    @TestFactory
    Stream<DynamicTest> dtypes_are_promoted() {
        var content = Golden.file(FILE);
        if (content.isEmpty()) return Stream.of(Golden.lacking(FILE));
        var tests = new ArrayList<DynamicTest>();
        content.get().path("promotion").properties().forEach(table -> {
            var rows = table.getValue();
            tests.add(DynamicTest.dynamicTest(table.getKey(), () -> {
                if (table.getKey().equals("operations")) rows.properties().forEach(TensorOpsGoldenTest::operation);
                else
                    rows.properties().forEach(row -> assertThat(promoted(table.getKey(), row.getKey().split(" ")))
                            .as("%s: %s", table.getKey(), row.getKey()).isEqualTo(row.getValue().stringValue()));
            }));
        });
        return Golden.some(tests, FILE + " promotion");
    }

    private static String promoted(String table, String[] pair) {
        var one = DType.valueOf(pair[0]);
        if (table.equals("pairs")) return dtype("torch.promote_types", one, DType.valueOf(pair[1]));
        var vector = Torch.ones(new long[] { 1 }, o -> o.dtype(one));
        var other = table.endsWith("number") ? NUMBERS.get(pair[1])
                : Torch.ones(new long[0], o -> o.dtype(DType.valueOf(pair[1])));
        return dtype("torch.result_type", vector, Objects.requireNonNull(other));
    }

    private static String dtype(String function, Object one, Object other) {
        return ((DType) Objects.requireNonNull(Calls.call(function, List.of(one, other), Map.of()))).name();
    }

    private static void operation(Map.Entry<String, JsonNode> operation) {
        operation.getValue().properties().forEach(row -> {
            var place = operation.getKey() + " of " + row.getKey();
            if (row.getValue().has("error")) {
                assertThat(kind(operation.getKey(), row.getKey())).as(place)
                        .isEqualTo(row.getValue().get("error").stringValue());
            } else {
                assertThat(result(operation.getKey(), row.getKey()).dtype().name()).as(place)
                        .isEqualTo(row.getValue().stringValue());
            }
        });
    }

    private static @Nullable String kind(String operation, String dtype) {
        try {
            result(operation, dtype);
            return null;
        } catch (RuntimeException thrown) {
            return thrown instanceof PythonError python ? python.pythonName() : thrown.toString();
        }
    }

    private static Tensor result(String operation, String dtype) {
        Tensor ones = Operators.call("ones", new long[] { 2 }, DType.valueOf(dtype));
        var arguments = new ArrayList<@Nullable Object>(List.of(ones));
        if (TWO.contains(operation)) arguments.add(ones);
        if (ALONG.contains(operation)) arguments.add(0L);
        var result = Calls.call("torch." + operation, arguments, Map.of());
        return result instanceof Tensor tensor ? tensor
                : (Tensor) Objects.requireNonNull(Objects.requireNonNull(Facts.elements(result)).getFirst());
    }

    private static final List<String> TWO = List.of("add", "sub", "mul", "div", "floor_divide", "remainder", "pow",
            "atan2", "eq", "maximum", "matmul");
    private static final List<String> ALONG = List.of("cumsum", "softmax");
}
