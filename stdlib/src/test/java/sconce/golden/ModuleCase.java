package sconce.golden;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;
import sconce.Warnings;
import sconce.libtorch.Operators;
import sconce.nn.Module;
import tools.jackson.databind.JsonNode;

/// One case of `modules/`: builds the module, calls it, goes backward, and gathers every difference.
final class ModuleCase {
    /// Warnings that libtorch tells itself, past ours.
    private static final List<String> NATIVE = List.of("UserWarning: Using padding='same' with even kernel lengths",
            "UserWarning: LSTM with projections is not supported with oneDNN");

    /// Differences that come from how PyTorch's own wheels are built, by the beginning of what is said of them.
    private static final Map<String, String> KNOWN = Map.of(
            // Their vector code makes NaN of gelu(inf); the value is inf, as without it.
            "GELU/02", "outputs[0][1]: expected NaN, got Infinity");

    private final JsonNode json;
    private final List<String> differences = new ArrayList<>();

    ModuleCase(JsonNode json) { this.json = json; }

    /// What differs from PyTorch; empty if nothing does.
    List<String> differences() {
        var module = build();
        text("repr", module.toString());
        text("extra_repr", module.extraRepr());
        fill(module);
        tensors("parameters", module.namedParameters(), Closeness.DRAWN);
        tensors("buffers", module.namedBuffers(), Closeness.DRAWN);
        equal("state_dict", texts(json.get("state_dict")), List.copyOf(module.stateDict().keySet()));
        equal("frozen", texts(json.path("frozen")), module.namedParameters().entrySet().stream()
                .filter(entry -> !entry.getValue().requiresGrad()).map(Map.Entry::getKey).toList());
        if (json.has("inputs")) run(module);
        return differences;
    }

    /// Builds the module alone, for an error that comes later.
    static Module build(JsonNode json) {
        Torch.manualSeed(json.get("seed").longValue());
        var keywords = new LinkedHashMap<String, @Nullable Object>();
        json.get("kwargs").properties().forEach(entry -> keywords.put(entry.getKey(), value(entry.getValue())));
        var arguments = values(json.get("args"));
        if (json.get("class").stringValue().equals("Identity")) {
            // It takes anything, by any name; Java has no name for what it does not know.
            arguments.addAll(keywords.values());
            keywords.clear();
        }
        return (Module) Objects.requireNonNull(
                Calls.call("nn." + json.get("class").stringValue(), arguments, keywords));
    }

    private Module build() {
        var built = new Module[1];
        var warnings = Warnings.record(() -> built[0] = build(json));
        equal("construct_warnings", told("construct_warnings"), warnings);
        return built[0];
    }

    private List<String> told(String key) {
        return texts(json.path(key)).stream().filter(text -> NATIVE.stream().noneMatch(text::startsWith)).toList();
    }

    private void fill(Module module) {
        if (!json.path("fill").asBoolean(false)) return;
        var j = 0;
        for (var parameter : module.parameters()) {
            Tensor i = Operators.call("arange", parameter.numel());
            Tensor pattern = i.mul(5).add(3 * j++);
            Tensor rest = Operators.call("remainder.Scalar", pattern, 9);
            Tensor values = Operators.call("div.Scalar", rest.add(-3), 4);
            Torch.noGrad(() -> Operators.<Object>call("copy_", parameter, values.reshape(parameter.shape().longs())));
        }
    }

    private void run(Module module) {
        module.train(json.path("training").asBoolean(true));
        var inputs = new Inputs(json);
        for (var i = 0; i < json.path("warmups").asInt(0); i++) Torch.noGrad(() -> call(module, inputs, false));
        var before = state(module);
        var result = new @Nullable Object[1];
        var warnings = Warnings.record(() -> result[0] = call(module, inputs, true));
        equal("warnings", told("warnings"), warnings);
        var outputs = new ArrayList<@Nullable Object>();
        var structure = flatten(result[0], outputs);
        if (json.has("structure"))
            equal("structure", json.get("structure").toString(), structure.toString().replace(" ", ""));
        compare("outputs", json.get("outputs"), outputs);
        gradFns(outputs);
        if (json.has("inputs_after")) compare("inputs_after", json.get("inputs_after"), inputs.last);
        stateAfter(module, before);
        if (json.has("class_after")) text("class_after", module.moduleName());
        if (json.has("repr_after")) text("repr_after", module.toString());
        if (json.has("loss")) backward(module, inputs, outputs);
        if (json.has("eval_outputs")) {
            module.eval();
            var later = new ArrayList<@Nullable Object>();
            flatten(Torch.noGrad(() -> call(module, inputs, false)), later);
            compare("eval_outputs", json.get("eval_outputs"), later);
        }
    }

    private @Nullable Object call(Module module, Inputs inputs, boolean typed) {
        if (json.has("forward_seed")) Torch.manualSeed(json.get("forward_seed").longValue());
        return call(module, json, inputs, typed);
    }

    /// Calls the module: by its typed `call` if asked and there is one, else as any module is called.
    static @Nullable Object call(Module module, JsonNode json, Inputs inputs, boolean typed) {
        var forwards = Arrays.stream(module.getClass().getMethods())
                .filter(method -> method.getName().equals("forward")).map(Calls::written)
                .filter(method -> !method.isBridge()).toArray(Method[]::new);
        if (forwards.length == 0) return module.invoke(inputs.positional().toArray());
        var signature = Surface.forward(json.get("class").stringValue());
        var bound = Calls.bind(forwards, json.get("class").stringValue() + ".forward", signature, inputs.positional(),
                inputs.named);
        var forward = (Method) bound.executable();
        if (typed && forward.getReturnType() != Object.class) {
            try {
                var call = module.getClass().getMethod("call", forward.getParameterTypes());
                return Calls.invoke(call, module, bound.arguments());
            } catch (NoSuchMethodException untyped) {
                // A module without a typed call is called as any.
            }
        }
        return module.invoke(bound.arguments());
    }

    private void backward(Module module, Inputs inputs, List<@Nullable Object> outputs) {
        Tensor loss = null;
        var count = 0L;
        for (var output : outputs) {
            if (!(tensor(output) instanceof Tensor tensor) || !tensor.requiresGrad()) continue;
            Tensor i = Operators.call("arange.start", count, count + tensor.numel());
            count += tensor.numel();
            Tensor rest = Operators.call("remainder.Scalar", i.mul(7).add(3), 11);
            Tensor weight = Operators.call("div.Scalar", rest.add(-5), 4);
            var part = tensor.reshape(-1).mul(weight.to(tensor.dtype())).sum();
            loss = loss == null ? part : loss.add(part);
        }
        if (loss == null) {
            differences.add("loss: no output requires grad");
            return;
        }
        var expected = GoldenValues.number(json.get("loss"));
        var actual = loss.doubleValue();
        // A sum of many products: as far from the exact one as its parts are.
        var bound = (loss.dtype() == sconce.DType.bfloat16 ? 0.1 : 1e-4) * (1 + Math.abs(expected)) + 1e-6 * count;
        if (!(Math.abs(expected - actual) <= bound) && Double.compare(expected, actual) != 0) {
            differences.add("loss: expected " + expected + ", got " + actual);
        }
        loss.backward();
        json.path("input_grads").properties().forEach(entry -> {
            var leaf = inputs.leaves.get(entry.getKey());
            if (leaf == null) differences.add("input_grads: no input " + entry.getKey());
            else
                add(Closeness.COMPUTED.difference(entry.getValue(), leaf.grad(), "input_grads." + entry.getKey()));
        });
        var parameters = module.namedParameters();
        json.path("parameter_grads").properties().forEach(entry -> {
            var parameter = parameters.get(entry.getKey());
            if (parameter == null) differences.add("parameter_grads: no parameter " + entry.getKey());
            else
                add(Closeness.COMPUTED.difference(entry.getValue(), parameter.grad(),
                        "parameter_grads." + entry.getKey()));
        });
    }

    private Map<String, Tensor> state(Module module) {
        var state = new LinkedHashMap<String, Tensor>();
        if (!json.path("state_after").isObject() && isLazy()) return state;
        module.namedParameters().forEach((name, tensor) -> keep(state, name, tensor));
        module.namedBuffers().forEach((name, tensor) -> keep(state, name, tensor));
        return state;
    }

    private boolean isLazy() { return json.get("class").stringValue().startsWith("Lazy"); }

    private void keep(Map<String, Tensor> state, String name, Tensor tensor) {
        if (!isLazy()) state.put(name, tensor.detach().clone());
    }

    private void stateAfter(Module module, Map<String, Tensor> before) {
        var after = new LinkedHashMap<String, Tensor>(module.namedParameters());
        after.putAll(module.namedBuffers());
        var changed = json.path("state_after");
        changed.properties().forEach(entry -> add(Closeness.COMPUTED.difference(entry.getValue(),
                after.get(entry.getKey()), "state_after." + entry.getKey())));
        before.forEach((name, tensor) -> {
            if (changed.has(name) || tensor.device().type().equals("meta")) return;
            if (!Operators.<Boolean>call("equal", tensor, Objects.requireNonNull(after.get(name)).detach())) {
                differences.add("state_after: " + name + " changed");
            }
        });
    }

    private void gradFns(List<@Nullable Object> outputs) {
        var expected = json.path("grad_fn");
        for (var i = 0; i < Math.min(expected.size(), outputs.size()); i++) {
            var gradFn = tensor(outputs.get(i)) instanceof Tensor tensor ? tensor.gradFn() : null;
            equal("grad_fn[" + i + "]", expected.get(i).isNull() ? null : expected.get(i).stringValue(),
                    gradFn == null ? null : gradFn.name());
        }
    }

    private void compare(String what, JsonNode expected, List<@Nullable Object> actual) {
        if (expected.size() != actual.size()) {
            differences.add(what + ": expected " + expected.size() + ", got " + actual.size());
            return;
        }
        for (var i = 0; i < actual.size(); i++) {
            var place = what + "[" + i + "]";
            if (!expected.get(i).has("packed")) {
                add(Closeness.COMPUTED.difference(expected.get(i), actual.get(i), place));
                continue;
            }
            add(Closeness.COMPUTED.difference(expected.get(i).get("packed"), tensor(actual.get(i)), place));
            for (var name : List.of("batch_sizes", "sorted_indices", "unsorted_indices")) {
                var part = Calls.property(actual.get(i), Objects.requireNonNull(actual.get(i)).getClass(), name);
                var wanted = expected.get(i).get(name);
                equal(place + "." + name, wanted.isNull() ? "null" : wanted.toString(),
                        part == null ? "null" : Arrays.toString(((Tensor) part).longArray()).replace(" ", ""));
            }
        }
    }

    /// Adds the tensors of a result in order; gives how they nest, by position.
    private static Object flatten(@Nullable Object result, List<@Nullable Object> into) {
        if (result == null || result instanceof Tensor || isPacked(result)) {
            into.add(result);
            return into.size() - 1;
        }
        var parts = new ArrayList<Object>();
        if (result instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                parts.add(flatten(Facts.component(record, component.getName()), into));
            }
        } else {
            for (var element : Objects.requireNonNull(Facts.elements(result))) parts.add(flatten(element, into));
        }
        return parts;
    }

    private static boolean isPacked(Object value) { return value.getClass().getSimpleName().equals("PackedSequence"); }

    private static @Nullable Object tensor(@Nullable Object output) {
        return output != null && isPacked(output) ? Calls.property(output, output.getClass(), "data") : output;
    }

    private void tensors(String what, Map<String, ? extends Tensor> actual, Closeness closeness) {
        var expected = json.get(what);
        equal(what, List.copyOf(expected.propertyNames()), List.copyOf(actual.keySet()));
        expected.properties().forEach(entry -> {
            var tensor = actual.get(entry.getKey());
            if (tensor != null) add(closeness.difference(entry.getValue(), tensor, what + "." + entry.getKey()));
        });
    }

    private void text(String what, String actual) { equal(what, json.get(what).stringValue(), actual); }

    private void equal(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) differences.add(what + ": expected " + expected + "\n got " + actual);
    }

    private void add(@Nullable String difference) {
        if (difference == null) return;
        var id = json.get("id").stringValue();
        var known = KNOWN.getOrDefault(id, "-");
        if (!difference.startsWith(known)) differences.add(difference);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::stringValue).toList();
    }

    /// A value of `modules/`: those of the other files, and modules.
    static @Nullable Object value(JsonNode json) {
        if (json.isArray()) return values(json);
        if (!json.has("module")) return GoldenValues.read(json);
        var keywords = new LinkedHashMap<String, @Nullable Object>();
        json.get("kwargs").properties().forEach(entry -> keywords.put(entry.getKey(), value(entry.getValue())));
        return Calls.call("nn." + json.get("module").stringValue(), values(json.get("args")), keywords);
    }

    static List<@Nullable Object> values(JsonNode list) {
        var values = new ArrayList<@Nullable Object>();
        for (var element : list) values.add(value(element));
        return values;
    }

    /// The arguments of a call, and the leaves among them by path.
    static final class Inputs {
        private final List<@Nullable Object> given;
        private final JsonNode packed;
        private final boolean inplace;
        final Map<String, @Nullable Object> named = new LinkedHashMap<>();
        final Map<String, Tensor> leaves = new LinkedHashMap<>();
        /// What the last call was given.
        List<@Nullable Object> last = List.of();

        Inputs(JsonNode json) {
            given = values(json.path("inputs"));
            packed = json.path("packed");
            inplace = json.path("inplace").asBoolean(false);
            json.path("call").properties().forEach(entry -> named.put(entry.getKey(), value(entry.getValue())));
            for (var i = 0; i < given.size(); i++) leaf(Integer.toString(i), given.get(i));
            named.forEach(this::leaf);
        }

        private void leaf(String path, @Nullable Object value) {
            if (value instanceof Tensor tensor) leaves.put(path, tensor);
            if (!(value instanceof List<?> list)) return;
            for (var i = 0; i < list.size(); i++) leaf(path + "." + i, list.get(i));
        }

        List<@Nullable Object> positional() {
            var arguments = new ArrayList<@Nullable Object>();
            for (var value : given) {
                arguments.add(inplace && value instanceof Tensor tensor ? tensor.clone() : value);
            }
            if (!packed.isMissingNode()) {
                arguments.set(0, Calls.call("nn.utils.rnn.pack_padded_sequence", List.of(
                        Objects.requireNonNull(arguments.getFirst()), values(packed.get("lengths")),
                        packed.get("batch_first").booleanValue(), packed.get("enforce_sorted").booleanValue()),
                        Map.of()));
            }
            last = arguments;
            return arguments;
        }
    }
}
