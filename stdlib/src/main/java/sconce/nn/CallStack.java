package sconce.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.PythonError;
import sconce.Tensor;
import sconce.libtorch.Metadata;

/// The modules whose forward runs on this thread at the moment, so that an error can name its place by path.
final class CallStack {
    private static final ThreadLocal<CallStack> CURRENT = ThreadLocal.withInitial(CallStack::new);
    private @Nullable Module[] modules = new Module[16];
    private int depth;

    private CallStack() {}

    static CallStack enter(Module module) {
        var stack = CURRENT.get();
        if (stack.depth == stack.modules.length) stack.modules = Arrays.copyOf(stack.modules, 2 * stack.depth);
        stack.modules[stack.depth++] = module;
        return stack;
    }

    void leave() { modules[--depth] = null; }

    /// Tells an error, unless it knows, in which module it happened and what that was called with.
    void locate(Throwable thrown, @Nullable Object... inputs) {
        if (thrown instanceof PythonError error && error.where() == null) {
            error.addWhere(place() + ", called with " + describe(Arrays.asList(inputs)));
        }
    }

    private String place() {
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
