package sconce.scenarios;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sconce.PythonError;
import sconce.Size;
import sconce.Tensor;
import sconce.nn.Module;
import sconce.nn.StateDict;

/// What the scenarios print with: values as Python writes them.
abstract class Scenarios {
    private final StringBuilder printed = new StringBuilder();

    /// A tuple, which Python prints in round brackets.
    record Tuple(List<Object> values) {}

    /// An action that may fail.
    interface Action {
        Object run();
    }

    /// The same for an action that gives nothing.
    interface Step {
        void run();
    }

    String printed() { return printed.toString(); }

    void print(Object... values) {
        printed.append(Arrays.stream(values).map(Scenarios::str).collect(Collectors.joining(" "))).append('\n');
    }

    /// Python's `print(..., end=" ")`.
    void printOn(Object value) { printed.append(str(value)).append(' '); }

    static Tuple tuple(Object... values) { return new Tuple(Arrays.asList(values)); }

    static List<Object> list(Iterable<?> values) {
        var list = new ArrayList<>();
        values.forEach(list::add);
        return list;
    }

    /// The type as Python names it: a Buffer is a tensor there.
    static String typeName(Object value) {
        if (value instanceof Module module) return module.moduleName();
        if (value instanceof sconce.Parameter) return "Parameter";
        return value instanceof Tensor ? "Tensor" : value.getClass().getSimpleName();
    }

    static List<String> types(Iterable<? extends Module> modules) {
        var names = new ArrayList<String>();
        modules.forEach(module -> names.add(typeName(module)));
        return names;
    }

    static List<Long> sizes(Tensor tensor) { return List.copyOf(tensor.shape()); }

    static String str(Object value) { return value instanceof String text ? text : repr(value); }

    static String repr(Object value) {
        return switch (value) {
            case null -> "None";
            case String text -> "'" + text + "'";
            case Boolean truth -> truth ? "True" : "False";
            case Tuple(List<Object> values) -> values.stream().map(Scenarios::repr)
                    .collect(Collectors.joining(", ", "(", values.size() == 1 ? ",)" : ")"));
            case Size size -> size.toString();
            case Module module -> module.toString();
            case StateDict state -> state.toString();
            case Collection<?> values -> values.stream().map(Scenarios::repr)
                    .collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map -> map.entrySet().stream().map(e -> repr(e.getKey()) + ": " + repr(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    /// What an action fails with, as Python names it: `ValueError: ...`.
    static String failure(Step action) {
        try {
            action.run();
        } catch (RuntimeException thrown) {
            return thrown instanceof PythonError error ? error.pythonName() + ": " + thrown.getMessage()
                    : thrown.toString();
        }
        return "no error";
    }

    /// The message alone.
    static String message(Step action) {
        try {
            action.run();
        } catch (RuntimeException thrown) {
            return thrown.getMessage();
        }
        return "no error";
    }

    void attempt(String label, Action action) {
        try {
            print(label, "->", action.run());
        } catch (RuntimeException thrown) {
            print(label, "->", ((PythonError) thrown).pythonName() + ": " + thrown.getMessage());
        }
    }
}
