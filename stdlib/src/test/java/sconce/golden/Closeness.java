package sconce.golden;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Layout;
import sconce.Tensor;
import sconce.libtorch.Operators;
import tools.jackson.databind.JsonNode;

/// Whether a tensor is the one of `modules/`, by the tolerances of PyTorch's `assert_close`; digests too.
enum Closeness {
    /// First numbers, which are the same bit for bit where vectors are used; else the last digit may differ.
    DRAWN(3e-7, 1e-9), COMPUTED(1.3e-6, 1e-5);

    private final double relative;
    private final double absolute;

    Closeness(double relative, double absolute) {
        this.relative = relative;
        this.absolute = absolute;
    }

    /// What differs, or null.
    @Nullable
    String difference(JsonNode expected, @Nullable Object actual, String place) {
        if (expected.isNull()) return actual == null ? null : place + ": expected None, got " + actual;
        if (expected.has("uninitialized")) return uninitialized(expected, actual, place);
        if (!(actual instanceof Tensor given)) return place + ": expected a tensor, got " + actual;
        Tensor tensor = given.layout() == Layout.strided ? given : Operators.call("to_dense", given.detach());
        if (!tensor.dtype().name().equals(expected.get("tensor").stringValue())) {
            return place + ": expected " + expected.get("tensor").stringValue() + ", got " + tensor.dtype();
        }
        if (!Arrays.equals(GoldenValues.longs(expected.get("shape")), tensor.shape().longs())) {
            return place + ": expected shape " + expected.get("shape") + ", got " + tensor.shape();
        }
        if (expected.path("device").asString("").equals("meta")) {
            return tensor.device().type().equals("meta") ? null : place + ": expected meta, got " + tensor.device();
        }
        var values = GoldenValues.doubles(tensor);
        return expected.has("head")
                ? digest(expected, values, tensor.dtype(), place)
                : data(expected.get("data"), values, tensor.dtype(), place);
    }

    private static @Nullable String uninitialized(JsonNode expected, @Nullable Object actual, String place) {
        var lazy = actual instanceof Tensor tensor && tensor.getClass().getSimpleName().startsWith("Uninitialized")
                && tensor.dtype().name().equals(expected.get("uninitialized").stringValue());
        return lazy ? null : place + ": expected something uninitialized, got " + actual;
    }

    private @Nullable String data(JsonNode expected, double[] actual, DType dtype, String place) {
        for (var i = 0; i < expected.size(); i++) {
            var wanted = expected.get(i).isBoolean() ? expected.get(i).booleanValue() ? 1 : 0
                    : rounded(GoldenValues.number(expected.get(i)), dtype);
            if (!near(wanted, actual[i], Math.abs(wanted), dtype)) {
                return place + "[" + i + "]: expected " + wanted + ", got " + actual[i];
            }
        }
        return null;
    }

    private @Nullable String digest(JsonNode expected, double[] actual, DType dtype, String place) {
        var head = data(expected.get("head"), actual, dtype, place);
        if (head != null) return head;
        var size = GoldenValues.number(expected.get("abs_sum"));
        var sum = Arrays.stream(actual).sum();
        if (!near(GoldenValues.number(expected.get("sum")), sum, size, dtype)) {
            return place + ": expected the sum " + expected.get("sum") + ", got " + sum;
        }
        var absolute = Arrays.stream(actual).map(Math::abs).sum();
        return near(size, absolute, size, dtype) ? null
                : place + ": expected the absolute sum " + size + ", got " + absolute;
    }

    private static double rounded(double number, DType dtype) {
        return dtype == DType.float32 ? (float) number : number;
    }

    private boolean near(double expected, double actual, double size, DType dtype) {
        if (Double.compare(expected, actual) == 0 || expected == actual) return true;
        if (!Double.isFinite(expected) || !Double.isFinite(actual)) return false;
        var difference = Math.abs(expected - actual);
        return switch (dtype) {
            case float32 -> difference <= absolute + relative * size;
            case float64 -> difference <= 1e-7 + 1e-7 * size;
            case bfloat16 -> difference <= 1e-5 + 1.6e-2 * size;
            case float16 -> difference <= 1e-5 + 1e-3 * size;
            default -> false;
        };
    }
}
