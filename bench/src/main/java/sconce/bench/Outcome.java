package sconce.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A row with both its sides.
record Outcome(Row row, int threads, Measured ours, Measured peer) {
    /// Why there is no ratio, or null.
    @Nullable
    String why() {
        if (ours.failure != null) return ours.failure;
        if (peer.failure != null) return "no peer: " + peer.failure;
        if (ours.isEmpty() || peer.isEmpty()) return "not measured";
        var differs = !ours.check().isEmpty() && !peer.check().isEmpty() && !row.agrees(ours.check(), peer.check());
        return differs ? "check " + ours.check() + " is not the peer's " + peer.check() : null;
    }

    double ratio() { return ours.median() / peer.median(); }

    double leastRatio() { return ours.least() / peer.least(); }

    double processorRatio() { return ours.processor() / peer.processor(); }

    /// The ratios of the rounds, from the least to the greatest: one round of ours over the peer's of the same minute.
    double[] spread() {
        var count = Math.min(ours.rounds().size(), peer.rounds().size());
        var ratios = new double[count];
        for (var i = 0; i < count; i++) ratios[i] = ours.rounds().get(i) / peer.rounds().get(i);
        java.util.Arrays.sort(ratios);
        return ratios;
    }

    ObjectNode toJson(JsonMapper json) {
        var line = json.createObjectNode().put("name", row.name()).put("group", row.group().name())
                .put("threads", threads);
        if (!Double.isInfinite(row.goal())) line.put("goal", row.goal());
        line.set("ours", side(json, ours));
        line.set("peer", side(json, peer));
        var why = why();
        if (why != null) return line.put("failure", why);
        var spread = spread();
        line.put("ratio", rounded(ratio())).put("ratio_low", rounded(spread[0]))
                .put("ratio_high", rounded(spread[spread.length - 1])).put("ratio_of_minima", rounded(leastRatio()));
        return Double.isNaN(processorRatio()) ? line : line.put("ratio_of_processor", rounded(processorRatio()));
    }

    private static ObjectNode side(JsonMapper json, Measured side) {
        var line = json.createObjectNode();
        side.facts.forEach(line::set);
        if (!side.isEmpty()) line.put(side.isMemory() ? "mb" : "median_us", side.median());
        if (!side.isEmpty() && !side.isMemory()) line.put("min_us", side.least());
        return line;
    }

    private static double rounded(double ratio) { return Math.round(ratio * 1000) / 1000.0; }

    /// A line of the table.
    ///
    /// @param before the ratio of an earlier run, or null
    String line(@Nullable Double before) {
        var goal = Double.isInfinite(row.goal()) ? "" : "<= " + row.goal();
        var name = row.name() + (row.group().byThreads() ? " (" + threads + ")" : "");
        var why = why();
        var own = ours.isEmpty() ? "" : amount(ours.median(), ours.isMemory());
        if (why != null) return "%-34s %10s  %s".formatted(name, own, why);
        var spread = spread();
        var text = String.format(Locale.ROOT, "%-34s %10s %10s %7.2f  %5.2f-%-6.2f %6.2f %6s  %-8s %s", name, own,
                amount(peer.median(), peer.isMemory()), ratio(), spread[0], spread[spread.length - 1], leastRatio(),
                Double.isNaN(processorRatio()) ? "" : String.format(Locale.ROOT, "%.2f", processorRatio()), goal,
                goal.isEmpty() ? "" : verdict());
        if (ours.facts.containsKey("growth_mb")) text += "  growth " + ours.facts.get("growth_mb").asString() + " MB";
        return before == null ? text : text + String.format(Locale.ROOT, "  before %.2f", before);
    }

    /// On a busy machine the median and the minimum may disagree: then the row says nothing.
    private String verdict() {
        var byMedian = ratio() <= row.goal();
        if (byMedian != (leastRatio() <= row.goal())) return "unclear";
        return byMedian ? "met" : "MISSED";
    }

    static String header() {
        return "%-34s %10s %10s %7s  %-12s %6s %6s  %s".formatted("row (threads)", "ours", "peer", "ratio",
                "rounds", "minima", "cpu", "goal");
    }

    private static String amount(double value, boolean memory) {
        if (memory) return String.format(Locale.ROOT, "%.0f MB", value);
        if (value < 1e3) return String.format(Locale.ROOT, "%.2f us", value);
        if (value < 1e6) return String.format(Locale.ROOT, "%.2f ms", value / 1e3);
        return String.format(Locale.ROOT, "%.2f s", value / 1e6);
    }
}
