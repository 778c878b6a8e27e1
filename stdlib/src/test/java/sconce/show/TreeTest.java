package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sconce.show.Show.tree;

import org.junit.jupiter.api.Test;
import sconce.ValueError;
import sconce.nn.LazyLinear;
import sconce.nn.Sequential;
import sconce.show.TestModels.Net;
import sconce.show.TestModels.PythonList;
import sconce.show.TestModels.Stats;
import sconce.show.TestModels.Tied;

class TreeTest {
    @Test
    void a_tree_shows_modules_parameters_and_shapes() {
        assertThat(Show.tree(new Net())).hasToString("""
                Net  331 parameters, all trainable, 1.32 kB, float32, cpu, training mode
                ├─ (stem): Affine(in=2, out=4)  12 parameters, 3.6%
                │       weight [4, 2], bias [4]
                ├─ (blocks): Stack  304 parameters, 92%
                │  └─ (0-3): 4 x Block  76 parameters each, 92%
                │     ├─ (up): Affine(in=4, out=8)  40 parameters, 12%
                │     │       weight [8, 4], bias [8]
                │     ├─ (act): Plain()
                │     └─ (down): Affine(in=8, out=4)  36 parameters, 11%
                │             weight [4, 8], bias [4]
                └─ (head): Affine(in=4, out=3)  15 parameters, 4.5%
                        weight [3, 4], bias [3]""");
    }

    @Test
    void a_depth_cuts_the_tree() {
        assertThat(Show.tree(new Net(), 1)).hasToString("""
                Net  331 parameters, all trainable, 1.32 kB, float32, cpu, training mode
                ├─ (stem): Affine(in=2, out=4)  12 parameters, 3.6%
                │       weight [4, 2], bias [4]
                ├─ (blocks): Stack  304 parameters, 92%
                │  └─ … 16 modules below
                └─ (head): Affine(in=4, out=3)  15 parameters, 4.5%
                        weight [3, 4], bias [3]""");
        assertThatThrownBy(() -> Show.tree(new Net(), -1)).isInstanceOf(ValueError.class)
                .hasMessageContaining("0 or more");
    }

    @Test
    void marks_stand_in_brackets() {
        assertThat(Show.tree(new Tied()).toString()).contains("└─ (second): Affine(in=3, out=3)  12 parameters, 80%\n"
                + "        weight [3, 3] [shared: the same as first.weight], bias [3]",
                "(again): Affine(in=3, out=3)  [shared: the same object as first]");
        assertThat(Show.tree(new Stats()).toString()).endsWith("mean [5] [buffer], scratch [7] [buffer] [not saved]");
        assertThat(Show.tree(new PythonList()).toString())
                .contains("add_list: List of 2 Plain  [not registered: ");
    }

    @Test
    void what_a_lazy_layer_waits_with_is_no_hook_of_the_user() {
        var lazy = new LazyLinear(3);
        assertThat(tree(lazy).toString()).doesNotContain("hook");
        lazy.registerForwardPreHook((m, in) -> {});
        assertThat(tree(lazy).toString()).contains("training mode, 1 forward pre-hook\n")
                .doesNotContain("load state dict");
        assertThat(tree(new Sequential(lazy)).toString()).contains("[forward pre-hook]");
    }

    @Test
    void hooks_are_told_by_their_kind() {
        var model = new sconce.nn.Sequential(new sconce.nn.ReLU());
        model.get(0).registerForwardHook((m, in, out) -> {});
        model.get(0).registerForwardHook((m, in, out) -> {});
        model.get(0).registerForwardPreHook((m, in) -> {});
        assertThat(Show.tree(model).toString()).contains("ReLU()  [forward pre-hook]  [2 forward hooks]");
    }
}
