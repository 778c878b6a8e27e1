package sconce.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import sconce.Torch;
import tools.jackson.databind.json.JsonMapper;

/// Our process of a pair: reads `row repeats` from standard input, answers a line of JSON for each, ends with the input.
///
/// JMH counts: one shot is a loop of calls, as in `bench/peer.py`. It runs inside this process and not in one of its own,
/// so that rows follow each other as a user's cells do, and so that ours and Python's can take turns.
public final class Worker {
    private static final JsonMapper JSON = new JsonMapper();
    private static @Nullable Workload workload;
    private static Workload.@Nullable Built built;
    private final int threads;
    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private String check = "null";
    private double first;
    private int warmed;

    private Worker(int threads, Path folder) {
        this.threads = threads;
        Stream.of(CallWorkloads.all(), TrainingWorkloads.all(), TreeWorkloads.all(), TreeWorkloads.displays(),
                FileWorkloads.all(folder)).flatMap(List::stream).forEach(w -> workloads.put(w.name(), w));
    }

    /// Answers until the input ends.
    ///
    /// @param arguments the number of threads, and a folder for files
    /// @throws IOException if the other side is gone
    public static void main(String[] arguments) throws IOException {
        var answers = System.out;
        // What anything prints must not get between the answers.
        System.setOut(new PrintStream(System.err, true));
        var worker = new Worker(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        Torch.setNumThreads(worker.threads);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = questions.readLine(); line != null; line = questions.readLine()) {
            var space = line.indexOf(' ');
            var answer = worker.answer(line.substring(0, space), Integer.parseInt(line.substring(space + 1)));
            answers.println(JSON.writeValueAsString(answer));
        }
        // A pool's threads may still wait for work.
        System.exit(0);
    }

    static Workload.Built current() { return Objects.requireNonNull(built); }

    static boolean isWithoutGrad() { return Objects.requireNonNull(workload).noGrad(); }

    private Map<String, Object> answer(String name, int repeats) {
        var row = new LinkedHashMap<String, Object>(Map.of("name", name));
        row.put("threads", threads);
        try {
            var asked = workloads.get(name);
            if (asked == null) throw new IllegalArgumentException("no such row");
            if (!asked.equals(workload)) begin(asked);
            row.putAll(measure(asked, repeats));
        } catch (Exception failed) {
            row.put("error", failed.toString());
        }
        return row;
    }

    /// Builds the workload and makes the check; what the last one built may go.
    private void begin(Workload asked) throws Exception {
        workload = null;
        built = null;
        System.gc();
        Torch.manualSeed(0);
        var fresh = asked.build().get();
        Number value;
        try (var mode = asked.noGrad() ? Torch.noGrad() : null) {
            value = fresh.check().call();
        }
        check = value instanceof Integer || value instanceof Long ? value.toString()
                : String.format(Locale.ROOT, "%.6g", value.doubleValue());
        var start = System.nanoTime();
        fresh.call().call();
        first = (System.nanoTime() - start) / 1e3;
        warmed = 0;
        built = fresh;
        workload = asked;
    }

    private Map<String, Object> measure(Workload asked, int repeats) throws RunnerException {
        var loop = asked.loop();
        if (warmed == 0) shots(loop, Math.max(asked.warm() / loop - 1, 1));
        var cpu = cpuNanos();
        var times = shots(loop, repeats);
        var cpuPerCall = (cpuNanos() - cpu) / 1e3 / loop / (repeats + 1);
        var row = new LinkedHashMap<String, Object>();
        row.put("times_us", times);
        row.put("cpu_us", rounded(cpuPerCall));
        row.put("first_us", Math.round(first));
        row.put("warm", warmed);
        row.put("loop", loop);
        row.put("check", check);
        return row;
    }

    /// The microseconds of a call in each of so many shots, after one that does not count.
    private List<Double> shots(int loop, int repeats) throws RunnerException {
        var options = new OptionsBuilder().include(TimedCall.class.getName()).forks(0).mode(Mode.SingleShotTime)
                .warmupIterations(1).warmupBatchSize(loop).measurementIterations(repeats).measurementBatchSize(loop)
                .timeUnit(TimeUnit.NANOSECONDS).shouldFailOnError(true).timeout(TimeValue.hours(1))
                .verbosity(VerboseMode.SILENT).build();
        warmed += loop * (warmed == 0 ? repeats + 1 : 1);
        var times = new ArrayList<Double>();
        for (var result : new Runner(options).runSingle().getBenchmarkResults()) {
            for (var iteration : result.getIterationResults()) {
                times.add(rounded(iteration.getPrimaryResult().getScore() / 1e3 / loop));
            }
        }
        return times;
    }

    private static double rounded(double microseconds) { return Math.round(microseconds * 100) / 100.0; }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
