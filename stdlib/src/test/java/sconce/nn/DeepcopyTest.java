package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;

class DeepcopyTest {
    record Pair(Tensor tensor, int count) {}

    static class Blocks extends ArrayList<Module> {
        private static final long serialVersionUID = 1;
    }

    static class Holder extends Module {
        final Linear part = new Linear(1, 1);
        LinkedList<Module> linked = new LinkedList<>(List.of(part));
        Blocks own = new Blocks();
        List<Module> fixedSize = Arrays.asList(part, null);
        List<Module> immutable = List.of(part);
        Map<String, Module> immutableMap = Map.of("a", part);
        TreeMap<String, Tensor> sorted = new TreeMap<>(Comparator.reverseOrder());
        Map<Module, String> byModule = new LinkedHashMap<>();
        Pair pair = new Pair(Torch.ones(1), 3);
        Pair[] pairs = { pair };
        Optional<Module> maybe = Optional.of(part);
        AtomicReference<Module> reference = new AtomicReference<>(part);
        List<String> words = List.of("a");

        Holder() {
            own.add(part);
            sorted.put("a", Torch.ones(1));
            sorted.put("b", Torch.ones(1));
            byModule.put(part, "part");
        }
    }

    @Test
    void collections_records_and_optionals_are_copied_as_their_own_kind() {
        var original = new Holder();
        var copy = Module.deepcopy(original);
        assertThat(copy.part).isNotSameAs(original.part);
        assertThat(copy.linked).containsExactly(copy.part);
        assertThat(copy.own).containsExactly(copy.part);
        assertThat(copy.fixedSize).containsExactly(copy.part, null);
        copy.fixedSize.set(1, original);
        assertThat(original.fixedSize.get(1)).isNull();
        assertThat(copy.immutable).containsExactly(copy.part);
        assertThatThrownBy(() -> copy.immutable.add(copy.part)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(copy.immutableMap).containsEntry("a", copy.part);
        assertThat(copy.byModule).containsEntry(copy.part, "part");
        assertThat(copy.maybe).containsSame(copy.part);
        assertThat(copy.reference.get()).isSameAs(copy.part);
        assertThat(copy.pairs[0]).isSameAs(copy.pair);
        assertThat(copy.words).isSameAs(original.words);

        assertThat(copy.sorted.keySet()).containsExactly("b", "a");
        copy.sorted.get("a").zero_();
        copy.pair.tensor().zero_();
        assertThat(original.sorted.get("a").item()).isEqualTo(1.0);
        assertThat(original.pair.tensor().item()).isEqualTo(1.0);
        assertThat(copy.pair.count()).isEqualTo(3);
    }

    static class Single extends AbstractList<Module> {
        private final Module only;

        Single(Module only) { this.only = only; }

        @Override
        public Module get(int index) { return only; }

        @Override
        public int size() { return 1; }
    }

    @Test
    void a_collection_that_cannot_be_made_anew_is_refused_by_name() {
        class Odd extends Module {
            Single parts = new Single(new ReLU());
        }
        assertThatThrownBy(() -> Module.deepcopy(new Odd())).isInstanceOf(TypeError.class)
                .hasMessageStartingWith("cannot deepcopy a Single that holds modules or tensors");
        assertThatThrownBy(() -> Module.deepcopy(null)).isInstanceOf(TypeError.class)
                .hasMessage("deepcopy takes a module, not null");
    }

    @Test
    void a_copy_made_in_a_scope_outlives_it() {
        var original = new Holder();
        original.registerBuffer("b", Torch.ones(1));
        Holder copy;
        try (var scope = Torch.scope()) {
            copy = Module.deepcopy(original);
        }
        assertThat(copy.pair.tensor().item()).isEqualTo(1.0);
        assertThat(copy.getBuffer("b").item()).isEqualTo(1.0);
    }
}
