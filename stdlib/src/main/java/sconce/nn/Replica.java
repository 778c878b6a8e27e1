package sconce.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.NativeScope;

/// A copy of a model, and of the inputs of a call, on which the call can be tried: the model itself stays as it is, with
/// its modes, buffers, hooks and fields, and so do the inputs. Hooks on calls are left out of the copy. For those who ask what a model does.
///
/// ```java
/// Replica.ofShapes(new Linear(2, 3)).copy().getParameter("weight").device()   // device(type='meta')
/// ```
///
/// @param copy      the copied model
/// @param inputs    the copied inputs
/// @param originals the module of the model that each module of the copy stands for
public record Replica(Module copy, List<Object> inputs, Map<Module, Module> originals) {
    /// A copy on the meta device: its tensors have shapes and no values, so it costs no memory.
    public static Replica ofShapes(Module model, @Nullable Object... inputs) { return of(model, true, inputs); }

    /// A copy with the same values, in memory of its own.
    public static Replica ofValues(Module model, @Nullable Object... inputs) { return of(model, false, inputs); }

    private static Replica of(Module model, boolean shapes, @Nullable Object[] inputs) {
        var copier = new Copier(shapes);
        var copy = copier.module(model);
        var copied = Arrays.stream(inputs).map(copier::of).toList();
        var originals = new IdentityHashMap<Module, Module>();
        copier.modules((original, module) -> {
            module.dropCallHooks();
            originals.put(module, original);
        });
        return new Replica(copy, copied, originals);
    }

    /// Tells `watcher` of every call of a module of the copy.
    public void watch(Watcher watcher) {
        originals.keySet().forEach(module -> {
            module.hooks().forwardPre.add((called, in) -> {
                watcher.entered(called, in);
                return null;
            });
            module.hooks().forward.add((called, in, output) -> {
                watcher.left(called, in, output);
                return null;
            });
        });
    }

    /// Is told of calls, the outer one's beginning before the inner one's.
    public interface Watcher {
        /// A module of the copy is about to run its forward.
        void entered(Module module, Inputs inputs);

        /// A module of the copy has run its forward.
        void left(Module module, Inputs inputs, @Nullable Object output);
    }

    /// The tensors in what a forward takes or returns, in order: those of lists, arrays, maps, records, optionals.
    public static List<Tensor> tensors(@Nullable Object value) {
        var found = new ArrayList<Tensor>();
        collect("", value, (name, tensor) -> found.add(tensor));
        return found;
    }

    /// What the tensors in what a forward returns are called, in the same order: by a record's component, a map's key, a
    /// list's index, as `state.h` and `layers[0]`; empty for a tensor alone.
    public static List<String> names(@Nullable Object value) {
        var names = new ArrayList<String>();
        collect("", value, (name, tensor) -> names.add(name));
        return names;
    }

    /// What the tensors in a call's inputs are called, in the same order: by the parameters of the module's forward; by
    /// their place where those have no names.
    public static List<String> names(Module module, Inputs inputs) {
        var names = new ArrayList<String>();
        var parameters = ForwardDispatch.of(module.getClass()).names(inputs.values());
        for (var i = 0; i < inputs.size(); i++) {
            collect(parameters.isEmpty() ? String.valueOf(i) : parameters.get(i), inputs.at(i),
                    (name, tensor) -> names.add(name));
        }
        collect("", inputs.kwargs(), (name, tensor) -> names.add(name));
        return names;
    }

    private static void collect(String name, @Nullable Object value, BiConsumer<String, Tensor> found) {
        switch (value) {
            case null -> {
            }
            case Tensor tensor -> found.accept(name, tensor);
            case PackedSequence packed -> found.accept(name, packed.data());
            case Object[] array -> collect(name, Arrays.asList(array), found);
            case Collection<?> collection -> {
                var i = 0;
                for (var each : collection) {
                    collect(name.isEmpty() ? String.valueOf(i) : name + "[" + i + "]", each, found);
                    i++;
                }
            }
            case Map<?, ?> map -> map.forEach((key, each) -> collect(within(name, String.valueOf(key)), each, found));
            case Inputs inputs -> {
                inputs.forEach(each -> collect(name, each, found));
                collect(name, inputs.kwargs(), found);
            }
            case Optional<?> optional -> collect(name, optional.orElse(null), found);
            case Record row -> components(row, (component, each) -> collect(within(name, component), each, found));
            default -> {
            }
        }
    }

    private static String within(String outer, String name) { return outer.isEmpty() ? name : outer + "." + name; }

    private static void components(Record row, BiConsumer<String, @Nullable Object> action) {
        for (var component : row.getClass().getRecordComponents()) {
            if (component.getType().isPrimitive()) continue;
            Object value;
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                value = accessor.invoke(row);
            } catch (ReflectiveOperationException | RuntimeException closed) {
                // What cannot be read holds no tensor that a module could pass on.
                continue;
            }
            action.accept(component.getName(), value);
        }
    }

    /// Copies tensors that a deepcopy refuses too: those that were computed with gradients.
    private static final class Copier extends Deepcopy {
        private final boolean shapes;

        Copier(boolean shapes) { this.shapes = shapes; }

        // The sizes of its batches are numbers even where the data is none.
        @Override
        @SuppressWarnings("unchecked")
        <T> @Nullable T of(@Nullable T value) {
            if (value instanceof PackedSequence packed) return (T) packed.withData(copyOf(packed.data()));
            return super.of(value);
        }

        @Override
        Tensor copyOf(Tensor original) {
            if (original instanceof UninitializedParameter lazy && lazy.isLazy()) return lazy.copy();
            if (original instanceof UninitializedBuffer lazy && lazy.isLazy()) return lazy.copy();
            var values = NativeScope.outlive(shapes ? shaped(original) : original.detach().clone());
            return switch (original) {
                case Parameter parameter -> new Parameter(values, parameter.requiresGrad());
                case Buffer buffer -> new Buffer(values, buffer.persistent());
                default -> values;
            };
        }

        private static Tensor shaped(Tensor original) {
            return Torch.empty(original.shape(), o -> o.dtype(original.dtype()).device("meta"));
        }
    }
}
