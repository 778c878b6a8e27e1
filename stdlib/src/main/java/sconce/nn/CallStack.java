package sconce.nn;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.AnomalyMode;
import sconce.PythonError;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.libtorch.HookLife;
import sconce.libtorch.Metadata;
import sconce.libtorch.NativeScope;

/// The modules whose forward runs on this thread at the moment, so that an error can name its place by path.
@SuppressWarnings("ReferenceEquality") // Modules are the same if they are one object.
final class CallStack {
    private static final ThreadLocal<CallStack> CURRENT = ThreadLocal.withInitial(CallStack::new);
    private @Nullable Module[] modules = new Module[16];
    private int depth;
    /// What was computed during each call, for modules that compute a parameter; null where there is nothing.
    private @Nullable IdentityHashMap<Computed, Tensor> @Nullable [] computed;

    private CallStack() {}

    static CallStack enter(Module module) {
        var stack = CURRENT.get();
        if (stack.depth == stack.modules.length) stack.modules = Arrays.copyOf(stack.modules, 2 * stack.depth);
        stack.modules[stack.depth++] = module;
        return stack;
    }

    void leave() {
        modules[--depth] = null;
        if (computed != null && depth < computed.length) computed[depth] = null;
    }

    /// What a computed parameter of `owner` is: computed anew, but only once within a call of the module, whose forward
    /// reads it several times where Python's reads it once.
    static Tensor once(Module owner, Computed parameter, Supplier<Tensor> computation) {
        var stack = CURRENT.get();
        for (var i = stack.depth - 1; i >= 0; i--) {
            if (stack.modules[i] == owner) return stack.once(i, parameter, computation);
        }
        return computation.get();
    }

    /// Whether a call of this module runs on this thread.
    static boolean isRunning(Module module) {
        var stack = CURRENT.get();
        for (var i = 0; i < stack.depth; i++) if (stack.modules[i] == module) return true;
        return false;
    }

    @SuppressWarnings({ "unchecked", "rawtypes" }) // Java makes no generic arrays.
    private Tensor once(int place, Computed parameter, Supplier<Tensor> computation) {
        var known = known(place, parameter);
        // What was computed without recording cannot serve where gradients are wanted.
        if (known != null && (known.requiresGrad() || !Torch.isGradEnabled())) return known;
        var made = NativeScope.outlive(computation.get());
        if (computed == null || computed.length <= place) {
            IdentityHashMap[] longer = computed == null ? new IdentityHashMap[modules.length]
                    : Arrays.copyOf(computed, modules.length);
            computed = longer;
        }
        var here = computed[place];
        if (here == null) computed[place] = here = new IdentityHashMap<>();
        here.put(parameter, made);
        return made;
    }

    private @Nullable Tensor known(int place, Computed parameter) {
        var here = computed == null || computed.length <= place ? null : computed[place];
        return here == null ? null : here.get(parameter);
    }

    /// The error, which knows in which module it happened and what that was called with.
    RuntimeException located(RuntimeException thrown, @Nullable Object... inputs) {
        var told = thrown instanceof NullPointerException ? missing(thrown, inputs) : thrown;
        if (told instanceof PythonError error && error.where() == null) {
            error.addWhere(place() + ", called with " + describe(Arrays.asList(inputs)));
        }
        return told;
    }

    /// What a library layer says of a null that it was given but cannot do without.
    private RuntimeException missing(RuntimeException thrown, @Nullable Object... inputs) {
        var module = modules[depth - 1];
        var ours = module.getClass().getPackage() == Module.class.getPackage();
        var place = Arrays.asList(inputs).indexOf(null);
        if (!ours || place < 0) return thrown;
        var told = new TypeError(module.moduleName() + ".forward(): argument " + (place + 1)
                + " must be given, but is null");
        told.initCause(thrown);
        return told;
    }

    /// Lets a backward pass know that it leaves the module where its gradients reach the inputs.
    Inputs watchInputs(Inputs given) {
        var outside = depth > 1 ? place(depth - 1) : null;
        var values = given.values().clone();
        for (var i = 0; i < values.length; i++) values[i] = watched(values[i], outside);
        return new Inputs(values, given.kwargs());
    }

    /// Lets a backward pass know that it comes into the module.
    @Nullable
    Object watchOutput(@Nullable Object result) { return watched(result, place(depth)); }

    private static @Nullable Object watched(@Nullable Object value, @Nullable String place) {
        if (!(value instanceof Tensor tensor) || !tensor.requiresGrad() || !Torch.isGradEnabled()) return value;
        return HookLife.watch(tensor, _ -> {
            AnomalyMode.enter(place);
            return null;
        }).tensor();
    }

    private String place() { return place(depth); }

    private String place(int depth) {
        var last = modules[depth - 1];
        var line = Repr.line(last);
        if (depth == 1) return line;
        var path = new StringBuilder(modules[0].moduleName());
        for (var i = 1; i < depth; i++) {
            var name = Traversal.nameWithin(modules[i - 1], modules[i]);
            if (name == null) return modules[0].moduleName() + ": " + line;
            path.append('.').append(name);
        }
        return path + ": " + line;
    }

    private static String describe(List<? extends @Nullable Object> inputs) {
        return inputs.stream().map(CallStack::describe).collect(Collectors.joining(", "));
    }

    private static String describe(@Nullable Object input) {
        return switch (input) {
            case null -> "None";
            case Tensor tensor when Metadata.isNested(tensor) -> "NestedTensor";
            case Tensor tensor -> "Tensor" + Arrays.toString(tensor.shape().longs());
            case List<?> list -> "[" + describe(list) + "]";
            case Number number -> number.toString();
            case Boolean truth -> truth ? "True" : "False";
            case String string -> "'" + string + "'";
            default -> TypeNames.ofClass(input.getClass());
        };
    }
}
