package sconce.kernel.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    private static String rendered(String markdown, int width) {
        return MarkdownText.render(markdown, width, UnaryOperator.identity()).stream().map(AttributedString::toString)
                .map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    @Test
    void headings_are_underlined_as_wide_as_they_are() {
        assertThat(rendered("# 모듈 `nn`\n\n## Two\n\n### three", 40)).isEqualTo("모듈 nn\n═══════\n\nTwo\n───\n\nthree");
    }

    @Test
    void wide_characters_are_aligned_in_tables() {
        assertThat(rendered("| 이름 | 수 |\n|---|--:|\n| `Linear` | 1 |\n| 선형 층 | 10 |", 60)).isEqualTo("""
                이름    │ 수
                ────────┼───
                Linear  │  1
                선형 층 │ 10""");
    }

    @Test
    void a_table_that_is_too_wide_is_made_narrower() {
        var text = rendered("| a | b |\n|---|---|\n| one two three four five | 한국어 한국어 한국어 |", 24);
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(new AttributedString(line).columnLength()).isLessThanOrEqualTo(24));
        assertThat(text).contains("three", "five", "한국어");
    }

    @Test
    void lists_hang_and_nest() {
        assertThat(rendered("- one two three four\n- b\n  1. c\n  2. d\n\n9. i\n10. j", 14)).isEqualTo("""
                • one two
                  three four
                • b
                  1. c
                  2. d

                 9. i
                10. j""");
    }

    @Test
    void code_links_quotes_images_and_html() {
        assertThat(rendered("""
                Text with [a link](https://x.y) and <https://z.a>.\\
                New line.

                > said

                ```python
                x = 1

                  y
                ```
                ![a picture](p.png) a<br>b <!-- no -->

                ---
                """, 30)).isEqualTo("""
                Text with a link (https://x.y)
                and https://z.a.
                New line.

                │ said

                    x = 1

                      y

                [a picture] (p.png) a
                b

                ──────────────────────────────""");
    }

    @Test
    void java_is_coloured_by_whom_one_asks() {
        assertThat(MarkdownText.render("```java\nvar x\n```", 30,
                code -> new AttributedString(code.toString().toUpperCase(Locale.ROOT))))
                .extracting(AttributedString::toString).containsExactly("    VAR X");
    }

    @Test
    void nothing_is_no_line() { assertThat(MarkdownText.render("", 30, UnaryOperator.identity())).isEmpty(); }

    @RepeatedTest(100)
    void no_line_is_wider_than_asked_and_no_word_is_lost(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var text = random.ints(random.nextInt(200), 0, 8).mapToObj(i -> "a한 é글b 😀".codePoints().toArray()[i])
                .map(Character::toString).collect(Collectors.joining());
        int width = 2 + random.nextInt(40);
        var lines = MarkdownText.wrapped(new AttributedString(text), width);
        assertThat(lines).allSatisfy(line -> assertThat(line.columnLength()).isLessThanOrEqualTo(width));
        assertThat(lines.stream().map(AttributedString::toString).collect(Collectors.joining()).replace(" ", ""))
                .isEqualTo(text.replace(" ", ""));
    }
}
