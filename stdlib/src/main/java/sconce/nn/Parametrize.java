package sconce.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.libtorch.NativeScope;

/// Computes a module's parameter from another one, each time it is read, by modules that users write. Stands for
/// `torch.nn.utils.parametrize`.
///
/// A parametrization is a module whose `forward` gives the parameter; a `rightInverse(Tensor)`, if it has one, gives what
/// to start from so that the parameter becomes a given one. Assigning to the parameter goes through it.
///
/// ```java
/// class Symmetric extends Module {
///     Tensor forward(Tensor x) { return x.triu().add(x.triu(1).mT()); }
/// }
/// var net = Parametrize.registerParametrization(new Linear(3, 3), "weight", new Symmetric());
/// Torch.equal(net.weight, net.weight.T())   // true
/// net.namedParameters().keySet()   // [bias, parametrizations.weight.original]
/// ```
public final class Parametrize {
    private static final String FIELD = "parametrizations";
    private static final Object CACHE = new Object();
    private static final Map<ParametrizationList, Tensor> CACHED = new HashMap<>();
    private static int caching;

    private Parametrize() {}

    /// The parameter `name` as the list under `parametrizations` computes it.
    private record Parametrized(String name) implements Computation {
        @Override
        public Tensor compute(Module owner) { return cachedOr(list(owner, name)); }

        @Override
        public void assign(Module owner, @Nullable Object value) {
            if (!(value instanceof Tensor tensor)) {
                throw new TypeError("cannot assign '" + TypeNames.of(value) + "' to the parametrized '" + name
                        + "': its parametrizations take a Tensor");
            }
            list(owner, name).rightInverse(tensor);
        }
    }

    /// Lets `parametrization` compute a parameter or buffer, after those that do already, and returns the module.
    ///
    /// @throws ValueError if there is no such parameter, or the parametrization changes its shape or dtype
    public static <M extends Module> M registerParametrization(M module, String tensorName, Module parametrization) {
        return registerParametrization(module, tensorName, parametrization, false);
    }

    /// The same; `unsafe` allows another shape or dtype, for whoever knows that the module can use it.
    public static <M extends Module> M registerParametrization(M module, String tensorName, Module parametrization,
            boolean unsafe) {
        parametrization.train(module.training());
        var members = module.members().look();
        if (isParametrized(module, tensorName)) {
            if (!unsafe) checkNext(module, tensorName, parametrization);
            list(module, tensorName).add(parametrization, unsafe);
            return module;
        }
        var original = members.parameters.containsKey(tensorName) ? members.parameters.get(tensorName)
                : members.buffers.get(tensorName);
        if (original == null) {
            throw new ValueError(
                    "Module '" + module + "' does not have a parameter, a buffer, or a parametrized element "
                            + "with name '" + tensorName + "'");
        }
        // Made early: it finds what does not fit before anything has changed.
        var list = new ParametrizationList(List.of(parametrization), original, unsafe);
        list.training = module.training;
        members.compute(tensorName, new Parametrized(tensorName));
        if (lists(members) == null) module.addModule(FIELD, new ModuleDict());
        Objects.requireNonNull(lists(members)).put(tensorName, list);
        return module;
    }

    private static void checkNext(Module module, String name, Module parametrization) {
        var now = (Tensor) Objects.requireNonNull(module.get(name));
        var next = tensor(parametrization.invoke(now));
        var labels = new String[] { "module." + name + ".", "parametrization(module." + name + ")." };
        checkKind("dtype", now.dtype(), next.dtype(), labels[0], labels[1], "unless the `unsafe` flag");
        checkKind("shape", now.shape(), next.shape(), labels[0], labels[1], "unless the `unsafe` flag");
        if (!RightInverse.exists(parametrization)) return;
        Object back;
        try {
            back = RightInverse.apply(parametrization, next);
        } catch (sconce.NotImplementedError none) {
            return;
        }
        if (!(back instanceof Tensor inverted)) {
            throw new ValueError("parametrization.right_inverse must return a tensor. Got: " + TypeNames.of(back));
        }
        checkInverse("dtype", name, now.dtype(), inverted.dtype());
        checkInverse("shape", name, now.shape(), inverted.shape());
    }

    private static void checkInverse(String what, String name, Object expected, Object got) {
        if (expected.equals(got)) return;
        throw new ValueError("The tensor returned by parametrization.right_inverse must have the same " + what
                + " as module." + name + ", unless the `unsafe` flag is enabled.\nmodule." + name + "." + what + ": "
                + expected + "\nreturned " + what + ": " + got);
    }

    static void checkKind(String what, Object before, Object after, String beforeLabel, String afterLabel,
            String unless) {
        if (before.equals(after)) return;
        throw new ValueError("Registering a parametrization may not change the " + what + " of the tensor, " + unless
                + " is enabled.\n" + beforeLabel + what + ": " + before + "\n" + afterLabel + what + ": " + after);
    }

    static Tensor tensor(@Nullable Object made) {
        if (made instanceof Tensor tensor) return tensor;
        throw new ValueError("A parametrization must return a tensor. Got " + TypeNames.of(made) + ".");
    }

    static void register(Module module, String name, Tensor tensor) {
        if (tensor instanceof Parameter) module.registerParameter(name, tensor);
        else module.registerBuffer(name, tensor);
    }

    private static @Nullable ModuleDict lists(Members members) {
        return members.modules.get(FIELD) instanceof ModuleDict lists ? lists : null;
    }

    private static ParametrizationList list(Module module, String name) {
        return Objects.requireNonNull(lists(module.members())).get(name, ParametrizationList.class);
    }

    static boolean isParametrized(Members members) {
        var lists = lists(members);
        return lists != null && lists.size() > 0;
    }

    /// Whether any parameter of the module itself is parametrized.
    public static boolean isParametrized(Module module) { return isParametrized(module.members().look()); }

    /// Whether the parameter of this name is parametrized.
    public static boolean isParametrized(Module module, String tensorName) {
        var lists = lists(module.members().look());
        return lists != null && lists.containsKey(tensorName);
    }

    /// The parametrizations of a parameter. Stands for `module.parametrizations.weight`.
    ///
    /// @throws ValueError if it has none
    public static ParametrizationList parametrizations(Module module, String tensorName) {
        requireParametrized(module, tensorName);
        return list(module, tensorName);
    }

    private static void requireParametrized(Module module, String name) {
        if (!isParametrized(module, name)) {
            throw new ValueError("Module " + module + " does not have a parametrization on " + name);
        }
    }

    /// Makes a parameter a plain one again, with the values that it had through its parametrizations, and returns the
    /// module.
    ///
    /// @throws ValueError if it is not parametrized
    public static <M extends Module> M removeParametrizations(M module, String tensorName) {
        return removeParametrizations(module, tensorName, true);
    }

    /// The same; without `leaveParametrized` the values are those of the original.
    ///
    /// @throws ValueError if there are several originals and `leaveParametrized` is false
    public static <M extends Module> M removeParametrizations(M module, String tensorName,
            boolean leaveParametrized) {
        requireParametrized(module, tensorName);
        var list = list(module, tensorName);
        var members = module.members();
        Tensor left;
        if (list.isTensor()) {
            left = list.originals().getFirst();
            if (leaveParametrized) {
                ParametrizationList.change(left,
                        Torch.noGrad(() -> ((Tensor) Objects.requireNonNull(module.get(tensorName))).detach()));
            }
        } else {
            if (!leaveParametrized) {
                throw new ValueError("Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is "
                        + "parametrized in terms of a sequence of tensors.");
            }
            var now = (Tensor) Objects.requireNonNull(module.get(tensorName));
            var trained = list.originals().getFirst() instanceof Parameter;
            left = trained ? new Parameter(now.detach(), now.requiresGrad()) : now;
        }
        var lists = Objects.requireNonNull(lists(members));
        lists.delete(tensorName);
        if (lists.size() == 0) module.delete(FIELD);
        members.restore(tensorName, left);
        return module;
    }

    /// The module's class. It does not change here as it does in Python, where this function undoes that.
    public static Class<?> typeBeforeParametrizations(Module module) { return module.getClass(); }

    /// Gives `toModule` all parametrizations of `fromModule` and what they start from, and returns it.
    public static <M extends Module> M transferParametrizationsAndParams(Module fromModule, M toModule) {
        if (!isParametrized(fromModule)) return toModule;
        var names = List.copyOf(Objects.requireNonNull(lists(fromModule.members())).keys());
        names.forEach(name -> transferParametrizationsAndParams(fromModule, toModule, name));
        return toModule;
    }

    /// The same for one parameter.
    public static <M extends Module> M transferParametrizationsAndParams(Module fromModule, M toModule,
            String tensorName) {
        if (!isParametrized(fromModule)) return toModule;
        if (!toModule.members().hasAttribute(tensorName)) {
            toModule.registerParameter(tensorName, new Parameter((Tensor) fromModule.get(tensorName)));
        }
        var from = parametrizations(fromModule, tensorName);
        for (var parametrization : from) registerParametrization(toModule, tensorName, parametrization);
        var to = list(toModule, tensorName);
        for (var name : from.originalNames()) to.set(name, from.members().get(name));
        return toModule;
    }

    // ---- the cache

    /// Lets each parametrized parameter be computed once only, until it is closed. Stands for `parametrize.cached()`.
    public static Cache cached() { return new Cache(); }

    /// Runs `body` and computes each parametrized parameter in it once only.
    public static <R> R cached(Supplier<R> body) {
        try (var cache = cached()) {
            return body.get();
        }
    }

    /// How long parametrized parameters are computed once only; blocks may stand within each other.
    public static final class Cache implements AutoCloseable {
        private boolean open = true;

        private Cache() {
            synchronized (CACHE) {
                caching++;
            }
        }

        /// Ends it; the outermost one drops what was computed.
        @Override
        public void close() {
            synchronized (CACHE) {
                if (!open) return;
                open = false;
                caching--;
                if (caching == 0) CACHED.clear();
            }
        }
    }

    private static Tensor cachedOr(ParametrizationList list) {
        synchronized (CACHE) {
            if (caching > 0) {
                var known = CACHED.get(list);
                if (known != null) return known;
                var made = NativeScope.outlive(tensor(list.invoke()));
                CACHED.put(list, made);
                return made;
            }
        }
        return tensor(list.invoke());
    }
}
