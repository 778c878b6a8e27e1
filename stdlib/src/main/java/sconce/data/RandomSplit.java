package sconce.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.Generator;
import sconce.ValueError;
import sconce.Warnings;

/// Cuts data sets at random, drawing what PyTorch draws.
final class RandomSplit {
    private RandomSplit() {}

    static <T> List<Subset<T>> of(Dataset<T> dataset, List<? extends Number> lengths, @Nullable Generator generator) {
        var sum = lengths.stream().mapToDouble(Number::doubleValue).sum();
        var sizes = Math.abs(sum - 1) <= 1e-9 && sum <= 1 ? shares(lengths, dataset.size())
                : lengths.stream().mapToInt(Number::intValue).toArray();
        if ((sum > 1 && lengths.stream().anyMatch(length -> length.doubleValue() != length.intValue()))
                || Arrays.stream(sizes).sum() != dataset.size()) {
            throw new ValueError("Sum of input lengths does not equal the length of the input dataset!");
        }
        var order = Draws.permutation(dataset.size(), generator);
        var parts = new ArrayList<Subset<T>>();
        var start = 0;
        for (var size : sizes) parts.add(new Subset<>(dataset, order.subList(start, start += size)));
        return parts;
    }

    private static int[] shares(List<? extends Number> fractions, int size) {
        var sizes = new int[fractions.size()];
        for (var i = 0; i < sizes.length; i++) {
            var fraction = fractions.get(i).doubleValue();
            if (fraction < 0 || fraction > 1)
                throw new ValueError("Fraction at index " + i + " is not between 0 and 1");
            sizes[i] = (int) Math.floor(size * fraction);
        }
        var remainder = size - Arrays.stream(sizes).sum();
        for (var i = 0; i < remainder; i++) sizes[i % sizes.length]++;
        for (var i = 0; i < sizes.length; i++) {
            if (sizes[i] == 0) {
                Warnings.warn("Length of split at index " + i + " is 0. This might result in an empty dataset.");
            }
        }
        return sizes;
    }
}
