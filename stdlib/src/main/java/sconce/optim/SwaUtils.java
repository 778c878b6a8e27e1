package sconce.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.Device;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.libtorch.Operators;
import sconce.nn.BatchNorm1d;
import sconce.nn.BatchNorm2d;
import sconce.nn.BatchNorm3d;
import sconce.nn.Module;
import sconce.nn.Replica;
import sconce.nn.SyncBatchNorm;
import sconce.show.PythonFormat;

/// The functions that averages of models need. Stands for `torch.optim.swa_utils`; its classes are [AveragedModel] and
/// [SWALR].
///
/// ```java
/// var model = new Sequential(new Linear(2, 2), new BatchNorm1d(2));
/// SwaUtils.updateBn(List.of(Torch.ones(4, 2), Torch.zeros(4, 2)), model);
/// model.stateDict().tensor("1.num_batches_tracked")   // tensor(2)
/// ```
public final class SwaUtils {
    private SwaUtils() {}

    /// An exponential average, `a = decay a + (1 - decay) p`, of many parameters together; the decay is 0.999.
    public static AveragedModel.MultiAverageFn getEmaMultiAvgFn() { return getEmaMultiAvgFn(0.999); }

    /// An exponential average, `a = decay a + (1 - decay) p`, of many parameters together.
    ///
    /// @throws ValueError if the decay is not between 0 and 1
    public static AveragedModel.MultiAverageFn getEmaMultiAvgFn(Number decay) {
        var keep = checked(decay);
        return (averaged, current, numAveraged) -> Torch.noGrad(() -> {
            if (isReal(averaged)) new Many(averaged).lerp_(new Many(current), 1 - keep);
            else {
                for (var i = 0; i < averaged.size(); i++) {
                    averaged.get(i).copy_(averaged.get(i).mul(keep).add(current.get(i).mul(1 - keep)));
                }
            }
        });
    }

    /// The plain mean of many parameters together: `a = a + (p - a) / (n + 1)`.
    public static AveragedModel.MultiAverageFn getSwaMultiAvgFn() {
        return (averaged, current, numAveraged) -> Torch.noGrad(() -> {
            var count = numAveraged.doubleValue() + 1;
            if (isReal(averaged)) {
                new Many(averaged).lerp_(new Many(current), 1 / count);
                return;
            }
            // libtorch refuses it for whole numbers, and says why.
            Operators.run("_foreach_addcdiv_.Scalar", averaged, new Many(current).sub(new Many(averaged)).tensors(),
                    Collections.nCopies(averaged.size(), numAveraged.add(1)));
        });
    }

    /// An exponential average, `a = decay a + (1 - decay) p`; the decay is 0.999.
    public static AveragedModel.AverageFn getEmaAvgFn() { return getEmaAvgFn(0.999); }

    /// An exponential average, `a = decay a + (1 - decay) p`.
    ///
    /// @throws ValueError if the decay is not between 0 and 1
    public static AveragedModel.AverageFn getEmaAvgFn(Number decay) {
        var keep = checked(decay);
        return (averaged, current, numAveraged) -> Torch.noGrad(
                () -> averaged.mul(keep).add(current.mul(1 - keep)));
    }

    /// The plain mean: `a = a + (p - a) / (n + 1)`.
    public static AveragedModel.AverageFn getSwaAvgFn() {
        return (averaged, current, numAveraged) -> Torch.noGrad(
                () -> averaged.add(current.sub(averaged).div(numAveraged.add(1))));
    }

    private static double checked(Number decay) {
        if (!(decay.doubleValue() >= 0 && decay.doubleValue() <= 1)) {
            throw new ValueError("Invalid decay value " + PythonFormat.of(decay)
                    + " provided. Please provide a value in [0,1] range.");
        }
        return decay.doubleValue();
    }

    private static boolean isReal(List<Tensor> tensors) {
        var dtype = tensors.getFirst().dtype();
        return dtype.isFloatingPoint() || dtype.isComplex();
    }

    /// Computes the running mean and variance of a model's batch normalisations anew, over all batches of a loader: those of
    /// averaged weights are nobody's average.
    ///
    /// @param loader batches: tensors, or lists, arrays or records whose first part is the model's input
    public static void updateBn(Iterable<?> loader, Module model) { updateBn(loader, model, null); }

    /// The same on a device.
    public static void updateBn(Iterable<?> loader, Module model, @Nullable Device device) {
        var norms = model.modules().stream().map(BatchNorm::of).filter(Objects::nonNull).toList();
        if (norms.isEmpty()) return;
        var momenta = new ArrayList<@Nullable Number>();
        for (var norm : norms) {
            norm.reset.run();
            momenta.add(norm.momentum.get());
            norm.setMomentum.accept(null);
        }
        var wasTraining = model.training();
        model.train();
        try (var mode = Torch.noGrad()) {
            for (var batch : loader) model.invoke(input(batch, device));
        } finally {
            for (var i = 0; i < momenta.size(); i++) norms.get(i).setMomentum.accept(momenta.get(i));
            model.train(wasTraining);
        }
    }

    /// What the four kinds of batch normalisation share.
    private record BatchNorm(Runnable reset, Supplier<@Nullable Number> momentum,
            Consumer<@Nullable Number> setMomentum) {
        static @Nullable BatchNorm of(Module module) {
            return switch (module) {
                case BatchNorm1d n -> new BatchNorm(n::resetRunningStats, () -> n.momentum, m -> n.momentum = m);
                case BatchNorm2d n -> new BatchNorm(n::resetRunningStats, () -> n.momentum, m -> n.momentum = m);
                case BatchNorm3d n -> new BatchNorm(n::resetRunningStats, () -> n.momentum, m -> n.momentum = m);
                case SyncBatchNorm n -> new BatchNorm(n::resetRunningStats, () -> n.momentum, m -> n.momentum = m);
                default -> null;
            };
        }
    }

    private static Object input(@Nullable Object batch, @Nullable Device device) {
        var first = switch (batch) {
            case List<?> parts -> parts.getFirst();
            case Object[] parts -> parts[0];
            case Record parts -> Replica.tensors(parts).getFirst();
            case null, default -> batch;
        };
        return first instanceof Tensor tensor && device != null ? tensor.to(device) : Objects.requireNonNull(first);
    }
}
