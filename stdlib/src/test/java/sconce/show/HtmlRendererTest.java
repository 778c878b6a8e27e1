package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Test;
import sconce.Parameter;
import sconce.Torch;
import sconce.nn.Module;
import sconce.nn.ReLU;
import sconce.show.TestModels.Affine;
import sconce.show.TestModels.Block;
import sconce.show.TestModels.Loop;
import sconce.show.TestModels.Net;
import sconce.show.TestModels.Plain;
import sconce.show.TestModels.PythonList;
import sconce.show.TestModels.Stack;
import sconce.show.TestModels.Stats;
import sconce.show.TestModels.Tied;

class HtmlRendererTest {
    private static final int MOST_BYTES = 200_000;

    private static String html(Module model) { return HtmlRenderer.html(ModelReader.read(model)); }

    private static Document page(Module model) { return Jsoup.parse(html(model)); }

    private static int bytes(String html) { return html.getBytes(StandardCharsets.UTF_8).length; }

    /// The row of the children view with this name.
    private static Element row(Document page, String name) {
        return page.select(".sconce > ul li").stream()
                .filter(li -> li.select("b").first().text().equals("(" + name + "):"))
                .findFirst().orElseThrow();
    }

    @Test
    void the_children_view_lists_named_children_each_opening_to_its_own() {
        var page = page(new Net());
        assertThat(page.select(".sconce > ul > li").eachText()).satisfiesExactly(
                stem -> assertThat(stem).startsWith("(stem): Affine(in=2, out=4) 12 parameters, 3.6%"),
                blocks -> assertThat(blocks).startsWith("(blocks): Stack 304 parameters, 92%"),
                head -> assertThat(head).startsWith("(head): Affine(in=4, out=3) 15 parameters, 4.5%"));
        var inner = row(page, "blocks").select("> details > ul > li > details > ul > li > div > b");
        assertThat(inner.eachText()).containsExactly("(up):", "(act):", "(down):");
    }

    @Test
    void the_modules_view_lists_named_modules_by_path_and_index() {
        var model = new Block();
        var page = page(model);
        var list = page.selectFirst(".sconce > details.all > ol");
        assertThat(list.attr("start")).isEqualTo("0");
        assertThat(list.select("> li > b").eachText()).containsExactly("\"\":", "up:", "act:", "down:");
        assertThat(model.namedModules().keySet()).containsExactly("", "up", "act", "down");
        assertThat(page.select("details.all > summary").text()).startsWith("modules 4");
    }

    @Test
    void every_row_has_its_path_to_copy() {
        var model = new Net();
        var page = page(model);
        var paths = page.select("samp").eachText();
        assertThat(paths).contains("blocks.0", "blocks.0.up", "stem", "head").allSatisfy(model::getSubmodule);
        for (var row : page.select(".sconce > ul ul li")) {
            assertThat(row.select("> details > summary > samp, > div > samp")).as(row.text()).hasSize(1);
        }
        assertThat(page.select(".all > ol > li > b > samp").eachText()).startsWith("stem", "blocks", "blocks.0");
    }

    @Test
    void neighbours_that_are_alike_fold_into_one_row() {
        var page = page(new Net());
        assertThat(row(page, "0-3").text()).startsWith("(0-3): 4 x Block 76 parameters each, 92%");
        var rows = page.select(".all > ol > li").eachText();
        assertThat(rows).anySatisfy(row -> assertThat(row)
                .startsWith("blocks.1 … blocks.3: 3 more like blocks.0 12 modules"));
        assertThat(page.select(".all > ol > li[value]").eachAttr("value"))
                .as("the index goes on after the fold").containsExactly("19");
        assertThat(new Net().namedModules().keySet().stream().toList().indexOf("head")).isEqualTo(19);
    }

    @Test
    void a_neighbour_that_differs_in_anything_does_not_fold() {
        var net = new Net();
        net.getSubmodule("blocks.2.up").requiresGrad_(false);
        var names = page(net).select(".sconce > ul > li > details > ul > li > details > summary > b").eachText();
        assertThat(names).containsExactly("(0-1):", "(2):", "(3):");
    }

    @Test
    void the_head_tells_parameters_bytes_dtypes_devices_and_mode() {
        var net = new Net();
        net.stem.requiresGrad_(false);
        net.head.eval();
        assertThat(page(net).select("header").text())
                .isEqualTo("Net 331 parameters · 319 trainable, 12 frozen · 1.32 kB"
                        + " · float32 · cpu · training mode, but 1 of 20 modules in eval");
    }

    @Test
    void frozen_and_evaluating_modules_are_marked_where_they_begin() {
        var net = new Net();
        net.getSubmodule("blocks.1").requiresGrad_(false).eval();
        var page = page(net);
        assertThat(row(page, "1").select("> details > summary > em").eachText()).containsExactly("frozen", "eval");
        assertThat(row(page, "1").select("> details > ul em").eachText()).as("not again inside").isEmpty();
        net.head.bias.requiresGrad_(false);
        assertThat(row(page(net), "head").text()).contains("bias [3] frozen");
    }

    @Test
    void a_shared_module_is_linked_to_its_first_place() {
        var page = page(new Tied());
        var again = row(page, "again");
        assertThat(again.text()).isEqualTo("(again): Affine(in=3, out=3) shared: the same object as first");
        var target = page.getElementById(again.selectFirst("a").attr("href").substring(1));
        assertThat(target.text()).isEqualTo("(first):");
        assertThat(page.select(".all > ol > li > b").eachText()).containsExactly("\"\":", "first:", "second:");
    }

    @Test
    void a_shared_tensor_names_its_first_place_and_counts_once() {
        var page = page(new Tied());
        assertThat(row(page, "second").text()).contains("weight [3, 3] shared: the same as first.weight");
        assertThat(page.getElementById(row(page, "second").selectFirst("a").attr("href").substring(1)).text())
                .isEqualTo("(first):");
        assertThat(page.select("header").text()).startsWith("Tied 15 parameters");
        assertThat(row(page, "second").text()).as("by itself it has all of them").contains("12 parameters, 80%");
    }

    @Test
    void nothing_is_linked_to_a_place_inside_a_fold() {
        var net = new Net();
        net.addModule("again", net.getSubmodule("blocks.2.up"));
        var again = row(page(net), "again");
        assertThat(again.text()).isEqualTo("(again): Affine(in=4, out=8) shared: the same object as blocks.2.up");
        assertThat(again.select("a")).isEmpty();
    }

    @Test
    void buffers_are_told_apart_and_those_not_saved_marked() {
        var page = page(new Stats());
        assertThat(page.select(".sconce > div").text()).isEqualTo("buffers mean [5], scratch [7] not saved");
        assertThat(page.select("header").text()).contains("0 parameters · 2 buffers of 12 values · 48 B");
    }

    @Test
    void what_is_not_registered_is_named_with_the_reason() {
        var page = page(new PythonList());
        assertThat(page.select("header strong").text()).isEqualTo("2 fields not registered");
        assertThat(page.select(".sconce > div").eachText()).containsExactlyInAnyOrder(
                "add_list: List of 2 Plain not registered: its modules are not trained, saved or moved."
                        + " Use ModuleList",
                "scale: Tensor [2] not registered: not trained, saved or moved. Use Parameter to train it, Buffer to save it");
    }

    @Test
    void modules_in_lists_of_lists_are_named_too() {
        class Nested extends Module {
            List<List<Module>> rows = List.of(List.of(new ReLU()), List.of(new ReLU(), new ReLU()));
            Map<String, Parameter[]> scales = Map.of("x", new Parameter[] { new Parameter(Torch.ones(2)) });
            List<Object> self = new ArrayList<>();

            Nested() { self.add(self); }
        }
        assertThat(page(new Nested()).select(".sconce > div").eachText()).containsExactly(
                "rows: List of 3 ReLU not registered: its modules are not trained, saved or moved. Use ModuleList",
                "scales: Map of 1 parameter not registered: its parameters are not trained, saved or moved."
                        + " Use ParameterList or ParameterDict");
    }

    @Test
    void markup_in_names_classes_and_extra_repr_is_text() {
        var evil = "<script>alert(1)</script>\"'&amp;<img src=x onerror=alert(2)>";
        class Evil extends Plain {
            Evil() { super(evil); }

            @Override
            public String moduleName() { return evil; }
        }
        var model = new Evil();
        model.addModule(evil, new Evil());
        model.registerBuffer(evil + 2, sconce.Torch.ones(1));
        var page = page(model);
        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.getAllElements()).allSatisfy(element -> assertThat(element.attributes().asList())
                .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(page.selectFirst(".sconce > ul > li").text())
                .startsWith("(" + evil + "): " + evil + "(" + evil + ")");
        assertThat(page.select(".all > ol > li > b").eachText()).contains(evil + ":");
    }

    /// What JupyterLab lets through in a notebook that it does not trust.
    private static final Safelist UNTRUSTED = new Safelist()
            .addTags("a", "b", "code", "details", "div", "em", "header", "i", "li", "meter", "ol", "p", "small", "span",
                    "strong", "summary", "ul")
            .addAttributes(":all", "class", "id", "title").addAttributes("a", "href").addAttributes("details", "open")
            .addAttributes("li", "value").addAttributes("meter", "max", "value").addAttributes("ol", "start")
            .preserveRelativeLinks(true);

    @Test
    void everything_said_survives_a_front_end_that_drops_styles_and_roles() {
        for (var model : new Module[] { new Net(), new Tied(), new Stats(), new PythonList() }) {
            var html = html(model);
            var clean = Jsoup.clean(html, "http://localhost", UNTRUSTED);
            assertThat(Jsoup.parse(clean).text()).isEqualTo(Jsoup.parse(html).body().text());
            assertThat(Jsoup.parse(clean).select("details")).hasSameSizeAs(Jsoup.parse(html).select("details"));
        }
    }

    @Test
    void the_switch_between_the_views_is_a_details_element_before_the_tree() {
        var sections = page(new Net()).select(".sconce > *");
        assertThat(sections.eachAttr("class")).containsExactly("all");
        assertThat(sections.stream().map(Element::tagName)).containsExactly("header", "details", "p", "ul");
        assertThat(html(new Net())).contains(".all[open] ~ * { display: none }").doesNotContain("<script", "<input");
    }

    @Test
    void a_small_tree_starts_opened_and_a_large_one_closed() {
        assertThat(page(new Net()).select(".sconce > ul details:not([open])")).isEmpty();
        var many = new Stack(
                IntStream.range(0, 30).mapToObj(i -> new Stack(new Plain("p=" + i))).toArray(Module[]::new));
        assertThat(page(many).select(".sconce > ul details[open]")).isEmpty();
        assertThat(page(many).select(".sconce > ul details")).hasSize(30);
    }

    @Test
    void a_hundred_thousand_different_modules_fit_and_the_cut_says_how_to_see_the_rest() {
        var model = new Stack();
        for (var i = 0; i < 1000; i++) {
            var inner = new Stack();
            for (var j = 0; j < 99; j++) inner.addModule("m" + j, new Plain("모듈=" + i + ", j=" + j));
            model.addModule("s" + i, inner);
        }
        var html = html(model);
        assertThat(bytes(html)).isLessThan(MOST_BYTES);
        var page = Jsoup.parse(html);
        assertThat(page.select("header").text()).contains("0 parameters");
        assertThat(page.selectFirst(".sconce > ul > li:last-child").text()).isEqualTo(
                "… 900 more not shown here. To see the first of them: model.getSubmodule(\"s100\")");
        assertThat(page.select(".all > summary").text()).startsWith("modules 100,001");
        assertThat(page.select(".all > p").text()).contains("of 100,001 modules are not shown here",
                "model.namedModules().keySet()");
    }

    @Test
    void a_hundred_thousand_equal_modules_fold_into_a_few_rows() {
        var model = new Stack(IntStream.range(0, 100).mapToObj(i -> new Stack(
                IntStream.range(0, 999).mapToObj(j -> new Plain()).toArray(Module[]::new))).toArray(Module[]::new));
        var page = page(model);
        assertThat(page.select("summary").text()).contains("modules 100,001");
        assertThat(page.select(".sconce > ul li")).hasSize(2);
        assertThat(row(page, "0-99").text()).startsWith("(0-99): 100 x Stack");
        assertThat(row(page, "0-998").text()).isEqualTo("(0-998): 999 x Plain() 0.0");
    }

    @Test
    void long_names_long_texts_and_many_tensors_stay_in_the_budget() {
        var model = new Stack();
        for (var i = 0; i < 300; i++) {
            var child = new Plain("x".repeat(10_000) + i);
            for (var j = 0; j < 20; j++) child.registerBuffer("한".repeat(500) + j, sconce.Torch.ones(1));
            model.addModule("<" + "긴".repeat(3_000) + i, child);
        }
        assertThat(bytes(html(model))).isLessThan(MOST_BYTES);
    }

    @Test
    void a_very_deep_model_is_cut_and_counted_whole() {
        Module model = new Affine(2, 2);
        for (var i = 0; i < 5_000; i++) model = new Stack(model);
        var html = html(model);
        assertThat(bytes(html)).isLessThan(MOST_BYTES);
        assertThat(Jsoup.parse(html).select("header").text()).contains("6 parameters");
        assertThat(Jsoup.parse(html).select(".all > summary").text()).startsWith("modules 5,001");
    }

    @Test
    void a_model_inside_itself_is_shown_and_says_so() {
        var loop = new Loop();
        var inner = new Loop();
        loop.next = inner;
        inner.next = loop;
        assertThat(page(loop).selectFirst(".sconce > ul").text())
                .isEqualTo("(next): Loop (next): Loop contains itself: the model itself");
    }

    @Test
    void the_same_model_is_the_same_html() { assertThat(html(new Tied())).isEqualTo(html(new Tied())); }

    @Test
    void random_models_are_counted_right_and_list_every_module() {
        var random = new Random(8);
        for (var round = 0; round < 40; round++) {
            var model = random(random, 4);
            var page = page(model);
            var parameters = model.parameters().stream().mapToLong(sconce.Tensor::numel).sum();
            assertThat(page.select("header").text()).contains(Words.count(parameters, "parameter"));
            var last = ModelReader.read(model).root();
            assertThat(last.modules()).isEqualTo(model.namedModules().size());
            var listed = 0L;
            for (var row : page.select(".all > ol > li")) {
                if (row.hasAttr("value")) assertThat(Long.parseLong(row.attr("value"))).isEqualTo(listed);
                var more = row.text().contains(" more like ") ? row.select("> small").text() : "";
                listed += !row.text().contains(" more like ") ? 1
                        : more.isEmpty() ? 1 : Long.parseLong(more.replace(" modules", "").replace(",", ""));
            }
            if (model.namedModules().size() > 1) assertThat(listed).isEqualTo(model.namedModules().size());
        }
    }

    private static Module random(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0)
            return random.nextBoolean() ? new Plain() : new Affine(1, 1 + random.nextInt(2));
        var model = new Stack();
        Module before = null;
        for (var i = 0; i < 1 + random.nextInt(5); i++) {
            var child = before != null && random.nextInt(6) == 0 ? before : random(random, depth - 1);
            model.addModule(String.valueOf(i), child);
            before = child;
        }
        return model;
    }
}
