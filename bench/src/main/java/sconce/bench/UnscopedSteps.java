package sconce.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import sconce.Torch;
import sconce.libtorch.NativeMemory;
import sconce.nn.F;
import sconce.optim.SGD;
import tools.jackson.databind.json.JsonMapper;

/// Trains the small network on fresh batches for as many steps as its argument says, frees nothing, and prints what the
/// process held on the way: a line of JSON. `bench/peer.py` does the same.
public final class UnscopedSteps {
    private static final Path STATUS = Path.of("/proc/self/status");

    private UnscopedSteps() {}

    /// Trains.
    ///
    /// @param arguments the number of threads, and of steps
    /// @throws IOException if the system does not tell what a process holds
    public static void main(String[] arguments) throws IOException {
        var threads = Integer.parseInt(arguments[0]);
        var steps = Integer.parseInt(arguments[1]);
        var aloud = arguments.length > 2;
        Torch.setNumThreads(threads);
        Torch.manualSeed(0);
        var before = megabytes("RssAnon:");
        var model = TrainingWorkloads.mlp();
        var optimizer = new SGD(model.parameters(), 0.01);
        var at500 = 0.0;
        var peak = 0.0;
        var worst = 0L;
        var last = 0.0;
        var start = System.nanoTime();
        for (var step = 0; step < steps; step++) {
            var begun = System.nanoTime();
            var x = Torch.rand(64, 784);
            var y = Torch.randint(10, Torch.size(64));
            optimizer.zeroGrad();
            var loss = F.crossEntropy(model.call(x), y);
            loss.backward();
            optimizer.step();
            if (step >= 1000) worst = Math.max(worst, System.nanoTime() - begun);
            if (step == steps - 1) last = loss.doubleValue();
            if (step % 50 != 0) continue;
            var now = megabytes("RssAnon:");
            peak = Math.max(peak, now);
            if (step <= 500) at500 = peak;
            if (aloud && step % 1000 == 0) {
                System.err.printf("step %d: anonymous %.0f MB, tensors %d MB%n", step, now, NativeMemory.bytes() >> 20);
            }
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("name", "mlp_20000_steps_memory");
        row.put("threads", threads);
        row.put("steps", steps);
        row.put("mb", peak);
        row.put("anonymous_before_mb", before);
        row.put("anonymous_500_mb", at500);
        row.put("growth_mb", rounded(peak - at500));
        row.put("peak_rss_mb", megabytes("VmHWM:"));
        row.put("mean_step_us", Math.round((System.nanoTime() - start) / 1e3 / steps));
        row.put("worst_step_us", Math.round(worst / 1e3));
        row.put("check", last);
        System.out.println(new JsonMapper().writeValueAsString(row));
        System.exit(0);
    }

    /// A line of the kernel's account of this process, in megabytes.
    private static double megabytes(String line) throws IOException {
        for (var entry : Files.readAllLines(STATUS)) {
            if (entry.startsWith(line)) return rounded(Long.parseLong(entry.replaceAll("\\D", "")) / 1024.0);
        }
        return 0;
    }

    private static double rounded(double megabytes) { return Math.round(megabytes * 10) / 10.0; }
}
