import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import sconce.Parameter;
import sconce.Torch;
import sconce.optim.Adam;

private static final int LOOP = 20;
private static final int WARM = 2000;
private static final int REPEATS = 21;

/// Times Adam over 100 parameters of 32 x 32, a step alone, and prints one JSON line for each number of threads and each way
/// to step. The rows are to be set beside a Python script's that does the same: its row is `adam_100_params`.
void main(String[] arguments) {
    var threads = arguments.length > 0 ? Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray()
            : new int[] { 1, 2 };
    for (var count : threads) {
        Torch.setNumThreads(count);
        measure("adam_100_params", count, o -> o.lr(1e-3));
        measure("adam_100_params_fused", count, o -> o.lr(1e-3).fused(true));
    }
}

static void measure(String name, int threads, Consumer<Adam.Options> options) {
    Torch.manualSeed(0);
    var parameters = new ArrayList<Parameter>();
    for (var i = 0; i < 100; i++) {
        var parameter = new Parameter(Torch.rand(32, 32));
        parameter.setGrad(Torch.ones(32, 32));
        parameters.add(parameter);
    }
    var optimizer = new Adam(parameters, options);
    for (var i = 0; i < 10; i++) optimizer.step();
    var check = sum(parameters);
    var start = System.nanoTime();
    optimizer.step();
    var first = (System.nanoTime() - start) / 1e3;
    for (var i = 0; i < WARM; i++) optimizer.step();
    var times = new double[REPEATS];
    for (var repeat = 0; repeat < REPEATS; repeat++) {
        var before = System.nanoTime();
        for (var i = 0; i < LOOP; i++) optimizer.step();
        times[repeat] = (System.nanoTime() - before) / 1e3 / LOOP;
    }
    Arrays.sort(times);
    System.out.printf(java.util.Locale.ROOT,
            "{\"name\": \"%s\", \"threads\": %d, \"median_us\": %.1f, \"min_us\": %.1f, \"first_us\": %.1f, "
                    + "\"repeats\": %d, \"loop\": %d, \"warm\": %d, \"check\": %.1f}%n",
            name, threads, times[REPEATS / 2], times[0], first, REPEATS, LOOP, WARM, check);
}

/// All parameters added up, as doubles.
static double sum(List<Parameter> parameters) {
    return parameters.stream().mapToDouble(p -> p.detach().toDouble().sum().doubleValue()).sum();
}
