package sconce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.NativeAutograd;

/// How [Autograd] differentiates functions: by backward passes over what the function records, as
/// `torch.autograd.functional` does.
final class Derivatives {
    private final boolean createGraph;
    private final boolean strict;

    Derivatives(boolean createGraph, boolean strict) {
        this.createGraph = createGraph;
        this.strict = strict;
    }

    /// A function of tensors.
    interface Tensors extends Function<List<Tensor>, List<Tensor>> {}

    /// For each output the derivatives by each input, of the output's and the input's dimensions.
    List<List<Tensor>> jacobian(Tensors function, List<? extends Tensor> given) {
        try (var recording = Torch.enableGrad()) {
            var inputs = prepared(given, true);
            var outputs = function.apply(inputs);
            check(outputs, "outputs");
            var jacobians = new ArrayList<List<Tensor>>();
            for (var i = 0; i < outputs.size(); i++) jacobians.add(finished(rows(outputs.get(i), i, inputs)));
            return jacobians;
        }
    }

    private List<Tensor> rows(Tensor output, int number, List<Tensor> inputs) {
        var rows = new ArrayList<List<Tensor>>();
        for (var input : inputs) rows.add(new ArrayList<>());
        var flat = output.reshape(-1);
        for (var element = 0L; element < output.numel(); element++) {
            var gradients = gradients(List.of(flat.get(element)), inputs, null, true, createGraph);
            for (var k = 0; k < inputs.size(); k++) {
                var gradient = gradients.get(k);
                if (gradient == null && strict) {
                    throw new TorchException(
                            "Output " + number + " of the user-provided function is independent of input "
                                    + k + ". This is not allowed in strict mode.");
                }
                if (gradient != null && strict && createGraph && !gradient.requiresGrad()) {
                    throw new TorchException("The jacobian of the user-provided function is independent of input " + k
                            + ". This is not allowed in strict mode when create_graph=True.");
                }
                rows.get(k).add(gradient != null ? gradient : Torch.zerosLike(inputs.get(k)));
            }
        }
        var jacobian = new ArrayList<Tensor>();
        for (var k = 0; k < inputs.size(); k++) {
            var shape = concat(output.shape().longs(), inputs.get(k).shape().longs());
            jacobian.add(rows.get(k).isEmpty() ? Torch.zeros(shape) : Torch.stack(rows.get(k), 0).view(shape));
        }
        return jacobian;
    }

    private static long[] concat(long[] one, long[] other) {
        var both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// The derivatives of a function's one element by each pair of inputs.
    List<List<Tensor>> hessian(Function<List<Tensor>, Tensor> function, List<? extends Tensor> inputs) {
        Tensors single = given -> {
            var output = single(function.apply(given), "hessian");
            check(List.of(output), "outputs");
            return List.of(output.squeeze());
        };
        return jacobian(given -> {
            var jacobian = new Derivatives(true, false).jacobian(single, given).getFirst();
            check(jacobian, "jacobian");
            return jacobian;
        }, inputs);
    }

    private static Tensor single(Tensor output, String who) {
        if (output.numel() == 1) return output;
        throw new TorchException(
                "The Tensor returned by the function given to " + who + " should contain a single element");
    }

    /// A function's outputs and a vector times its Jacobian: a tensor for each input.
    Products vjp(Function<List<Tensor>, Tensor> function, List<? extends Tensor> given, @Nullable Tensor v) {
        List<Tensor> inputs;
        Tensor output;
        List<Tensor> vector = null;
        try (var recording = Torch.enableGrad()) {
            inputs = prepared(given, true);
            output = function.apply(inputs);
            check(List.of(output), "outputs");
            if (v != null) {
                vector = prepared(List.of(v), false);
                validate(vector, List.of(output), false);
            } else if (output.numel() != 1) {
                throw new TorchException("The vector v can only be None if the user-provided function returns a single"
                        + " Tensor with a single element.");
            }
        }
        try (var mode = Torch.setGradEnabled(createGraph || Torch.isGradEnabled())) {
            var products = gradients(List.of(output), inputs, vector, null, createGraph);
            return new Products(finished(output), finished(filled(products, inputs, Stage.BACK)));
        }
    }

    /// A function's outputs and its Jacobian times a vector, by differentiating the backward pass.
    Products jvp(Function<List<Tensor>, Tensor> function, List<? extends Tensor> given,
            @Nullable List<? extends Tensor> v) {
        List<Tensor> outputs, starts;
        List<Tensor> vector;
        List<@Nullable Tensor> back;
        try (var recording = Torch.enableGrad()) {
            var inputs = prepared(given, true);
            vector = vector(v, inputs);
            outputs = List.of(function.apply(inputs));
            check(outputs, "outputs");
            starts = zeros(outputs);
            back = gradients(outputs, inputs, starts, null, true);
            check(back, "grad_inputs");
        }
        try (var mode = Torch.setGradEnabled(createGraph || Torch.isGradEnabled())) {
            var products = gradients(back, starts, vector, null, createGraph);
            return new Products(finished(outputs.getFirst()), finished(filled(products, outputs, Stage.BACK_TRICK)));
        }
    }

    /// A function's one element and a vector times its Hessian.
    Products vhp(Function<List<Tensor>, Tensor> function, List<? extends Tensor> given,
            @Nullable List<? extends Tensor> v) {
        return hessianProduct(function, given, v, "vhp");
    }

    /// A function's one element and its Hessian times a vector.
    Products hvp(Function<List<Tensor>, Tensor> function, List<? extends Tensor> given,
            @Nullable List<? extends Tensor> v) {
        return hessianProduct(function, given, v, "hvp");
    }

    private Products hessianProduct(Function<List<Tensor>, Tensor> function, List<? extends Tensor> given,
            @Nullable List<? extends Tensor> v, String who) {
        var twice = who.equals("hvp");
        List<Tensor> inputs, vector, starts;
        List<@Nullable Tensor> jacobian;
        Tensor output;
        try (var recording = Torch.enableGrad()) {
            inputs = prepared(given, true);
            vector = vector(v, inputs);
            output = single(function.apply(inputs), who);
            check(List.of(output), "outputs");
            jacobian = gradients(List.of(output), inputs, null, null, true);
            check(jacobian, "jacobian");
            starts = zeros(inputs);
            if (twice) {
                jacobian = gradients(jacobian, inputs, starts, null, true);
                check(jacobian, "hessian");
            }
        }
        try (var mode = Torch.setGradEnabled(createGraph || Torch.isGradEnabled())) {
            var products = gradients(jacobian, twice ? starts : inputs, vector, null, createGraph);
            var stage = twice ? Stage.DOUBLE_BACK_TRICK : Stage.DOUBLE_BACK;
            return new Products(finished(output), finished(filled(products, inputs, stage)));
        }
    }

    /// A function's output and a product for each input.
    record Products(Tensor outputs, List<Tensor> products) {}

    private static List<Tensor> zeros(List<Tensor> like) {
        return like.stream().map(tensor -> Torch.zerosLike(tensor).requiresGrad_()).toList();
    }

    private List<Tensor> vector(@Nullable List<? extends Tensor> v, List<Tensor> inputs) {
        if (v != null) {
            var vector = prepared(v, false);
            validate(vector, inputs, inputs.size() > 1);
            return vector;
        }
        if (inputs.size() == 1 && inputs.getFirst().numel() == 1) return List.of(Torch.onesLike(inputs.getFirst()));
        throw new TorchException("The vector v can only be None if the input to the user-provided function is a single"
                + " Tensor with a single element.");
    }

    private static void validate(List<Tensor> vector, List<Tensor> other, boolean several) {
        if (vector.size() != other.size()) {
            throw new TorchException(several
                    ? "v is a tuple of invalid length: should be " + other.size() + " but got " + vector.size() + "."
                    : "The given v should contain a single Tensor.");
        }
        for (var i = 0; i < vector.size(); i++) {
            if (vector.get(i).shape().equals(other.get(i).shape())) continue;
            throw new TorchException((several ? "Entry " + i + " in " : "") + "v has invalid size: should be "
                    + other.get(i).shape() + " but got " + vector.get(i).shape() + ".");
        }
    }

    private List<Tensor> prepared(List<? extends Tensor> tensors, boolean recorded) {
        var prepared = new ArrayList<Tensor>();
        for (var tensor : tensors) {
            prepared.add(!createGraph ? tensor.detach().requiresGrad_(recorded)
                    : recorded ? tensor.view(tensor.shape().longs()) : tensor);
        }
        return prepared;
    }

    private Tensor finished(Tensor tensor) { return createGraph ? tensor : tensor.detach(); }

    private List<Tensor> finished(List<Tensor> tensors) { return tensors.stream().map(this::finished).toList(); }

    /// Gradients of those outputs that have a history; null for an input that none depends on.
    private static List<@Nullable Tensor> gradients(List<? extends @Nullable Tensor> outputs, List<Tensor> inputs,
            @Nullable List<Tensor> starts, @Nullable Boolean retainGraph, boolean createGraph) {
        var from = new ArrayList<Tensor>();
        var with = new ArrayList<@Nullable Tensor>();
        for (var i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            if (output == null || !output.requiresGrad()) continue;
            from.add(output);
            with.add(starts == null ? null : starts.get(i));
        }
        var gradients = new ArrayList<@Nullable Tensor>();
        if (from.isEmpty()) {
            gradients.addAll(Collections.nCopies(inputs.size(), null));
            return gradients;
        }
        for (var gradient : NativeAutograd.grad(from, inputs, Autograd.starts(from, with), retainGraph, createGraph,
                true)) {
            gradients.add((Tensor) gradient);
        }
        return gradients;
    }

    private enum Stage { BACK, BACK_TRICK, DOUBLE_BACK, DOUBLE_BACK_TRICK }

    private List<Tensor> filled(List<@Nullable Tensor> gradients, List<Tensor> like, Stage stage) {
        var filled = new ArrayList<Tensor>();
        for (var i = 0; i < gradients.size(); i++) {
            var gradient = gradients.get(i);
            if (gradient == null) {
                if (strict) throw new TorchException(independent(stage, i));
                gradient = Torch.zerosLike(like.get(i));
            } else if (strict && createGraph && !gradient.requiresGrad()) {
                throw new TorchException(
                        "The " + (stage == Stage.BACK || stage == Stage.BACK_TRICK ? "jacobian" : "hessian")
                                + " of the user-provided function is independent of input " + i
                                + ". This is not allowed in strict mode when create_graph=True.");
            }
            filled.add(gradient);
        }
        return filled;
    }

    private static String independent(Stage stage, int i) {
        return switch (stage) {
            case BACK -> "The output of the user-provided function is independent of input " + i
                    + ". This is not allowed in strict mode.";
            case BACK_TRICK -> "The gradient with respect to the input is independent of entry " + i
                    + " in the grad_outputs when using the double backward trick to compute forward mode gradients."
                    + " This is not allowed in strict mode.";
            case DOUBLE_BACK -> "The jacobian of the user-provided function is independent of input " + i
                    + ". This is not allowed in strict mode.";
            case DOUBLE_BACK_TRICK -> "The hessian of the user-provided function is independent of entry " + i
                    + " in the grad_jacobian. This is not allowed in strict mode as it prevents from using the double"
                    + " backward trick to replace forward mode AD.";
        };
    }

    private void check(List<? extends @Nullable Tensor> tensors, String kind) {
        if (!strict) return;
        for (var i = 0; i < tensors.size(); i++) {
            var tensor = tensors.get(i);
            if (tensor == null) {
                throw new TorchException("The output of the user-provided function is independent of input " + i
                        + ". This is not allowed in strict mode.");
            }
            if (!tensor.requiresGrad()) throw new TorchException(unrecorded(kind, i));
        }
    }

    private static String unrecorded(String kind, int i) {
        return switch (kind) {
            case "hessian" -> "The hessian of the user-provided function with respect to input " + i
                    + " is independent of the input. This is not allowed in strict mode. You should ensure that your function"
                    + " is thrice differentiable and that the hessian depends on the inputs.";
            case "jacobian" -> "While computing the hessian, found that the jacobian of the user-provided function with"
                    + " respect to input " + i + " is independent of the input. This is not allowed in strict mode. You"
                    + " should ensure that your function is twice differentiable and that the jacobian depends on the inputs"
                    + " (this would be violated by a linear function for example).";
            case "grad_inputs" -> "The gradient with respect to input " + i + " is independent of the inputs of the"
                    + " user-provided function. This is not allowed in strict mode.";
            default -> "Output " + i + " of the user-provided function does not require gradients. The outputs must be"
                    + " computed in a differentiable manner from the input when running in strict mode.";
        };
    }
}
