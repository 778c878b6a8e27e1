package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sconce.Autograd;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;

/// The gradient of a function at a point, as [Func] gives it: recorded in its turn if the point is.
final class Differentiated {
    private Differentiated() {}

    static Func.GradAndValue at(Function<List<Tensor>, Tensor> func, List<Tensor> inputs, int argnum) {
        var point = inputs.get(argnum);
        try (var recording = Torch.enableGrad()) {
            var recorded = point.requiresGrad();
            var variable = recorded ? point.viewAs(point) : point.detach().requiresGrad_();
            var all = new ArrayList<>(inputs);
            all.set(argnum, variable);
            var value = func.apply(all);
            if (value.dim() != 0) {
                throw new TorchException("Expected f(*args) to return a scalar tensor, got tensor with " + value.dim()
                        + " dims. Maybe you wanted to use the vjp or jacrev APIs instead?");
            }
            if (!value.requiresGrad()) return new Func.GradAndValue(Torch.zerosLike(point), value);
            var gradient = Autograd.grad(value, variable, o -> o.createGraph(recorded).materializeGrads(true))
                    .getFirst();
            return new Func.GradAndValue(gradient, recorded ? value : value.detach());
        }
    }
}
