package sconce.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one side of a row gave, over all rounds: microseconds, or megabytes.
final class Measured {
    private final List<Double> all = new ArrayList<>();
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    /// What else it told: checks, warm-up, growth.
    final Map<String, JsonNode> facts = new TreeMap<>();
    /// Why there is nothing, or null.
    @Nullable
    String failure;

    void add(JsonNode answer) {
        if (answer.has("missing")) failure = "no " + answer.get("missing").asString();
        if (answer.has("error")) failure = answer.get("error").asString();
        if (failure != null) return;
        answer.properties().forEach(entry -> facts.put(entry.getKey(), entry.getValue()));
        var round = new ArrayList<Double>();
        if (answer.has("times_us")) answer.get("times_us").forEach(time -> round.add(time.asDouble()));
        else round.add(answer.has("mb") ? answer.get("mb").asDouble() : answer.get("median_us").asDouble());
        facts.remove("times_us");
        all.addAll(round);
        medians.add(median(round));
        if (answer.has("cpu_us")) processor.add(answer.get("cpu_us").asDouble());
    }

    boolean isEmpty() { return all.isEmpty(); }

    boolean isMemory() { return facts.containsKey("mb"); }

    double median() { return median(all); }

    double least() {
        return isMemory() || !facts.containsKey("min_us") ? Collections.min(all) : facts.get("min_us").asDouble();
    }

    /// Processor time of a call, in the round that took least: what other programs do weighs little in it.
    double processor() { return processor.isEmpty() ? Double.NaN : Collections.min(processor); }

    /// The medians of the rounds.
    List<Double> rounds() { return medians; }

    String check() { return facts.containsKey("check") ? facts.get("check").asString() : ""; }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
