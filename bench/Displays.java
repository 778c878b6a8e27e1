import static sconce.show.Show.summary;
import static sconce.show.Show.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import sconce.Torch;
import sconce.nn.Linear;
import sconce.nn.Module;
import sconce.nn.ReLU;
import sconce.nn.Sequential;
import sconce.nn.TransformerEncoder;
import sconce.nn.TransformerEncoderLayer;
import sconce.show.Renderer;

/// What displays of large models take: milliseconds (the median of some runs after one that warms up) and bytes.
/// Run: `bench/displays`.
public class Displays {
    private static final int RUNS = 5;

    public static void main(String[] arguments) {
        System.out.println("modules    display                        ms        bytes");
        models("483", encoder(48), 2, 7, 32);
        models("10,001", alike(10_000), 2, 8);
        models("10,001 *", unlike(10_000), 2, 8);
        models("100,001", alike(100_000), 2, 8);
        models("100,001 *", unlike(100_000), 2, 8);
        System.out.println("* no two neighbours are alike, so that nothing folds");
    }

    private static Module encoder(int layers) {
        return new TransformerEncoder(new TransformerEncoderLayer(32, 4, o -> o.dimFeedforward(64).batchFirst(true)),
                layers);
    }

    private static Module alike(int count) {
        var model = new Sequential();
        for (var i = 0; i < count; i++) model.append(new ReLU());
        return model;
    }

    private static Module unlike(int count) {
        var model = new Sequential();
        for (var i = 0; i < count; i++) model.append(i % 2 == 0 ? new Linear(8, 8) : new ReLU());
        return model;
    }

    private static void models(String name, Module model, int... input) {
        var size = new long[input.length];
        Arrays.setAll(size, i -> input[i]);
        measure(name, "HTML and text of a cell", () -> (String) Renderer.show(model).get(Renderer.HTML));
        measure(name, "tree(model) as text", () -> tree(model).toString());
        measure(name, "repr", model::toString);
        measure(name, "summary(model)", () -> summary(model).toString());
        if (model.namedModules().size() > 20_000) return;
        measure(name, "summary(model, size)", () -> summary(model, Torch.size(size)).toString());
        measure(name, "its HTML", () -> summary(model, Torch.size(size)).toHtml());
    }

    private static void measure(String name, String what, Supplier<String> display) {
        var bytes = display.get().getBytes(StandardCharsets.UTF_8).length;
        var times = new double[RUNS];
        for (var i = 0; i < RUNS; i++) {
            var start = System.nanoTime();
            display.get();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf("%-10s %-26s %8.1f %,12d%n", name, what, times[RUNS / 2], bytes);
    }
}
