package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static sconce.show.Show.tree;

import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import sconce.nn.Module;
import sconce.show.TestModels.Affine;
import sconce.show.TestModels.Net;
import sconce.show.TestModels.Plain;
import sconce.show.TestModels.PythonList;
import sconce.show.TestModels.Stack;
import sconce.show.TestModels.Stats;
import sconce.show.TestModels.Tied;

/// One tree as ASCII, in colours, as a picture and as Markdown.
class TreeFormsTest {
    private static final String ESC = "\u001b";

    @Test
    void branches_are_ascii_as_asked() {
        assertThat(tree(new Stack(new Affine(2, 1), new Plain())).ascii()).isEqualTo("""
                Stack  3 parameters, all trainable, 12 B, float32, cpu, training mode
                +- (0): Affine(in=2, out=1)  3 parameters, 100%
                |       weight [1, 2], bias [1]
                `- (1): Plain()""");
    }

    @Test
    void each_kind_of_thing_has_its_colour() {
        assertThat(tree(new Stack(new Affine(2, 1).eval())).toAnsi()).isEqualTo((""
                + "<34mStack<0m<2m  3 parameters, all trainable, 12 B, float32, cpu, training mode, but 1 of 2 modules in eval<0m\n"
                + "<2m└─ <0m<1m(0): <0m<34mAffine<0m(in=2, out=1)<35m  [eval]<0m<2m  3 parameters, 100%<0m\n"
                + "<2m        <0m<32mweight [1, 2]<0m<32m, <0m<32mbias [1]<0m").replace("<", ESC + "["));
    }

    @Test
    void markdown_is_a_nested_list() {
        assertThat(tree(new Net(), 2).toMarkdown()).isEqualTo("""
                **Net**: 331 parameters, all trainable, 1.32 kB, float32, cpu, training mode
                - `(stem)` `Affine(in=2, out=4)`, 12 parameters, 3.6%
                  - `weight [4, 2]`, `bias [4]`
                - `(blocks)` `Stack`, 304 parameters, 92%
                  - `(0-3)` 4 x `Block`, 76 parameters each, 92%
                    - … 3 modules below
                - `(head)` `Affine(in=4, out=3)`, 15 parameters, 4.5%
                  - `weight [3, 4]`, `bias [3]`""");
        assertThat(tree(new Tied()).toMarkdown()).contains("`(again)` `Affine`, shared: the same object as `first`",
                "`weight [3, 3]` *shared:* the same as `first.weight`");
        assertThat(tree(new PythonList()).toMarkdown())
                .contains(
                        "- `add_list`: List of 2 Plain, **not registered**: its modules are not trained, saved or moved");
        assertThat(tree(new Stats()).toMarkdown()).contains("`scratch [7]` *buffer* *not saved*");
    }

    @Test
    void what_a_name_holds_means_nothing_in_any_form() {
        var model = new Stack(new Plain("`**<b>**`"));
        model.addModule("<script>" + ESC + "[31m|", new Plain());
        var tree = tree(model);
        assertThat(tree.toAnsi()).contains("<script>\uFFFD[31m|").doesNotContain(ESC + "[31m|");
        var svg = Jsoup.parse(tree.toSvg(), "", Parser.xmlParser());
        assertThat(svg.select("script, b")).isEmpty();
        assertThat(svg.text()).contains("<script>");
        assertThat(tree.toMarkdown()).contains("``Plain(`**<b>**`)``");
    }

    @Test
    void a_picture_of_a_huge_model_is_cut_and_says_so() {
        var children = new Module[5_000];
        for (var i = 0; i < children.length; i++) children[i] = new Plain(String.valueOf(i));
        var svg = tree(new Stack(children)).toSvg();
        assertThat(svg.length()).isLessThan(200_000);
        assertThat(svg).containsPattern("… [\\d,]+ lines more: tree\\(model, depth\\)</text></svg>$");
    }

    /// The coloured text and the picture hold the very lines of the plain one.
    @Test
    void all_forms_tell_the_same() {
        var random = new Random(23);
        for (var i = 0; i < 50; i++) {
            var model = model(random, 4);
            var tree = tree(model, random.nextInt(5));
            assertThat(tree.toAnsi().replaceAll(ESC + "\\[\\d+m", "")).isEqualTo(tree.toString());
            var svg = Jsoup.parse(tree.toSvg(), "", Parser.xmlParser());
            assertThat(svg.select("text").stream().map(org.jsoup.nodes.Element::wholeText)
                    .collect(Collectors.joining("\n")))
                    .isEqualTo(tree.toString());
            assertThat(tree.ascii().lines().count()).isEqualTo(tree.toString().lines().count());
            assertThat(tree.toMarkdown().lines().count()).isEqualTo(tree.toString().lines().count());
        }
    }

    private static Module model(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> new Affine(1 + random.nextInt(3), 2);
            case 1 -> new Plain(random.nextBoolean() ? "" : "층 <" + random.nextInt(9) + ">");
            case 2 -> random.nextBoolean() ? new PythonList() : new Stats();
            default -> {
                var children = new Module[random.nextInt(4)];
                for (var i = 0; i < children.length; i++) {
                    children[i] = i > 0 && random.nextInt(4) == 0 ? children[i - 1] : model(random, depth - 1);
                }
                var stack = new Stack(children);
                if (random.nextBoolean()) stack.eval();
                yield stack;
            }
        };
    }
}
