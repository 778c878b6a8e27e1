package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sconce.show.Show.graph;
import static sconce.show.Show.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import sconce.Generator;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.ValueError;
import sconce.nn.BatchNorm1d;
import sconce.nn.Conv2d;
import sconce.nn.Dropout;
import sconce.nn.Embedding;
import sconce.nn.LazyLinear;
import sconce.nn.Linear;
import sconce.nn.MaxPool2d;
import sconce.nn.Module;
import sconce.nn.ModuleDict;
import sconce.nn.ModuleList;
import sconce.nn.ReLU;
import sconce.nn.Sequential;

/// Summaries beyond the recorded ones: their options, what they leave untouched, what they understand.
class SummaryTest {
    private static final Sequential MLP = new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 2));

    @Test
    void shows_output_and_parameters_by_default() {
        assertThat(summary(MLP, Torch.size(3, 4))).hasToString("""
                ==========================================================================================
                Layer (type:depth-idx)                   Output Shape              Param #
                ==========================================================================================
                Sequential                               [3, 2]                    --
                ├─Linear: 1-1                            [3, 8]                    40
                ├─ReLU: 1-2                              [3, 8]                    --
                ├─Linear: 1-3                            [3, 2]                    18
                ==========================================================================================
                Total params: 58
                Trainable params: 58
                Non-trainable params: 0
                Total mult-adds (M): 0.00
                ==========================================================================================
                Input size (MB): 0.00
                Forward/backward pass size (MB): 0.00
                Params size (MB): 0.00
                Estimated Total Size (MB): 0.00
                ==========================================================================================""");
    }

    @Test
    void shows_parameters_alone_without_inputs() {
        assertThat(summary(MLP)).hasToString("""
                =================================================================
                Layer (type:depth-idx)                   Param #
                =================================================================
                Sequential                               --
                ├─Linear: 1-1                            40
                ├─ReLU: 1-2                              --
                ├─Linear: 1-3                            18
                =================================================================
                Total params: 58
                Trainable params: 58
                Non-trainable params: 0
                =================================================================""");
    }

    @Test
    void shows_names_weights_and_ascii_as_asked() {
        var text = summary(new Sequential(new Sequential(new Linear(4, 8))),
                o -> o.inputSize(1, 4).rowSettings("var_names", "ascii_only").colNames("kernel_size", "num_params")
                        .verbose(2).colWidth(12))
                .toString();
        assertThat(text.lines().skip(1).limit(8)).containsExactly(
                "Layer (type (var_name))                  Kernel Shape Param #",
                "=".repeat(64),
                "Sequential (Sequential)                  --           --",
                "+ Sequential (0)                         --           --",
                "|    + 0.weight                          [8, 4]       ├─32",
                "|    + 0.bias                            [8]          └─8",
                "|    + Linear (0)                        --           40",
                "|    |    + weight                       [4, 8]       ├─32");
    }

    @Test
    void hides_what_is_deeper_and_sums_it_up() {
        var deep = new Sequential(new Sequential(new Linear(4, 8), new Linear(8, 4)), new Linear(4, 1));
        var text = summary(deep, o -> o.inputSize(2, 4).depth(1).colNames("num_params", "mult_adds")).toString();
        assertThat(text.lines().filter(line -> line.startsWith("├─")))
                .containsExactly("├─Sequential: 1-1                        76                        128",
                        "├─Linear: 1-2                            5                         8");
    }

    @Test
    void hides_repeated_calls_as_asked() {
        var twice = new ReLU();
        var model = new Sequential(twice, twice);
        assertThat(summary(model, o -> o.inputSize(1)).toString()).contains("1-1", "1-2");
        assertThat(summary(model, o -> o.inputSize(1).rowSettings("depth", "hide_recursive_layers")).toString())
                .contains("1-1").doesNotContain("1-2");
    }

    @Test
    void takes_shapes_and_tensors_in_all_their_forms() {
        var expected = summary(MLP, Torch.size(3, 4)).toString();
        assertThat(summary(MLP, 3, 4)).hasToString(expected);
        assertThat(summary(MLP, new long[] { 3, 4 })).hasToString(expected);
        assertThat(summary(MLP, new int[] { 3, 4 })).hasToString(expected);
        assertThat(summary(MLP, List.of(3, 4))).hasToString(expected);
        assertThat(summary(MLP, Torch.ones(3, 4))).hasToString(expected);
        assertThat(summary(MLP, List.of(Torch.size(3, 4)), o -> {})).hasToString(expected);
        assertThat(summary(MLP, Torch.ones(3, 4), o -> {})).hasToString(expected);
        assertThat(summary(MLP, o -> o.inputSize(4).batchDim(0)).rows().getFirst().inputSize()).containsExactly(1L, 4L);
        assertThat(summary(MLP, o -> o.inputData(Torch.ones(3, 4)).batchDim(0)).rows().getFirst().outputSize())
                .containsExactly(1L, 2L);
    }

    @Test
    void says_what_is_wrong_with_its_arguments() {
        assertThatThrownBy(() -> summary(MLP, o -> o.colNames("params"))).isInstanceOf(ValueError.class)
                .hasMessageContaining("'params' is no column; there are input_size, output_size");
        assertThatThrownBy(() -> summary(MLP, o -> o.colNames("mult_adds"))).isInstanceOf(ValueError.class)
                .hasMessage("You must pass input_data or input_size in order to use columns: {'mult_adds'}");
        assertThatThrownBy(() -> summary(MLP, Torch.size(3, -4))).isInstanceOf(ValueError.class)
                .hasMessage("Input_data is invalid, or negative size found in input_data.");
        assertThatThrownBy(() -> summary(MLP, o -> o.depth(-1))).isInstanceOf(ValueError.class);
        assertThatThrownBy(() -> summary(MLP, o -> o.verbose(3))).isInstanceOf(ValueError.class);
        assertThatThrownBy(() -> summary(MLP, o -> o.inputSize(3, 4).dtypes(Torch.int64, Torch.int64)))
                .hasMessageContaining("there are 1 such inputs, but 2 dtypes");
        assertThatThrownBy(() -> summary(MLP, o -> o.inputSize(4).batchDim(3))).hasMessageContaining("from 0 to 1");
    }

    /// Everything that a call could leave behind.
    static class Nosy extends Module {
        final BatchNorm1d norm = new BatchNorm1d(4);
        final Dropout dropout = new Dropout(0.5);
        final Generator own = new Generator().manualSeed(3);
        final List<Object> seen = new ArrayList<>();
        int calls;

        Tensor forward(Tensor x) {
            calls++;
            seen.add(x);
            var noise = Torch.rand(Torch.size(4), o -> o.generator(own)).add(Torch.randn(4));
            x.add_(1);
            return norm.call(dropout.call(x.add(noise)));
        }
    }

    @Test
    void leaves_no_trace_in_model_inputs_and_generators() {
        var model = new Nosy();
        var ran = new ArrayList<String>();
        model.norm.registerForwardHook((m, in, out) -> ran.add("hook"));
        model.dropout.eval();
        var input = Torch.zeros(3, 4);
        var before = model.stateDict().toString();
        var random = Torch.getRngState();
        var own = model.own.getState();
        summary(model, o -> o.inputData(input).mode("train"));
        assertThatThrownBy(() -> summary(model, Torch.size(3, 5))).isInstanceOf(TorchException.class)
                .hasMessageContaining("must match the size of tensor b");

        assertThat(model.calls).isZero();
        assertThat(model.seen).isEmpty();
        assertThat(ran).isEmpty();
        assertThat(model.stateDict()).hasToString(before);
        assertThat(model.training()).isTrue();
        assertThat(model.dropout.training()).isFalse();
        assertThat(Torch.equal(input, Torch.zeros(3, 4))).isTrue();
        assertThat(Torch.equal(Torch.getRngState(), random)).isTrue();
        assertThat(Torch.equal(model.own.getState(), own)).isTrue();
        model.norm.call(Torch.ones(2, 4));
        assertThat(ran).containsExactly("hook");
    }

    @Test
    void needs_no_memory_for_what_would_be_huge() {
        var model = new Sequential(new Conv2d(3, 64, 3, o -> o.padding(1)), new ReLU());
        var summary = summary(model, 1_000_000, 3, 1024, 1024);
        assertThat(summary.totalMultAdds()).isEqualTo(1_000_000L * 1024 * 1024 * 64 * 27);
        assertThat(summary.toString()).contains("Total mult-adds (T): 1,811.94");
    }

    static class Attention extends Module {
        final Linear qkv = new Linear(8, 24);
        final Embedding places = new Embedding(16, 8);

        Tensor forward(Tensor x) {
            var h = x.add(places.call(Torch.arange(x.size(1))));
            var parts = qkv.call(h).chunk(3, -1);
            var scores = parts.get(0).matmul(parts.get(1).transpose(1, 2)).softmax(-1);
            return Torch.einsum("nls,nse->nle", scores, parts.get(2));
        }
    }

    @Test
    void counts_what_forward_multiplies_itself() {
        var summary = summary(new Attention(), o -> o.inputSize(2, 5, 8).colNames("mult_adds"));
        var scores = 2L * 5 * 5 * 8;
        assertThat(summary.rows().getFirst().ownMultAdds()).isEqualTo(2 * scores);
        assertThat(summary.totalMultAdds()).isEqualTo(2 * scores + 10 * 8 * 24);
    }

    @Test
    void tries_again_with_numbers_where_forward_looks_at_values() {
        var gate = new Module() {
            final Linear first = new Linear(4, 4);

            Tensor forward(Tensor x) { return x.sum().item().doubleValue() > -1 ? first.call(x) : x; }
        };
        var random = Torch.getRngState();
        var summary = summary(gate, Torch.size(2, 4));
        assertThat(summary.notes()).containsExactly("Called with numbers, as its forward looks at values.");
        assertThat(summary.rows()).hasSize(2);
        assertThat(Torch.equal(Torch.getRngState(), random)).isTrue();
    }

    @Test
    void a_mask_that_chooses_needs_numbers() {
        var masked = new Module() {
            Tensor forward(Tensor x) { return x.get(x.ge(0)); }
        };
        var summary = summary(masked, Torch.size(2, 3));
        assertThat(summary.rows().getFirst().outputSize()).containsExactly(6L);
        assertThat(summary.notes()).hasSize(1);
    }

    @Test
    void says_that_a_model_is_missing() {
        assertThatThrownBy(() -> summary(null, 3)).hasMessage("summary takes a module first, not null");
    }

    @Test
    void shows_what_a_lazy_layer_will_be_and_leaves_it_lazy() {
        var lazy = new LazyLinear(3);
        assertThat(summary(lazy, 2, 7).totalParams()).isEqualTo(24);
        assertThat(lazy.moduleName()).isEqualTo("LazyLinear");
        assertThat(summary(lazy).notes()).containsExactly("2 parameters without a shape yet: give an input to see it.");
    }

    static class 블록 extends Module {
        final Linear 층 = new Linear(2, 2);

        Tensor forward(Tensor x) { return 층.call(x); }
    }

    @Test
    void the_table_holds_the_same_and_escapes_names() {
        var model = new Sequential();
        model.addModule("<script>", new 블록());
        var summary = summary(model, o -> o.inputSize(1, 2).rowSettings("var_names", "depth"));
        var html = Jsoup.parse(summary.toHtml());
        assertThat(html.select("script")).isEmpty();
        assertThat(html.select("tbody tr")).hasSize(3);
        assertThat(html.select("tbody tr th").eachText().get(1)).isEqualTo("├─블록 (<script>): 1-1");
        assertThat(html.select("header").text()).contains("summary of Sequential", "6 parameters", "4 multiply-adds");
        assertThat(html.select("tbody tr").get(2).select("td").eachText()).containsExactly("[1, 2]", "6");
        assertThat(Renderer.show(summary)).containsKeys(Renderer.TEXT, Renderer.HTML);
    }

    /// Shapes computed without values are those that values give, for whatever stack of layers.
    @Test
    void shapes_are_those_that_numbers_give() {
        var random = new Random(11);
        for (var i = 0; i < 60; i++) {
            var kernel = 1 + random.nextInt(3);
            var stride = 1 + random.nextInt(3);
            var padding = random.nextInt(2);
            var dilation = 1 + random.nextInt(2);
            var groups = 1 + random.nextInt(2);
            var model = new Sequential(
                    new Conv2d(4, 6, Torch.size(kernel, 1 + random.nextInt(3)),
                            o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups)),
                    new sconce.nn.BatchNorm2d(6), new sconce.nn.GroupNorm(3, 6),
                    new sconce.nn.ConvTranspose2d(6, 2, kernel,
                            o -> o.stride(stride).padding(Math.min(padding, kernel - 1)).dilation(dilation)),
                    new sconce.nn.AdaptiveAvgPool2d(Torch.size(3, 2)), new sconce.nn.Flatten(),
                    new sconce.nn.LayerNorm(12));
            var input = Torch.rand(1 + random.nextInt(3), 4, 9 + random.nextInt(5), 9 + random.nextInt(5));
            var shapes = new ArrayList<List<Long>>();
            model.children().forEach(
                    child -> child.registerForwardHook((m, in, out) -> shapes.add(List.copyOf(out.shape()))));
            model.eval().call(input);
            assertThat(summary(model, input).rows().stream().skip(1).map(Summary.Row::outputSize)).isEqualTo(shapes);
        }
    }

    /// Whose `get` is for keys, not for attributes.
    @Test
    void containers_have_no_kernel_size() {
        var model = new ModuleDict(Map.entry("kernelSize", new Linear(3, 3)),
                Map.entry("list", new ModuleList(new ReLU())));
        assertThat(summary(model, o -> o.colNames("num_params", "kernel_size")).rows())
                .extracting(Summary.Row::kernelSize).containsOnly("");
        assertThat(summary(new MaxPool2d(3)).rows().getFirst().kernelSize()).isEqualTo("3");
    }

    static class Optional extends Module {
        Linear layer = new Linear(3, 3);

        Tensor forward(Tensor x, @Nullable Tensor y) { return y == null ? layer.call(x) : layer.call(x).add(y); }
    }

    @Test
    void an_input_may_be_null() {
        assertThat(summary(new Optional(), Torch.ones(2, 3), null).totalMultAdds()).isEqualTo(18);
        assertThat(summary(new Optional(), Torch.size(2, 3), null).totalMultAdds()).isEqualTo(18);
        assertThat(graph(new Optional(), Torch.ones(2, 3), null).edges()).hasSize(2);
    }
}
