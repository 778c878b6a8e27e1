package sconce.nn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.IndexError;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;

/// Pruning methods that were applied to one parameter after each other. Stands for
/// `torch.nn.utils.prune.PruningContainer`.
///
/// ```java
/// var net = new Linear(4, 1);
/// Prune.l1Unstructured(net, "weight", 1);
/// Prune.l1Unstructured(net, "weight", 1);
/// ((PruningContainer) Prune.method(net, "weight")).size()   // 2
/// ```
public final class PruningContainer extends BasePruningMethod implements Iterable<BasePruningMethod> {
    private final List<BasePruningMethod> methods = new ArrayList<>();

    /// A container of these methods; the name of the parameter is that of the one, if there is one only.
    @SuppressWarnings("this-escape")
    public PruningContainer(BasePruningMethod... methods) {
        if (methods.length == 1) tensorName(methods[0].tensorName());
        for (var method : methods) addPruningMethod(method);
    }

    /// A new container, so that a copied module keeps its own.
    static PruningContainer of(BasePruningMethod old, BasePruningMethod next) {
        var container = new PruningContainer();
        container.tensorName(old.tensorName());
        if (old instanceof PruningContainer several) several.forEach(container::addPruningMethod);
        else container.addPruningMethod(old);
        container.addPruningMethod(next);
        return container;
    }

    /// Adds a method that acts on the same parameter.
    ///
    /// @throws ValueError if it acts on another
    public void addPruningMethod(BasePruningMethod method) {
        if (method == null) throw new TypeError("<class 'NoneType'> is not a BasePruningMethod subclass");
        if (!java.util.Objects.equals(tensorName(), method.tensorName())) {
            throw new ValueError("Can only add pruning methods acting on the parameter named '" + named(tensorName())
                    + "' to this PruningContainer. Found '" + named(method.tensorName()) + "'");
        }
        methods.add(method);
    }

    private static String named(@Nullable String name) { return name == null ? "None" : name; }

    /// How many methods there are. Stands for `len(container)`.
    public int size() { return methods.size(); }

    /// The method at a place.
    public BasePruningMethod get(int index) { return methods.get(Slices.index(index, methods.size())); }

    @Override
    public Iterator<BasePruningMethod> iterator() { return List.copyOf(methods).iterator(); }

    @Override
    public String pruningType() { return "unstructured"; }

    /// The last method's mask for what the methods before it have left.
    @Override
    public Tensor computeMask(Tensor t, Tensor defaultMask) {
        var method = methods.getLast();
        var mask = defaultMask.to(t.dtype());
        return switch (method.pruningType()) {
            case "unstructured" -> {
                var left = defaultMask.eq(1);
                var whole = mask.clone();
                whole.set(left, method.computeMask(t.get(left), defaultMask.get(left)).to(whole.dtype()));
                yield whole;
            }
            case "structured" -> structured(method, t, defaultMask, mask);
            case "global" -> method.computeMask(t, defaultMask).to(mask.dtype());
            case String other -> throw new ValueError("Unrecognized PRUNING_TYPE " + other);
        };
    }

    private static Tensor structured(BasePruningMethod method, Tensor t, Tensor defaultMask, Tensor mask) {
        var dims = t.dim();
        var dim = method.dim() < 0 ? dims + method.dim() : method.dim();
        if (dim < 0) throw new IndexError("Index is out of bounds for tensor with dimensions " + dims);
        var others = LongStream.range(0, dims).filter(d -> d != dim).toArray();
        var left = defaultMask.sum(new Size(others)).ne(0).nonzero().flatten();
        var part = method.computeMask(t.indexSelect(dim, left), defaultMask.indexSelect(dim, left));
        return Torch.indexCopy(mask, dim, left, part.to(mask.dtype()));
    }
}
