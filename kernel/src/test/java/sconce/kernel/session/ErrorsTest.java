package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
    private static final Cells CELLS = new Cells();

    @AfterAll
    static void close() { CELLS.close(); }

    private static String text(String code) { return Cells.plain(CELLS.failure(code)); }

    private static String cell() { return "cell " + CELLS.number(); }

    @Test
    void a_compile_error_points_at_its_place() {
        assertThat(text("int a = 1;\nint b = a + missing;\nint c = 3;")).isEqualTo("""
                CompileError: cannot find variable missing
                %s, line 2
                    int b = a + missing;
                                ^^^^^^^""".formatted(cell()));
    }

    @Test
    void a_compile_error_in_an_expression_does_not_show_what_the_session_adds() {
        assertThat(text("// first\n\"a\".length(3)")).contains("line 2\n    \"a\".length(3)\n")
                .doesNotContain("$value");
        assertThat(text("List.of(1).get(\"x\")")).contains("String cannot be converted to int")
                .doesNotContain("lambda");
    }

    @Test
    void a_slip_in_the_grammar_is_one_error() {
        assertThat(text("int x = (3;")).startsWith("CompileError: ").containsOnlyOnce("CompileError");
        assertThat(text("foo(")).contains("line 1");
    }

    @Test
    void an_exception_shows_the_lines_of_the_user_and_no_others() {
        assertThat(text("""
                int divide(int a, int b) {
                    return a / b;
                }
                System.out.println("x");
                divide(1,
                       0)""")).isEqualTo("""
                ArithmeticException: / by zero
                %1$s, line 2, in divide
                --> return a / b;
                %1$s, line 5
                --> divide(1,""".formatted(cell()));
    }

    @Test
    void lines_of_earlier_cells_are_named_by_their_cell() {
        CELLS.value(
                "class Net {\n    Net inner;\n    int forward(int x) {\n        return inner.forward(x);\n    }\n}");
        var declared = cell();
        assertThat(text("new Net().forward(1)")).contains("NullPointerException: Cannot invoke",
                declared + ", line 4, in Net.forward\n--> return inner.forward(x);", cell() + ", line 1\n");
    }

    @Test
    void causes_are_kept() {
        assertThat(
                text("try { List.of().getFirst(); } catch (Exception e) { throw new RuntimeException(\"outer\", e); }"))
                .startsWith("RuntimeException: outer\n").contains("Caused by:\nNoSuchElementException");
    }

    @Test
    void an_exception_in_a_lambda_a_constructor_and_an_initialiser_has_its_line() {
        assertThat(text("class Bad {\n    Bad() {\n        throw new Error(\"no\");\n    }\n}\nnew Bad();"))
                .contains("line 3, in new Bad\n--> throw new Error(\"no\");");
        assertThat(text("List.of(1, 2).forEach(i -> {\n    throw new Error(\"no\");\n});")).contains("line 2\n");
        assertThat(CELLS.failure("int v1 = 1;\nint v2 =\n    Integer.parseInt(\"x\");").where())
                .isEqualTo(cell() + ", line 3");
    }

    @Test
    void an_endless_recursion_takes_ten_lines_at_most() {
        var text = text("int down(int n) {\n    return down(n + 1) + 1;\n}\ndown(0)");
        assertThat(text).startsWith("StackOverflowError").contains("line 2, in down");
        assertThat(text.lines().count()).isLessThanOrEqualTo(10);
    }

    @Test
    void methods_that_call_one_another_without_end_take_ten_lines_at_most() {
        var text = text("""
                int ping(int n) { return pong(n) + 1; }
                int pong(int n) { return pang(n) + 1; }
                int pang(int n) { return ping(n) + 1; }
                ping(0)""");
        assertThat(text).contains("in ping", "in pong", "in pang", "more of the same");
        assertThat(text.lines()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void an_exception_whose_message_throws_is_still_told() {
        assertThat(text(
                "throw new RuntimeException() { public String getMessage() { throw new IllegalStateException(); } };"))
                .contains("getMessage");
    }

    @Test
    void what_others_have_wrapped_shows_the_users_lines_alone() {
        assertThat(text("CompletableFuture.supplyAsync(() -> { throw new IllegalStateException(\"deep\"); }).join()"))
                .contains("CompletionException", "Caused by:\nIllegalStateException: deep\n" + cell() + ", line 1")
                .doesNotContain("    at ");
    }

    @Test
    void a_display_that_fails_says_where_and_leaves_the_text() {
        assertThat(CELLS.value("class Shy5 implements sconce.show.Displayable {\n"
                + "    public String toHtml() { throw new IllegalStateException(\"no html\"); }\n}\nnew Shy5()"))
                .contains("Shy5");
        assertThat(CELLS.front.err()).isEqualTo("Shy5 is shown as text, since its display failed: "
                + "java.lang.IllegalStateException: no html, at " + cell() + ", line 2" + System.lineSeparator());
    }

    @Test
    void what_was_suppressed_is_told() {
        assertThat(text(
                "try (AutoCloseable c = () -> { throw new Exception(\"close\"); }) { throw new Exception(\"body\"); }"))
                .startsWith("Exception: body\n").contains("Suppressed:\nException: close\n");
    }

    @Test
    void constructors_that_do_not_fit_are_listed_in_short() {
        assertThat(text("new Linear(2)").lines().findFirst().orElseThrow()).startsWith(
                "CompileError: no suitable constructor found for Linear(int); there are Linear(long,long), ")
                .contains("Linear(long,long,Consumer<Linear.Options>)")
                .doesNotContain("java.", "sconce.", "applicable");
    }

    @Test
    void a_name_is_not_taken_for_one_that_is_hardly_like_it() {
        assertThat(text("modle")).doesNotContain("Node");
        assertThat(text("Object o7 = Tensor;")).contains("Tensor is a type");
    }

    @Test
    void an_error_of_the_library_says_where_in_the_model_it_was() {
        assertThat(text("var error = new TorchException(\"mat1 and mat2\"); error.addWhere(\"Net.fc2\"); throw error;"))
                .startsWith("TorchException: mat1 and mat2\nin Net.fc2\n" + cell() + ", line 1");
    }

    @Test
    void what_is_not_declared_yet_is_named() {
        CELLS.value("int later() { return notYetThere(); }");
        assertThat(CELLS.failure("later()").message()).isEqualTo("not declared yet: method notYetThere()");
    }

    @Test
    void an_undefined_letter_is_not_guessed_at() { assertThat(text("z")).doesNotContain("did you mean"); }

    @Test
    void a_use_of_a_class_with_a_misspelt_type_points_into_the_class() {
        CELLS.value("class Elsewhere { Unrelated u; }");
        assertThat(text("class M4 extends Module {\n    Linear l = new Linaer(2, 3);\n}\nvar m4 = new M4();"))
                .contains(cell() + ", line 2\n    " + "    Linear l = new Linaer(2, 3);\n", "^^^^^^",
                        "did you mean Linear?", cell() + ", line 4")
                .doesNotContain("do_it$", "Unrelated", "in new M4");
    }

    @Test
    void a_module_called_like_a_function_in_a_class_is_told_of_call() {
        CELLS.value("class S2 extends Module { Linear sl; Tensor forward(Tensor x) { return sl(x); } }");
        assertThat(CELLS.front.err()).contains("sl.call(");
    }

    @Test
    void a_message_of_the_jvm_names_no_class_of_the_session() {
        assertThat(text("String nothing = null; nothing.length()")).contains("NullPointerException")
                .doesNotContain("REPL.");
    }

    @Test
    void displaying_a_value_shows_it_once() { assertThat(CELLS.value("display(3)")).isEmpty(); }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "print \"x\" | print(\"x\")", "boolean t = True; | true",
            "Object o = None; | null", "torch.ones(2) | Torch.ones", "int counter = 1; conter + 1 | counter",
            "new ArrayList<String>().ad(\"x\") | add", "Strin s = null; | String",
            "for x in y: | for (var x : y)", "def f(x): | Tensor f(Tensor x)",
            "class A(nn.Module): | class A extends Module", "self.x = 3; | this.x",
            "var xg = Torch.ones(2); xg.grad | grad is a method: xg.grad()", "Torch.ones(2).shape | shape()",
            "Torch.ones(2).T | T()", "var hl = new Linear(1, 1); hl(Torch.ones(1)) | hl.call(",
            "Torch.ones(2).requires_grad_() | did you mean requiresGrad_?", "lossy = Torch.ones(1) | var lossy = ...",
            "Torch.ones(2).float() | toFloat()", "Torch.ones(2) + 1 | x.add(y)", "Torch.ones(2) * 2 | x.mul(y)",
            "2 - Torch.ones(2) | x.neg().add(2)", "Torch.ones(2)[0] | x.get(0)",
            "new Linear(1, 1).training | training()",
            "new Conv2d(1, 20, 5, stride=2) | o -> o.stride(2)", "for n, p in m.named: | m.named.forEach((n, p) ->",
            "class W extends Linear { W() { super(1, 1); } Tensor forward(Tensor x) { return x; } } | write public",
            "nn.Linear(2, 3) | new Linear(2, 3)",
            "torch.nn.Conv2d(1, 2, 3, stride=2) | new Conv2d(1, 2, 3, o -> o.stride(2))",
            "torch.ones(2, 3) | Torch.ones(2, 3)",
            "torch.zeros(2, requires_grad=True) | Torch.zeros(2, o -> o.requiresGrad(true))",
            "var mo = new Sequential(new Linear(1, 1)); mo.named_children() | namedChildren",
            "import torch | nothing to import",
            "import numpy as np | Torch.tensor", "def g(self, x): | Tensor g(Tensor x)",
            "len(\"abc\") | \"abc\".length()",
            "var li = List.of(1); len(li) | li.size()", "int ff = 1; f\"a {ff}\" | \"a %s\".formatted(ff)",
            "print('hello') | \"hello\"", "var l3 = [1, 2, 3]; | List.of(1, 2, 3)",
            "var d3 = {'a': 1}; | Map.of(\"a\", 1)",
            "var fn3 = lambda x: x + 1 | x -> x + 1", "for i in range(3): | for (int i = 0; i < 3; i++)",
            "while True: | while (true)", "try: | catch (Exception e)",
            "raise ValueError('x') | throw new ValueError(\"x\")",
            "elif x: | else if (x)", "boolean b3 = not true; | !true", "1 if true else 2 | true ? 1 : 2",
            "2 ** 3 | Math.pow(2, 3)",
            "Object n3 = 1; n3 is None | n3 == null", "Torch.zeros((2, 3)) | zeros(2, 3)",
            "int(\"5\") | Integer.parseInt(\"5\")",
            "range(3) | IntStream.range(0, 3)", "a3, b3 = 1, 2 | var a3 = 1; var b3 = 2;",
            "super().__init__() | super();",
            "optim.SGD(p, lr=0.1) | new SGD(p, o -> o.lr(0.1))", "package foo; | leave the line out",
            "unknown1.named_children() | unknown1.namedChildren(...)",
            "torch.tensor([1, 2, 3]) | Torch.tensor(1, 2, 3)",
            "system.out.println(1) | System.out", "List<int> ints = null; | <Integer>",
            "int n4 = \"a\".size(); | length()",
            "var p4 = x @ w | x.matmul(w)", "n5: int = 5 | int n5 = 5;",
            "\"a\" in [\"a\"] | List.of(\"a\").contains(\"a\")",
            "bool b6 = true; | boolean", "float f6 = 1.5; | 1.5f", "long l6 = 3000000000; | 3000000000L",
            "int i6 = 3.5; | (int) x", "char c6 = \"a\"; | single quotes", "String s6 = 'a'; | double quotes",
            "\"abc\"[0] | \"abc\".charAt(0)", "\"%d\" % 3 | \"%d\".formatted(3)",
            "for (var q in qs) {} | for (var q : qs)", "nn.Module | Module",
            "print(\"a\", end=\"\") | System.out.print(\"a\")",
            "exit() | menu", "dir(x) | x?", "[i for i in range(3)] | IntStream.range(0, 3).mapToObj(i -> i)",
            "x = y if z else w | x = z ? y : w;", "new Linear(2, 3)(Torch.ones(2)) | new Linear(2, 3).call(",
            "nn.Sequential(nn.Linear(1, 2), nn.ReLU()) | new Sequential(new Linear(1, 2), new ReLU())",
            "System.out.printn(1) | println", "\"abc\".to_upper_case() | toUpperCase", "\"a\".lenght() | length" })
    void what_was_probably_meant_is_said(String code, String hint) {
        var text = text(code);
        assertThat(text.substring(Math.max(0, text.indexOf("hint")))).startsWith("hint: ").contains(hint);
    }

    @Test
    void a_magic_inside_of_braces_is_told_of_its_method() {
        assertThat(text("for (int i = 0; i < 2; i++) {\n  %time 1 + 1\n}"))
                .contains("lineMagic(\"time\", List.of(\"1\", \"+\", \"1\"))");
        assertThat(text("if (true) {\n  !echo in\n}")).contains("lineMagic(\"!\", List.of(\"echo\", \"in\"))");
        assertThat(CELLS.value("List<String> said; { said = lineMagic(\"!\", List.of(\"echo\", \"in\")); } said"))
                .isEqualTo("[in]");
    }

    @Test
    void a_value_that_fails_while_shown_shows_no_frames_of_the_library() {
        CELLS.value(
                "record Broken9() { @Override public String toString() { throw new IllegalStateException(\"no text\"); } }");
        var failure = CELLS.failure("new Broken9()");
        assertThat(Cells.plain(failure)).contains("no text", "toString").doesNotContain("    at ", "sconce.");
        var other = CELLS.failure("new AbstractList<Integer>() {\n"
                + "public Integer get(int i) { return Objects.requireNonNull((Integer) null); } public int size() { return 1; } }");
        assertThat(Cells.plain(other)).contains("NullPointerException").doesNotContain("    at ", "sconce.");
    }
}
