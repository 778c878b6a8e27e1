package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static sconce.show.Show.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sconce.DType;
import sconce.Size;
import sconce.Torch;
import sconce.nn.Module;
import sconce.show.Summary;
import tools.jackson.databind.JsonNode;

/// Summaries with torchinfo's rows, shapes, parameters and lines, and with the multiply-adds that PyTorch counts.
class SummaryGoldenTest {
    private static final String[] COLUMNS = { "input_size", "output_size", "num_params", "params_percent",
            "kernel_size", "mult_adds", "trainable" };
    private static final int MULT_ADDS = 5;

    @TestFactory
    Stream<DynamicTest> summaries_are_torchinfos() {
        var content = Golden.file("summary.json");
        if (content.isEmpty()) return Stream.of(Golden.lacking("summary.json"));
        return Golden.some(StreamSupport.stream(content.get().path("cases").spliterator(), false)
                .map(entry -> DynamicTest.dynamicTest(
                        entry.get("model").stringValue() + " to depth " + entry.get("depth").intValue(),
                        () -> check(entry)))
                .toList(), "summary.json cases");
    }

    private static void check(JsonNode entry) {
        var build = SummaryModels.MODELS.get(entry.get("model").stringValue());
        Assumptions.assumeTrue(build != null, () -> "no such model here: " + entry.get("model"));
        Torch.manualSeed(0);
        var model = build.get();
        assertThat(model.toString()).isEqualTo(entry.get("repr").stringValue());
        var before = model.stateDict().toString();
        var random = Torch.getRngState();
        var summary = summary(model, sizes(entry), o -> o.depth(entry.get("depth").intValue()).colNames(COLUMNS)
                .dtypes(dtypes(entry)).rowSettings("depth", "var_names"));

        rows(entry, summary);
        totals(entry, summary, model);
        flops(entry, summary, model);
        lines(entry, summary);
        assertThat(model.stateDict()).hasToString(before);
        assertThat(model.modules()).allMatch(Module::training);
        assertThat(Torch.equal(Torch.getRngState(), random)).isTrue();
    }

    private static List<Size> sizes(JsonNode entry) {
        return entry.get("input_sizes").valueStream().map(size -> new Size(longs(size))).toList();
    }

    private static DType[] dtypes(JsonNode entry) {
        return entry.get("dtypes").valueStream().map(name -> DType.valueOf(name.stringValue())).toArray(DType[]::new);
    }

    private static long[] longs(JsonNode array) { return array.valueStream().mapToLong(JsonNode::longValue).toArray(); }

    private static void rows(JsonNode entry, Summary summary) {
        var depth = entry.get("depth").intValue();
        var expected = new ArrayList<String>();
        for (var row : entry.get("rows")) {
            expected.add("%s %s %s in %s out %s params %s".formatted(row.get("depth"), row.get("name").stringValue(),
                    row.get("class").stringValue(),
                    Size.of(row.get("input").valueStream().map(JsonNode::longValue).toList()),
                    Size.of(row.get("output").valueStream().map(JsonNode::longValue).toList()), row.get("params")));
        }
        assertThat(summary.rows().stream().filter(row -> row.depth() <= depth)
                .map(row -> "%s %s %s in %s out %s params %s".formatted(row.depth(), row.varName(), row.className(),
                        Size.of(row.inputSize()), Size.of(row.outputSize()), row.numParams())))
                .isEqualTo(expected);
    }

    /// torchinfo counts a weight that two layers hold twice, and no memory for a layer that has parameters beside layers.
    private static void totals(JsonNode entry, Summary summary, Module model) {
        var each = entry.get("rows").get(0).get("params").longValue();
        assertThat(summary.totalParams()).isEqualTo(each);
        var tied = each != entry.get("total_params").longValue();
        if (!tied) {
            assertThat(summary.trainableParams()).isEqualTo(entry.get("trainable_params").longValue());
        }
        var mixed = model.modules().stream()
                .anyMatch(module -> !module.parameters(false).isEmpty() && !module.children().isEmpty());
        if (!tied && !mixed) assertThat(summary.totalParamBytes()).isEqualTo(entry.get("param_bytes").longValue());
        if (!mixed) assertThat(summary.totalOutputBytes()).isEqualTo(entry.get("output_bytes").longValue());
        // torchinfo asks Python for the size of each storage, which adds 64 bytes of the object.
        var objects = 64L * entry.get("input_sizes").size();
        assertThat(summary.totalInput()).isEqualTo(entry.get("input_bytes").longValue() - objects);
    }

    /// PyTorch's counter sees no multiply-adds in a fused LSTM and in a Bilinear: there the formula holds.
    private static void flops(JsonNode entry, Summary summary, Module model) {
        var counted = entry.get("flops_by_module");
        var paths = paths(summary);
        Map<String, Long> ours = new HashMap<>();
        for (var i = 0; i < paths.size(); i++) ours.merge(paths.get(i), summary.rows().get(i).multAdds(), Long::sum);
        var unseen = model.modules().stream().map(Module::moduleName).anyMatch(List.of("LSTM", "Bilinear")::contains);
        for (var name : counted.propertyNames()) {
            var whole = name.indexOf('.') < 0;
            if (!ours.containsKey(name) || (whole && unseen)) continue;
            assertThat(2 * ours.get(name)).as(name).isEqualTo(counted.get(name).longValue());
        }
        if (!unseen) assertThat(2 * summary.totalMultAdds()).isEqualTo(entry.get("flops").longValue());
        assertThat(summary.rows().getFirst().multAdds()).isEqualTo(summary.totalMultAdds());
        for (var row : summary.rows()) {
            if (row.className().equals("LSTM"))
                assertThat(row.multAdds()).isEqualTo(48L * 4 * 32 * (16 + 32 + 32 + 32));
            if (row.className().equals("Bilinear")) assertThat(row.multAdds()).isEqualTo(3L * 2 * 8 * 8);
        }
    }

    private static List<String> paths(Summary summary) {
        var paths = new ArrayList<String>();
        var above = new ArrayList<String>();
        for (var row : summary.rows()) {
            while (above.size() > row.depth()) above.removeLast();
            above.add(row.varName());
            paths.add(String.join(".", above));
        }
        return paths;
    }

    /// Line by line, with the multiply-adds blanked.
    private static void lines(JsonNode entry, Summary summary) {
        var tied = summary.totalParams() != entry.get("total_params").longValue();
        var expected = entry.get("text").stringValue().lines().toList();
        var actual = summary.toString().lines().toList();
        var rows = expected.lastIndexOf(expected.getFirst());
        assertThat(rows).isPositive();
        for (var i = 0; i < expected.size(); i++) {
            var line = expected.get(i);
            if (line.startsWith("Total mult-adds")) break;
            // Of a model with tied weights torchinfo's percentages add up to more than the whole.
            if (tied && (line.contains("%") || line.contains("params:"))) continue;
            assertThat(blanked(actual.get(i), summary)).isEqualTo(blanked(line, summary));
        }
    }

    private static String blanked(String line, Summary summary) {
        var end = line.length();
        // From the end, as the first column's width is the model's: "Trainable", before it "Mult-Adds".
        var name = summary.toString().indexOf('\n') - 25 * COLUMNS.length + 1;
        var from = name + 26 * MULT_ADDS;
        if (line.startsWith("=") || line.startsWith("Layer") || end <= from) return line;
        return line.substring(0, from) + "#" + line.substring(Math.min(end, from + 26));
    }
}
