package sconce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IndexTest {
    private final Tensor x = Torch.arange(12).reshape(3, 4);

    @Test
    void text_means_what_it_means_in_python() {
        assertThat(x.get("1:, ::2").tolist()).hasToString("[[4, 6], [8, 10]]");
        assertThat(x.get(":", 1).tolist()).hasToString("[1, 5, 9]");
        assertThat(x.get(-1, -1).item()).isEqualTo(11L);
        assertThat(x.get("..., None").shape()).isEqualTo(Torch.size(3, 4, 1));
        assertThat(x.get("[0, 2], 1:3").tolist()).hasToString("[[1, 2], [9, 10]]");
        assertThat(x.get("True").shape()).isEqualTo(Torch.size(1, 3, 4));
        assertThat(x.get((Object) null).shape()).isEqualTo(Torch.size(1, 3, 4));
        assertThat(x.get(List.of(2, 0)).get(":", 0).tolist()).hasToString("[8, 0]");
        assertThat(x.get(new boolean[] { true, false, true }).size(0)).isEqualTo(2);
    }

    @Test
    void slices_are_views_and_gathered_elements_are_not() {
        x.get("1:, 0").fill_(-1);
        assertThat(x.get(":", 0).tolist()).hasToString("[0, -1, -1]");
        x.get(new int[] { 0 }).fill_(-1);
        assertThat(x.get(0).tolist()).hasToString("[0, 1, 2, 3]");
        assertThat(x.get("...").dataPtr()).isEqualTo(x.dataPtr());
    }

    @Test
    void assignment_broadcasts_numbers_and_tensors() {
        x.set("1:, 0", 5);
        x.set(0, 7.9);
        x.set(Torch.index(2, "1:"), Torch.tensor(1, 2, 3));
        assertThat(x.tolist()).hasToString("[[7, 7, 7, 7], [5, 5, 6, 7], [5, 1, 2, 3]]");
        x.set(x.eq(7), 0);
        assertThat(x.get(0).tolist()).hasToString("[0, 0, 0, 0]");
        x.set(false, 9);
        x.set(Torch.index(new int[] { 0, 1 }, ":"), Torch.zeros(1, 1, 4, o -> o.dtype(Torch.int64)));
        assertThat(x.get(1).tolist()).hasToString("[0, 0, 0, 0]");
        assertThatThrownBy(() -> x.set(0, "five")).isInstanceOf(TypeError.class);
    }

    @Test
    void wrong_indices_give_pytorchs_messages() {
        assertThatThrownBy(() -> x.get(5)).isInstanceOf(IndexError.class)
                .hasMessage("index 5 is out of bounds for dimension 0 with size 3");
        assertThatThrownBy(() -> x.get("...", -5))
                .hasMessage("index -5 is out of bounds for dimension 1 with size 4");
        assertThatThrownBy(() -> x.get(0, 0, 0)).hasMessage("too many indices for tensor of dimension 2");
        assertThatThrownBy(() -> Torch.tensor(1).get(0)).hasMessageStartingWith("invalid index of a 0-dim tensor");
        assertThatThrownBy(() -> x.get("::-1")).isInstanceOf(ValueError.class)
                .hasMessage("step must be greater than zero");
        assertThatThrownBy(() -> x.get("a:b")).isInstanceOf(IndexError.class).hasMessageContaining("'a' in the index");
        assertThatThrownBy(() -> x.get(1.5)).isInstanceOf(IndexError.class);
    }

    @Test
    void rows_can_be_iterated() {
        var sums = new ArrayList<Number>();
        for (var row : x) sums.add(row.sum().item());
        assertThat(sums).containsExactly(6L, 22L, 38L);
        assertThatThrownBy(() -> Torch.tensor(1).iterator()).isInstanceOf(TypeError.class)
                .hasMessage("iteration over a 0-d tensor");
    }

    /// Against a plain walk over all elements.
    @Test
    void any_mix_of_slices_numbers_and_lists_picks_what_python_would() {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var sizes = new long[] { 1 + random.nextInt(4), 1 + random.nextInt(4), 1 + random.nextInt(4) };
            var tensor = Torch.arange(sizes[0] * sizes[1] * sizes[2]).reshape(sizes);
            var index = new Object[3];
            var picked = new long[3][];
            var listed = false;
            for (var dim = 0; dim < 3; dim++) {
                var size = (int) sizes[dim];
                switch (random.nextInt(listed ? 2 : 3)) {
                    case 0 -> {
                        var at = random.nextInt(2 * size) - size;
                        index[dim] = at;
                        picked[dim] = new long[] { Math.floorMod(at, size) };
                    }
                    case 1 -> {
                        var start = random.nextInt(size + 2);
                        var stop = random.nextInt(size + 2);
                        var step = 1 + random.nextInt(2);
                        index[dim] = start + ":" + stop + ":" + step;
                        picked[dim] = LongStream.range(start, Math.min(stop, size)).filter(i -> (i - start) % step == 0)
                                .toArray();
                    }
                    default -> {
                        picked[dim] = random.longs(1 + random.nextInt(3), 0, size).toArray();
                        index[dim] = picked[dim];
                        listed = true;
                    }
                }
            }
            var expected = new ArrayList<Long>();
            for (var a : picked[0]) {
                for (var b : picked[1]) {
                    for (var c : picked[2]) expected.add((a * sizes[1] + b) * sizes[2] + c);
                }
            }
            // A number beside a list counts as a list and moves that dimension to the front; compare as sets of elements.
            assertThat(tensor.get(index).flatten().longArray()).as("%s of %s", java.util.Arrays.deepToString(index),
                    tensor.shape()).containsExactlyInAnyOrder(expected.stream().mapToLong(Long::longValue).toArray());
            if (expected.isEmpty()) continue;
            tensor.set(Torch.index(index), -1);
            assertThat(tensor.flatten().longArray()).doesNotContain(
                    expected.stream().mapToLong(Long::longValue).toArray());
        }
    }
}
