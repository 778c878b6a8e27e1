package sconce.libtorch;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Calls libtorch's operators by name, as its dispatcher lists them: `"add.Tensor"`, `"sum.dim_IntList"`, `"relu"`.
///
/// ```java
/// Tensor sum = Operators.call("add.Tensor", Torch.tensor(1), Torch.tensor(2));   // tensor(3)
/// ```
///
/// Arguments come in the order of the operator's schema; those left out at the end take its defaults, `null` is None.
/// What Java types an argument may have: `Tensor` (or a number, which becomes one that gives way to the others' dtypes),
/// `List` or array of tensors, `Number`, `Boolean`, `String`, `long[]`, `int[]`, `double[]`, `boolean[]`, [Coded] for a
/// dtype, layout or memory format, [Named] for a device.
public final class Operators {
    private static final ConcurrentHashMap<String, Operator> KNOWN = new ConcurrentHashMap<>();

    private Operators() {}

    /// Calls an operator and returns its result: a tensor, a number, a boolean, a list, an `Object[]` of several, or null.
    ///
    /// @param name the operator's name in the `aten` namespace, with its overload after a dot
    /// @throws RuntimeException what [Host#error] makes of libtorch's message
    @SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals", "NullAway" }) // What comes back, the schema says.
    public static <R> R call(String name, @Nullable Object... arguments) {
        return (R) OperatorWatch.Current.call(name, find(name), arguments, true);
    }

    /// Calls an operator for its effect and drops what it returns: the in-place ones return their first argument.
    public static void run(String name, @Nullable Object... arguments) {
        OperatorWatch.Current.call(name, find(name), arguments, false);
    }

    /// Whether libtorch has an operator of this name and overload.
    public static boolean exists(String name) {
        try {
            find(name);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /// The operator's schema as libtorch writes it, for error messages and documentation.
    public static String schema(String name) { return find(name).toString(); }

    private static Operator find(String name) {
        var operator = KNOWN.get(name);
        return operator != null ? operator : KNOWN.computeIfAbsent(name, Operator::find);
    }
}
