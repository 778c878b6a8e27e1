package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sconce.Tensor;
import sconce.Torch;
import sconce.Warnings;
import sconce.nn.BatchNorm1d;
import sconce.nn.Linear;
import sconce.nn.Module;
import sconce.optim.AveragedModel;
import sconce.optim.LRScheduler;
import sconce.optim.Optimizer;
import sconce.optim.ParamGroup;
import sconce.optim.ReduceLROnPlateau;
import sconce.optim.SwaUtils;
import tools.jackson.databind.JsonNode;

/// Every scheduler and every average of models as PyTorch has it: rates from step to step, saved state, messages.
class SchedulersGoldenTest {
    private static final String FILE = "schedulers.json";
    /// After how many steps the state was saved.
    private static final int SAVED = 10;

    @TestFactory
    Stream<DynamicTest> schedulers_step_as_pytorchs() {
        return Golden.tests(FILE, "cases", entry -> {
            var warned = Warnings.record(() -> new Run(entry).check());
            assertThat(warned.stream().distinct().toList()).as("warnings")
                    .isEqualTo(texts(entry.path("warnings")));
        });
    }

    @TestFactory
    Stream<DynamicTest> averages_follow_models_as_pytorchs() {
        return Golden.tests(FILE, "averages", SchedulersGoldenTest::average);
    }

    @TestFactory
    Stream<DynamicTest> mistakes_give_pytorchs_errors() {
        return Golden.tests(FILE, "errors", entry -> Facts.checkError(entry.get("id").stringValue(),
                entry.get("error"), () -> new Program(entry).run()));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::stringValue).toList();
    }

    /// An optimizer and its scheduler, made twice: the second goes on from the first's saved state.
    private static final class Run {
        private final JsonNode json;
        private final String id;
        private Optimizer optimizer;
        private LRScheduler scheduler;

        Run(JsonNode json) {
            this.json = json;
            id = json.get("id").stringValue();
            optimizer = optimizer();
            scheduler = scheduler(json.get("scheduler").stringValue(), json.get("kwargs"));
        }

        private Optimizer optimizer() {
            var groups = new ArrayList<ParamGroup>();
            for (var lr : json.get("lrs")) {
                groups.add(new ParamGroup(List.of(Torch.zeros(1).requiresGrad_())).lr((Number) GoldenValues.read(lr)));
            }
            var options = new LinkedHashMap<String, @Nullable Object>();
            options.put("lr", 0.5);
            json.path("options").properties()
                    .forEach(entry -> options.put(entry.getKey(), GoldenValues.read(entry.getValue())));
            return (Optimizer) Objects.requireNonNull(
                    Calls.call("torch.optim." + json.get("optimizer").stringValue(), List.of(groups), options));
        }

        private LRScheduler scheduler(String name, JsonNode kwargs) {
            var options = new LinkedHashMap<String, @Nullable Object>();
            kwargs.properties().forEach(entry -> options.put(entry.getKey(), argument(entry.getValue())));
            var module = name.equals("SWALR") ? "torch.optim.swa_utils." : "torch.optim.lr_scheduler.";
            if (name.equals("ChainedScheduler")) {
                var parts = options.remove("schedulers");
                options.put("optimizer", optimizer);
                return (LRScheduler) Objects.requireNonNull(Calls.call(module + name, List.of(parts), options));
            }
            return (LRScheduler) Objects.requireNonNull(Calls.call(module + name, List.of(optimizer), options));
        }

        private @Nullable Object argument(JsonNode value) {
            if (value.has("rule")) return rule(value.get("rule").stringValue(), value.get("argument").doubleValue());
            if (value.has("scheduler")) return scheduler(value.get("scheduler").stringValue(), value.get("kwargs"));
            if (!value.isArray()) return GoldenValues.read(value);
            var list = new ArrayList<@Nullable Object>();
            for (var element : value) list.add(argument(element));
            return list;
        }

        private static DoubleUnaryOperator rule(String name, double a) {
            return switch (name) {
                case "power" -> n -> Math.pow(a, n);
                case "inverse" -> n -> 1 / (1 + n / a);
                case "constant" -> n -> a;
                case "warmup" -> n -> Math.min(1, (n + 1) / a);
                case "stairs" -> n -> Math.pow(0.5, Math.floor(n / a));
                case "half_cosine" -> n -> (1 + Math.cos(Math.PI * n / a)) / 2;
                default -> throw new AssertionError("unknown rule " + name);
            };
        }

        void check() {
            var rows = json.get("lr");
            row("lr", rows.get(0), rates());
            if (json.has("momentum")) row("momentum", json.get("momentum").get(0), momenta());
            Map<String, Object> saved = Map.of();
            Map<String, Object> savedOptimizer = Map.of();
            for (var i = 0; i < rows.size() - 1; i++) {
                step(i);
                row("lr after step " + (i + 1), rows.get(i + 1), rates());
                if (json.has("momentum")) {
                    row("momentum after step " + (i + 1), json.get("momentum").get(i + 1), momenta());
                }
                if (i + 1 != SAVED || !json.has("state_dict")) continue;
                saved = copy(scheduler.stateDict());
                savedOptimizer = copy(optimizer.stateDict());
                state("state_dict", json.get("state_dict"), saved);
                var group = ((List<?>) Objects.requireNonNull(savedOptimizer.get("param_groups"))).getFirst();
                assertThat(List.copyOf(((Map<?, ?>) group).keySet()).toString()).as("%s: group keys", id)
                        .isEqualTo(texts(json.get("group_keys")).toString());
            }
            row("last lr", json.get("last_lr"), scheduler.getLastLr());
            if (json.has("state_dict")) resume(saved, savedOptimizer);
        }

        private void resume(Map<String, Object> saved, Map<String, Object> savedOptimizer) {
            optimizer = optimizer();
            scheduler = scheduler(json.get("scheduler").stringValue(), json.get("kwargs"));
            optimizer.loadStateDict(savedOptimizer);
            scheduler.loadStateDict(saved);
            var rows = json.get("lr");
            for (var i = SAVED; i < rows.size(); i++) {
                if (i > SAVED) step(i - 1);
                var expected = json.has("resumed") ? json.get("resumed").get(i - SAVED) : rows.get(i);
                row("lr resumed, after step " + i, expected, rates());
            }
        }

        private void step(int index) {
            optimizer.step();
            if (json.has("metrics")) {
                ((ReduceLROnPlateau) scheduler).step((Number) GoldenValues.read(json.get("metrics").get(index)));
            } else if (json.has("epochs")) {
                scheduler.step((Number) GoldenValues.read(json.get("epochs").get(index)));
            } else {
                scheduler.step();
            }
        }

        private List<Double> rates() { return optimizer.paramGroups().stream().map(ParamGroup::lr).toList(); }

        private List<Double> momenta() {
            return optimizer.paramGroups().stream()
                    .map(group -> group.has("momentum") ? group.number("momentum") : group.numbers("betas")[0])
                    .toList();
        }

        private void row(String what, JsonNode expected, List<Double> actual) {
            var wanted = new ArrayList<Double>();
            if (expected.isArray()) expected.forEach(element -> wanted.add(GoldenValues.number(element)));
            else
                wanted.add(GoldenValues.number(expected));
            assertThat(actual).as("%s: %s", id, what).hasSize(wanted.size());
            for (var i = 0; i < wanted.size(); i++) close(what + "[" + i + "]", wanted.get(i), actual.get(i));
        }

        /// Numbers are exact to 1e-12 relative; what is that near to nothing was a difference of such numbers.
        private void close(String what, double wanted, double actual) {
            if (Double.compare(wanted, actual) == 0) return;
            if (!(Math.abs(wanted - actual) <= 1e-12 * Math.abs(wanted) + 1e-16)) {
                fail(id + ": " + what + ": expected " + wanted + ", got " + actual);
            }
        }

        private void state(String place, JsonNode expected, @Nullable Object actual) {
            if (expected.isObject() && actual instanceof Map<?, ?> map) {
                assertThat(map.keySet().stream().map(String::valueOf).toList()).as("%s: keys of %s", id, place)
                        .isEqualTo(List.copyOf(expected.propertyNames()));
                map.forEach((key, value) -> state(place + "." + key, expected.get(String.valueOf(key)), value));
            } else if (expected.isArray() && actual instanceof List<?> list) {
                assertThat(list).as("%s: %s", id, place).hasSize(expected.size());
                for (var i = 0; i < list.size(); i++) state(place + "[" + i + "]", expected.get(i), list.get(i));
            } else if (actual instanceof Double number && !expected.isIntegralNumber() && !expected.isNull()) {
                close(place, GoldenValues.number(expected), number);
            } else {
                var difference = Facts.exactly().difference(expected, actual, place);
                if (difference != null) fail(id + ": " + difference);
            }
        }
    }

    @SuppressWarnings("unchecked") // A copy is of the same kind.
    private static <T> T copy(T value) {
        return (T) switch (value) {
            case Map<?, ?> map -> {
                var copies = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                map.forEach((key, element) -> copies.put(key, element == null ? null : copy(element)));
                yield copies;
            }
            case Tensor tensor -> tensor.detach().clone();
            default -> value;
        };
    }

    private static void average(JsonNode json) {
        var id = json.get("id").stringValue();
        if (json.get("average").stringValue().equals("update_bn")) {
            updateBn(id, json);
            return;
        }
        Module model = json.get("model").stringValue().equals("linear") ? new Linear(2, 2) : new BatchNorm1d(2);
        var start = new LinkedHashMap<String, Tensor>();
        json.get("start").properties()
                .forEach(entry -> start.put(entry.getKey(), GoldenValues.tensor(entry.getValue())));
        model.loadStateDict(start);
        var averaged = new AveragedModel(model, o -> options(o, json));
        assertThat(averaged.toString()).as(id).isEqualTo(json.get("repr").stringValue());
        var n = 0;
        for (var expected : json.get("after")) {
            var more = ++n;
            Torch.noGrad(() -> model.stateDict().values().forEach(value -> {
                var tensor = (Tensor) value;
                if (tensor.dtype().isFloatingPoint()) tensor.add_(0.25 * more);
                else
                    tensor.add_(more);
            }));
            averaged.updateParameters(model);
            check(id + " after update " + n, expected, averaged);
        }
    }

    private static void options(AveragedModel.Options options, JsonNode json) {
        options.useBuffers(json.get("use_buffers").booleanValue());
        Number decay = json.has("argument") ? json.get("argument").doubleValue() : 0.999;
        switch (json.get("average").stringValue()) {
            case "default" -> {
            }
            case "swa_multi" -> options.multiAvgFn(SwaUtils.getSwaMultiAvgFn());
            case "ema" -> options.avgFn(SwaUtils.getEmaAvgFn(decay));
            case "ema_multi" -> options.multiAvgFn(SwaUtils.getEmaMultiAvgFn(decay));
            default -> throw new AssertionError("unknown average " + json.get("average"));
        }
    }

    private static void updateBn(String id, JsonNode json) {
        var momentum = (Number) GoldenValues.read(json.get("momentum"));
        var layer = new BatchNorm1d(2, o -> o.momentum(momentum));
        var batches = new ArrayList<Tensor>();
        json.get("batches").forEach(batch -> batches.add(GoldenValues.tensor(batch)));
        SwaUtils.updateBn(batches, layer);
        check(id, json.get("after"), layer);
        assertThat(layer.momentum).as(id).isEqualTo(GoldenValues.read(json.get("momentum_after")));
    }

    private static void check(String id, JsonNode expected, Module model) {
        var state = model.stateDict();
        assertThat(List.copyOf(state.keySet())).as(id).isEqualTo(List.copyOf(expected.propertyNames()));
        state.forEach((name, value) -> Facts.check(id + ": " + name, expected.get(name), value));
    }
}
