package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.NotImplementedError;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// The parametrizations of one parameter, which are applied in turn, and what they start from: `original`, or `original0`,
/// `original1` and so on. Stands for `torch.nn.utils.parametrize.ParametrizationList`; [Parametrize] makes it.
///
/// ```java
/// var linear = Parametrizations.weightNorm(new Linear(2, 3));
/// Parametrize.parametrizations(linear, "weight").originals().getFirst().shape()   // torch.Size([3, 1])
/// ```
public final class ParametrizationList extends ModuleList {
    private boolean unsafe;
    private final boolean isTensor;
    private final int count;

    /// The parametrizations of `original`, whose values become those that give it again.
    ///
    /// @throws ValueError if there is none, or what they give does not fit
    public ParametrizationList(Iterable<? extends Module> modules, Tensor original) { this(modules, original, false); }

    /// The same; `unsafe` leaves out the check that shape and dtype stay what they were.
    @SuppressWarnings("this-escape")
    public ParametrizationList(Iterable<? extends Module> modules, Tensor original, boolean unsafe) {
        if (!modules.iterator().hasNext()) throw new ValueError("ParametrizationList requires one or more modules.");
        extend(modules);
        this.unsafe = unsafe;
        var shape = original.shape();
        var dtype = original.dtype();
        var inverted = Torch.noGrad(() -> start(original));
        isTensor = inverted instanceof Tensor;
        if (inverted instanceof Tensor one) {
            count = 1;
            keep(original, one);
        } else if (inverted instanceof List<?> several) {
            count = several.size();
            for (var i = 0; i < count; i++) keep(i, several.get(i), original);
        } else {
            throw new ValueError("'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). Got "
                    + TypeNames.of(inverted));
        }
        if (unsafe) return;
        var made = Parametrize.tensor(invoke());
        Parametrize.checkKind("dtype", dtype, made.dtype(), "unparametrized ", "parametrized ", "unless `unsafe` flag");
        Parametrize.checkKind("shape", shape, made.shape(), "unparametrized ", "parametrized ", "unless `unsafe` flag");
    }

    /// Where nothing inverts a parametrization, its inverse is taken for the identity.
    private @Nullable Object start(Tensor original) {
        Object value = original;
        for (var module : reversed()) {
            if (!RightInverse.exists(module)) continue;
            try {
                value = RightInverse.apply(module, value);
            } catch (NotImplementedError none) {
                // As if there were none.
            }
        }
        return value;
    }

    private void keep(Tensor original, Tensor inverted) {
        if (original.dtype() != inverted.dtype()) {
            throw new ValueError(
                    "When `right_inverse` outputs one tensor, it may not change the dtype.\noriginal.dtype: "
                            + original.dtype() + "\nnew.dtype: " + inverted.dtype());
        }
        if (!original.device().equals(inverted.device())) {
            throw new ValueError("When `right_inverse` outputs one tensor, it may not change the device.\n"
                    + "original.device: " + original.device() + "\nnew.device: " + inverted.device());
        }
        // The parameter stays the same object, so that an optimizer goes on with it.
        change(original, inverted);
        Parametrize.register(this, "original", original);
    }

    private void keep(int place, @Nullable Object element, Tensor original) {
        if (!(element instanceof Tensor tensor)) {
            throw new ValueError("'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). "
                    + "Got element " + place + " of the sequence with type " + TypeNames.of(element) + ".");
        }
        var kept = original instanceof Parameter ? new Parameter(tensor, original.requiresGrad())
                : tensor.requiresGrad_(original.requiresGrad());
        Parametrize.register(this, "original" + place, kept);
    }

    /// Gives `target` the memory of `source`, with its shape.
    static void change(Tensor target, Tensor source) {
        Torch.noGrad(() -> Operators.run("set_.source_Tensor", target, source));
    }

    /// Whether there is one original rather than several.
    boolean isTensor() { return isTensor; }

    boolean unsafe() { return unsafe; }

    void add(Module parametrization, boolean unsafe) {
        append(parametrization);
        this.unsafe |= unsafe;
    }

    /// What the parametrizations start from: one tensor, or several.
    public List<Tensor> originals() {
        var originals = new ArrayList<Tensor>();
        for (var name : originalNames()) originals.add((Tensor) Objects.requireNonNull(members().get(name)));
        return originals;
    }

    List<String> originalNames() {
        if (isTensor) return List.of("original");
        var names = new ArrayList<String>();
        for (var i = 0; i < count; i++) names.add("original" + i);
        return names;
    }

    /// Sets the originals to what gives `value`, by each parametrization's `rightInverse`, the last one's first.
    ///
    /// @throws TorchException if one has none
    public void rightInverse(Tensor value) {
        Torch.noGrad(() -> {
            Object inverted = value;
            for (var module : reversed()) {
                if (!RightInverse.exists(module)) {
                    throw new TorchException(
                            "parametrization " + module.moduleName() + " does not implement right_inverse.");
                }
                inverted = RightInverse.apply(module, inverted);
            }
            if (isTensor) store(inverted);
            else storeAll(inverted);
        });
    }

    private void store(@Nullable Object value) {
        if (!(value instanceof Tensor tensor)) {
            throw new ValueError("`right_inverse` should return a tensor. Got " + TypeNames.of(value));
        }
        var original = originals().getFirst();
        if (tensor.dtype() != original.dtype()) {
            throw new ValueError("The tensor returned by `right_inverse` has dtype " + tensor.dtype()
                    + " while `original` has dtype " + original.dtype());
        }
        change(original, tensor);
    }

    private void storeAll(@Nullable Object value) {
        if (!(value instanceof List<?> several)) {
            throw new ValueError("'right_inverse' must return a sequence of tensors. Got " + TypeNames.of(value) + ".");
        }
        if (several.size() != count) {
            throw new ValueError("'right_inverse' must return a sequence of tensors of length " + count
                    + ". Got a sequence of length " + several.size() + ".");
        }
        var originals = originals();
        for (var i = 0; i < count; i++) {
            if (!(several.get(i) instanceof Tensor tensor)) {
                throw new ValueError("`right_inverse` must return a sequence of tensors. Got element " + i + " of type "
                        + TypeNames.of(several.get(i)));
            }
            if (originals.get(i).dtype() != tensor.dtype()) {
                throw new ValueError("Tensor " + i + " returned by `right_inverse` has dtype " + tensor.dtype()
                        + " while `original" + i + "` has dtype " + originals.get(i).dtype());
            }
            change(originals.get(i), tensor);
        }
    }

    /// The parameter: the originals through all parametrizations.
    @Nullable
    Object forward() {
        Object value = null;
        var first = true;
        for (var module : this) {
            value = first ? module.invoke(originals().toArray()) : module.invoke(value);
            first = false;
        }
        return value;
    }
}
