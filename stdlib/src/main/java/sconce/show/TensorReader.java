package sconce.show;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.DType;
import sconce.Layout;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.Operators;
import sconce.nn.Contents;
import sconce.show.TensorFacts.Looked;
import sconce.show.TensorFacts.Spread;
import sconce.show.TensorFacts.Statistics;

/// From tensors to facts. Takes a few milliseconds whatever the size: of a large tensor it looks at evenly spaced
/// elements. Nothing is drawn at random, moved or changed, and no history grows.
final class TensorReader {
    /// So many elements are looked at one by one.
    private static final long MOST = 100_000;
    /// In so many libtorch itself looks for extremes and for what is not finite.
    private static final long MOST_NATIVE = 16_000_000;
    /// So few make no histogram: one sees them.
    private static final int FEW = 16;
    private static final int BINS = 32;
    private static final Set<Layout> SPARSE = EnumSet.of(Layout.sparse_coo, Layout.sparse_csr, Layout.sparse_csc,
            Layout.sparse_bsr, Layout.sparse_bsc);

    private TensorReader() {}

    static TensorFacts read(Tensor tensor) {
        var kind = tensor instanceof Parameter ? "Parameter" : tensor instanceof Buffer ? "Buffer" : "Tensor";
        if (Contents.isLazy(tensor)) {
            return new TensorFacts(kind, null,
                    List.of(tensor.dtype().name(), "uninitialized: its module has not been called"),
                    null, null);
        }
        try (var _ = Torch.noGrad()) {
            var statistics = statistics(tensor);
            var pictured = statistics != null && tensor.layout() == Layout.strided;
            return new TensorFacts(kind, tensor.shape(), traits(tensor), statistics,
                    pictured ? TensorPicture.of(tensor.detach()) : null);
        }
    }

    /// Mean and standard deviation of all elements; empty where there are none, or none that are real.
    static Optional<Spread> spread(Tensor tensor) {
        if (Contents.isLazy(tensor) || tensor.numel() == 0 || !tensor.dtype().isFloatingPoint()
                || tensor.layout() != Layout.strided || tensor.device().type().equals("meta")) {
            return Optional.empty();
        }
        try (var _ = Torch.noGrad(); var scope = Torch.scope()) {
            var values = tensor.detach();
            // Small floats overflow, and of the smallest libtorch takes no mean.
            var wide = values.dtype().itemSize() < 4 ? values.toFloat() : values;
            var mean = wide.mean().item().doubleValue();
            return Optional.of(new Spread(mean, wide.numel() < 2 ? Double.NaN : wide.std().item().doubleValue()));
        } catch (RuntimeException cannot) {
            return Optional.empty();
        }
    }

    private static List<String> traits(Tensor tensor) {
        var traits = new ArrayList<String>();
        traits.add(tensor.dtype().name());
        if (!tensor.device().type().equals("cpu")) traits.add(tensor.device().name());
        var strided = tensor.layout() == Layout.strided;
        if (!strided) traits.add(tensor.layout().toString().replace("torch.", ""));
        var gradFn = tensor.gradFn();
        if (gradFn != null) traits.add("grad_fn=" + gradFn);
        else if (tensor.requiresGrad()) traits.add("requires_grad");
        if (tensor.numel() <= FEW) return traits;
        traits.add(Words.count(tensor.numel(), "element"));
        if (tensor.device().type().equals("meta")) return traits;
        if (strided) traits.add(Words.bytes(tensor.numel() * tensor.dtype().itemSize()));
        if (SPARSE.contains(tensor.layout())) traits.add(Words.count(stored(tensor.detach()).numel()) + " stored");
        return traits;
    }

    private static @Nullable Statistics statistics(Tensor tensor) {
        if (tensor.device().type().equals("meta")) return null;
        try {
            var stored = stored(tensor.detach());
            return stored.numel() == 0 ? null : statistics(stored, every(stored, MOST));
        } catch (RuntimeException cannot) {
            // Layouts and dtypes in which libtorch stores but does not compute.
            return null;
        }
    }

    // Of a sparse tensor those of its elements that are written down.
    private static Tensor stored(Tensor tensor) {
        return switch (tensor.layout()) {
            case strided -> tensor;
            case sparse_coo -> Operators.call("_values", tensor);
            case sparse_csr, sparse_csc, sparse_bsr, sparse_bsc, jagged -> Operators.call("values", tensor);
            case mkldnn -> Operators.call("to_dense", tensor);
        };
    }

    private static Statistics statistics(Tensor all, Tensor sample) {
        var complex = all.dtype().isComplex();
        var values = (complex ? sample.abs() : sample).doubleArray();
        var finite = Histogram.finite(values);
        var least = Double.NaN;
        var greatest = Double.NaN;
        var sum = 0.0;
        for (var value : finite) {
            sum += value;
            if (!(value >= least)) least = value;
            if (!(value <= greatest)) greatest = value;
        }
        var bins = bins(all, finite, greatest - least);
        var mean = finite.length == 0 ? Double.NaN : sum / finite.length;
        var squares = 0.0;
        for (var value : finite) squares += (value - mean) * (value - mean);
        var deviation = finite.length <= FEW ? Double.NaN : Math.sqrt(squares / (finite.length - 1));
        long nan = 0;
        for (var value : values) {
            if (Double.isNaN(value)) nan++;
        }
        long infinite = values.length - finite.length - nan;
        var looked = new Looked(all.numel(), values.length, values.length, values.length);
        if (values.length < all.numel() && all.numel() <= MOST_NATIVE) {
            var total = complex ? Double.NaN : total(all);
            if (Double.isFinite(total)) {
                // A sum is finite only if all are.
                var extremes = Torch.aminmax(all);
                least = extremes.min().item().doubleValue();
                greatest = extremes.max().item().doubleValue();
                mean = total / all.numel();
                looked = new Looked(all.numel(), values.length, all.numel(), all.numel());
            } else {
                nan = count(all.isnan());
                infinite = count(all.isinf());
                looked = new Looked(all.numel(), values.length, values.length, all.numel());
            }
        }
        return new Statistics(complex ? "|x|" : "", least, mean, greatest, deviation, nan, infinite, looked,
                bins);
    }

    private static double total(Tensor all) {
        var floating = all.dtype().isFloatingPoint();
        // Half a float overflows in no time.
        Tensor sum = Operators.call("sum", all,
                floating && all.dtype().itemSize() < 8 ? DType.float32 : DType.float64);
        return sum.item().doubleValue();
    }

    private static long count(Tensor truths) { return truths.sum().item().longValue(); }

    private static Points bins(Tensor all, double[] finite, double span) {
        if (finite.length <= FEW || span == 0) return Points.of(new double[0]);
        // A few whole numbers get a bin each.
        var whole = !all.dtype().isFloatingPoint() && !all.dtype().isComplex();
        return Histogram.of(finite, whole && span < BINS ? 0 : BINS, null);
    }

    /// A view of at most so many elements, evenly spaced in each dimension, the largest ones first.
    static Tensor every(Tensor tensor, long most) {
        var view = tensor;
        while (view.numel() > most) {
            var largest = 0L;
            for (var dim = 1L; dim < view.dim(); dim++) {
                if (view.size(dim) > view.size(largest)) largest = dim;
            }
            var step = Math.min(view.size(largest), Math.ceilDiv(view.numel(), most));
            // Not all from one dimension: rows would be left out for columns.
            view = every(view, largest, view.dim() > 1 ? Math.min(step, 4) : step);
        }
        return view;
    }

    static Tensor every(Tensor tensor, long dim, long step) {
        return step <= 1 ? tensor : Operators.call("slice.Tensor", tensor, dim, null, null, step);
    }

    /// Statistics as text: `min -1.2`, `mean 0.1`, `max 3`, `std 0.9`.
    static List<String> words(Statistics statistics) {
        var words = new ArrayList<String>();
        if (Double.isNaN(statistics.least())) return words;
        var of = statistics.of().isEmpty() ? " " : " " + statistics.of() + " ";
        words.add("min" + of + Scale.number(statistics.least()));
        words.add("mean" + of + Scale.number(statistics.mean()));
        words.add("max" + of + Scale.number(statistics.greatest()));
        if (!Double.isNaN(statistics.deviation())) words.add("std" + of + Scale.number(statistics.deviation()));
        var looked = statistics.looked();
        if (looked.extremes() < looked.all()) {
            words.add("from " + Words.count(looked.extremes()) + " of " + Words.count(looked.all(), "element"));
        }
        return words;
    }
}
