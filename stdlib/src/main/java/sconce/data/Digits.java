package sconce.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import sconce.Tensor;

/// 1,797 handwritten digits of 8 x 8 pixels, which come with the library: samples are an image `[1, 8, 8]` of float32
/// between 0 (white) and 1 (black), and its label, 0 to 9.
///
/// ```java
/// Digits.train().size()            // 1400
/// Digits.test().get(0).get(0).shape()   // torch.Size([1, 8, 8])
/// ```
///
/// Source: E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository, 1998,
/// CC BY 4.0.
public final class Digits {
    private static final int TRAINING = 1400;

    private Digits() {}

    /// All of them.
    public static TensorDataset all() { return rows(":"); }

    /// The first 1,400, to train with.
    public static TensorDataset train() { return rows(":" + TRAINING); }

    /// The other 397, to test with.
    public static TensorDataset test() { return rows(TRAINING + ":"); }

    private static TensorDataset rows(String slice) {
        return new TensorDataset(Loaded.IMAGES.get(slice), Loaded.LABELS.get(slice));
    }

    /// Read once, when first asked for.
    private static final class Loaded {
        static final Tensor IMAGES;
        static final Tensor LABELS;

        static {
            var table = table();
            var pixels = table.names().subList(1, table.names().size());
            IMAGES = table.tensor(pixels.toArray(String[]::new)).toFloat().div(16).reshape(-1, 1, 8, 8);
            LABELS = table.column(List.copyOf(table.names()).getFirst());
        }

        private static CsvTable table() {
            try (var in = Objects.requireNonNull(Digits.class.getResourceAsStream("digits.csv.gz"))) {
                return CsvTable.read("digits.csv.gz", in, o -> {});
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the digits in the library's jar cannot be read", unreadable);
            }
        }
    }
}
