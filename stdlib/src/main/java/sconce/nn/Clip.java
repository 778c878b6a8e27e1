package sconce.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.Warnings;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Keeps gradients from growing too large, between `backward` and the optimizer's step. Stands for
/// `torch.nn.utils.clip_grad`.
///
/// ```java
/// var p = new Parameter(Torch.zeros(2));
/// p.setGrad(Torch.tensor(3.0, -4.0));
/// Clip.clipGradNorm_(List.of(p), 1)   // tensor(5.)
/// p.grad()   // tensor([ 0.6000, -0.8000])
/// ```
public final class Clip {
    /// Keeps the quotient finite where all gradients are zero.
    private static final double EPSILON = 1e-6;

    private Clip() {}

    /// Scales the gradients of all parameters together so that their norm is at most `maxNorm`, and returns what it was.
    public static Tensor clipGradNorm_(Iterable<? extends Tensor> parameters, double maxNorm) {
        return clipGradNorm_(parameters, maxNorm, 2.0);
    }

    /// The same for one parameter.
    public static Tensor clipGradNorm_(Tensor parameters, double maxNorm) {
        return clipGradNorm_(List.of(parameters), maxNorm);
    }

    /// The same for another norm; infinity is the largest absolute value.
    public static Tensor clipGradNorm_(Iterable<? extends Tensor> parameters, double maxNorm, double normType) {
        return clipGradNorm_(parameters, maxNorm, normType, false, null);
    }

    /// The same for one parameter and another norm.
    public static Tensor clipGradNorm_(Tensor parameters, double maxNorm, double normType) {
        return clipGradNorm_(List.of(parameters), maxNorm, normType);
    }

    /// The same with all of PyTorch's arguments.
    ///
    /// @param errorIfNonfinite whether a norm that is no finite number is an error; else the gradients become so too
    /// @param foreach whether libtorch takes all gradients in one call; null, the default, is where it can
    /// @throws TorchException if the norm is not finite and `errorIfNonfinite`
    public static Tensor clipGradNorm_(Iterable<? extends Tensor> parameters, double maxNorm, double normType,
            boolean errorIfNonfinite, @Nullable Boolean foreach) {
        var all = listed(parameters);
        var norm = getTotalNorm(gradients(all), normType, errorIfNonfinite, foreach);
        clipGradsWithNorm_(all, maxNorm, norm, foreach);
        return norm;
    }

    /// The old name of [#clipGradNorm_(Iterable, double)], with PyTorch's warning.
    @Deprecated
    public static Tensor clipGradNorm(Iterable<? extends Tensor> parameters, double maxNorm) {
        Warnings.warn("FutureWarning", "`torch.nn.utils.clip_grad_norm` is now deprecated in favor of "
                + "`torch.nn.utils.clip_grad_norm_`.");
        return clipGradNorm_(parameters, maxNorm);
    }

    /// Cuts each gradient's elements off at `-clipValue` and `clipValue`.
    public static void clipGradValue_(Iterable<? extends Tensor> parameters, double clipValue) {
        clipGradValue_(parameters, clipValue, null);
    }

    /// The same for one parameter.
    public static void clipGradValue_(Tensor parameters, double clipValue) {
        clipGradValue_(List.of(parameters), clipValue);
    }

    /// The same; `foreach` as for [#clipGradNorm_].
    public static void clipGradValue_(Iterable<? extends Tensor> parameters, double clipValue,
            @Nullable Boolean foreach) {
        Torch.noGrad(() -> {
            for (var group : groups(gradients(listed(parameters)))) {
                if (inOneCall(group, foreach)) {
                    Operators.run("_foreach_clamp_min_.Scalar", group, -clipValue);
                    Operators.run("_foreach_clamp_max_.Scalar", group, clipValue);
                } else {
                    for (var gradient : group) gradient.clamp_(-clipValue, clipValue);
                }
            }
        });
    }

    /// The norm of all tensors as if they were one vector.
    public static Tensor getTotalNorm(Iterable<? extends Tensor> tensors) { return getTotalNorm(tensors, 2.0); }

    /// The same for another norm.
    public static Tensor getTotalNorm(Iterable<? extends Tensor> tensors, double normType) {
        return getTotalNorm(tensors, normType, false, null);
    }

    /// The same with all of PyTorch's arguments, as for [#clipGradNorm_].
    ///
    /// @throws TorchException if the norm is not finite and `errorIfNonfinite`
    public static Tensor getTotalNorm(Iterable<? extends Tensor> tensors, double normType, boolean errorIfNonfinite,
            @Nullable Boolean foreach) {
        return Torch.noGrad(() -> {
            var all = listed(tensors);
            if (all.isEmpty()) return Torch.tensor(0.0);
            var device = all.getFirst().device();
            var norms = new ArrayList<Tensor>();
            for (var group : groups(all)) {
                if (inOneCall(group, foreach)) {
                    List<Tensor> several = Operators.call("_foreach_norm.Scalar", group, normType);
                    several.forEach(norm -> norms.add(norm.to(device)));
                } else {
                    for (var tensor : group) norms.add(vectorNorm(tensor, normType).to(device));
                }
            }
            var total = vectorNorm(Torch.stack(norms), normType);
            if (errorIfNonfinite && !total.isfinite().booleanValue()) {
                throw new TorchException("The total norm of order " + PythonFormat.of(normType)
                        + " for gradients from `parameters` is non-finite, so it cannot be clipped. To disable this error "
                        + "and scale the gradients by the non-finite norm anyway, set `error_if_nonfinite=False`");
            }
            return total;
        });
    }

    private static Tensor vectorNorm(Tensor tensor, double order) {
        return Operators.call("linalg_vector_norm", tensor, order);
    }

    /// Scales the gradients as [#clipGradNorm_] does, with a norm that [#getTotalNorm] gave.
    public static void clipGradsWithNorm_(Iterable<? extends Tensor> parameters, double maxNorm, Tensor totalNorm) {
        clipGradsWithNorm_(parameters, maxNorm, totalNorm, null);
    }

    /// The same; `foreach` as for [#clipGradNorm_].
    public static void clipGradsWithNorm_(Iterable<? extends Tensor> parameters, double maxNorm, Tensor totalNorm,
            @Nullable Boolean foreach) {
        Torch.noGrad(() -> {
            var gradients = gradients(listed(parameters));
            if (gradients.isEmpty()) return;
            // No branch on its value: that would wait for a device.
            var factor = totalNorm.add(EPSILON).reciprocal().mul(maxNorm).clamp(null, 1.0);
            for (var group : groups(gradients)) {
                var there = factor.to(group.getFirst().device());
                if (inOneCall(group, foreach)) Operators.run("_foreach_mul_.Tensor", group, there);
                else for (var gradient : group) gradient.mul_(there);
            }
        });
    }

    /// The elements, or the tensor itself if it is one: going over a tensor would give its rows.
    private static List<Tensor> listed(Iterable<? extends Tensor> tensors) {
        if (tensors instanceof Tensor one) return List.of(one);
        var all = new ArrayList<Tensor>();
        tensors.forEach(all::add);
        return all;
    }

    private static List<Tensor> gradients(List<Tensor> parameters) {
        var gradients = new ArrayList<Tensor>();
        for (var parameter : parameters) {
            var gradient = parameter.grad();
            if (gradient != null) gradients.add(gradient);
        }
        return gradients;
    }

    private record Kind(Device device, DType dtype) {}

    private static Iterable<List<Tensor>> groups(List<Tensor> tensors) {
        var groups = new LinkedHashMap<Kind, List<Tensor>>();
        for (var tensor : tensors) {
            groups.computeIfAbsent(new Kind(tensor.device(), tensor.dtype()), _ -> new ArrayList<>()).add(tensor);
        }
        return groups.values();
    }

    /// libtorch has kernels for many tensors at once on CUDA alone; elsewhere such a call is a loop, which saves crossings.
    private static boolean inOneCall(List<Tensor> group, @Nullable Boolean foreach) {
        var device = group.getFirst().device();
        if (foreach == null) return !device.type().equals("meta") && group.stream().noneMatch(Tensor::isSparse);
        if (foreach && !List.of("cuda", "cpu").contains(device.type())) {
            throw new TorchException("foreach=True was passed, but can't use the foreach API on " + device.type()
                    + " tensors");
        }
        return foreach;
    }
}
