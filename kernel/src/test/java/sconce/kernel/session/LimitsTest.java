package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Code that parses but does not fit into a class file.
class LimitsTest {
    private static final Cells CELLS = new Cells();

    @AfterAll
    static void close() { CELLS.close(); }

    static List<String> tooMuch() {
        var text = "\"" + "y".repeat(60_000) + "\"";
        var numbers = String.join(",", Collections.nCopies(40_000, "1"));
        return List.of("String big = " + text + " + " + text + ";", "(" + text + " + " + text + ").length()",
                "int[] huge() { return new int[] { " + numbers + " }; }", "int[] huge = { " + numbers + " };",
                "record Huge(int a) { static int[] all = { " + numbers + " }; }",
                "class Huge { int[] all = { " + numbers + " }; }",
                "System.out.println(List.of(new int[] { " + numbers + " }));");
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void what_is_too_long_is_refused_and_costs_nothing_else(String code) {
        CELLS.value("int kept = 5;");
        var failure = CELLS.failure(code);
        assertThat(failure.message()).matches("(?s).*(more than a class file can hold|too large|too long).*");
        assertThat(Cells.plain(failure)).hasSizeLessThan(10_000);
        assertThat(CELLS.value("kept + 1")).isEqualTo("6");
        assertThat(CELLS.value("class After { int v = 7; }\nnew After().v")).isEqualTo("7");
        assertThat(CELLS.value("int a9 = 1; int b9 = 2; a9 + b9")).isEqualTo("3");
    }
}
