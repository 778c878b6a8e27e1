package sconce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares the gradients of a function with finite differences. What [Autograd#gradcheck] does.
final class GradCheck {
    private final Autograd.CheckOptions options;

    GradCheck(Autograd.CheckOptions options) { this.options = options; }

    /// What was found to be wrong, or null.
    @Nullable
    String problem(Function<List<Tensor>, List<Tensor>> function, List<? extends Tensor> inputs) {
        IntPredicate checked = i -> inputs.get(i).requiresGrad();
        if (IntStream.range(0, inputs.size()).noneMatch(checked)) {
            throw new ValueError(
                    "gradcheck expects at least one input tensor to require gradient, but none of the them "
                            + "have requires_grad=True.");
        }
        var outputs = function.apply(List.copyOf(inputs));
        for (var i = 0; i < inputs.size(); i++) {
            if (!checked.test(i)) continue;
            warn(inputs.get(i), i);
            for (var o = 0; o < outputs.size(); o++) {
                var output = outputs.get(o);
                if (!output.dtype().isFloatingPoint()) continue;
                var numerical = numerical(function, inputs, i, o, output.numel());
                var analytical = analytical(output, inputs.get(i));
                if (!Torch.allclose(analytical, numerical, options.rtol, options.atol, false)) {
                    return "Jacobian mismatch for output " + o + " with respect to input " + i + ",\nnumerical:"
                            + numerical + "\nanalytical:" + analytical + "\n";
                }
            }
        }
        return null;
    }

    private static void warn(Tensor input, int place) {
        if (input.dtype() == DType.float64 || input.dtype().isComplex()) return;
        Warnings.warn("Input #" + place + " requires gradient and is not a double precision floating point or complex. "
                + "This check will likely fail if all the inputs are not of double precision floating point or complex. ");
    }

    /// A row for each element of the input, a column for each of the output.
    private Tensor numerical(Function<List<Tensor>, List<Tensor>> function, List<? extends Tensor> inputs, int input,
            int output, long columns) {
        var center = inputs.get(input).detach();
        var rows = new ArrayList<Tensor>();
        for (var element = 0L; element < center.numel(); element++) {
            var above = moved(function, inputs, input, output, element, options.eps);
            var below = moved(function, inputs, input, output, element, -options.eps);
            rows.add(above.sub(below).div(2 * options.eps).reshape(-1));
        }
        return rows.isEmpty() ? Torch.zeros(0, columns).to(center.dtype()) : Torch.stack(rows);
    }

    private static Tensor moved(Function<List<Tensor>, List<Tensor>> function, List<? extends Tensor> inputs, int input,
            int output, long element, double by) {
        var changed = new ArrayList<Tensor>(inputs);
        var point = inputs.get(input).detach().clone();
        point.view(-1).get(element).add_(by);
        changed.set(input, point.requiresGrad_());
        return function.apply(changed).get(output).detach();
    }

    private static Tensor analytical(Tensor output, Tensor input) {
        var columns = new ArrayList<Tensor>();
        for (var element = 0L; element < output.numel(); element++) {
            var start = new double[Math.toIntExact(output.numel())];
            Arrays.fill(start, 0);
            start[(int) element] = 1;
            var direction = Torch.tensor(start).to(output.dtype()).view(output.shape().longs());
            Tensor gradient = output.requiresGrad()
                    ? Autograd.grad(List.of(output), List.of(input),
                            o -> o.gradOutputs(direction).retainGraph(true).materializeGrads(true)).getFirst()
                    : Torch.zerosLike(input);
            columns.add(gradient.detach().reshape(-1));
        }
        return columns.isEmpty() ? Torch.zeros(input.numel(), 0).to(input.dtype()) : Torch.stack(columns, 1);
    }

    /// A function's gradients, as a function of its inputs and of the gradients of its outputs.
    static Function<List<Tensor>, List<Tensor>> gradients(Function<List<Tensor>, List<Tensor>> function, int inputs) {
        return all -> {
            var in = all.subList(0, inputs);
            var outputs = function.apply(in).stream().filter(Tensor::requiresGrad).toList();
            var differentiated = in.stream().filter(Tensor::requiresGrad).toList();
            return Autograd.grad(outputs, differentiated, o -> o.createGraph(true).materializeGrads(true)
                    .gradOutputs(all.subList(inputs, inputs + outputs.size())));
        };
    }
}
