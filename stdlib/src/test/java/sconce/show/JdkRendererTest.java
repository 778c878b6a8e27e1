package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import sconce.Print;
import sconce.Torch;

class JdkRendererTest {
    record Point(int x, int y) {}

    record Held(int[] numbers, List<int[]> more) {}

    record Own(int[] numbers) {
        @Override
        public String toString() { return "mine"; }
    }

    record Failing(int x) {
        @Override
        public int x() { throw new IllegalStateException("no"); }
    }

    static class Nameless {}

    static class Throwing {
        @Override
        public String toString() { throw new IllegalArgumentException("broken"); }
    }

    private static String text(Object value) { return (String) Renderer.show(value).get("text/plain"); }

    @Test
    void arrays_show_what_they_hold_wherever_they_stand() {
        assertThat(text(new int[] { 1, 2 })).isEqualTo("[1, 2]");
        assertThat(text(new double[][] { { 1, 2 }, { 3 } })).isEqualTo("[[1.0, 2.0], [3.0]]");
        assertThat(text(new Object[] { null, new char[] { 'a' }, List.of(new long[] { 7 }) }))
                .isEqualTo("[null, [a], [[7]]]");
        assertThat(text(Map.of("k", new boolean[] { true }))).isEqualTo("{k=[true]}");
        assertThat(text(Map.entry("k", new int[] { 1 }))).isEqualTo("k=[1]");
        assertThat(text(Optional.of(new int[] { 1 }))).isEqualTo("Optional[[1]]");
        assertThat(text(new Held(new int[] { 1 }, List.of(new int[] { 2 }))))
                .isEqualTo("Held[numbers=[1], more=[[2]]]");
        assertThat(Print.str(new Held(new int[] { 1 }, List.of()))).isEqualTo("Held[numbers=[1], more=[]]");
        assertThat(Print.str(List.of(new int[] { 1 }))).isEqualTo("[[1]]");
    }

    @Test
    void what_is_large_is_cut_and_says_so() {
        assertThat(text(new int[3_000_000])).startsWith("[0, 0, ").endsWith(", 0, … 2,999,000 more]");
        assertThat(text(new float[1_000][1_000]).length()).isLessThan(60_000);
        assertThat(text(Collections.nCopies(1_000_000_000, "x"))).endsWith("x, … 999,999,000 more]");
        assertThat(text("x".repeat(1_000_000)))
                .endsWith("\n… cut here: the whole text has 1,000,000 characters, print shows it");
        assertThat(text(List.of("y".repeat(1_000_000))).length()).isLessThan(11_000);
        assertThat(Print.str(new int[2_000])).endsWith(", 0]");
    }

    @Test
    void what_lies_inside_itself_ends() {
        var list = new ArrayList<Object>();
        list.add(list);
        list.add(1);
        assertThat(text(list)).isEqualTo("[(this Collection), 1]");
        var map = new HashMap<String, Object>();
        map.put("me", map);
        assertThat(text(map)).isEqualTo("{me=(this Map)}");
        var array = new Object[1];
        array[0] = array;
        assertThat(text(array)).isEqualTo("[(contains itself)]");
        var shared = List.of(1);
        assertThat(text(List.of(shared, shared))).isEqualTo("[[1], [1]]");
        Object deep = List.of();
        for (var i = 0; i < 100_000; i++) deep = Arrays.asList(deep);
        assertThat(text(deep)).contains("(too deep to show)");
    }

    @Test
    void streams_and_iterators_are_not_consumed() {
        var stream = Stream.iterate(1, i -> i + 1);
        assertThat(text(stream)).isEqualTo("Stream (not consumed: its toList() gives the elements)");
        assertThat(stream.limit(2).toList()).containsExactly(1, 2);
        var numbers = IntStream.range(0, 3);
        assertThat(text(numbers)).startsWith("IntStream (not consumed");
        assertThat(numbers.sum()).isEqualTo(3);
        Iterator<Integer> iterator = List.of(1, 2).iterator();
        assertThat(text(iterator)).isEqualTo("Iterator (not consumed)");
        assertThat(iterator.next()).isEqualTo(1);
        assertThat(text(List.of(1).spliterator())).isEqualTo("Spliterator (not consumed)");
        assertThat(text(Collections.enumeration(List.of(1)))).isEqualTo("Enumeration (not consumed)");
    }

    @Test
    void references_show_what_they_lead_to() {
        var held = new ArrayList<Object>(List.of(new int[] { 1, 2 }));
        var reference = new WeakReference<Object>(held);
        assertThat(text(reference)).isEqualTo("WeakReference[[[1, 2]]]");
        held.add(reference);
        assertThat(text(reference)).isEqualTo("WeakReference[[[1, 2], WeakReference[(this Collection)]]]");
        assertThat(text(new WeakReference<>(null))).isEqualTo("WeakReference (empty)");
    }

    @Test
    void futures_are_not_waited_for() {
        assertThat(text(new CompletableFuture<String>())).isEqualTo("CompletableFuture (not completed)");
        assertThat(text(CompletableFuture.completedFuture(new int[] { 1 }))).isEqualTo("CompletableFuture[[1]]");
        assertThat(text(CompletableFuture.failedFuture(new IllegalStateException("no"))))
                .isEqualTo("CompletableFuture (failed: java.lang.IllegalStateException: no)");
    }

    @Test
    void what_has_a_text_of_its_own_keeps_it() {
        assertThat(text(Path.of("a", "b"))).isEqualTo(Path.of("a", "b").toString());
        assertThat(text(Duration.ofSeconds(3))).isEqualTo("PT3S");
        assertThat(text(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
        assertThat(text(new Own(new int[0]))).isEqualTo("mine");
        assertThat(text(new Point(1, 2))).isEqualTo("Point[x=1, y=2]");
        assertThat(Renderer.show(new Point(1, 2))).containsOnlyKeys("text/plain");
    }

    @Test
    void what_has_none_is_known_by_its_class() {
        assertThat(text(new Nameless())).matches("Nameless@[0-9a-f]+");
        assertThat(text(List.of(new Nameless()))).matches("\\[Nameless@[0-9a-f]+]");
        Function<String, String> trim = String::trim;
        assertThat(text(trim)).isEqualTo("Function (a lambda)");
        assertThat(text(new Function<String, String>() {
            @Override
            public String apply(String text) { return text; }
        })).matches("Function@[0-9a-f]+");
    }

    @Test
    void what_fails_says_so_and_costs_only_itself() {
        assertThat(text(new Throwing()))
                .isEqualTo("Throwing (cannot be shown: java.lang.IllegalArgumentException: broken)");
        assertThat(text(List.of(1, new Throwing()))).startsWith("[1, Throwing (cannot be shown: ");
        assertThat(text(new Failing(1))).startsWith("Failing (cannot be shown: ");
    }

    @Test
    void what_is_asked_of_a_slow_list_ends() {
        var asked = new AtomicInteger();
        var slow = new Object() {
            @Override
            public String toString() {
                // A second for each hundred, by the clock that the display has: nobody waits for all of them.
                var end = System.nanoTime() + 10_000_000;
                while (System.nanoTime() < end) Thread.onSpinWait();
                return "slow" + asked.incrementAndGet();
            }
        };
        assertThat(text(Collections.nCopies(1_000, slow))).startsWith("[slow1, slow2").contains(" more]");
        assertThat(asked.get()).isLessThan(1_000);
    }

    @Test
    void lists_of_records_and_of_maps_are_tables() {
        var points = List.of(new Point(1, 2), new Point(30, 4));
        assertThat(text(points)).isEqualTo("""
                 x  y
                 1  2
                30  4
                2 rows, Point""");
        var page = Jsoup.parse((String) Renderer.show(points).get("text/html"));
        assertThat(page.select("thead th").eachText()).containsExactly("x", "y");
        assertThat(page.select("tbody tr").eachText()).containsExactly("1 2", "30 4");
        assertThat(Print.str(points)).isEqualTo("[Point[x=1, y=2], Point[x=30, y=4]]");
        var first = new LinkedHashMap<String, Object>();
        first.put("name", "<b>");
        var second = new LinkedHashMap<String, Object>(first);
        second.put("loss", 0.5);
        var html = (String) Renderer.show(List.of(first, second)).get("text/html");
        assertThat(Jsoup.parse(html).select("tbody tr").eachText()).containsExactly("<b>", "<b> 0.5");
        assertThat(Renderer.show(List.of(new Point(1, 2), "other"))).containsOnlyKeys("text/plain");
    }

    @Test
    void a_table_of_a_million_records_is_cut_and_says_so() {
        var html = (String) Renderer.show(Collections.nCopies(1_000_000, new Point(1, 2))).get("text/html");
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(200_000);
        assertThat(html).contains("… 999,000 more not shown here");
    }

    @Test
    void a_record_of_tensors_is_a_table_beside_its_text() {
        record Pair(sconce.Tensor left, String name) {}
        var pair = new Pair(Torch.ones(3, 4), "a");
        assertThat(text(pair)).isEqualTo(pair.toString());
        var page = Jsoup.parse((String) Renderer.show(pair).get("text/html"));
        assertThat(page.select("tbody tr").eachText()).containsExactly("left Tensor [3, 4] float32", "name String a");
    }

    @Test
    void tensors_inside_of_records_inside_are_told_by_their_shape() {
        record Inner(sconce.Tensor h, sconce.Tensor c) {}
        record Outer(sconce.Tensor output, Inner state) {}
        var inner = new Inner(sconce.Torch.ones(1, 2, 4), sconce.Torch.tensor(1.0, 2.0));
        var html = Renderer.show(new Outer(sconce.Torch.ones(3, 4), inner)).get("text/html").toString();
        assertThat(org.jsoup.Jsoup.parse(html).select("tbody tr").eachText()).containsExactly(
                "output Tensor [3, 4] float32", "state Inner Inner[h=[1, 2, 4] float32, c=tensor([1., 2.])]");
    }

    @Test
    void pictures_are_pictures() {
        var forms = Renderer.show(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB));
        assertThat(forms).containsEntry("text/plain", "BufferedImage(4 x 3)").containsKey("image/png");
    }
}
