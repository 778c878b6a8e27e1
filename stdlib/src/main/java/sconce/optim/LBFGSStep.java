package sconce.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.libtorch.NativeScope;
import sconce.libtorch.Operators;

/// One step of [LBFGS]: some iterations, each along `d = -H g`, where `H` stands for the inverse of the second derivatives
/// and is made from the last changes of the gradient (`old_dirs`) and of the parameters (`old_stps`).
final class LBFGSStep {
    private final ParamGroup group;
    private final Map<String, Object> state;
    private final Supplier<Tensor> closure;
    private final List<Tensor> params;
    private Tensor gradient;
    private Tensor direction = Torch.empty(0);
    private Real length = Real.of(0);
    private List<Tensor> gradientChanges = new ArrayList<>();
    private List<Tensor> steps = new ArrayList<>();
    private List<Tensor> ro = new ArrayList<>();
    /// A tensor, or the number 1 before the first change.
    private Object scale = 1;
    private @Nullable Tensor before;
    private double loss;

    LBFGSStep(ParamGroup group, Map<String, Object> state, Supplier<Tensor> closure) {
        this.group = group;
        this.state = state;
        this.closure = closure;
        params = group.params();
        gradient = Torch.empty(0);
    }

    /// @return the loss before the step
    Tensor run() {
        state.putIfAbsent("func_evals", 0L);
        state.putIfAbsent("n_iter", 0L);
        var first = closure.get();
        loss = first.doubleValue();
        count("func_evals", 1);
        gradient = flatGradient();
        if (isFlat()) return first;
        recall();
        if (group.number("max_iter") > 0) {
            iterate();
            keep();
        } else {
            forget();
        }
        return first;
    }

    @SuppressWarnings("unchecked") // What keep() wrote.
    private void recall() {
        if (!(state.get("d") instanceof Tensor known)) return;
        direction = known;
        length = Real.of(state.get("t"));
        gradientChanges = new ArrayList<>((List<Tensor>) list("old_dirs"));
        steps = new ArrayList<>((List<Tensor>) list("old_stps"));
        ro = new ArrayList<>((List<Tensor>) list("ro"));
        scale = state.getOrDefault("H_diag", 1);
        before = (Tensor) state.get("prev_flat_grad");
    }

    private List<?> list(String name) { return state.get(name) instanceof List<?> list ? list : List.of(); }

    private double previousLoss;

    private void iterate() {
        var most = (long) group.number("max_iter");
        var evaluations = 1L;
        for (var n = 1L; n <= most; n++) {
            count("n_iter", 1);
            var isFirst = number("n_iter") == 1;
            if (isFirst) begin();
            else
                turn();
            before = gradient.clone();
            previousLoss = loss;
            length = isFirst ? firstLength() : Real.of(group.get("lr"));
            var slope = Real.tensor(gradient.dot(direction));
            if (slope.value() > -group.number("tolerance_change")) return;
            var more = 0L;
            var flat = false;
            if (group.get("line_search_fn") != null) {
                more = search(slope, (long) group.number("max_eval") - evaluations);
                flat = isFlat();
            } else {
                move(length);
                if (n != most) {
                    loss = closure.get().doubleValue();
                    gradient = flatGradient();
                    flat = isFlat();
                    more = 1;
                }
            }
            evaluations += more;
            count("func_evals", more);
            if (n == most || evaluations >= group.number("max_eval") || flat) return;
            var change = direction.mul(length.value()).abs().max().doubleValue();
            if (change <= group.number("tolerance_change")
                    || Math.abs(loss - previousLoss) < group.number("tolerance_change")) {
                return;
            }
        }
    }

    /// The first direction of all: down the gradient.
    private void begin() {
        direction = gradient.neg();
        gradientChanges = new ArrayList<>();
        steps = new ArrayList<>();
        ro = new ArrayList<>();
        scale = 1;
    }

    private Real firstLength() {
        var total = Real.tensor(gradient.abs().sum().reciprocal());
        return (total.value() < 1 ? total : Real.of(1.0)).times(Real.of(group.get("lr")));
    }

    /// Remembers the last change, and finds the next direction by going over the changes there and back.
    private void turn() {
        var change = before == null ? gradient : gradient.sub(before);
        var step = direction.mul(length.value());
        var product = change.dot(step);
        if (product.doubleValue() > 1e-10) {
            if (gradientChanges.size() == (int) group.number("history_size")) {
                gradientChanges.removeFirst();
                steps.removeFirst();
                ro.removeFirst();
            }
            gradientChanges.add(change);
            steps.add(step);
            ro.add(product.reciprocal());
            scale = product.div(change.dot(change));
        }
        var al = weights();
        var q = gradient.neg();
        for (var i = gradientChanges.size() - 1; i >= 0; i--) {
            var weight = steps.get(i).dot(q).mul(ro.get(i));
            al.set(i, NativeScope.outlive(weight));
            q.add_(gradientChanges.get(i), -weight.doubleValue());
        }
        var r = scale instanceof Tensor diagonal ? q.mul(diagonal) : q.mul((Number) scale);
        for (var i = 0; i < gradientChanges.size(); i++) {
            var back = gradientChanges.get(i).dot(r).mul(ro.get(i));
            r.add_(steps.get(i), ((Tensor) al.get(i)).sub(back).doubleValue());
        }
        direction = r;
    }

    @SuppressWarnings("unchecked") // What was put there.
    private List<@Nullable Object> weights() {
        var size = (int) group.number("history_size");
        var known = state.get("al");
        if (!(known instanceof ArrayList<?>)) {
            var fresh = new ArrayList<@Nullable Object>(Collections.nCopies(size, null));
            if (known instanceof List<?> others) {
                for (var i = 0; i < Math.min(size, others.size()); i++) fresh.set(i, others.get(i));
            }
            state.put("al", fresh);
        }
        return (List<@Nullable Object>) Objects.requireNonNull(state.get("al"));
    }

    private long search(Real slope, long most) {
        if (!"strong_wolfe".equals(group.get("line_search_fn"))) {
            throw new TorchException("only 'strong_wolfe' is supported");
        }
        var start = params.stream().map(param -> param.detach().clone()).toList();
        var found = new StrongWolfe(direction, at -> {
            move(at);
            var there = closure.get().doubleValue();
            var slopes = flatGradient();
            for (var i = 0; i < start.size(); i++) params.get(i).copy_(start.get(i));
            return new StrongWolfe.Place(at, Real.of(there), slopes, Real.tensor(slopes.dot(direction)));
        }).search(new StrongWolfe.Place(Real.of((Object) 0L), Real.of(loss), gradient, slope), length, most);
        loss = found.place().loss().value();
        gradient = found.place().gradient();
        length = found.place().at();
        move(length);
        return found.evaluations();
    }

    /// Moves the parameters along the direction.
    private void move(Real distance) {
        var offset = 0L;
        for (var param : params) {
            var real = param.isComplex() ? Operators.<Tensor>call("view_as_real", param) : param;
            var count = real.numel();
            Tensor part = Operators.call("slice.Tensor", direction, 0, offset, offset + count, 1);
            real.add_(part.viewAs(real), distance.value());
            offset += count;
        }
    }

    /// The gradients of all parameters one after another; zeros where there is none.
    private Tensor flatGradient() {
        var parts = new ArrayList<Tensor>();
        for (var param : params) {
            var part = param.grad();
            if (part == null) part = Operators.call("zeros_like", param.detach());
            if (part.isSparse()) part = part.toDense();
            if (part.isComplex()) part = Operators.call("view_as_real", part);
            parts.add(part.detach().reshape(-1));
        }
        return Torch.cat(parts, 0);
    }

    private boolean isFlat() { return gradient.abs().max().doubleValue() <= group.number("tolerance_grad"); }

    private double number(String name) { return OptimizerOptions.number(state.get(name)); }

    private void count(String name, long more) { state.put(name, (long) number(name) + more); }

    /// Without a single iteration nothing is known, which PyTorch keeps as None.
    @SuppressWarnings("NullAway") // The state holds what Python's does.
    private void forget() {
        for (var name : List.of("d", "t", "old_dirs", "old_stps", "ro", "H_diag", "prev_flat_grad", "prev_loss")) {
            state.putIfAbsent(name, null);
        }
    }

    private void keep() {
        state.put("d", NativeScope.outlive(direction));
        state.put("t", length.stored());
        state.put("old_dirs", outliving(gradientChanges));
        state.put("old_stps", outliving(steps));
        state.put("ro", outliving(ro));
        state.put("H_diag", scale instanceof Tensor diagonal ? NativeScope.outlive(diagonal) : scale);
        if (before != null) state.put("prev_flat_grad", NativeScope.outlive(before));
        state.put("prev_loss", previousLoss);
    }

    private static List<Tensor> outliving(List<Tensor> tensors) {
        tensors.forEach(NativeScope::outlive);
        return tensors;
    }

    /// A number as Python has it in this algorithm: plain, or a tensor without dimensions, whose dtype rounds.
    ///
    /// @param dtype the tensor's, or null for a plain number
    /// @param given the plain number as it was given
    record Real(double value, @Nullable DType dtype, Object given) {
        static Real of(double value) { return new Real(value, null, value); }

        static Real of(@Nullable Object given) {
            if (given instanceof Tensor tensor) return tensor(tensor);
            return new Real(OptimizerOptions.number(given), null, given == null ? 0 : given);
        }

        static Real tensor(Tensor tensor) { return new Real(tensor.doubleValue(), tensor.dtype(), tensor); }

        Real plus(Real other) { return with(other, rounded(other) + other.rounded(this)); }

        Real minus(Real other) { return with(other, rounded(other) - other.rounded(this)); }

        Real times(Real other) { return with(other, rounded(other) * other.rounded(this)); }

        Real over(Real other) { return with(other, rounded(other) / other.rounded(this)); }

        Real times(double other) { return times(of(other)); }

        Real root() { return with(this, Math.sqrt(value)); }

        Real size() { return with(this, Math.abs(value)); }

        boolean less(Real other) { return rounded(other) < other.rounded(this); }

        /// This number as it goes into an operation with the other.
        private double rounded(Real other) { return round(value, dtype != null ? dtype : other.dtype); }

        private Real with(Real other, double result) {
            var common = dtype != null ? dtype : other.dtype;
            var value = round(result, common);
            return new Real(value, common, value);
        }

        private static double round(double value, @Nullable DType dtype) {
            return dtype == DType.float32 ? (float) value : value;
        }

        /// As it is kept in the state: a tensor or a plain number.
        Object stored() {
            if (dtype == null || given instanceof Tensor) {
                return given instanceof Tensor tensor ? NativeScope.outlive(tensor.detach().clone()) : given;
            }
            return NativeScope.outlive(Operators.<Tensor>call("scalar_tensor", value, dtype));
        }
    }
}
