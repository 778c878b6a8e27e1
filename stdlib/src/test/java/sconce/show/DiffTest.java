package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static sconce.show.Show.diff;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.Torch;
import sconce.TypeError;
import sconce.nn.Dropout;
import sconce.nn.LazyLinear;
import sconce.nn.Linear;
import sconce.nn.Module;
import sconce.nn.Sequential;
import sconce.nn.StateDict;
import sconce.show.Diff.Change;
import sconce.show.Diff.Kind;

/// What differs between models and state dicts, and what loading would say of it.
class DiffTest {
    private static Sequential model() {
        Torch.manualSeed(0);
        return new Sequential(new Linear(2, 3), new Dropout(0.5), new Linear(3, 1));
    }

    @Test
    void a_model_is_the_same_as_its_copy() {
        var model = model();
        var diff = diff(model, Module.deepcopy(model));
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff).hasToString("""
                diff of Sequential and Sequential: 4 the same
                loadStateDict would say: <All keys matched successfully>""");
    }

    @Test
    void names_every_kind_of_difference() {
        var model = model();
        var state = new StateDict(model.stateDict());
        state.put("0.weight", Torch.zeros(3, 5));
        state.put("0.bias", Torch.zeros(3, o -> o.dtype(Torch.float64)));
        state.put("2.bias", state.tensor("2.bias").add(2));
        state.remove("2.weight");
        state.put("head.weight", Torch.zeros(2, o -> o.dtype(Torch.int64)));
        var diff = diff(model, state);
        assertThat(diff.changes()).extracting(Change::kind, Change::name).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Kind.SHAPE, "0.weight"),
                org.assertj.core.groups.Tuple.tuple(Kind.DTYPE, "0.bias"),
                org.assertj.core.groups.Tuple.tuple(Kind.MISSING, "2.weight"),
                org.assertj.core.groups.Tuple.tuple(Kind.VALUES, "2.bias"),
                org.assertj.core.groups.Tuple.tuple(Kind.ADDED, "head.weight"));
        assertThat(diff.same()).isZero();
        assertThat(diff.loading()).isEqualTo(
                """
                        Error(s) in loading state_dict for Sequential:
                        	Missing key(s) in state_dict: "2.weight".\s
                        	Unexpected key(s) in state_dict: "head.weight".\s
                        	size mismatch for 0.weight: copying a param with shape torch.Size([3, 5]) from checkpoint, the shape \
                        in current model is torch.Size([3, 2]).""");
        assertThatThrownBy(() -> model.loadStateDict(state)).hasMessage(diff.loading());
    }

    @Test
    void prints_a_line_for_each() {
        var model = model();
        var other = Module.deepcopy(model);
        Torch.noGrad(() -> other.getParameter("0.bias").fill_(0.5));
        Torch.noGrad(() -> model.getParameter("0.bias").fill_(0.25));
        other.setSubmodule("1", new Dropout(0.25));
        assertThat(diff(model, other)).hasToString("""
                diff of Sequential and Sequential: 1 changed, 1 other module, 3 the same
                ~ 1       Dropout(p=0.5, inplace=False) -> Dropout(p=0.25, inplace=False)
                ~ 0.bias  [3] float32  3 of 3 elements, norm 0.433 (100.0%), at most 0.25
                loadStateDict would say: <All keys matched successfully>""");
    }

    @Test
    void loading_is_only_asked_and_never_done() {
        var model = model();
        var before = model.stateDict().toString();
        var other = new Sequential(new Linear(2, 3), new Dropout(0.5), new Linear(3, 1));
        var diff = diff(model, other.stateDict());
        assertThat(diff.changes()).hasSize(4);
        assertThat(diff.loading()).isEqualTo("<All keys matched successfully>");
        assertThat(model.stateDict()).hasToString(before);
        assertThat(diff(other.stateDict(), model).loading()).isEqualTo(diff.loading());
        assertThat(diff(other.stateDict(), model.stateDict()).loading()).isNull();
    }

    @Test
    void reads_the_state_out_of_a_training_checkpoint() {
        var model = model();
        assertThat(diff(model, Map.of("epoch", 3, "state_dict", model.stateDict())).isEmpty()).isTrue();
        assertThat(diff(model, Map.of()).changes()).hasSize(4).allMatch(change -> change.kind() == Kind.MISSING);
    }

    @Test
    void reads_a_checkpoint_file(@TempDir Path folder) {
        var model = model();
        var file = folder.resolve("net.pt");
        Torch.save(model.stateDict(), file);
        Torch.noGrad(() -> model.getParameter("0.bias").add_(1));
        assertThat(diff(model, file).changes()).extracting(Change::name).containsExactly("0.bias");
        assertThat(diff(model, file.toString()).second()).isEqualTo("net.pt");
        assertThat(diff(file.toFile(), file).isEmpty()).isTrue();
    }

    @Test
    void nan_at_the_same_place_is_no_difference_and_a_new_one_is_told() {
        var a = new StateDict(Map.of("x", Torch.tensor(new double[] { 1, Double.NaN, 3, 0 })));
        var same = new StateDict(Map.of("x", Torch.tensor(new double[] { 1, Double.NaN, 3, 0 })));
        var worse = new StateDict(Map.of("x",
                Torch.tensor(new double[] { Double.POSITIVE_INFINITY, Double.NaN, 5, 0 })));
        assertThat(diff(a, same).isEmpty()).isTrue();
        assertThat(diff(a, worse).changes().getFirst().values()).hasToString(
                "2 of 4 elements, norm 2.0 (66.7%), at most 2.0, 1 became NaN or infinite");
    }

    @Test
    void compares_integers_booleans_and_complex_numbers() {
        var a = new StateDict(Map.of("n", Torch.tensor(List.of(1, 2, 3)), "b", Torch.tensor(true, false), "c",
                Torch.tensor(List.of(1.0)).to(Torch.complex64)));
        var b = new StateDict(Map.of("n", Torch.tensor(List.of(1, 2, 7)), "b", Torch.tensor(true, true), "c",
                Torch.tensor(List.of(4.0)).to(Torch.complex64)));
        assertThat(diff(a, b).changes()).allSatisfy(change -> {
            assertThat(change.kind()).isEqualTo(Kind.VALUES);
            assertThat(java.util.Objects.requireNonNull(change.values()).elements()).isEqualTo(1);
        });
    }

    @Test
    void tensors_without_values_are_compared_by_shape() {
        assertThat(diff(new LazyLinear(3), new LazyLinear(3)).isEmpty()).isTrue();
        assertThat(diff(new LazyLinear(3), new Linear(2, 3)).changes()).extracting(Change::kind)
                .contains(Kind.SHAPE, Kind.MODULE);
        assertThat(diff(model().to("meta"), model()).changes()).isEmpty();
    }

    @Test
    void says_what_it_takes() {
        assertThatThrownBy(() -> diff(model(), 3)).isInstanceOf(TypeError.class)
                .hasMessageContaining("not a Integer");
        assertThatThrownBy(() -> diff(model(), null)).isInstanceOf(TypeError.class).hasMessageContaining("not null");
        assertThatThrownBy(() -> diff(model(), Map.of(1, 2))).isInstanceOf(TypeError.class)
                .hasMessageContaining("names for keys, not 1");
    }

    @Test
    void the_table_escapes_names() {
        var a = new StateDict(Map.of("<script>x</script>", Torch.zeros(2)));
        var html = Jsoup.parse(diff(a, new StateDict()).toHtml());
        assertThat(html.select("script")).isEmpty();
        assertThat(html.select("tbody tr").eachText()).containsExactly("missing <script>x</script> [2] float32");
        assertThat(html.select("header").text()).contains("1 missing", "0 the same");
    }

    @Test
    void what_has_no_values_is_not_called_the_same() {
        var shapes = new Linear(2, 3, o -> o.device("meta"));
        assertThat(diff(shapes, new Linear(2, 3))).hasToString("""
                diff of Linear and Linear: 0 the same, 2 alike, but without values to compare
                loadStateDict would say: <All keys matched successfully>""");
        var lazy = new LazyLinear(3);
        assertThat(diff(lazy, new Linear(2, 3).stateDict())).hasToString("""
                diff of LazyLinear and StateDict: 2 of another shape, 0 the same
                ~ weight  [?] float32 -> [3, 2] float32
                ~ bias    [?] float32 -> [3] float32
                loadStateDict would say: <All keys matched successfully>""");
        assertThat(lazy.hasUninitializedParams()).isTrue();
    }

    @Test
    void distances_are_those_of_the_vectors() {
        var random = new Random(5);
        for (var i = 0; i < 40; i++) {
            var size = 1 + random.nextInt(50);
            var a = random.doubles(size, -3, 3).toArray();
            var b = random.doubles(size, -3, 3).toArray();
            var norm = 0.0;
            var whole = 0.0;
            for (var j = 0; j < size; j++) {
                norm += (b[j] - a[j]) * (b[j] - a[j]);
                whole += a[j] * a[j];
            }
            var there = distance(a, b);
            assertThat(there.norm()).isCloseTo(Math.sqrt(norm), within(1e-5));
            assertThat(there.relative()).isCloseTo(Math.sqrt(norm / whole), within(1e-5));
            assertThat(distance(b, a).norm()).isCloseTo(there.norm(), within(1e-12));
        }
    }

    private static Diff.Distance distance(double[] a, double[] b) {
        var one = new StateDict(Map.of("x", Torch.tensor(a).to(Torch.float64)));
        var other = new StateDict(Map.of("x", Torch.tensor(b).to(Torch.float64)));
        return java.util.Objects.requireNonNull(diff(one, other).changes().getFirst().values());
    }
}
