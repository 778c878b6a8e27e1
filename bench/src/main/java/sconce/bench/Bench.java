package sconce.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sconce.bench.Row.Group;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./sconce bench`: measures rows of the table beside their peers, and prints it.
@Command(name = "sconce bench", mixinStandardHelpOptions = true, description = {
        "Measure Sconce beside PyTorch, ipykernel and the others, on this machine, turn by turn.", "",
        "A ratio is our median over the peer's; beside it the least and the greatest ratio of a round,",
        "the ratio of the minima, and that of the processor time." })
public final class Bench implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--only", split = ",", paramLabel = "ROW", description = "These rows or groups of rows; --list names them.")
    private List<String> only = List.of();

    @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Turns of each side; default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--repeats", defaultValue = "7", paramLabel = "N", description = "Times in a turn; default ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(names = "--threads", split = ",", defaultValue = "1,2", paramLabel = "N", description = "Numbers of threads for calls and training; default ${DEFAULT-VALUE}.")
    private List<Integer> threads = List.of();

    @Option(names = "--python", paramLabel = "FILE", description = "The Python with torch and the other peers; else $SCONCE_BENCH_PYTHON, else python3.")
    private @Nullable String python;

    @Option(names = "--jvm", split = " ", paramLabel = "FLAGS", description = "More flags for our JVM: \"-XX:+UseSerialGC -Xmx512m\".")
    private List<String> jvm = List.of();

    @Option(names = "--steps", defaultValue = "20000", paramLabel = "N", description = "Steps of the memory row; default ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--json", paramLabel = "FILE", description = "Where the numbers go; default bench/target/bench.json.")
    private @Nullable Path json;

    @Option(names = "--compare", paramLabel = "FILE", description = "Numbers of an earlier run, to show beside.")
    private @Nullable Path compare;

    @Option(names = "--list", description = "Name the rows, by group.")
    private boolean list;

    private final Path home = Path.of(System.getProperty("sconce.home", "."));
    private final List<Outcome> outcomes = new ArrayList<>();
    private Map<String, Double> before = Map.of();

    private Bench() {}

    /// Measures, and exits: 0 when all chosen rows have a time, 1 when not, 2 when the arguments were not understood.
    ///
    /// @param arguments the command line
    public static void main(String[] arguments) { System.exit(new CommandLine(new Bench()).execute(arguments)); }

    @Override
    public Integer call() throws IOException {
        if (list) {
            for (var group : Group.values()) System.out.println(group + ": " + String.join(" ", names(group)));
            return 0;
        }
        var chosen = chosen();
        if (chosen == null) return 2;
        if (compare != null) before = ratios(compare);
        var peer = python();
        System.out.println(peer == null
                ? "No Python with torch: name one by --python or SCONCE_BENCH_PYTHON. Rows have no peer."
                : "The peer is " + peer);
        System.out.println(Outcome.header());
        var folder = Files.createTempDirectory("sconce-bench");
        try {
            for (var entry : byGroup(chosen).entrySet()) run(entry.getKey(), entry.getValue(), peer, folder);
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
        write();
        return outcomes.stream().allMatch(outcome -> outcome.why() == null) ? 0 : 1;
    }

    private static List<String> names(Group group) {
        if (group.isScript()) return List.of("(rows of a script of its own)");
        return Row.ALL.stream().filter(row -> row.group() == group).map(Row::name).toList();
    }

    /// The names that were asked for, all if none were; null, and said so, if one is unknown.
    private @Nullable Set<String> chosen() {
        if (only.isEmpty()) return new LinkedHashSet<>(Arrays.stream(Group.values()).map(Group::name).toList());
        for (var name : only) {
            if (Arrays.stream(Group.values())
                    .noneMatch(g -> g.name().equals(name) || (g.isScript() && name.startsWith(g + "_")))
                    && Row.ALL.stream().noneMatch(row -> row.name().equals(name))) {
                System.err.println("sconce bench: no row or group is named " + name + "; --list names them");
                return null;
            }
        }
        return new LinkedHashSet<>(only);
    }

    private static Map<Group, List<String>> byGroup(Set<String> chosen) {
        var groups = new EnumMap<Group, List<String>>(Group.class);
        for (var group : Group.values()) {
            var rows = Row.ALL.stream().filter(row -> row.group() == group).map(Row::name)
                    .filter(name -> chosen.contains(name) || chosen.contains(group.name())).toList();
            if (group.isScript()) {
                if (chosen.contains(group.name())) groups.put(group, List.of());
                else rows = chosen.stream().filter(name -> name.startsWith(group + "_")).toList();
            }
            if (!rows.isEmpty()) groups.put(group, rows);
        }
        return groups;
    }

    private void run(Group group, List<String> names, @Nullable String peer, Path folder) throws IOException {
        if (group.isScript()) {
            runScript(group, names, peer);
            return;
        }
        var rows = Row.ALL.stream().filter(row -> names.contains(row.name())).toList();
        for (int count : group.byThreads() || group == Group.memory ? threads : List.of(1)) {
            if (group == Group.memory) runMemory(rows.getFirst(), count, peer);
            else if (group.isAlone()) for (var row : rows) runPair(List.of(row), count, peer, folder);
            else
                runPair(rows, count, peer, folder);
        }
    }

    /// Rows in a pair of processes, which take turns.
    private void runPair(List<Row> rows, int count, @Nullable String peer, Path folder) throws IOException {
        try (var ours = new Side(java(Worker.class, String.valueOf(count), folder.toString()), Map.of());
                var theirs = peer == null ? null
                        : new Side(List.of(peer, home.resolve("bench/peer.py").toString(), "--serve", "--threads",
                                String.valueOf(count), "--dir", folder.toString()), environment(count))) {
            for (var row : rows) {
                var outcome = new Outcome(row, count, new Measured(), new Measured());
                if (theirs == null) outcome.peer().failure = "no Python with torch";
                for (var round = 0; round < rounds; round++) {
                    if (outcome.ours().failure == null) outcome.ours().add(ours.ask(row.name(), repeats));
                    if (theirs != null && outcome.peer().failure == null) {
                        outcome.peer().add(theirs.ask(row.peer(), repeats));
                    }
                }
                tell(outcome);
            }
        }
    }

    private void runMemory(Row row, int count, @Nullable String peer) throws IOException {
        var outcome = new Outcome(row, count, new Measured(), new Measured());
        try (var ours = new Side(java(UnscopedSteps.class, String.valueOf(count), String.valueOf(steps)), Map.of())) {
            outcome.ours().add(ours.next());
        }
        if (peer == null) {
            outcome.peer().failure = "no Python with torch";
        } else {
            try (var theirs = new Side(List.of(peer, home.resolve("bench/peer.py").toString(), "--child", row.peer(),
                    "--threads", String.valueOf(count), "--steps", String.valueOf(steps)), environment(count))) {
                outcome.peer().add(theirs.next());
            }
        }
        tell(outcome);
    }

    private static Map<String, String> environment(int threads) {
        return Map.of("OMP_NUM_THREADS", String.valueOf(threads), "MKL_NUM_THREADS", String.valueOf(threads));
    }

    /// A script prints a line for each row and side: `name`, `side`, `median_us` or `mb`, and `goal`.
    private void runScript(Group group, List<String> names, @Nullable String peer) throws IOException {
        var script = home.resolve(group == Group.kernel ? "bench/kernel.py" : "bench/prompt");
        if (!Files.exists(script)) {
            System.out.println(group + ": there is no " + script);
            return;
        }
        var command = new ArrayList<>(List.of(peer == null ? "python3" : peer, script.toString(), "--rounds",
                String.valueOf(rounds)));
        if (!names.isEmpty()) command.addAll(List.of("--only", String.join(",", names)));
        try (var process = new Side(command, Map.of())) {
            var found = new LinkedHashMap<String, Outcome>();
            for (var line : process.all()) {
                var name = line.get("name").asString();
                var goal = line.has("goal") ? line.get("goal").asDouble() : Double.POSITIVE_INFINITY;
                var outcome = found.computeIfAbsent(name, _ -> new Outcome(
                        new Row(name, group, name, goal, Double.POSITIVE_INFINITY), 1, new Measured(), new Measured()));
                (line.get("side").asString().equals("sconce") ? outcome.ours() : outcome.peer()).add(line);
            }
            found.values().forEach(this::tell);
        }
    }

    private void tell(Outcome outcome) {
        outcomes.add(outcome);
        System.out.println(outcome.line(before.get(key(outcome.row().name(), outcome.threads()))));
    }

    private static String key(String name, int threads) { return name + " " + threads; }

    /// A JVM of ours as the launcher starts it.
    private List<String> java(Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private @Nullable String python() throws IOException {
        for (var candidate : new @Nullable String[] { python, System.getenv("SCONCE_BENCH_PYTHON"), "python3" }) {
            if (candidate == null) continue;
            var hasTorch = false;
            try {
                hasTorch = new ProcessBuilder(candidate, "-c", "import torch").redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
            } catch (IOException notThere) {
                // The next one, or none.
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (hasTorch) return candidate;
        }
        return null;
    }

    private static Map<String, Double> ratios(Path file) throws IOException {
        var ratios = new HashMap<String, Double>();
        for (JsonNode row : JSON.readTree(Files.readString(file)).get("rows")) {
            if (row.has("ratio")) {
                ratios.put(key(row.get("name").asString(), row.get("threads").asInt()), row.get("ratio").asDouble());
            }
        }
        return ratios;
    }

    private void write() throws IOException {
        var file = json == null ? home.resolve("bench/target/bench.json") : json;
        var all = JSON.createObjectNode();
        all.putObject("machine").put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString())
                .put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .put("when",
                        LocalDateTime.now(java.time.ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES).toString());
        var rows = all.putArray("rows");
        outcomes.forEach(outcome -> rows.add(outcome.toJson(JSON)));
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
        System.out.println("The numbers are in " + file);
    }
}
