package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// What walking a tree gives is two lists at first and a map once somebody looks a name up: both must say the same.
class NamedMapTest {
    private final NamedMap<Integer> map = new NamedMap<>();

    NamedMapTest() {
        map.append("b", 1);
        map.append("a", 2);
    }

    @Test
    void keepsTheOrderBeforeAndAfterALookUp() {
        assertThat(new ArrayList<>(map.keySet())).containsExactly("b", "a");
        assertThat(map.get("a")).isEqualTo(2);
        assertThat(map.containsKey("c")).isFalse();
        assertThat(new ArrayList<>(map.keySet())).containsExactly("b", "a");
        assertThat(new ArrayList<>(map.reversed().values())).containsExactly(2, 1);
        assertThat(map.lastEntry().getKey()).isEqualTo("a");
    }

    @Test
    void isAMapThatMayBeChanged() {
        map.put("c", 3);
        map.remove("b");
        assertThat(map).containsOnlyKeys("a", "c").hasSize(2).hasToString("a: 2\nc: 3");
        map.clear();
        assertThat(map).isEmpty();
    }
}
