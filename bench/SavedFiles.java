import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import sconce.Tensor;
import sconce.Torch;

/// Saves and loads state dicts, as `.pt` and as `.safetensors`: 50 tensors of 4 MB, and 2,000 of 64 bytes. A line of JSON
/// for each, with the names and checks of the Python side. The argument is the number of threads.
///
/// Unlike Python's, a save here ends when the bytes are on the disk.
static final int REPEATS = 9;

void main(String[] arguments) throws IOException {
    var threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    Torch.setNumThreads(threads);
    var folder = Files.createTempDirectory("bench");
    measure("200mb", 50, 1024, threads, folder);
    measure("2000_small", 2000, 4, threads, folder);
    Files.delete(folder);
}

static void measure(String what, int count, long side, int threads, Path folder) throws IOException {
    Torch.manualSeed(0);
    var state = new LinkedHashMap<String, Tensor>();
    for (var i = 0; i < count; i++) state.put("layer" + i + ".weight", Torch.rand(side, side));
    for (var format : new String[] { "pt", "safetensors" }) {
        var file = folder.resolve(what + "." + format);
        row("save_" + what + "_" + format, threads, () -> {
            Torch.save(state, file);
            return file.toFile().length();
        });
        row("load_" + what + "_" + format, threads, () -> {
            Map<String, Tensor> loaded = Torch.load(file);
            return loaded.values().stream().mapToLong(Tensor::numel).sum();
        });
        row("load_sum_" + what + "_" + format, threads, () -> {
            Map<String, Tensor> loaded = Torch.load(file);
            return loaded.values().stream().mapToDouble(tensor -> tensor.sum().item().doubleValue()).sum();
        });
        Files.delete(file);
    }
}

static void row(String name, int threads, DoubleSupplier call) throws IOException {
    var first = System.nanoTime();
    var check = call.getAsDouble();
    first = System.nanoTime() - first;
    var before = anonymous();
    for (var i = 0; i < 10; i++) call.getAsDouble();
    var times = new long[REPEATS];
    for (var i = 0; i < REPEATS; i++) {
        var start = System.nanoTime();
        call.getAsDouble();
        times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    System.out.printf("{\"name\": \"%s\", \"threads\": %d, \"median_us\": %.2f, \"min_us\": %.2f, \"first_us\": %.2f, "
            + "\"repeats\": %d, \"loop\": 1, \"warm\": 10, \"grown_mb\": %d, \"check\": %s}%n", name, threads,
            times[REPEATS / 2] / 1e3, times[0] / 1e3, first / 1e3, REPEATS, anonymous() - before, check);
}

/// The anonymous memory of this process in megabytes; 0 where the system does not tell.
static long anonymous() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return 0;
    return Files.readAllLines(status).stream().filter(line -> line.startsWith("RssAnon:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).findFirst().orElse(0);
}
