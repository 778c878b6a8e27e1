package sconce.kernel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JavaTokensTest {
    @Test
    void a_line_that_leaves_brackets_open_indents_once() {
        assertThat(new JavaTokens("class A {").indent()).isEqualTo(4);
        assertThat(new JavaTokens("run(() -> {").indent()).isEqualTo(4);
        assertThat(new JavaTokens("class A {\n    void f() {").indent()).isEqualTo(8);
        assertThat(new JavaTokens("int x = 3;").indent()).isZero();
    }

    @Test
    void the_rest_of_a_statement_is_indented_too() {
        assertThat(new JavaTokens("void f() {\n    if (x > 0)").indent()).isEqualTo(8);
        assertThat(new JavaTokens("return x // so far").indent()).isEqualTo(4);
        assertThat(new JavaTokens("class A {\n    @Override").indent()).isEqualTo(4);
        assertThat(new JavaTokens("class A {\n    @Name(\"b\")").indent()).isEqualTo(4);
        assertThat(new JavaTokens("enum E {\n    A,").indent()).isEqualTo(4);
        assertThat(new JavaTokens("if (a) b(); // no else yet").indent()).isZero();
        assertThat(new JavaTokens("f(a,").indent()).isEqualTo(4);
    }

    @Test
    void brackets_in_comments_and_strings_do_not_count() {
        assertThat(new JavaTokens("var s = \"({[\"; // {{\nchar c = '{'; /* ( */").isOpen()).isFalse();
        assertThat(new JavaTokens("var t = \"\"\"\n{").isOpen()).isTrue();
        assertThat(new JavaTokens("/* begun").isOpen()).isTrue();
        assertThat(new JavaTokens("var s = \"not closed").isOpen()).isFalse();
    }

    @Test
    void brackets_find_each_other() {
        assertThat(new JavaTokens("f(a[1])").partner(1)).isEqualTo(6);
        assertThat(new JavaTokens("f(a[1])").partner(5)).isEqualTo(3);
        assertThat(new JavaTokens("f(a]").partner(1)).isEqualTo(-1);
    }

    @Test
    void the_call_that_is_written_is_the_innermost() {
        assertThat(JavaTokens.callAt("f(g(1), ")).isEqualTo(1);
        assertThat(JavaTokens.callAt("f(g(")).isEqualTo(3);
        assertThat(JavaTokens.callAt("if (")).isEqualTo(-1);
        assertThat(JavaTokens.callAt("f(() -> { ")).isEqualTo(-1);
    }

    @Test
    void a_closing_bracket_goes_under_the_line_that_opened_it() {
        assertThat(JavaTokens.indentOfOpen("class A {\n    void f() {\n        x();\n    ")).isEqualTo("    ");
        assertThat(JavaTokens.indentOfOpen("class A {\n")).isEmpty();
    }

    @Test
    void any_text_is_cut_into_its_own_pieces_in_order() {
        var random = new Random(6);
        var letters = "a{}()[]\"'\\/*\n \t.0x1eé한_@;+-".toCharArray();
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) text.append(letters[random.nextInt(letters.length)]);
            int at = 0;
            for (var token : new JavaTokens(text.toString()).tokens()) {
                assertThat(token.start()).as(text.toString()).isGreaterThanOrEqualTo(at);
                assertThat(token.end()).as(text.toString()).isGreaterThan(token.start());
                assertThat(text.substring(at, token.start())).isBlank();
                at = token.end();
            }
        }
    }
}
