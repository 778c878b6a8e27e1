package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sconce.show.Show.bars;
import static sconce.show.Show.heatmap;
import static sconce.show.Show.hist;
import static sconce.show.Show.livePlot;
import static sconce.show.Show.plot;
import static sconce.show.Show.scatter;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;

class PlotTest {
    private static Document svg(Plot plot) { return Jsoup.parse(plot.toSvg(), Parser.xmlParser()); }

    private static List<String> texts(Plot plot) { return svg(plot).select("text").eachText(); }

    @Test
    void a_line_in_letters() {
        var plot = plot(List.of(1, 2, 3, 4, 5, 4, 3, 2, 1),
                o -> o.title("a hill").xLabel("place").yLabel("height"));
        assertThat(plot.toString()).isEqualTo("""
                                                 a hill
                height
                5 ┤                                ⣀⠔⠑⢄
                  │                              ⡠⠊    ⠑⠤⡀
                  │                           ⢀⠤⠊        ⠈⠢⡀
                4 ┤                         ⢀⠔⠁            ⠈⠢⡀
                  │                       ⡠⠊⠁                ⠈⠑⢄
                  │                    ⢀⡠⠊                      ⠑⢄⡀
                  │                  ⢀⠔⠁                          ⠈⠢⡀
                3 ┤                ⡠⠔⠁                              ⠈⠢⢄
                  │              ⡠⠊                                    ⠑⢄
                  │           ⢀⠔⠉                                        ⠉⠢⡀
                  │         ⣀⠔⠁                                            ⠈⠢⣀
                2 ┤       ⡠⠊                                                  ⠑⢄
                  │    ⢀⠔⠊                                                      ⠑⠢⡀
                  │  ⢀⠔⠁                                                          ⠈⠢⡀
                1 ┤⡠⠊⠁                                                              ⠈⠑⢄
                  └┬────────────────┬────────────────┬───────────────┬────────────────┬
                   0                2                4               6                8
                                                  place""");
        assertThat(plot.toAnsi()).contains("\u001b[34m").satisfies(
                coloured -> assertThat(coloured.replaceAll("\u001b\\[\\d*m", "")).isEqualTo(plot.toString()));
    }

    @Test
    void whatever_holds_numbers_is_drawn_alike() {
        var expected = plot(new double[] { 1, 2, 4 }).toSvg();
        assertThat(List.of(plot(List.of(1, 2, 4)), plot(new int[] { 1, 2, 4 }), plot(new float[] { 1, 2, 4 }),
                plot(new Long[] { 1L, 2L, 4L }), plot(Torch.tensor(1, 2, 4)), plot(DoubleStream.of(1, 2, 4)),
                plot(IntStream.of(1, 2, 4)), plot(Torch.tensor("[[1., 2., 4.]]").requiresGrad_()),
                plot(List.of(Torch.tensor(1), Torch.tensor(2.0), 4)), plot(List.of(0, 1, 2), List.of(1, 2, 4)),
                plot(new LinkedHashMap<>(Map.of(0, 1, 1, 2, 2, 4)))))
                .allSatisfy(plot -> assertThat(plot.toSvg()).isEqualTo(expected));
    }

    @Test
    void names_stand_beside_several_lines() {
        var byName = new LinkedHashMap<String, Object>();
        byName.put("train", List.of(3, 2, 1));
        byName.put("검증", List.of(3, 2.5, 2));
        for (var plot : List.of(plot(byName), plot("train", List.of(3, 2, 1), "검증", List.of(3, 2.5, 2)))) {
            assertThat(texts(plot)).contains("train", "검증");
            assertThat(plot.toString()).contains(" train\n", " 검증\n");
            assertThat(plot.toHtml()).contains("train line of 3 values from 3 to 1", "검증 line of 3 values from 3 to 2");
        }
    }

    @Test
    void columns_of_a_matrix_are_lines() {
        assertThat(plot(Torch.ones(4, 3)).node().layers()).hasSize(3);
        assertThatThrownBy(() -> plot(Torch.ones(3, 500))).isInstanceOf(ValueError.class)
                .hasMessageContaining("500 lines").hasMessageContaining("T()");
    }

    @Test
    void labels_and_titles_are_text_whatever_they_say() {
        var plot = plot("<script>alert(1)</script>", List.of(1, 2),
                o -> o.title("학습 곡선 <b>&\"'").xLabel("단계").yLabel("손실 </text>"));
        assertThat(texts(plot)).contains("학습 곡선 <b>&\"'", "단계", "손실 </text>", "<script>alert(1)</script>");
        assertThat(svg(plot).select("script, b")).isEmpty();
        assertThat(Jsoup.parse(plot.toHtml()).select("script, b")).isEmpty();
    }

    @Test
    void what_is_no_number_is_a_gap_that_is_told() {
        var plot = plot("loss", new double[] { 3, Double.NaN, 2, Double.POSITIVE_INFINITY, 1, 0.5 });
        assertThat(plot.toString()).contains("loss: 1 NaN not drawn", "loss: 1 infinite not drawn");
        assertThat(Jsoup.parse(plot.toHtml()).text()).contains("loss: 1 NaN not drawn");
        assertThat(svg(plot).select("path.ss0")).as("a piece before each gap and one after")
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(plot(Arrays.asList(1, null, 2)).toString()).contains("1 NaN not drawn");
    }

    @Test
    void a_point_between_gaps_is_seen() {
        var gaps = plot(new double[] { 1, Double.NaN, 3, Double.NaN, 2, 2 });
        assertThat(svg(gaps).select("circle, path.fs0")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(((PlotNode.Line) gaps.node().layers().getFirst()).marked()).isTrue();
        var joined = plot(new double[] { 1, 2, Double.NaN, 3, 4 });
        assertThat(((PlotNode.Line) joined.node().layers().getFirst()).marked()).isFalse();
    }

    @Test
    void a_logarithmic_axis_leaves_out_what_it_has_no_place_for() {
        var plot = plot(new double[] { 100, 10, 1, 0, -1 }, o -> o.logY(true));
        assertThat(plot.toString()).contains("2 not above 0, not drawn on a logarithmic axis");
        assertThat(texts(plot)).contains("1", "10", "100");
    }

    @Test
    void nothing_is_a_plot_too() {
        for (var plot : List.of(plot(List.of()), plot(new double[] { Double.NaN }), hist(List.of()), heatmap(List.of()),
                bars(Map.of()), plot(List.of(5)))) {
            assertThat(plot.toString()).isNotBlank();
            assertThat(svg(plot).select("svg")).hasSize(1);
        }
    }

    @Test
    void a_long_series_stays_small() {
        var plot = plot(Torch.randn(1_000_000).cumsum(0));
        assertThat(plot.toSvg().length()).isLessThan(40_000);
        assertThat(plot.toHtml().length()).isLessThan(60_000);
        assertThat(plot.node().layers()).hasSize(1);
    }

    @Test
    void many_points_become_an_image_in_the_plot() {
        var plot = scatter(Torch.randn(20_000), Torch.randn(20_000));
        assertThat(svg(plot).select("image")).hasSize(1);
        assertThat(svg(plot).select("circle")).isEmpty();
        assertThat(plot.toSvg().length()).isLessThan(120_000);
        assertThat(svg(scatter(Torch.randn(50), Torch.randn(50))).select("circle")).hasSize(50);
    }

    @Test
    void the_same_plot_is_the_same_picture() {
        assertThat(plot(List.of(1, 2, 3)).toSvg()).isEqualTo(plot(List.of(1, 2, 3)).toSvg());
    }

    @Test
    void bars_have_names() {
        var numbers = new LinkedHashMap<String, Integer>();
        numbers.put("고양이", 12);
        numbers.put("dog", 30);
        assertThat(bars(numbers).toString()).isEqualTo("""
                고양이 │%s 12
                   dog │%s 30""".formatted("█".repeat(20) + "▊", "█".repeat(52)));
        assertThat(texts(bars(numbers))).contains("고양이", "dog");
        assertThatThrownBy(() -> plot(numbers)).isInstanceOf(TypeError.class).hasMessageContaining("bars(map)");
    }

    @Test
    void a_histogram_counts_every_number() {
        var plot = hist(new double[] { 1, 1, 2, 5, Double.NaN }, o -> o.bins(4));
        var bins = (PlotNode.Bins) plot.node().layers().getFirst();
        assertThat(IntStream.range(0, 4).mapToObj(bins.edgesAndCounts()::y)).containsExactly(2.0, 1.0, 0.0, 1.0);
        assertThat(plot.toString()).contains("1 of 5 numbers not finite, not counted");
    }

    @Test
    void a_heat_map_shows_its_numbers_where_asked() {
        var plot = heatmap(Torch.tensor("[[5, 1], [0, 7]]"), o -> o.values(true).names("a", "b"));
        assertThat(plot.toString()).isEqualTo("""
                   0  1
                a  5  1
                b  0  7""");
        assertThat(texts(plot)).contains("5", "7", "a", "b");
        assertThat(heatmap(new double[][] { { 0, 1 }, { 2, 3 } }).toString())
                .isEqualTo("  ░░\n▓▓██\n2 x 2 from 0 (░) to 3 (█)");
    }

    @Test
    void what_cannot_be_drawn_is_said() {
        assertThatThrownBy(() -> plot("train", List.of(1, 2), "test")).isInstanceOf(TypeError.class)
                .hasMessageContaining("names and values in turn");
        assertThatThrownBy(() -> plot(new Object())).isInstanceOf(TypeError.class)
                .hasMessageContaining("a list, an array or a tensor, but got a Object");
        assertThatThrownBy(() -> plot(List.of(1, "two"))).isInstanceOf(TypeError.class)
                .hasMessageContaining("one of the values is a String");
        assertThatThrownBy(() -> plot(List.of(1, 2), List.of(1))).isInstanceOf(ValueError.class)
                .hasMessageContaining("same first dimension");
        assertThatThrownBy(() -> plot(Torch.ones(2, 2, 2))).isInstanceOf(ValueError.class)
                .hasMessageContaining("[2, 2, 2]");
        assertThatThrownBy(() -> plot(Torch.complex(Torch.ones(2), Torch.ones(2)))).isInstanceOf(TypeError.class)
                .hasMessageContaining("real numbers");
        assertThatThrownBy(() -> plot(List.of(1), o -> o.size(1, 1))).isInstanceOf(ValueError.class);
    }

    @Test
    void a_live_plot_grows() {
        var curve = livePlot(o -> o.title("loss"));
        for (var step = 0; step < 100; step++) curve.add("train", Torch.tensor(1.0 / (step + 1)));
        curve.add("test", 50, 0.5);
        var layers = curve.plot().node().layers();
        assertThat(((PlotNode.Line) layers.getFirst()).points().size()).isEqualTo(100);
        assertThat(((PlotNode.Line) layers.getLast()).points().x(0)).isEqualTo(50);
        assertThat(curve.toHtml()).contains("train line of 100 values");
    }
}
