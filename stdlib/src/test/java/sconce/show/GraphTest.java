package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sconce.show.Show.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.nn.Identity;
import sconce.nn.LSTM;
import sconce.nn.Linear;
import sconce.nn.Module;
import sconce.nn.ReLU;
import sconce.nn.Sequential;

/// Graphs of what runs: their lines, edges and pictures.
class GraphTest {
    static class Residual extends Module {
        final Linear up = new Linear(4, 8), down = new Linear(8, 4);
        final ReLU act = new ReLU();

        Tensor forward(Tensor x) { return act.call(x.add(down.call(act.call(up.call(x))))); }
    }

    @Test
    void residual_branches_and_repeated_calls_have_their_edges() {
        assertThat(graph(new Sequential(new Residual(), new Linear(4, 1)), Torch.size(2, 4))).hasToString("""
                graph of Sequential
                0: input
                (0) Residual
                  1: (0.up) Linear(in_features=4, out_features=8, bias=True) <- 0 [2, 4]
                  2: (0.act) ReLU <- 1 [2, 8]
                  3: (0.down) Linear(in_features=8, out_features=4, bias=True) <- 2 [2, 8]
                  4: add <- 0 [2, 4], 3 [2, 4]
                  5: (0.act) ReLU · call 2 <- 4 [2, 4]
                6: (1) Linear(in_features=4, out_features=1, bias=True) <- 5 [2, 4]
                7: output <- 6 [2, 1]""");
    }

    record Pair(Tensor sum, Tensor product) {}

    static class TwoByTwo extends Module {
        Pair forward(Tensor a, Tensor b) { return new Pair(a.add(b), a.mul(b)); }
    }

    @Test
    void several_inputs_and_outputs_are_nodes_of_their_own() {
        assertThat(graph(new TwoByTwo(), Torch.size(3), Torch.ones(3))).hasToString("""
                graph of TwoByTwo
                0: input a
                1: input b
                2: add <- 0 [3], 1 [3]
                3: mul <- 0 [3], 1 [3]
                4: output sum <- 2 [3]
                5: output product <- 3 [3]""");
    }

    static class Nested extends Module {
        Map<String, Object> forward(Pair pair, List<Tensor> more) {
            return Map.of("all", List.of(pair.sum().add(more.get(0)), pair.product().add(more.get(1))));
        }
    }

    @Test
    void inputs_and_outputs_have_the_names_that_parameters_components_and_keys_give() {
        var x = Torch.ones(3);
        assertThat(graph(new Nested(), new Pair(x, Torch.ones(3)), List.of(Torch.ones(3), Torch.ones(3))).nodes())
                .extracting(Graph.Node::label).containsExactly("input pair.sum", "input pair.product", "input more[0]",
                        "input more[1]", "add", "add", "output all[0]", "output all[1]");
        assertThat(graph(new LSTM(3, 4), 5, 2, 3).nodes()).extracting(Graph.Node::label)
                .containsExactly("input", "LSTM", "output", "output state.h", "output state.c");
    }

    static class LinearParameter extends Module {
        Parameter W = new Parameter(Torch.ones(3, 4)), b = new Parameter(Torch.ones(3));

        Tensor forward(Tensor x) { return Torch.addmm(b, x, W.T()).add_(Torch.ones(3)).relu(); }
    }

    @Test
    void operators_tell_their_parameters_and_what_is_constant_is_no_node() {
        assertThat(graph(new LinearParameter(), 2, 4)).hasToString("""
                graph of LinearParameter
                0: input
                1: addmm(W, b) <- 0 [2, 4]
                2: add <- 1 [2, 3]
                3: relu <- 2 [2, 3]
                4: output <- 3 [2, 3]""");
    }

    static class Rows extends Module {
        final Linear row = new Linear(4, 4);

        Tensor forward(Tensor x) {
            var out = Torch.zeros(2, 4);
            out.set("0", row.call(x).get(0));
            return out.add(1);
        }
    }

    @Test
    void what_is_written_into_a_part_is_in_the_whole() {
        assertThat(graph(new Rows(), 2, 4)).hasToString("""
                graph of Rows
                0: input
                1: (row) Linear(in_features=4, out_features=4, bias=True) <- 0 [2, 4]
                2: select <- 1 [2, 4]
                3: copy <- 2 [4]
                4: add <- 3 [2, 4]
                5: output <- 4 [2, 4]""");
    }

    static class Twice extends Module {
        final Linear shared = new Linear(4, 4);
        final Sequential left = new Sequential(shared, new ReLU()), right = new Sequential(shared);

        Tensor forward(Tensor x) { return left.call(x).sub(right.call(x)); }
    }

    @Test
    void a_shared_module_is_one_name_and_two_calls() {
        assertThat(graph(new Twice(), 1, 4).toString().lines().filter(line -> line.contains("Linear")))
                .containsExactly("  1: (shared) Linear(in_features=4, out_features=4, bias=True) <- 0 [1, 4]",
                        "  3: (shared) Linear(in_features=4, out_features=4, bias=True) · call 2 <- 0 [1, 4]");
    }

    @Test
    void modules_below_the_depth_are_one_box() {
        var model = new Sequential(new Sequential(new Residual()), new Identity());
        assertThat(graph(model, Torch.size(2, 4), o -> o.depth(1))).hasToString("""
                graph of Sequential
                0: input
                1: (0) Sequential <- 0 [2, 4]
                2: (1) Identity <- 1 [2, 4]
                3: output <- 2 [2, 4]""");
        assertThat(graph(model, Torch.size(2, 4), o -> o.depth(0)).nodes()).hasSize(3);
        assertThatThrownBy(() -> graph(model, Torch.size(2, 4), o -> o.depth(-1))).isInstanceOf(ValueError.class);
    }

    @Test
    void a_large_model_is_opened_as_far_as_a_picture_stays_readable() {
        var model = new Sequential();
        for (var i = 0; i < 60; i++) model.append(new Residual());
        var graph = graph(model, 2, 4);
        assertThat(graph.nodes()).hasSize(62);
        assertThat(graph.notes()).containsExactly(
                "Modules are opened 1 level deep. To see more: graph(model, input, o -> o.depth(2))");
        assertThat(graph.toHtml().length()).isLessThan(200_000);
    }

    @Test
    void leaves_the_model_as_it_was() {
        var model = new Residual();
        var before = model.stateDict().toString();
        var seen = new ArrayList<String>();
        model.act.registerForwardHook((m, in, out) -> seen.add("hook"));
        graph(model, 2, 4);
        assertThat(seen).isEmpty();
        assertThat(model.stateDict()).hasToString(before);
        assertThat(model.training()).isTrue();
    }

    static class 더하기 extends Module {
        Tensor forward(Tensor x) { return x.add(1).mul(2); }
    }

    @Test
    void the_picture_is_well_formed_escaped_and_the_same_each_time() {
        var model = new Sequential();
        model.addModule("<script>&", new 더하기());
        var graph = graph(model, 2);
        var svg = Jsoup.parse(graph.toSvg(), "", Parser.xmlParser());
        assertThat(svg.select("script")).isEmpty();
        assertThat(svg.select("g.group text.name").eachText()).containsExactly("(<script>&) 더하기");
        assertThat(svg.select("g.operator text").eachText()).containsExactly("add", "mul");
        assertThat(svg.select("path.edge")).hasSize(3);
        assertThat(svg.select("text.shape").eachText()).containsExactly("2", "2", "2");
        assertThat(graph(model, 2).toSvg()).isEqualTo(graph.toSvg());
        var html = Jsoup.parse(graph.toHtml());
        assertThat(html.select("script")).isEmpty();
        assertThat(html.select("img").attr("src")).startsWith("data:image/svg+xml;base64,");
        assertThat(html.select("img").attr("alt")).isEqualTo("Graph of Sequential; the same as text is below");
        assertThat(html.select("pre").text()).contains("<script>&");
        assertThat(graph.toMimeBundle()).containsKeys(Renderer.TEXT, Renderer.HTML, "image/svg+xml");
    }

    /// Sums of layers' outputs, whichever came before.
    static class Tangle extends Module {
        private final int[][] sources;

        Tangle(int[][] sources) {
            this.sources = sources;
            for (var i = 0; i < sources.length; i++) addModule("l" + i, new Linear(3, 3));
        }

        Tensor forward(Tensor x) {
            var made = new ArrayList<Tensor>(List.of(x));
            for (var i = 0; i < sources.length; i++) {
                var sum = made.get(sources[i][0]);
                for (var j = 1; j < sources[i].length; j++) sum = sum.add(made.get(sources[i][j]));
                made.add(getSubmodule("l" + i).call(sum));
            }
            return made.getLast();
        }
    }

    @Test
    void whatever_the_tangle_each_use_is_one_edge_and_boxes_do_not_overlap() {
        var random = new Random(17);
        for (var round = 0; round < 15; round++) {
            var sources = new int[2 + random.nextInt(6)][];
            var uses = 1;
            for (var i = 0; i < sources.length; i++) {
                var made = i + 1;
                sources[i] = random.ints(0, made).distinct().limit(1 + random.nextInt(made)).toArray();
                uses += 2 * sources[i].length - 1;
            }
            var graph = graph(new Tangle(sources), 2, 3);
            assertThat(graph.edges()).hasSize(uses);
            assertThat(graph.edges()).allMatch(edge -> edge.from() < edge.to());
            var boxes = Jsoup.parse(graph.toSvg(), "", Parser.xmlParser()).select("g > rect");
            for (var a : boxes) for (var b : boxes) assertThat(a == b || apart(a, b)).as(graph.toString()).isTrue();
        }
    }

    private static boolean apart(Element a, Element b) {
        return at(a, "x") + at(a, "width") <= at(b, "x") || at(b, "x") + at(b, "width") <= at(a, "x")
                || at(a, "y") + at(a, "height") <= at(b, "y") || at(b, "y") + at(b, "height") <= at(a, "y");
    }

    private static double at(Element element, String attribute) { return Double.parseDouble(element.attr(attribute)); }
}
