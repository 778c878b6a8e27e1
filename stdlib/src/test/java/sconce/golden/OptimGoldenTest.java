package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sconce.DType;
import sconce.Tensor;
import sconce.Tuple;
import sconce.Warnings;
import sconce.libtorch.Operators;
import sconce.nn.F;
import sconce.optim.Optimizer;
import sconce.optim.ParamGroup;
import tools.jackson.databind.JsonNode;

/// Every optimizer as PyTorch has it: text, losses and parameters over ten steps, saved state, messages.
class OptimGoldenTest {
    private static final String FILE = "optim.json";

    @TestFactory
    Stream<DynamicTest> optimizers_step_as_pytorchs() {
        return Golden.tests(FILE, "cases", entry -> {
            var warned = Warnings.record(() -> new Run(entry).check());
            assertThat(warned).isEqualTo(texts(entry.path("warnings")));
        });
    }

    @TestFactory
    Stream<DynamicTest> mistakes_give_pytorchs_errors() {
        return Golden.tests(FILE, "errors", entry -> Facts.checkError(entry.get("id").stringValue(),
                entry.get("error"), () -> new Program(entry).run()));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::stringValue).toList();
    }

    /// One case: a problem, an optimizer, ten steps.
    private static final class Run {
        private final JsonNode json;
        private final String id;
        private final JsonNode problem;
        private final DType dtype;
        private final Map<String, Tensor> parameters = new LinkedHashMap<>();
        private int done;

        Run(JsonNode json) {
            this.json = json;
            id = json.get("id").stringValue();
            dtype = DType.valueOf(json.get("dtype").stringValue());
            problem = Golden.file(FILE).orElseThrow().get("problems").get(json.get("problem").stringValue());
            var frozen = texts(json.path("frozen"));
            problem.get("params").properties().forEach(entry -> parameters.put(entry.getKey(),
                    tensor(entry.getValue()).requiresGrad_(!frozen.contains(entry.getKey()))));
        }

        private Tensor tensor(JsonNode data) {
            var tensor = GoldenValues.tensor(data);
            return tensor.dtype().isFloatingPoint() ? Operators.<Tensor>call("to.dtype", tensor, dtype).detach()
                    : tensor;
        }

        void check() {
            var optimizer = build(parameters);
            text("repr", optimizer.toString());
            difference("defaults", dict(json.get("defaults")), optimizer.defaults());
            var losses = new ArrayList<Double>();
            for (var step = 1; step <= json.get("losses").size(); step++) {
                losses.add(step(optimizer, parameters, done++));
                close("after step " + step, json.get("after").get(step - 1), values(parameters));
                if (json.has("added") && json.get("added").get(0).asInt() == step) add(optimizer);
                if (json.has("changed") && json.get("changed").get(0).asInt() == step) change(optimizer);
            }
            close("losses", json.get("losses"), losses.stream().mapToDouble(Double::doubleValue).toArray());
            state(optimizer.stateDict());
            if (json.has("resumed")) resume(optimizer);
        }

        private Optimizer build(Map<String, Tensor> over) {
            var options = new LinkedHashMap<String, @Nullable Object>();
            json.get("kwargs").properties()
                    .forEach(entry -> options.put(entry.getKey(), GoldenValues.read(entry.getValue())));
            Object params = List.copyOf(over.values());
            if (json.path("named").asBoolean(false)) params = over;
            if (json.has("added")) params = List.copyOf(over.values()).subList(0, over.size() - 1);
            if (json.has("groups")) {
                var groups = new ArrayList<ParamGroup>();
                var i = 0;
                for (var parameter : over.entrySet()) {
                    groups.add(group(json.path("named").asBoolean(false)
                            ? new ParamGroup(Map.of(parameter.getKey(), parameter.getValue()))
                            : new ParamGroup(List.of(parameter.getValue())), json.get("groups").get(i++)));
                }
                params = groups;
            }
            return (Optimizer) Objects.requireNonNull(
                    Calls.call("torch.optim." + json.get("optimizer").stringValue(), List.of(params), options));
        }

        private static ParamGroup group(ParamGroup group, JsonNode options) {
            options.properties().forEach(entry -> group.set(entry.getKey(), GoldenValues.read(entry.getValue())));
            return group;
        }

        private void add(Optimizer optimizer) {
            optimizer.addParamGroup(group(new ParamGroup(List.of(List.copyOf(parameters.values()).getLast())),
                    json.get("added").get(1)));
            text("repr_added", optimizer.toString());
        }

        private void change(Optimizer optimizer) {
            var changed = json.get("changed");
            optimizer.paramGroups().get(changed.get(1).asInt()).set(changed.get(2).stringValue(),
                    GoldenValues.read(changed.get(3)));
        }

        private double step(Optimizer optimizer, Map<String, Tensor> over, int number) {
            Supplier<Tensor> closure = () -> {
                optimizer.zeroGrad();
                var loss = loss(over, number);
                loss.backward();
                return loss;
            };
            if (json.path("closure").asBoolean(false) || json.get("optimizer").stringValue().equals("LBFGS")) {
                return Objects.requireNonNull(optimizer.step(closure)).doubleValue();
            }
            var loss = closure.get();
            optimizer.step();
            return loss.doubleValue();
        }

        private Tensor loss(Map<String, Tensor> over, int step) {
            return switch (json.get("problem").stringValue()) {
                case "linear", "matrix" -> F.mseLoss(F.linear(data("x"), of(over, "w"), over.get("b")), data("y"));
                case "rosenbrock" -> {
                    var p = over.values().iterator().next();
                    var first = p.get(0);
                    var a = square(Operators.<Tensor>call("rsub.Scalar", first, 1));
                    var b = square(Operators.<Tensor>call("sub.Tensor", p.get(1), first.mul(first)));
                    yield a.add(b.mul(5));
                }
                case "table" -> {
                    Tensor rows = GoldenValues.tensor(tools.jackson.databind.json.JsonMapper.shared().readTree(
                            "{\"tensor\":\"int64\",\"shape\":[2],\"data\":[%d,%d]}".formatted(step % 4,
                                    (2 * step + 1) % 4)));
                    var picked = F.embedding(rows, over.values().iterator().next(), o -> o.sparse(true));
                    yield square(picked).sum();
                }
                default -> throw new AssertionError("unknown problem " + json.get("problem"));
            };
        }

        private static Tensor square(Tensor x) { return Operators.call("pow.Tensor_Scalar", x, 2); }

        private static Tensor of(Map<String, Tensor> over, String name) {
            return Objects.requireNonNull(over.get(name));
        }

        private Tensor data(String name) { return tensor(problem.get("data").get(name)); }

        private static double[] values(Map<String, Tensor> over) {
            var all = new ArrayList<Double>();
            for (var tensor : over.values()) for (var value : GoldenValues.doubles(tensor)) all.add(value);
            return all.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private void state(Map<String, ?> saved) {
            var expected = json.get("state_dict");
            var state = (Map<?, ?>) Objects.requireNonNull(saved.get("state"));
            assertThat(state.keySet().stream().map(String::valueOf).toList()).as("%s: state", id)
                    .isEqualTo(List.copyOf(expected.get("state").propertyNames()));
            state.forEach((number, values) -> difference("state." + number,
                    dict(expected.get("state").get(String.valueOf(number))), values));
            var groups = (List<?>) Objects.requireNonNull(saved.get("param_groups"));
            assertThat(groups).hasSize(expected.get("param_groups").size());
            for (var i = 0; i < groups.size(); i++) {
                var group = expected.get("param_groups").get(i);
                assertThat(((Map<?, ?>) groups.get(i)).keySet().stream().map(String::valueOf).toList())
                        .as("%s: group %d", id, i).isEqualTo(List.copyOf(group.propertyNames()));
                difference("param_groups." + i, dict(group), groups.get(i));
            }
        }

        private void resume(Optimizer original) {
            var copies = new LinkedHashMap<String, Tensor>();
            parameters.forEach((name, tensor) -> copies.put(name,
                    tensor.detach().clone().requiresGrad_(tensor.requiresGrad())));
            var fresh = build(copies);
            @SuppressWarnings("unchecked") // A copy is of the same kind.
            var saved = (Map<String, ?>) copy(original.stateDict());
            fresh.loadStateDict(saved);
            var from = done;
            for (var i = 0; i < 3; i++) step(fresh, copies, from + i);
            close("resumed", json.get("resumed"), values(copies));
            if (!json.has("went_on")) return;
            for (var i = 0; i < 3; i++) step(original, parameters, from + i);
            close("went on", json.get("went_on"), values(parameters));
        }

        /// A saved state holds the optimizer's own tensors: both go on from here.
        private static @Nullable Object copy(@Nullable Object value) {
            return switch (value) {
                case Tensor tensor -> tensor.detach().clone();
                case Tuple<?> tuple -> tuple;
                case List<?> list -> {
                    var copies = new ArrayList<@Nullable Object>();
                    list.forEach(element -> copies.add(copy(element)));
                    yield copies;
                }
                case Map<?, ?> map -> {
                    var copies = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                    map.forEach((key, element) -> copies.put(key, copy(element)));
                    yield copies;
                }
                case null, default -> value;
            };
        }

        private static JsonNode dict(JsonNode object) {
            var mapper = tools.jackson.databind.json.JsonMapper.shared();
            var entries = mapper.createArrayNode();
            object.properties().forEach(entry -> entries.add(
                    mapper.createArrayNode().add(entry.getKey()).add(entry.getValue())));
            return mapper.createObjectNode().set("dict", entries);
        }

        private void text(String what, String actual) {
            assertThat(actual).as("%s: %s", id, what).isEqualTo(json.get(what).stringValue());
        }

        private void difference(String what, JsonNode expected, @Nullable Object actual) {
            var difference = Facts.loosely(20).difference(expected, actual, what);
            if (difference != null) fail(id + ": " + difference);
        }

        /// Float32 within the tolerance of the format, ten times it in the last steps; float64 likewise.
        private void close(String what, JsonNode expected, double[] actual) {
            assertThat(actual).as("%s: %s", id, what).hasSize(expected.size());
            for (var i = 0; i < actual.length; i++) {
                var wanted = GoldenValues.number(expected.get(i));
                var bound = dtype == DType.float64 ? 1e-10 + 1e-8 * Math.abs(wanted) : 2e-5 + 2e-4 * Math.abs(wanted);
                if (Double.compare(wanted, actual[i]) != 0 && !(Math.abs(wanted - actual[i]) <= bound)) {
                    fail(id + ": " + what + "[" + i + "]: expected " + wanted + ", got " + actual[i]);
                }
            }
        }
    }
}
