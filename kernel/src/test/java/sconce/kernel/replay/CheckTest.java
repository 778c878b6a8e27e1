package sconce.kernel.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.kernel.notebook.Tutorial;

class CheckTest {
    private static final String TEXT = """
            # 검사
            ```java
            // varies: \\d+ ms
            System.out.println("한국어 took " + System.nanoTime() % 1000 + " ms"); 1
            ```
            ```text
            한국어 took 5 ms
            1
            ```
            ```java
            System.out.println("now"); int x = 3;
            ```
            ```text
            before
            ```
            ```java
            x / 0
            ```
            ```text
            never
            ```
            ```java skip
            garbage(
            ```
            ```java varies
            Math.random()
            ```
            ```text
            0.5
            ```
            ```java raises-exception
            throw new IllegalStateException("told");
            ```
            ```java
            x
            ```
            """;

    @TempDir
    Path folder;

    private Tutorial tutorial(String name, String text) throws IOException {
        return Tutorial.read(Files.writeString(folder.resolve(name), text));
    }

    private static String printed(Report report, boolean quiet) {
        var text = new StringWriter();
        report.print(new PrintWriter(text), new Ink(false), quiet);
        return text.toString().replaceAll(" +\\d+\\.\\d\\d s", " T").replace("\r\n", "\n");
    }

    @Test
    void each_cell_passes_differs_or_fails_and_a_failure_leaves_what_ran_before() throws IOException {
        var check = new Check(tutorial("a.md", TEXT), Check.Options.defaults());
        var report = check.run("a.md");
        assertThat(printed(report, false)).isEqualTo("""
                a.md
                  pass     cell 1 T  // varies: \\d+ ms
                  changed  cell 2 T  System.out.println("now"); int x = 3;
                    --- recorded
                    +++ now
                    @@ -1,2 +1,2 @@
                     [stdout]
                    -before
                    +now
                  error    cell 3 T  x / 0
                    ArithmeticException: / by zero
                    cell 3, line 1
                    --> x / 0
                  skipped  cell 4 T  garbage(
                  pass     cell 5 T  Math.random()
                  pass     cell 6 T  throw new IllegalStateException("told");
                  pass     cell 7 T  x
                  4 passed, 1 changed, 1 error, 1 skipped in T
                """);
        assertThat(printed(report, true)).doesNotContain("pass  ").contains("changed  cell 2", "4 passed");
        assertThat(check.updated()).isEqualTo(TEXT.replace("before", "now").replace("never",
                "ArithmeticException: / by zero\ncell 3, line 1\n--> x / 0"));
    }

    @Test
    void an_update_keeps_what_varies_but_fills_it_where_there_is_nothing() throws IOException {
        var text = "```java varies\n1 + 1\n```\n```text\n%s```\n```java varies\nint x = 1;\n```\n```text\n```\n";
        for (var recorded : List.of("", "7\n")) {
            var check = new Check(tutorial("a.md", text.formatted(recorded)), Check.Options.defaults());
            assertThat(check.run("a.md").isGood()).isTrue();
            assertThat(check.updated()).isEqualTo(text.formatted(recorded.isEmpty() ? "2\n" : recorded));
        }
    }

    @Test
    void a_cell_that_never_ends_is_interrupted_and_the_next_one_runs() throws IOException {
        var text = "```java\nwhile (true) {}\n```\n```output\nkept\n```\n```java\n1 + 1\n```\n```output\n2\n```\n";
        var check = new Check(tutorial("a.md", text),
                new Check.Options(1, Integer.MAX_VALUE, false, false, Duration.ofSeconds(2)));
        var report = check.run("a.md");
        assertThat(printed(report, false)).contains("error    cell 1",
                "Timeout: the cell took longer than 2 s and was interrupted",
                "pass     cell 2");
        assertThat(check.updated()).isEqualTo(text);
    }

    @Test
    void a_range_reports_on_its_cells_alone_and_until_error_ends_there() throws IOException {
        var tutorial = tutorial("a.md", TEXT);
        var range = new Check(tutorial, new Check.Options(2, 2, false, false, null)).run("a.md");
        assertThat(printed(range, false)).contains("cell 2").doesNotContain("cell 1", "cell 3");
        var early = new Check(tutorial, new Check.Options(1, 99, true, false, null)).run("a.md");
        assertThat(printed(early, false)).contains("error    cell 3", "skipped  cell 5", "skipped  cell 7");
    }

    @Test
    void a_notebook_is_compared_by_its_texts_unless_all_forms_are_asked_for() throws IOException {
        var cell = """
                {"cell_type": "code", "id": "a", "execution_count": 1, "metadata": {}, "source": ["var m = java.util.Map.of(\\"text/plain\\", \\"t\\", \\"text/html\\", \\"<i>now</i>\\");\\n", "display(m);"],
                 "outputs": [{"output_type": "display_data", "metadata": {}, "data": {"text/plain": "t", "text/html": "<i>before</i>"}}]}""";
        var update = """
                {"cell_type": "code", "id": "b", "execution_count": 2, "metadata": {}, "source": "display(\\"id\\", (Object) 1); updateDisplay(\\"id\\", 2); System.err.println(\\"e\\"); System.out.print(\\"50%\\\\r100%\\\\n\\");",
                 "outputs": [{"output_type": "display_data", "metadata": {}, "data": {"text/plain": "2"}}, {"output_type": "stream", "name": "stdout", "text": ["100%\\n"]}, {"output_type": "stream", "name": "stderr", "text": "e\\n"}]}""";
        var tutorial = tutorial("a.ipynb",
                "{\"cells\": [%s, %s], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}".formatted(cell,
                        update));
        var text = new Check(tutorial, Check.Options.defaults()).run("a.ipynb");
        assertThat(printed(text, false)).contains("2 passed, 0 changed");
        var rich = new Check(tutorial, new Check.Options(1, 9, false, true, null)).run("a.ipynb");
        assertThat(printed(rich, false)).contains("-<i>before</i>", "+<i>now</i>", "1 passed, 1 changed");
    }

    @Test
    void a_pattern_that_is_none_is_told() throws IOException {
        var report = new Check(tutorial("a.md", "```java\n1 // varies: (\n```\n```text\n2\n```\n"),
                Check.Options.defaults()).run("a.md");
        assertThat(printed(report, false)).contains("error    cell 1", "// varies: ( is no regular expression");
    }

    @Test
    void results_are_junits_too() throws IOException {
        var report = new Check(tutorial("a.md", TEXT), Check.Options.defaults()).run("a <&> \u0007 한국어.md");
        var results = new JunitFile();
        results.add(report);
        results.add("other.md", "gone");
        var file = folder.resolve("new/folder/junit.xml");
        results.write(file);
        var read = JunitFile.read(file);
        assertThat(read.summary(new Ink(false))).isEqualTo("4 passed, 1 changed, 2 errors, 1 skipped");
        var again = folder.resolve("again.xml");
        read.write(again);
        assertThat(again).hasSameTextualContentAs(file);
        assertThat(file).content().contains("a &lt;&amp;&gt; \ufffd 한국어.md", "tests=\"7\"", "-before\n+now",
                "ArithmeticException");
    }
}
