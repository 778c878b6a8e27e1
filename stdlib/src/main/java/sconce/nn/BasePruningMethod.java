package sconce.nn;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.AttributeError;
import sconce.MemoryFormat;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;

/// A way to say which entries of a parameter stay and which become zero. Stands for
/// `torch.nn.utils.prune.BasePruningMethod`; those of PyTorch are in [Prune].
///
/// Applied, it moves the parameter `weight` to `weight_orig`, puts its mask beside it as the buffer `weight_mask`, and lets
/// `weight` be their product.
///
/// ```java
/// class EverySecond extends BasePruningMethod {
///     public String pruningType() { return "unstructured"; }
///     public Tensor computeMask(Tensor t, Tensor defaultMask) {
///         var mask = defaultMask.clone();
///         mask.view(-1).set("::2", 0);
///         return mask;
///     }
/// }
/// var net = new Linear(4, 1);
/// new EverySecond().apply(net, "weight");
/// net.get("weight_mask")   // tensor([[0., 1., 0., 1.]])
/// ```
public abstract class BasePruningMethod {
    private @Nullable String tensorName;

    /// A method that was applied to nothing yet.
    protected BasePruningMethod() {}

    /// How methods that follow each other work together. Stands for `PRUNING_TYPE`: `"unstructured"` looks at entries
    /// that are left, `"structured"` at channels of [#dim] that are left, `"global"` at everything.
    public abstract String pruningType();

    /// The mask for a tensor of importances, on top of the mask there is already.
    public abstract Tensor computeMask(Tensor t, Tensor defaultMask);

    /// The dimension of the channels of a structured method.
    public long dim() {
        throw new AttributeError(
                "Pruning methods of PRUNING_TYPE \"structured\" need to have the attribute `dim` defined.");
    }

    /// The name of the parameter it was applied to, or null. Stands for `_tensor_name`.
    public @Nullable String tensorName() { return tensorName; }

    final void tensorName(@Nullable String name) { tensorName = name; }

    /// What `name` of a module is while it is pruned.
    private record Pruned(BasePruningMethod method) implements Computation {
        @Override
        public Tensor compute(Module owner) { return method.applyMask(owner); }

        @Override
        public void assign(Module owner, @Nullable Object value) {
            var name = method.tensorName;
            throw new TypeError("cannot assign '" + TypeNames.of(value) + "' as '" + name + "', which is pruned: it is "
                    + name + "_orig times " + name + "_mask until Prune.remove(module, \"" + name + "\")");
        }
    }

    /// The method that prunes a parameter of the module itself, or null.
    static @Nullable BasePruningMethod of(Module module, String name) {
        return module.members().computation(name) instanceof Pruned pruned ? pruned.method : null;
    }

    /// Prunes a module's parameter by its own size, on top of what was pruned before. Stands for the class method
    /// `apply`; returns what prunes it from now on.
    ///
    /// @throws AttributeError if there is no such parameter
    public BasePruningMethod apply(Module module, String name) { return apply(module, name, null); }

    /// The same by a tensor of importances.
    ///
    /// @throws AssertionException if its shape is not the parameter's
    public BasePruningMethod apply(Module module, String name, @Nullable Tensor importanceScores) {
        var old = of(module, name);
        if (!(module.get(name) instanceof Tensor now)) {
            throw new TypeError("ones_like(): argument 'input' (position 1) must be Tensor, not NoneType");
        }
        if (importanceScores != null && !importanceScores.shape().equals(now.shape())) {
            throw new AssertionException("importance_scores should have the same shape as parameter                 "
                    + name + " of " + module);
        }
        tensorName = name;
        var scores = importanceScores != null ? importanceScores : now;
        var method = old == null ? this : PruningContainer.of(old, this);
        var mask = Torch.noGrad(() -> method.computeMask(scores.detach(), old == null ? Torch.onesLike(now)
                : mask(module, name).detach().clone(MemoryFormat.contiguous_format)));
        var members = module.members();
        if (old == null) {
            module.registerParameter(name + "_orig", now);
            members.compute(name, new Pruned(method));
        } else {
            members.compute(name, new Pruned(method));
        }
        module.registerBuffer(name + "_mask", mask);
        return method;
    }

    private static Tensor mask(Module module, String name) {
        return (Tensor) Objects.requireNonNull(module.get(name + "_mask"));
    }

    /// The masked parameter of a module. Stands for `apply_mask`.
    ///
    /// @throws AssertionException if the method was not applied
    public Tensor applyMask(Module module) {
        var name = tensorName;
        if (name == null) throw new AssertionException("Module " + module + " has to be pruned");
        var original = (Tensor) Objects.requireNonNull(module.get(name + "_orig"));
        return mask(module, name).to(original.dtype()).mul(original);
    }

    /// A pruned copy of a tensor.
    public Tensor prune(Tensor t) { return prune(t, null, null); }

    /// The same, on top of a mask and by importances; null for none of either.
    ///
    /// @throws AssertionException if the importances have another shape
    public Tensor prune(Tensor t, @Nullable Tensor defaultMask, @Nullable Tensor importanceScores) {
        if (importanceScores != null && !importanceScores.shape().equals(t.shape())) {
            throw new AssertionException("importance_scores should have the same shape as tensor t");
        }
        var mask = defaultMask != null ? defaultMask : Torch.onesLike(t);
        return t.mul(computeMask(importanceScores != null ? importanceScores : t, mask));
    }

    /// Makes what was pruned for good: the parameter is a plain one again, with its zeros.
    public void remove(Module module) {
        var name = tensorName;
        if (name == null) {
            throw new AssertionException(
                    "Module " + module + " has to be pruned            before pruning can be removed");
        }
        var masked = applyMask(module);
        var original = (Parameter) Objects.requireNonNull(module.get(name + "_orig"));
        original.setData(masked.data());
        module.delete(name + "_orig");
        module.delete(name + "_mask");
        module.members().restore(name, original);
    }
}
