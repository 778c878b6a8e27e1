package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compiling several snippets at once changes nothing but the time it takes.
class BatchTest {
    private static Cells together;
    private static Cells oneByOne;

    @BeforeAll
    static void open() {
        together = new Cells(true);
        oneByOne = new Cells(false);
    }

    @AfterAll
    static void close() {
        together.close();
        oneByOne.close();
    }

    @Test
    void the_way_into_jshell_is_open_in_these_tests() {
        try (var shell = jdk.jshell.JShell.create()) {
            assertThat(Batch.of(shell)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "int a = 1;\nint b = a + 1;\nint c = b + a;\nList.of(a, b, c)",
            "int d = 1; String e = \"e\" + d; double f = d / 2.0; final long g = 4; int[] h = {d}; d + e + f + g + h[0]",
            "var i = 1; var j = i + 1; var k = List.of(i, j); k",
            "int l = 1; int m = 2; int l = m; int m = l + 1; List.of(l, m)",
            "int n = 1; int o() { return n * 10; } int n = 5; int p = o(); int q = o() + n; List.of(n, p, q)",
            "int r = 7; int s() { return r; }\nint t = s(); int r = 8; int u = s(); List.of(r, t, u)",
            "int v = 1, w = 2; int x = v + w, y[] = {x}; y[0]",
            "int later1 = later2 + 1; int later2 = 5; later1", "int self = self + 1; int other = 3; self",
            "int fine = 1; int bad = 1 / 0; int never = 3;", "List.of(fine)", "never", "bad",
            "int kept = 1; int kept2 = 2;", "int kept = 5; int kept2 = 1 / 0; int kept3 = 3;", "List.of(kept, kept2)",
            "kept3", "int kept = 6; int kept2 = \"no\"; int kept4 = 4;", "List.of(kept, kept2)",
            "int retyped = 1; int retyped2 = 2;", "String retyped = \"s\"; String retyped2 = retyped + 1; retyped2",
            "Missing none; int there = 1; there", "Runnable z1 = () -> {}; Supplier<Integer> z2 = () -> 3; z2.get()",
            "var anonymous = new Object() { int k = 3; }; var plain = 1; anonymous.k + plain",
            "int // a comment\n commented = 1; /* another */ int commented2 = 2; commented + commented2",
            "static int mod1 = 1; private int mod2 = 2; public final int mod3 = 3; mod1 + mod2 + mod3",
            "int init1 = 1; int init2; String init3; int init4 = 4; init1 + init2 + init3 + init4",
            "while (true) { break; } int after = 1; after", "throw new Error(\"x\");",
            "for (int loop = 0; loop < 3; loop++) ; int loop = 9; int loop2 = loop; loop2",
            "{ int inner = 1; } int inner = 2; int inner2 = 3; inner + inner2", "int _ = 3; int named = 4; named",
            "int again1 = 1; String again2 = \"a\";",
            "int again1 = 2; String again2 = again1 + again2; again1 + again2",
            "String again1 = \"now a text\"; again1",
            "class Holder { int held = again2.length(); }", "String again2 = \"four\"; new Holder().held",
            "record Fresh(int x) {}", "record Fresh(int x, int y) {}", "new Fresh(1, 2)",
            "enum Colour { RED, GREEN } Colour colour = Colour.RED; colour", "enum Colour { BLUE } colour",
            "Runnable r1 = () -> { class Local {} print(new Local() != null); }; r1.run();",
            "var twice = new Object() { int k = 1; }; var twice = new Object() { int m = 2; }; twice.m",
            "class Waits { Later l; }", "class Later {}", "new Waits().l == null",
            "\"a;{\" + 1", "1 +\n2", "\"a\" // b", "(", "foo(1)) + ((2",
            "\"unclosed", "\"\"\"\n  x\n\"\"\"", "x -> x", "a b", "int lonely", "lonely", "'\"' + \"\"",
            "List.of(1, 2)",
            "List.of(1, Missing.x)", "print(1), print(2)", "(Object) 1 / 0", "new int[] [2]", "lonely++", "lonely == 1",
            "int \\u0061bc = 5; abc", "int abc = 6; \\u0061bc" })
    void cells_end_alike(String code) { assertThat(together.value(code)).isEqualTo(oneByOne.value(code)); }
}
