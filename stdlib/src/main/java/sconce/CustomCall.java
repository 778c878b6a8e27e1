package sconce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.HookLife;
import sconce.libtorch.Operators;

/// One call of a [CustomFunction], and its way back.
///
/// libtorch offers Java no operation with a backward of its own. So the gradients of the outputs are caught where they
/// arrive; a zero that depends on all inputs, and that all outputs depend on, waits until the last of them has come; and
/// carriers bring what the function makes of them to the inputs. Zero is subtracted, not added: that leaves every bit of
/// the outputs as it is.
@SuppressWarnings("ReferenceEquality") // Tensors are the same if they are one object.
final class CustomCall {
    private final CustomFunction function;
    private final @Nullable Object[] inputs;
    private final CustomFunction.Context context;
    /// The outputs as forward gave them, without history.
    private List<Tensor> plain = List.of();
    private boolean isRunningBackward;

    CustomCall(CustomFunction function, @Nullable Object[] inputs) {
        this.function = function;
        this.inputs = Arrays.copyOf(inputs, inputs.length, Object[].class);
        context = new CustomFunction.Context(this, Arrays.stream(inputs)
                .map(input -> input instanceof Tensor tensor && tensor.requiresGrad()).toList());
    }

    String name() { return function.name() + "Backward"; }

    List<Tensor> run() {
        var recorded = Torch.isGradEnabled() && context.needsInputGrad().contains(true);
        // An input that forward changes has its history no longer: the ways back begin before.
        var carried = recorded ? carriers() : null;
        plain = Torch.noGrad(() -> listed(function.forward(context, inputs)));
        return carried == null ? plain : connected(carried);
    }

    private List<Tensor> listed(@Nullable Object outputs) {
        return switch (outputs) {
            case Tensor one -> List.of(one);
            case Tensor[] several -> List.of(several);
            case List<?> several when several.stream().allMatch(Tensor.class::isInstance) ->
                several.stream().map(Tensor.class::cast).toList();
            case null, default -> throw new TypeError(function.name()
                    + ".forward: expected to return Tensor or a list of Tensors, got "
                    + (outputs == null ? "null" : outputs.getClass().getSimpleName()));
        };
    }

    /// The ways from the zero back to the inputs. Hooks know the array alone: the zero would keep its graph alive.
    private static final class Carriers {
        final @Nullable Tensor[] gradients;
        Tensor zero = Torch.zeros(new long[0]);

        Carriers(int inputs) { gradients = new @Nullable Tensor[inputs]; }
    }

    private Carriers carriers() {
        var carriers = new Carriers(inputs.length);
        var gradients = carriers.gradients;
        for (var i = 0; i < inputs.length; i++) {
            if (!(inputs[i] instanceof Tensor input) || !input.requiresGrad()) continue;
            var place = i;
            var carrier = (Tensor) HookLife.watch(input, _ -> {
                var gradient = gradients[place];
                gradients[place] = null;
                return gradient;
            }).tensor();
            Tensor nothing = Operators.call("sum", carrier.reshape(-1).narrow(0, 0, 0));
            carriers.zero = carriers.zero.add(nothing.dtype().isComplex() ? Torch.real(nothing) : nothing);
        }
        return carriers;
    }

    private List<Tensor> connected(Carriers carriers) {
        var gradients = new @Nullable Tensor[plain.size()];
        var toInputs = carriers.gradients;
        var waiting = HookLife.watch(carriers.zero, _ -> {
            var made = backward(gradients);
            System.arraycopy(made, 0, toInputs, 0, made.length);
            Arrays.fill(gradients, null);
            return null;
        });
        var zero = (Tensor) waiting.tensor();
        var outputs = new ArrayList<Tensor>();
        var values = new ArrayList<Tensor>();
        for (var i = 0; i < plain.size(); i++) {
            var output = plain.get(i);
            var detached = output.detach();
            values.add(detached);
            if (!isDifferentiable(output)) {
                outputs.add(detached);
                continue;
            }
            var shift = zero.to(output.dtype()).to(output.device());
            var connected = context.dirty.contains(output) ? changed(output, shift) : detached.sub(shift);
            var place = i;
            waiting.life().register(connected, gradient -> {
                gradients[place] = (Tensor) gradient;
                return null;
            });
            waiting.life().name(connected, name());
            outputs.add(connected);
        }
        // An input that is an output now would keep its own graph from ever being dropped.
        for (var i = 0; i < inputs.length; i++) {
            if (inputs[i] instanceof Tensor input && context.dirty.contains(input)) inputs[i] = input.detach();
        }
        context.replaceSaved(plain, values);
        plain = values;
        return List.copyOf(outputs);
    }

    private boolean isDifferentiable(Tensor output) {
        return (output.dtype().isFloatingPoint() || output.dtype().isComplex())
                && !context.nonDifferentiable.contains(output);
    }

    /// The input that forward changed in place, with this function as its history.
    private static Tensor changed(Tensor input, Tensor shift) {
        if (input.isLeaf() && input.requiresGrad()) {
            throw new TorchException("a leaf Variable that requires grad is being used in an in-place operation.");
        }
        Operators.run("detach_", input);
        Operators.run("sub_.Tensor", input, shift);
        return input;
    }

    private @Nullable Tensor[] backward(@Nullable Tensor[] arrived) {
        var gradOutputs = new @Nullable Tensor[arrived.length];
        for (var i = 0; i < arrived.length; i++) {
            gradOutputs[i] = arrived[i] == null && context.materializeGrads ? Torch.zerosLike(plain.get(i))
                    : arrived[i];
        }
        var again = Torch.isGradEnabled() && !function.onceDifferentiable();
        isRunningBackward = true;
        @Nullable
        Object returned;
        try (var mode = Torch.setGradEnabled(again)) {
            returned = function.backward(context, gradOutputs);
        } finally {
            isRunningBackward = false;
        }
        var gradients = checked(returned);
        if (function.onceDifferentiable() && Torch.isGradEnabled()) refuseSecond(gradients);
        return gradients;
    }

    private @Nullable Tensor[] checked(@Nullable Object returned) {
        List<?> given = switch (returned) {
            case null -> Collections.singletonList(null);
            case Tensor one -> List.of(one);
            case Object[] several -> Arrays.asList(several);
            case List<?> several -> several;
            default -> throw new TypeError(name() + ": expected Variable or None (got "
                    + returned.getClass().getSimpleName() + ")");
        };
        var count = given.size();
        while (count > inputs.length && given.get(count - 1) == null) count--;
        if (count != inputs.length) {
            throw new TorchException("function " + name() + " returned an incorrect number of gradients (expected "
                    + inputs.length + ", got " + given.size() + ")");
        }
        var gradients = new @Nullable Tensor[inputs.length];
        for (var i = 0; i < inputs.length; i++) gradients[i] = checked(given.get(i), i);
        return gradients;
    }

    private @Nullable Tensor checked(@Nullable Object given, int place) {
        if (given == null) return null;
        if (!(given instanceof Tensor gradient)) {
            throw new TypeError("expected Variable or None (got " + given.getClass().getSimpleName() + ")");
        }
        if (!(inputs[place] instanceof Tensor input)) {
            throw new TorchException("function " + name() + " returned a gradient different from None at position "
                    + (place + 1) + ", but the corresponding forward input was not a Variable");
        }
        if (!context.needsInputGrad(place)) return null;
        var fitting = gradient.shape().equals(input.shape()) ? gradient : summed(gradient, input, place);
        return fitting.dtype() == input.dtype() ? fitting : fitting.to(input.dtype());
    }

    /// A gradient of a broadcast input, summed to its shape.
    private Tensor summed(Tensor gradient, Tensor input, int place) {
        var from = gradient.shape().longs();
        var to = input.shape().longs();
        var fits = from.length >= to.length;
        for (var i = 1; fits && i <= to.length; i++) {
            fits = to[to.length - i] == from[from.length - i] || to[to.length - i] == 1;
        }
        if (fits) return gradient.sumToSize(to);
        throw new TorchException("Function " + name() + " returned an invalid gradient at index " + place + " - got "
                + Arrays.toString(from) + " but expected shape compatible with " + Arrays.toString(to));
    }

    private static void refuseSecond(@Nullable Tensor[] gradients) {
        for (var i = 0; i < gradients.length; i++) {
            var gradient = gradients[i];
            if (gradient == null) continue;
            gradients[i] = (Tensor) HookLife.watch(gradient.detach().requiresGrad_(), _ -> {
                throw new TorchException(
                        "trying to differentiate twice a function that was marked with @once_differentiable");
            }).tensor();
        }
    }

    /// What was saved. An output that backward may differentiate again gets this function as its history once more: to
    /// keep the output itself would keep its graph from ever being dropped.
    List<Tensor> unpacked(List<@Nullable Tensor> saved) {
        var again = isRunningBackward && Torch.isGradEnabled()
                && saved.stream().anyMatch(tensor -> plain.stream().anyMatch(output -> output == tensor));
        var outputs = again ? connectedAgain() : plain;
        var unpacked = new ArrayList<Tensor>();
        for (var tensor : saved) {
            var place = plain.indexOf(tensor);
            unpacked.add(place < 0 || !again ? tensor : outputs.get(place));
        }
        return Collections.unmodifiableList(unpacked);
    }

    private List<Tensor> connectedAgain() {
        var before = plain;
        try {
            return connected(carriers());
        } finally {
            context.replaceSaved(plain, before);
            plain = before;
        }
    }
}
