package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static final Cells CELLS = new Cells();

    @AfterAll
    static void close() { CELLS.close(); }

    private static List<String> texts(String code) {
        return CELLS.session().complete(code, code.length()).matches().stream().map(Completions.Match::text).toList();
    }

    @Test
    void members_and_names_are_completed_with_their_range() {
        CELLS.value("var someList = new ArrayList<String>();");
        var completions = CELLS.session().complete("someList.ad", 11);
        assertThat(completions.start()).isEqualTo(9);
        assertThat(completions.end()).isEqualTo(11);
        assertThat(completions.matches()).contains(new Completions.Match("add(", "method", ""));
        assertThat(CELLS.session().complete("some", 4).matches())
                .contains(new Completions.Match("someList", "variable", ""));
        assertThat(texts("ArrayLis")).contains("ArrayList");
    }

    @Test
    void what_the_cell_declares_above_is_known_before_it_has_run() {
        var code = "import java.util.*;\nint first = 1;\nvar fresh = new StringBuilder();\nfresh.app";
        var completions = CELLS.session().complete(code, code.length());
        assertThat(completions.matches()).extracting(Completions.Match::text).contains("append(");
        assertThat(code.substring(completions.start(), completions.end())).isEqualTo("app");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "int count1 = 5; int copy = cou | count1",
            "var sum1 = 0; for (var item1 : List.of(1)) { sum1 += ite | item1",
            "int twice1(int number1) { return num | number1",
            "class Box1 { int inner1; int get() { return inn | inner1",
            "void help1(String a) { } hel | help1(",
            "class Crate1 { } Cra | Crate1",
            "Function<Integer, Integer> f = value1 -> val | value1",
            "BinaryOperator<Integer> f = (left1, right1) -> rig | right1",
            "try (var reader1 = open()) { rea | reader1",
            "try { } catch (IOException problem1) { pro | problem1",
            "if (o instanceof String text1 && tex | text1" })
    void names_that_the_cell_itself_declares_are_proposed(String code, String name) {
        assertThat(texts(code)).first().isEqualTo(name);
        assertThat(CELLS.session().complete(code, code.length()).start()).isEqualTo(code.length() - 3);
    }

    @Test
    void what_is_out_of_sight_is_not_proposed() {
        assertThat(texts("if (true) { int gone1 = 1; } gon")).doesNotContain("gone1");
        assertThat(texts("int other1(int parameter1) { return 1; } par")).doesNotContain("parameter1");
        assertThat(texts("int field1 = 1; \"text\".fie")).isEmpty();
        assertThat(texts("var said = \"int quoted1 = 1;\"; // int noted1 = 2;\nnot")).doesNotContain("noted1");
    }

    @Test
    void the_middle_of_a_cell_is_completed_too() {
        var code = "\"x\".len\nint y = 3;";
        assertThat(CELLS.session().complete(code, 7).matches()).extracting(Completions.Match::text)
                .contains("length()");
    }

    @Test
    void a_fitting_type_comes_first() {
        CELLS.value("int zzNumber = 1; String zzText = \"\";");
        assertThat(texts("String s = zz")).startsWith("zzText");
    }

    @Test
    void nothing_fits_and_any_cursor_are_no_errors() {
        assertThat(texts("nothingLikeThis.foo")).isEmpty();
        assertThat(CELLS.session().complete("", 0).start()).isZero();
        assertThat(CELLS.session().complete("abc", 100).end()).isEqualTo(3);
        assertThat(CELLS.session().complete("x((]", 4).matches()).isNotNull();
    }

    @Test
    void the_session_makes_no_suggestions_of_its_own() {
        assertThat(texts("")).noneMatch(text -> text.startsWith("$"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1 + 1 | COMPLETE", "int f() { | INCOMPLETE", "foo(] | INVALID",
            "int x = 1; int y = 2; | COMPLETE", "int x = 1; for (;;) { | INCOMPLETE", "// comment | COMPLETE",
            "/* open | INCOMPLETE", "class A {} | COMPLETE", "x. | INCOMPLETE" })
    void completeness_is_jupyters_word(String code, Completeness.Status expected) {
        assertThat(CELLS.session().isComplete(code).status()).isEqualTo(expected);
    }

    @Test
    void an_open_block_asks_for_an_indent() {
        assertThat(CELLS.session().isComplete("if (true) {\n    for (;;) {").indent()).isEqualTo("        ");
    }

    @Test
    void a_method_is_described_with_its_documentation() {
        var inspection = CELLS.session().inspect("Math.abs(", 9, 0);
        assertThat(inspection).isNotNull();
        assertThat(inspection.text()).contains("abs(int a)", "absolute value").doesNotContain("{@code", "<p>");
        assertThat(inspection.markdown()).contains("```java", "`int`");
        assertThat(CELLS.session().inspect("Math.abs", 6, 0)).isNotNull();
    }

    @Test
    void a_variable_is_described_with_its_value() {
        CELLS.value("var described = List.of(1, 2);");
        assertThat(CELLS.session().inspect("described", 4, 0).text()).contains("List<Integer>", "[1, 2]");
    }

    @Test
    void the_library_is_described_from_its_sources() {
        var inspection = CELLS.session().inspect("DType", 2, 0);
        assertThat(inspection).isNotNull();
        assertThat(inspection.text()).contains("The type of a tensor's elements");
        var method = CELLS.session().inspect("print(", 6, 0);
        assertThat(method).isNotNull();
        assertThat(method.text()).contains("Print.print(").contains("Object ");
    }

    @Test
    void an_unknown_name_is_not_described() { assertThat(CELLS.session().inspect("nobodyKnows", 3, 0)).isNull(); }

    @Test
    void nothing_is_offered_in_a_comment_or_a_string() {
        for (var code : new String[] { "// Strin", "Map.of().get(\"", "\"Strin", "/* Strin" }) {
            assertThat(CELLS.session().complete(code, code.length()).matches()).as(code).isEmpty();
        }
        assertThat(CELLS.session().complete("\"a\".len", 7).matches()).isNotEmpty();
        assertThat(CELLS.session().complete("/* c */ Strin", 13).matches()).isNotEmpty();
    }

    @Test
    void what_is_no_java_is_invalid_though_it_ends_well() {
        for (var code : List.of("int = 7;", "int x = ;", "}}", "for (;;) { int = 3; }")) {
            assertThat(CELLS.session().isComplete(code).status()).as(code).isEqualTo(Completeness.Status.INVALID);
        }
        for (var code : List.of("int x = 7;", "1 + 1", "class A {}", "", "// only this",
                "import java.util.*;\nList.of()",
                "int f() { return 1; }\nf()")) {
            assertThat(CELLS.session().isComplete(code).status()).as(code).isEqualTo(Completeness.Status.COMPLETE);
        }
    }

    private List<String> matches(String code) {
        return CELLS.session().complete(code, code.length()).matches().stream().map(Completions.Match::text).toList();
    }

    @Test
    void options_are_known_in_the_lambda_that_is_being_written() {
        assertThat(matches("new Linear(2, 3, o -> o.")).contains("bias(", "dtype(");
        assertThat(matches("new Linear(2, 3, o -> o.bias(false).d")).containsExactlyInAnyOrder("dtype(", "device(");
        assertThat(matches("var l5 = new Linear(Math.max(1, 2), 3, options -> options.bi")).containsExactly("bias(");
        assertThat(matches("Torch.ones(2, 3, o -> o.requ")).contains("requiresGrad(");
        assertThat(matches("List.of(\"a\").forEach(text -> text.isEm")).containsExactly("isEmpty()");
        assertThat(matches("nosuch(o -> o.")).isEmpty();
        assertThat(matches("o -> o.")).isEmpty();
        assertThat(matches("((((((o.")).isEmpty();
        var code = "new Linear(2, 3, o -> o.bi";
        var found = CELLS.session().complete(code, code.length());
        assertThat(code.substring(found.start(), found.end())).isEqualTo("bi");
    }

    @Test
    void what_the_session_declares_stands_first() {
        CELLS.value("class Minimum6 {} int minimum6 = 1;");
        assertThat(matches("Min")).first().isEqualTo("Minimum6");
        assertThat(matches("new Min")).first().isEqualTo("Minimum6()");
        assertThat(CELLS.session().complete("Minimum", 7).matches().getFirst().type()).isEqualTo("class");
    }

    @Test
    void a_function_is_known_by_the_class_that_people_call_it_on() {
        var inspection = CELLS.session().inspect("Torch.ones(2)", 9, 0);
        assertThat(inspection.text()).contains("Tensor Torch.ones(Size size)").doesNotContain("CreationFunctions");
        assertThat(CELLS.session().inspect("List.of(1)", 7, 0).text()).contains("List<E> List.of(E e1)");
        assertThat(CELLS.session().inspect("Tensor", 6, 0).markdown()).doesNotContain("[Torch]").contains("`Torch`");
    }

    @Test
    void the_second_level_shows_how_a_cell_declared_it() {
        CELLS.value("class Own7 { int v = 7; }");
        assertThat(CELLS.session().inspect("Own7", 4, 0).text()).doesNotContain("int v = 7");
        assertThat(CELLS.session().inspect("Own7", 4, 1).text()).contains("int v = 7");
    }
}
