package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {
    private static final Cells CELLS = new Cells();

    @AfterAll
    static void close() { CELLS.close(); }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1 + 1 | 2", "\"text\" | text", "2 > 1 | true",
            "List.of(1, 2).stream().map(i -> i + 1).toList() | [2, 3]", "new int[][]{{1, 2}, {3}} | [[1, 2], [3]]",
            "new int[0] | []", "true ? \"a\" : \"b\" | a", "1 // a comment | 1", "/* before */ 2 | 2",
            "switch (3) { case 3 -> \"three\"; default -> \"other\"; } | three", "1.5f | 1.5",
            "Stream.of(1, 2).mapToInt(Integer::intValue).sum() | 3", "\"a;b\".length() | 3" })
    void the_last_expression_is_the_value(String code, String expected) {
        assertThat(CELLS.value(code)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "int q1 = 1;", "null", "1 + 1;", "int q2 = 3; q2 = 4", "int q3 = 3; q3 += 1",
            "System.gc()", "void q4() {} q4()", "// only a comment", "''", "if (true) { int k = 1; }", ";" })
    void statements_assignments_and_null_show_nothing(String code) { assertThat(CELLS.value(code)).isEmpty(); }

    @Test
    void values_reach_the_renderer_as_they_are() {
        CELLS.value("class Shy { public String toString() { shown++; return \"shy\"; } } int shown = 0;");
        assertThat(CELLS.value("new Shy()")).isEqualTo("shy");
        assertThat(CELLS.value("shown")).isEqualTo("1");
    }

    @Test
    void expressions_leave_no_variables_behind() {
        CELLS.value("41 + 1");
        assertThat(CELLS.failure("$1").message()).contains("$1");
        assertThat(CELLS.session().complete("$", 1).matches()).isEmpty();
    }

    @Test
    void declarations_may_stand_in_any_order() {
        assertThat(CELLS.value("""
                int even(int n) { return n == 0 ? 1 : odd(n - 1); }
                even(10)
                """)).contains("odd");
        assertThat(CELLS.value("int odd(int n) { return n == 0 ? 0 : even(n - 1); }")).isEmpty();
        assertThat(CELLS.value("even(10)")).isEqualTo("1");
        assertThat(CELLS.value("""
                var shape = new Square(3);
                shape.area();
                """.concat("""

                class Square extends Shape { Square(int side) { super(side * side); } }
                class Shape { int area; Shape(int area) { this.area = area; } int area() { return area; } }
                """))).isEmpty();
        assertThat(CELLS.value("shape.area()")).isEqualTo("9");
    }

    @Test
    void a_method_may_use_a_later_one_before_the_cell_ends() {
        assertThat(CELLS.value("""
                int first(int n) { return second(n) + 1; }
                int base = 5;
                int result = first(base);
                int second(int n) { return n * 2; }
                result
                """)).isEqualTo("11");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "int[] e = {4, 5}|e[1]|5", "int[] e2 = {6} // six|e2[0]|6",
            "Supplier<String> s = () -> { return \"s\"; }|s.get()|s", "List<String> l = List.of(\"a\")|l|[a]",
            "Optional<List<String>> ol = Optional.empty()|ol|Optional.empty", "List<String> unset|unset == null|true",
            "Runnable r; String ran; r = () -> { ran = \"yes\"; };|r.run(); ran|yes",
            "var o = new Object() { int x = 7; }|o.x|7", "int q9 = 1; int w9 = 2; boolean b9 = q9 < w9|b9|true" })
    void the_last_declaration_needs_no_semicolon(String code, String then, String value) {
        assertThat(CELLS.value(code)).isEmpty();
        assertThat(CELLS.value(then)).isEqualTo(value);
    }

    @Test
    void variables_keep_their_declared_type() {
        CELLS.value("List<String> names = new ArrayList<>(); var count = 3L; final int fixed = 4; Object any = \"s\";");
        assertThat(CELLS.value("names.add(\"x\"); names.getFirst().length()")).isEqualTo("1");
        assertThat(CELLS.failure("names.add(3);").message()).contains("int", "String");
        assertThat(CELLS.failure("any.length()").message()).contains("length()");
        assertThat(CELLS.value("count + fixed")).isEqualTo("7");
        assertThat(CELLS.value("int a1 = 1, a2 = a1 + 1, a3[] = {a2}; a3[0]")).isEqualTo("2");
    }

    @Test
    void anonymous_classes_keep_their_members_with_var() {
        assertThat(CELLS.value("var anonymous = new Object() { int k = 4; }; anonymous.k")).isEqualTo("4");
    }

    @Test
    void statements_see_variables_as_they_are_at_their_place() {
        assertThat(CELLS.value("""
                int step = 1;
                var log = new ArrayList<Integer>();
                log.add(step);
                step = 2;
                log.add(step);
                String step = "three";
                log.add(step.length());
                log
                """)).isEqualTo("[1, 2, 5]");
    }

    @Test
    void unreachable_code_behind_a_thrown_exception_still_compiles() {
        assertThat(
                CELLS.failure("int reached = 0;\nreached = 1; throw new IllegalStateException(); reached = 2;").name())
                .isEqualTo("IllegalStateException");
        assertThat(CELLS.value("reached")).isEqualTo("1");
    }

    @Test
    void statements_that_do_not_compile_together_do_not_run_at_all() {
        CELLS.value("int touched = 0;");
        assertThat(CELLS.failure("touched = 1;\ntouched = nothing;").where())
                .isEqualTo("cell " + CELLS.number() + ", line 2");
        assertThat(CELLS.value("touched")).isEqualTo("0");
    }

    @Test
    void a_failing_statement_leaves_what_ran_before_it() {
        CELLS.failure("int kept = 7; kept++; kept = kept / 0; kept = 100;");
        assertThat(CELLS.value("kept")).isEqualTo("8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "int survivor = 1 / 0;", "String survivor = \"\" + 1 / 0;",
            "int survivor = unknownName;", "var survivor = List.of().getFirst();", "long other = 1, survivor = 1 / 0;",
            "System.exit(1); int survivor = 2;", "int survivor = \"text\";", "int survivor = ;" })
    void a_variable_survives_a_failed_redeclaration(String code) {
        CELLS.value("int survivor = 42;");
        CELLS.failure(code);
        assertThat(CELLS.value("survivor")).isEqualTo("42");
        assertThat(CELLS.value("survivor += 1; survivor")).isEqualTo("43");
    }

    @Test
    void a_new_variable_whose_initialiser_failed_does_not_exist() {
        CELLS.failure("int stillborn = 1 / 0;");
        assertThat(CELLS.failure("stillborn").message()).contains("stillborn");
    }

    @Test
    void methods_follow_a_redeclared_variable() {
        CELLS.value("int level = 1; int readLevel() { return level; }");
        assertThat(CELLS.value("int level = 5; readLevel()")).isEqualTo("5");
        CELLS.failure("int level = 1 / 0;");
        assertThat(CELLS.value("readLevel()")).isEqualTo("5");
    }

    @Test
    void exit_does_not_end_the_session() {
        CELLS.value("int before = 3;");
        var failure = CELLS.failure("System.exit(3);");
        assertThat(failure.name()).isEqualTo("SystemExit");
        assertThat(failure.traceback()).hasSize(1);
        assertThat(CELLS.failure("Runtime.getRuntime().exit(2);").name()).isEqualTo("SystemExit");
        var halted = CELLS.failure("Runtime.getRuntime().halt(2);");
        assertThat(halted.message()).isEqualTo("Runtime.halt(2) was ignored: the session goes on");
        assertThat(CELLS.value("before")).isEqualTo("3");
    }

    @Test
    void thread_locals_survive_from_cell_to_cell() {
        CELLS.value("var local = new ThreadLocal<Integer>(); local.set(4);");
        assertThat(CELLS.value("local.get()")).isEqualTo("4");
        CELLS.value("var thread = Thread.currentThread();");
        assertThat(CELLS.value("thread == Thread.currentThread()")).isEqualTo("true");
    }

    @Test
    void an_error_of_the_virtual_machine_leaves_the_session_usable() {
        assertThat(CELLS.failure("new long[Integer.MAX_VALUE]").name()).isEqualTo("OutOfMemoryError");
        assertThat(CELLS.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void a_record_checks_what_it_is_made_of() {
        CELLS.value("""
                /** No Interval { here. */
                record Interval(int low, int high) {
                    static final Interval NONE = new Interval(0, 0);
                    Interval { if (low > high) throw new IllegalArgumentException("Interval (low is above high)"); }
                    Interval(int high) { this(0, high); }
                    <T extends Number> Interval(T low, T high) { this(low.intValue(), high.intValue()); }
                    Interval wider(Interval other) { return new Interval(Math.min(low, other.low), high); }
                }""");
        assertThat(CELLS.value("new Interval(3).wider(Interval.NONE)")).isEqualTo("Interval[low=0, high=3]");
        assertThat(CELLS.failure("new Interval(1, 0)").message()).isEqualTo("Interval (low is above high)");
    }

    @Test
    void a_variable_whose_type_cannot_be_written_is_an_object() {
        assertThat(CELLS.value("var either = 1 < 2 ? 1 : \"one\";\neither")).isEqualTo("1");
        assertThat(CELLS.value("either = \"one\"; System.out.print(either); either")).isEqualTo("one");
        assertThat(CELLS.front.out()).isEqualTo("one");
        assertThat(CELLS.value("var before = 0; var mixed = List.of(1, \"a\"); var first = mixed.get(before);\nfirst"))
                .isEqualTo("1");
        assertThat(CELLS.front.err()).isEmpty();
    }

    @Test
    void imports_of_a_cell_hold_for_later_cells() {
        assertThat(CELLS.value("import java.awt.Point;\nimport static java.lang.Math.*;\nnew Point(abs(-1), 2).x"))
                .isEqualTo("1");
        assertThat(CELLS.value("max(1, 2) + List.of(1).size()")).isEqualTo("3");
    }

    @Test
    void the_library_is_there_without_an_import() {
        CELLS.value("print(1, \"two\")");
        assertThat(CELLS.front.out()).isEqualTo("1 two\n");
        assertThat(CELLS.value("DType.class.getName() + Buffer.class.getName()"))
                .isEqualTo("sconce.DTypesconce.Buffer");
    }

    @Test
    void what_a_class_waits_for_is_said() {
        CELLS.value("class Waiting { Object layer = new ArrayLst(); }");
        assertThat(CELLS.front.err()).contains("Waiting waits for class ArrayLst", "did you mean ArrayList?");
        CELLS.value("class ArrayLst {}");
        assertThat(CELLS.value("new Waiting().layer != null")).isEqualTo("true");
        assertThat(CELLS.front.err()).isEmpty();
    }

    @Test
    void a_use_of_what_still_waits_says_for_what() {
        CELLS.value("class Holds3 { Held3 held; }");
        assertThat(Cells.plain(CELLS.failure("new Holds3()")))
                .contains("hint: Holds3 is declared, and waits for class Held3");
        assertThat(CELLS.value("class Held3 {}\nnew Holds3().held == null")).isEqualTo("true");
    }

    @Test
    void what_has_been_printed_is_not_shown_again() {
        assertThat(CELLS.value("System.out.printf(\"%d%n\", 7)")).isEmpty();
        assertThat(CELLS.front.out()).isEqualTo("7\n");
        assertThat(CELLS.value("System.err.append(\"e\")")).isEmpty();
    }

    @Test
    void an_assertion_of_a_cell_is_checked() {
        assertThat(CELLS.failure("int two3 = 2;\nassert two3 == 3 : \"two is \" + two3;").message())
                .isEqualTo("two is 2");
        CELLS.value("class Checked3 { void check(int n) { assert n > 0; } }");
        assertThat(CELLS.failure("new Checked3().check(0)").name()).isEqualTo("AssertionError");
        assertThat(CELLS.value("assert two3 == 2;")).isEmpty();
    }

    @Test
    void two_sessions_share_nothing() {
        try (var other = new Cells()) {
            other.value("int own = 1;");
            assertThat(CELLS.failure("own").message()).contains("own");
        }
    }
}
