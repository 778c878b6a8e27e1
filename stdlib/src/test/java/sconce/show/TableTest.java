package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import sconce.Torch;
import sconce.nn.LazyLinear;
import sconce.nn.Module;
import sconce.nn.StateDict;
import sconce.show.TestModels.Net;
import sconce.show.TestModels.Plain;
import sconce.show.TestModels.Stats;

class TableTest {
    private static Document page(Object value) { return Jsoup.parse(Renderer.show(value).get("text/html").toString()); }

    @Test
    void named_children_are_a_line_each() {
        var forms = Renderer.show(new Net().namedChildren());
        assertThat(forms.get("text/plain")).isEqualTo("""
                name    module               modules  parameters
                stem    Affine(in=2, out=4)        1          12
                blocks  Stack                     17         304
                head    Affine(in=4, out=3)        1          15
                3 modules""");
    }

    @Test
    void named_modules_name_the_model_itself_by_the_empty_string() {
        var rows = page(new Stats().namedModules()).select("tbody tr");
        assertThat(rows.eachText()).containsExactly("\"\" Stats() 1");
    }

    @Test
    void named_parameters_show_shapes_and_what_is_frozen() {
        var net = new Net();
        net.stem.bias.requiresGrad_(false);
        Torch.noGrad(() -> {
            net.stem.weight.copy_(Torch.arange(8).reshape(4, 2));
            net.stem.bias.fill_(Double.NaN);
        });
        var rows = page(net.namedParameters()).select("tbody tr").eachText();
        assertThat(rows).hasSize(20).startsWith("stem.weight [4, 2] 8 float32 cpu yes 3.5 2.449",
                "stem.bias [4] 4 float32 cpu frozen NaN NaN");
        assertThat(page(net.namedParameters()).select("header").text()).isEqualTo("20 tensors 331 elements · 1.32 kB");
    }

    @Test
    void a_state_dict_keeps_pytorchs_text_and_gains_a_table() {
        var state = new Stats().stateDict();
        assertThat(Renderer.show(state)).containsEntry("text/plain", state.toString());
        assertThat(page(state).select("tbody tr").eachText()).containsExactly("mean [5] 5 float32 cpu 0 0");
        assertThat(page(state).select("header").text()).isEqualTo("StateDict 1 entry · 5 elements · 20 B");
    }

    @Test
    void means_are_of_real_elements_that_are_there() {
        var state = new StateDict();
        state.put("real", Torch.tensor(1.0, 3.0));
        state.put("half", Torch.full(Torch.size(300, 300), 60_000.0).half());
        state.put("one", Torch.tensor(2.5));
        state.put("none", Torch.empty(0));
        state.put("whole", Torch.arange(3));
        state.put("complex", Torch.complex(Torch.ones(2), Torch.ones(2)));
        state.put("meta", Torch.ones(2, o -> o.device("meta")));
        state.put("lazy", new LazyLinear(3).weight);
        state.put("huge", Torch.ones(1).expand(Torch.size(1_000_000_000_000L)));
        state.put("_extra_state", "x");
        var cells = page(state).select("tbody tr").stream()
                .map(row -> row.select("td").stream().skip(5).map(cell -> cell.text()).collect(Collectors.joining(" "))
                        .strip())
                .toList();
        assertThat(cells).containsExactly("2 1.414", "60,000 0", "2.5", "", "", "", "", "", "", "");
        assertThat(page(Map.of("whole", Torch.arange(3))).select("thead th").eachText()).doesNotContain("mean");
    }

    @Test
    void lists_of_modules_and_of_tensors_are_tables_beside_javas_text() {
        var net = new Net();
        net.stem.bias.requiresGrad_(false);
        assertThat(Renderer.show(net.children()).get("text/plain").toString()).startsWith("[Affine(in=2, out=4), ");
        assertThat(page(net.children()).select("tbody tr").eachText()).hasSize(3)
                .startsWith("0 Affine(in=2, out=4) 1 12");
        assertThat(page(net.children()).select("thead th").eachText()).startsWith("index", "module");
        assertThat(page(net.parameters()).select("header").text()).isEqualTo("20 tensors 331 elements · 1.32 kB");
        assertThat(page(net.parameters()).select("tbody tr").get(1).text()).startsWith("1 [4] 4 float32 cpu frozen");
        assertThat(page(List.of(new LazyLinear(3).weight)).select("tbody tr").text())
                .isEqualTo("0 [?] 0 float32 cpu yes");
        assertThat(Renderer.show(List.of(Torch.tensor(1), Torch.tensor(2)))).containsOnlyKeys("text/plain");
        assertThat(Renderer.show(List.of())).containsOnlyKeys("text/plain");
    }

    @Test
    void other_maps_keep_javas_text_and_gain_a_table() {
        var forms = Renderer.show(Map.of("a", new int[] { 1, 2 }));
        assertThat(forms).containsEntry("text/plain", "{a=[1, 2]}");
        assertThat(page(Map.of("a", new int[] { 1, 2 })).select("tbody tr").eachText()).containsExactly("a [1, 2]");
        assertThat(Renderer.show(Map.of())).containsOnlyKeys("text/plain");
        assertThat(page(Map.of(1, Torch.ones(9))).select("tbody tr").eachText()).containsExactly("1 [9] float32");
    }

    @Test
    void markup_in_names_is_text_and_rows_and_columns_have_heads() {
        var page = page(Map.of("<script>x</script>", Torch.ones(2)));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("tbody th[scope=row]").text()).isEqualTo("<script>x</script>");
        assertThat(page.select("thead th[scope=col]").eachText())
                .isEqualTo(List.of("name", "shape", "elements", "dtype", "device", "mean", "std"));
    }

    @Test
    void a_map_of_a_hundred_thousand_is_cut_and_says_so() {
        var map = new LinkedHashMap<String, Module>();
        for (var i = 0; i < 100_000; i++) map.put("layer" + i, new Plain("i=" + i));
        var html = Renderer.show(map).get("text/html").toString();
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(200_000);
        assertThat(Jsoup.parse(html).select(".sconce > p").text()).matches("… 9[\\d,]+ more not shown here");
        assertThat(Renderer.show(map).get("text/plain").toString()).contains("… 99,000 more\n100,000 modules");
    }
}
