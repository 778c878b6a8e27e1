package sconce.kernel.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MarkdownFileTest {
    private static final String TEXT = """
            ---
            title: "모듈"
            ---
            # 모듈 `nn`

            Text.

            ```java varies
            print(1)
            ```

            ```text
            1
            ```
            ```python
            not ours
            ```
            - item
              ```java
              print(2)
                .x();
              ```
              ```output
              old
              ```

            ```java
            3
            ```
            Between.
            ```text
            no output
            ```
            """;

    private static MarkdownFile file(String text) { return MarkdownFile.of("a.md", text); }

    @Test
    void java_blocks_are_cells_and_the_text_block_after_one_is_its_output() {
        var code = file(TEXT).code();
        assertThat(code).extracting(Cell.Code::source).containsExactly("print(1)\n", "print(2)\n  .x();\n", "3\n");
        assertThat(code.get(0).tags()).containsExactly("varies");
        assertThat(code.get(0).section()).isEqualTo("모듈 nn");
        assertThat(code.get(0).recorded()).containsExactly(new Output.Stream("stdout", "1\n"));
        assertThat(code.get(1).recorded()).containsExactly(new Output.Stream("stdout", "old\n"));
        assertThat(code.get(2).recorded()).as("a text block after other text is text").isNull();
    }

    @Test
    void front_matter_is_no_text() {
        assertThat(file(TEXT).cells().getFirst()).isEqualTo(new Cell.Text("# 모듈 `nn`\n\nText.\n\n"));
    }

    @Test
    void new_outputs_fill_the_blocks_that_are_there() {
        var shown = new Output.Shown(true, Map.of("text/plain", "```x```"), Map.of());
        var now = List.<Output>of(new Output.Stream("stdout", "a\n\nb"), shown);
        var written = file(TEXT)
                .with(Map.of(1, new Cell.Ran(1, now), 2, new Cell.Ran(2, now), 3, new Cell.Ran(3, now)));
        assertThat(written).isEqualTo(TEXT.replace("```text\n1\n```\n", "````text\na\n\nb\n```x```\n````\n")
                .replace("  ```output\n  old\n  ```\n", "  ````output\n  a\n\n  b\n  ```x```\n  ````\n"));
        var again = file(written);
        assertThat(again.code().get(1).recorded()).isEqualTo(again.asRecorded(now));
    }

    @RepeatedTest(300)
    void the_parts_joined_are_the_file(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var lines = List.of("```java", "```", "````", "~~~java", "~~~", "```text", "  ```java", "> ```java", "> ```",
                "- a",
                "1. b", "    code", "", "", "# 제목", "---", "x\r", "\t```java", "```java skip", "print(1)", "| a | b |",
                "|---|---|", "<!-- c", "-->");
        var text = random.ints(random.nextInt(30), 0, lines.size()).mapToObj(lines::get)
                .collect(Collectors.joining("\n")) + (random.nextBoolean() ? "\n" : "");
        assertThat(MarkdownFile.parts(text).stream().map(MarkdownFile.Part::raw).collect(Collectors.joining()))
                .isEqualTo(text);
        var file = file(text);
        assertThat(file.with(Map.of())).isEqualTo(text);
        var recorded = file.code().stream().filter(c -> c.recorded() != null)
                .collect(Collectors.toMap(Cell.Code::number, c -> new Cell.Ran(1, c.recorded())));
        assertThat(file(file.with(recorded)).code()).as("what is recorded, recorded again").isEqualTo(file.code());
    }

    @Test
    void windows_line_ends_are_kept() {
        var text = "a\r\n```java\r\nx\r\n```\r\nb\r\n";
        assertThat(file(text).with(Map.of())).isEqualTo(text);
        assertThat(file(text).code().getFirst().source()).isEqualTo("x\n");
    }

    @Test
    void a_block_without_an_end_is_a_cell() {
        assertThat(file("```java\nprint(1)").code().getFirst().source()).isEqualTo("print(1)\n");
    }
}
