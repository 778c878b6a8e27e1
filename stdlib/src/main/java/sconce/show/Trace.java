package sconce.show;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Generator;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.OperatorWatch;
import sconce.nn.Inputs;
import sconce.nn.Module;
import sconce.nn.Replica;

/// What one call of a model did: its modules' calls and the operators that ran, in order.
///
/// The call is tried on a copy of the model without values; a forward that looks at values is tried again on a copy
/// that has them. Model, inputs and random generators stay as they are, whatever happens.
///
/// @param root     the call of the model itself
/// @param replica  the copy that was called; modules in the trace are its own
/// @param withValues whether the call needed values
record Trace(Call root, Replica replica, boolean withValues) {
    /// A tensor as one operator left it.
    ///
    /// @param id     its number in the order of appearance
    /// @param shape  its sizes
    /// @param dtype  its dtype
    /// @param bytes  what its elements take
    /// @param name   the dotted name of the parameter that it is, or null
    record Value(int id, List<Long> shape, DType dtype, long bytes, @Nullable String name) {
        Value {
            shape = List.copyOf(shape);
        }
    }

    /// A module's call or an operator.
    sealed interface Step permits Call, Operation {}

    /// An operator that ran.
    ///
    /// @param name         as libtorch names it
    /// @param inputs       the tensors among its arguments
    /// @param outputs      the tensors it gave
    /// @param multiplyAdds how many it did
    record Operation(String name, List<Value> inputs, List<Value> outputs, long multiplyAdds) implements Step {}

    /// A call of a module and what happened in it.
    static final class Call implements Step {
        final Module module;
        final List<Step> steps = new ArrayList<>();
        final List<Value> inputs;
        List<Value> outputs = List.of();
        /// What the inputs and outputs of the model's own call are called.
        List<String> inputNames = List.of();
        List<String> outputNames = List.of();

        Call(Module module, List<Value> inputs) {
            this.module = module;
            this.inputs = inputs;
        }

        /// The multiply-adds of its own operators, those of other modules' calls left out.
        long ownMultiplyAdds() {
            var sum = 0L;
            for (var step : steps) if (step instanceof Operation operation) sum += operation.multiplyAdds;
            return sum;
        }
    }

    /// Calls the model.
    ///
    /// @param prepare what is done to the copy before, such as setting its mode
    /// @param inputs  what to call it with; told whether values are needed
    static Trace of(Module model, Consumer<Module> prepare, Function<Boolean, @Nullable Object[]> inputs) {
        try {
            return of(model, false, prepare, inputs);
        } catch (RuntimeException withoutValues) {
            try {
                return of(model, true, prepare, inputs);
            } catch (RuntimeException withValues) {
                withValues.addSuppressed(withoutValues);
                throw withValues;
            }
        }
    }

    private static Trace of(Module model, boolean withValues, Consumer<Module> prepare,
            Function<Boolean, @Nullable Object[]> inputs) {
        var tracer = new Tracer(!withValues);
        var random = Torch.getRngState();
        try {
            var given = inputs.apply(withValues);
            var replica = withValues ? Replica.ofValues(model, given) : Replica.ofShapes(model, given);
            prepare.accept(replica.copy());
            replica.copy().namedParameters().forEach((name, each) -> tracer.names.put(each, name));
            replica.copy().namedBuffers().forEach((name, each) -> tracer.names.put(each, name));
            replica.watch(tracer);
            OperatorWatch.during(tracer, () -> Torch.noGrad(() -> replica.copy().invoke(replica.inputs().toArray())));
            return new Trace(tracer.root(), replica, withValues);
        } finally {
            Torch.setRngState(random);
            tracer.generators.forEach(Generator::setState);
        }
    }

    /// Notes calls and operators while they run.
    private static final class Tracer implements OperatorWatch, Replica.Watcher {
        final IdentityHashMap<Generator, Tensor> generators = new IdentityHashMap<>();
        final IdentityHashMap<Tensor, String> names = new IdentityHashMap<>();
        private final boolean shapes;
        private final IdentityHashMap<Tensor, Value> values = new IdentityHashMap<>();
        private final Deque<Call> running = new ArrayDeque<>();
        private int ids;
        private @Nullable Call root;

        Tracer(boolean shapes) { this.shapes = shapes; }

        Call root() {
            if (root == null) throw new IllegalStateException("the model was not called");
            return root;
        }

        @Override
        public void entered(Module module, Inputs inputs) {
            var call = new Call(module, values(inputs));
            if (running.isEmpty()) {
                root = call;
                call.inputNames = Replica.names(module, inputs);
            } else running.peek().steps.add(call);
            running.push(call);
        }

        @Override
        public void left(Module module, Inputs inputs, @Nullable Object output) {
            var call = running.pop();
            call.outputs = values(output);
            if (running.isEmpty()) call.outputNames = Replica.names(output);
        }

        @Override
        public @Nullable Object around(String name, @Nullable Object[] arguments,
                Function<@Nullable Object[], @Nullable Object> operator) {
            for (var argument : arguments) {
                if (argument instanceof Generator generator) {
                    generators.computeIfAbsent(generator, Generator::getState);
                }
            }
            // Before it runs: an in-place operator makes another value of its first argument.
            var inputs = values(arguments);
            var result = shapes ? ShapeRules.call(name, arguments, operator) : operator.apply(arguments);
            var call = running.peek();
            var tensors = Replica.tensors(result);
            if (call == null || tensors.isEmpty()) return result;
            var outputs = tensors.stream().map(this::fresh).toList();
            var multiplyAdds = MultiplyAdds.of(OperatorArguments.of(name, arguments), tensors.getFirst());
            call.steps.add(new Operation(name, inputs, outputs, multiplyAdds));
            return result;
        }

        private List<Value> values(@Nullable Object holder) {
            return Replica.tensors(holder).stream().map(tensor -> {
                var known = values.get(tensor);
                return known == null ? fresh(tensor) : known;
            }).toList();
        }

        private Value fresh(Tensor tensor) {
            if (sconce.nn.Contents.isLazy(tensor))
                return new Value(ids++, List.of(), tensor.dtype(), 0, names.get(tensor));
            var shape = tensor.shape();
            var value = new Value(ids++, shape, tensor.dtype(), shape.numel() * tensor.dtype().itemSize(),
                    names.get(tensor));
            values.put(tensor, value);
            return value;
        }
    }
}
