package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;

/// Sets entries of parameters to zero and keeps them there. Stands for `torch.nn.utils.prune`.
///
/// An `amount` is a number of entries or channels if it is an integer, a part of them between 0 and 1 if it is real.
///
/// ```java
/// var net = new Linear(3, 2);
/// Prune.l1Unstructured(net, "weight", 2);
/// net.namedParameters().keySet()   // [bias, weight_orig]
/// ((Tensor) net.get("weight_mask")).sum()   // tensor(4.)
/// Prune.remove(net, "weight");
/// net.namedParameters().keySet()   // [bias, weight]
/// ```
public final class Prune {
    private Prune() {}

    /// A module and the name of a parameter of it, for [#globalUnstructured].
    public record Target(Module module, String name) {}

    /// Prepares a parameter for pruning without pruning anything.
    public static <M extends Module> M identity(M module, String name) {
        new Identity().apply(module, name);
        return module;
    }

    /// Prunes entries by chance.
    public static <M extends Module> M randomUnstructured(M module, String name, Number amount) {
        new RandomUnstructured(amount).apply(module, name);
        return module;
    }

    /// Prunes the entries of the smallest absolute values.
    public static <M extends Module> M l1Unstructured(M module, String name, Number amount) {
        return l1Unstructured(module, name, amount, null);
    }

    /// The same by other importances than the absolute values.
    public static <M extends Module> M l1Unstructured(M module, String name, Number amount,
            @Nullable Tensor importanceScores) {
        new L1Unstructured(amount).apply(module, name, importanceScores);
        return module;
    }

    /// Prunes whole channels along a dimension by chance.
    public static <M extends Module> M randomStructured(M module, String name, Number amount, long dim) {
        new RandomStructured(amount, dim).apply(module, name);
        return module;
    }

    /// Prunes the channels along a dimension whose `n`-norm is smallest.
    public static <M extends Module> M lnStructured(M module, String name, Number amount, Number n, long dim) {
        return lnStructured(module, name, amount, n, dim, null);
    }

    /// The same by other importances.
    public static <M extends Module> M lnStructured(M module, String name, Number amount, Number n, long dim,
            @Nullable Tensor importanceScores) {
        new LnStructured(amount, n, dim).apply(module, name, importanceScores);
        return module;
    }

    /// Prunes where a mask is zero.
    public static <M extends Module> M customFromMask(M module, String name, Tensor mask) {
        new CustomFromMask(mask).apply(module, name);
        return module;
    }

    /// Prunes several parameters as if they were one: `globalUnstructured(targets, new Prune.L1Unstructured(0.2))`.
    ///
    /// @throws TypeError if the method is not an unstructured one
    public static void globalUnstructured(Iterable<Target> parameters, BasePruningMethod pruningMethod) {
        globalUnstructured(parameters, pruningMethod, Map.of());
    }

    /// The same by other importances for some of them.
    public static void globalUnstructured(Iterable<Target> parameters, BasePruningMethod pruningMethod,
            Map<Target, ? extends Tensor> importanceScores) {
        var targets = new ArrayList<Target>();
        parameters.forEach(targets::add);
        if (!pruningMethod.pruningType().equals("unstructured")) {
            throw new TypeError("Only \"unstructured\" PRUNING_TYPE supported for the `pruning_method`. Found method "
                    + pruningMethod.getClass().getSimpleName() + " of type " + pruningMethod.pruningType());
        }
        var scores = new ArrayList<Tensor>();
        var masks = new ArrayList<Tensor>();
        for (var target : targets) {
            var now = tensor(target);
            var given = importanceScores.get(target);
            scores.add((given != null ? given : now).detach());
            masks.add(BasePruningMethod.of(target.module, target.name) == null ? Torch.onesLike(now)
                    : (Tensor) Objects.requireNonNull(target.module.get(target.name + "_mask")));
        }
        pruningMethod.tensorName("temp");
        var mask = Torch.noGrad(() -> new PruningContainer(pruningMethod).computeMask(
                ConvertParameters.parametersToVector(scores), ConvertParameters.parametersToVector(masks)));
        var from = 0L;
        for (var target : targets) {
            var now = tensor(target);
            customFromMask(target.module, target.name, mask.narrow(0, from, now.numel()).viewAs(now));
            from += now.numel();
        }
    }

    private static Tensor tensor(Target target) {
        return (Tensor) Objects.requireNonNull(target.module.get(target.name), target.name);
    }

    /// Makes the zeros of a parameter permanent, and the parameter a plain one.
    ///
    /// @throws ValueError if it is not pruned
    public static <M extends Module> M remove(M module, String name) {
        var method = BasePruningMethod.of(module, name);
        if (method == null) {
            throw new ValueError("Parameter '" + name + "' of module " + module
                    + " has to be pruned before pruning can be removed");
        }
        method.remove(module);
        return module;
    }

    /// Whether anything in the tree of modules is pruned.
    public static boolean isPruned(Module module) {
        return module.modules().stream().anyMatch(part -> part.members().look().computed.keySet().stream()
                .anyMatch(name -> BasePruningMethod.of(part, name) != null));
    }

    /// What prunes a parameter of the module, or null. Stands for the method among the module's forward pre-hooks.
    public static @Nullable BasePruningMethod method(Module module, String name) {
        return BasePruningMethod.of(module, name);
    }

    // ---- the methods

    /// Prunes nothing.
    public static final class Identity extends BasePruningMethod {
        @Override
        public String pruningType() { return "unstructured"; }

        @Override
        public Tensor computeMask(Tensor t, Tensor defaultMask) { return defaultMask; }
    }

    /// Prunes entries by chance.
    public static final class RandomUnstructured extends BasePruningMethod {
        private final Number amount;

        /// @throws ValueError if it is negative, or a part above 1
        public RandomUnstructured(Number amount) { this.amount = PruningAmount.checked(amount); }

        @Override
        public String pruningType() { return "unstructured"; }

        @Override
        public Tensor computeMask(Tensor t, Tensor defaultMask) {
            return PruningAmount.without(defaultMask, PruningAmount.of(amount, t.numel()), () -> Torch.randLike(t),
                    true);
        }
    }

    /// Prunes the entries of the smallest absolute values.
    public static final class L1Unstructured extends BasePruningMethod {
        private final Number amount;

        /// @throws ValueError if it is negative, or a part above 1
        public L1Unstructured(Number amount) { this.amount = PruningAmount.checked(amount); }

        @Override
        public String pruningType() { return "unstructured"; }

        @Override
        public Tensor computeMask(Tensor t, Tensor defaultMask) {
            return PruningAmount.without(defaultMask, PruningAmount.of(amount, t.numel()), t::abs, false);
        }
    }

    /// Prunes channels by chance.
    public static final class RandomStructured extends BasePruningMethod {
        private final Number amount;
        private final long dim;

        /// Channels of the last dimension.
        public RandomStructured(Number amount) { this(amount, -1); }

        /// @throws ValueError if it is negative, or a part above 1
        public RandomStructured(Number amount, long dim) {
            this.amount = PruningAmount.checked(amount);
            this.dim = dim;
        }

        @Override
        public String pruningType() { return "structured"; }

        @Override
        public long dim() { return dim; }

        @Override
        public Tensor computeMask(Tensor t, Tensor defaultMask) {
            var channels = PruningAmount.channels(t, dim);
            var count = PruningAmount.of(amount, channels);
            if (count == 0) return defaultMask;
            var chance = Torch.rand(channels);
            var kept = chance.gt(chance.kthvalue(count).values()).nonzero().flatten();
            return PruningAmount.only(t, dim, kept, defaultMask);
        }
    }

    /// Prunes the channels of the smallest norm.
    public static final class LnStructured extends BasePruningMethod {
        private final Number amount;
        private final Number n;
        private final long dim;

        /// Channels of the last dimension.
        public LnStructured(Number amount, Number n) { this(amount, n, -1); }

        /// @throws ValueError if it is negative, or a part above 1
        public LnStructured(Number amount, Number n, long dim) {
            this.amount = PruningAmount.checked(amount);
            this.n = n;
            this.dim = dim;
        }

        @Override
        public String pruningType() { return "structured"; }

        @Override
        public long dim() { return dim; }

        @Override
        public Tensor computeMask(Tensor t, Tensor defaultMask) {
            var channels = PruningAmount.channels(t, dim);
            var count = PruningAmount.of(amount, channels);
            var kept = PruningAmount.norms(t, n, dim).topk(channels - count).indices();
            return count == 0 ? defaultMask : PruningAmount.only(t, dim, kept, defaultMask);
        }
    }

    /// Prunes where a mask is zero.
    public static final class CustomFromMask extends BasePruningMethod {
        private final Tensor mask;

        /// A mask of the parameter's shape.
        public CustomFromMask(Tensor mask) { this.mask = mask; }

        @Override
        public String pruningType() { return "global"; }

        @Override
        public Tensor computeMask(Tensor t, Tensor defaultMask) {
            if (!defaultMask.shape().equals(mask.shape())) {
                throw new AssertionException("the mask has shape " + mask.shape() + ", and the parameter "
                        + defaultMask.shape());
            }
            return defaultMask.mul(mask.to(defaultMask.dtype()));
        }
    }
}
