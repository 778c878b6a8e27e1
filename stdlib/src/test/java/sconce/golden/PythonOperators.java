package sconce.golden;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.Print;
import sconce.Size;
import sconce.Tensor;
import sconce.libtorch.ComplexNumber;
import sconce.Torch;
import sconce.libtorch.ComplexNumber;
import sconce.libtorch.Metadata;

/// Python's operators and built-in functions on Java's objects.
final class PythonOperators {
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("add", "add"), Map.entry("sub", "sub"), Map.entry("mul", "mul"), Map.entry("truediv", "div"),
            Map.entry("floordiv", "floor_divide"), Map.entry("mod", "remainder"), Map.entry("pow", "pow"),
            Map.entry("matmul", "matmul"), Map.entry("and", "bitwise_and"), Map.entry("or", "bitwise_or"),
            Map.entry("xor", "bitwise_xor"), Map.entry("lshift", "bitwise_left_shift"),
            Map.entry("rshift", "bitwise_right_shift"), Map.entry("neg", "neg"), Map.entry("pos", "positive"),
            Map.entry("abs", "abs"), Map.entry("invert", "bitwise_not"), Map.entry("eq", "eq"), Map.entry("ne", "ne"),
            Map.entry("lt", "lt"), Map.entry("le", "le"), Map.entry("gt", "gt"), Map.entry("ge", "ge"));

    /// The comparison that says the same with its sides exchanged.
    private static final Map<String, String> MIRRORED = Map.of("eq", "eq", "ne", "ne", "lt", "gt", "le", "ge", "gt",
            "lt", "ge", "le");

    private PythonOperators() {}

    static @Nullable Object apply(String operator, List<@Nullable Object> operands) {
        var left = operands.getFirst();
        var right = operands.size() > 1 ? operands.get(1) : null;
        return switch (operator) {
            case "is" -> same(left, right);
            case "is_not" -> !same(left, right);
            case "not" -> !(Boolean) truth(left);
            // Some programs name the element first.
            case "contains" -> left instanceof Number && right != null ? contains(right, left)
                    : contains(Objects.requireNonNull(left), right);
            default -> {
                if (left instanceof Tensor) yield onTensor(operator, operands);
                if (right instanceof Tensor tensor) yield reversed(operator, left, tensor);
                yield onNumbers(operator, left, right);
            }
        };
    }

    private static @Nullable Object onTensor(String operator, List<@Nullable Object> operands) {
        var method = METHODS.get(operator);
        var inPlace = method == null && operator.startsWith("i") ? METHODS.get(operator.substring(1)) : null;
        var name = inPlace != null ? inPlace + "_" : method;
        if (name == null) throw new IllegalArgumentException("unknown operator: " + operator);
        return Calls.call("." + name, operands, Map.of());
    }

    /// What `torch.Tensor`'s reversed operators do.
    private static @Nullable Object reversed(String operator, @Nullable Object left, Tensor right) {
        return switch (operator) {
            case "add", "mul", "and", "or", "xor" ->
                Calls.call("." + METHODS.get(operator), both(right, left), Map.of());
            case "sub" -> Calls.call("torch.rsub", both(right, left), Map.of());
            case "truediv" ->
                Calls.call(".mul", both(Calls.call(".reciprocal", List.of(right), Map.of()), left), Map.of());
            case "eq", "ne", "lt", "le", "gt", "ge" -> Calls.call("." + MIRRORED.get(operator), both(right, left),
                    Map.of());
            default -> Calls.call("torch." + METHODS.get(operator), both(left, right), Map.of());
        };
    }

    private static List<@Nullable Object> both(@Nullable Object one, @Nullable Object other) {
        var both = new ArrayList<@Nullable Object>();
        Collections.addAll(both, one, other);
        return both;
    }

    private static @Nullable Object onNumbers(String operator, @Nullable Object left, @Nullable Object right) {
        if (operator.equals("eq")) return equal(left, right);
        if (operator.equals("ne")) return !equal(left, right);
        if (left instanceof List<?> list && operator.equals("add")) {
            var joined = new ArrayList<Object>(list);
            joined.addAll((List<?>) Objects.requireNonNull(right));
            return joined;
        }
        if (!(left instanceof Number)) throw new IllegalArgumentException(operator + " of " + left + " and " + right);
        var a = ((Number) left).doubleValue();
        var b = right == null ? 0 : ((Number) right).doubleValue();
        var whole = left instanceof Long && (right == null || right instanceof Long);
        return switch (operator) {
            case "lt" -> a < b;
            case "le" -> a <= b;
            case "gt" -> a > b;
            case "ge" -> a >= b;
            case "truediv" -> a / b;
            case "add" -> number(a + b, whole);
            case "sub" -> number(a - b, whole);
            case "mul" -> number(a * b, whole);
            case "neg" -> number(-a, whole);
            case "pow" -> number(Math.pow(a, b), whole);
            default -> throw new IllegalArgumentException(operator + " of " + left + " and " + right);
        };
    }

    private static Number number(double value, boolean whole) {
        if (whole) return (long) value;
        return value;
    }

    private static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) return a.doubleValue() == b.doubleValue();
        return Objects.equals(left, right);
    }

    /// Every look at a native tensor gives a handle of its own: what Python calls one object is one native tensor.
    private static boolean same(@Nullable Object left, @Nullable Object right) {
        return left instanceof Tensor a && right instanceof Tensor b ? Metadata.isSame(a, b)
                : left == right || left != null && !(left instanceof Number) && left.equals(right);
    }

    private static boolean contains(Object container, @Nullable Object element) {
        if (container instanceof Tensor tensor) {
            var equal = (Tensor) Objects.requireNonNull(Calls.call(".eq", both(tensor, element), Map.of()));
            return ((Tensor) Objects.requireNonNull(Calls.call(".any", List.of(equal), Map.of()))).booleanValue();
        }
        return switch (container) {
            case List<?> list -> list.contains(element);
            case Map<?, ?> map -> map.containsKey(element);
            default -> (Boolean) Objects.requireNonNull(
                    Calls.method(container, "contains", Collections.singletonList(element), Map.of()));
        };
    }

    /// `x[index]`.
    static @Nullable Object get(Object owner, List<@Nullable Object> index) {
        if (owner instanceof Tensor tensor) {
            var written = index.stream().map(PythonOperators::written).toList();
            return written.size() == 1 && written.getFirst() instanceof Long whole ? tensor.get(whole)
                    : tensor.get(written.toArray());
        }
        var only = index.getFirst();
        if (owner instanceof Map<?, ?> map) return map.get(only);
        if (only instanceof Long position) {
            var elements = Facts.elements(owner);
            if (elements == null) return Calls.method(owner, "get", List.of(position), Map.of());
            var i = (int) (position < 0 ? position + elements.size() : position);
            return elements.get(i);
        }
        return Calls.method(owner, "get", Collections.singletonList(only), Map.of());
    }

    /// `x[index] = value`.
    static @Nullable Object set(Object owner, List<@Nullable Object> index, @Nullable Object value) {
        var written = index.stream().map(PythonOperators::written).toList();
        if (owner instanceof Tensor tensor) {
            var place = written.size() == 1 ? written.getFirst() : Torch.index(written.toArray());
            tensor.set(place, Objects.requireNonNull(value));
        } else {
            Calls.method(owner, "set", both(written.getFirst(), value), Map.of());
        }
        return null;
    }

    /// An element of an index as one types it in Java; None is a text there.
    private static Object written(@Nullable Object element) {
        return switch (element) {
            case null -> "None";
            case GoldenValues.IndexText index -> index.text();
            default -> element;
        };
    }

    private static Object truth(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case Tensor tensor -> tensor.booleanValue();
            case Number number -> number.doubleValue() != 0;
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    private static @Nullable Object complex(@Nullable Object number) {
        return number instanceof Long || number instanceof Double
                ? new ComplexNumber(((Number) number).doubleValue(), 0)
                : number;
    }

    /// `len int float bool complex list str`.
    static @Nullable Object builtin(String name, List<@Nullable Object> arguments) {
        var value = arguments.getFirst();
        return switch (name) {
            case "len" -> value instanceof Tensor tensor ? (Object) tensor.size(0)
                    : value instanceof List<?> list ? (Object) list.size()
                            : value instanceof Map<?, ?> map ? (Object) map.size()
                                    : Calls.method(Objects.requireNonNull(value), "size", List.of(), Map.of());
            case "int" -> value instanceof Tensor tensor ? (Object) tensor.longValue() : ((Number) value).longValue();
            case "float" -> value instanceof Tensor tensor ? (Object) tensor.doubleValue()
                    : ((Number) value).doubleValue();
            case "complex" -> complex(value instanceof Tensor tensor ? tensor.item() : value);
            case "bool" -> truth(value);
            case "str" -> Print.str(value);
            case "repr" -> Print.repr(value);
            case "abs" -> apply("abs", arguments);
            case "list", "tuple" -> value instanceof Tensor tensor
                    ? new ArrayList<>((List<?>) Objects.requireNonNull(
                            Calls.call("torch.unbind", List.of(tensor), Map.of())))
                    : value instanceof Size size ? new ArrayList<>(size) : Facts.elements(value);
            default -> throw new IllegalArgumentException("unknown built-in: " + name);
        };
    }
}
