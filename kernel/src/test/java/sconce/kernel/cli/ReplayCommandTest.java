package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(Object... arguments) {
        var words = new java.util.ArrayList<String>();
        words.add("replay");
        for (var argument : arguments) words.add(argument.toString());
        return Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void the_projects_own_notebooks_put_out_what_they_have_recorded() {
        var exit = run("--check", "--quiet", "--jobs", 2, "--timeout", 600,
                Repository.ROOT.resolve("notebooks"), Repository.ROOT.resolve("docs/training.md"),
                Repository.ROOT.resolve("docs/magics.md"));
        assertThat(exit).withFailMessage(() -> out + "\n" + err).isZero();
        assertThat(out.toString()).contains("01-nn-module.ipynb", "training.md", "magics.md", "0 changed, 0 errors");
    }

    @Test
    void several_files_run_each_in_its_own_folder_and_process() throws IOException {
        file("a/data.txt", "here\n");
        file("a/reads.md", "```java\nFiles.readString(Path.of(\"data.txt\"))\n```\n```text\nhere\n```\n");
        file("b/sets.md", "```java\nSystem.setProperty(\"of.one.file\", \"b\"); 1\n```\n```text\n2\n```\n");
        file("c/한국어.md",
                "```java\nSystem.out.println(\"안녕 \" + System.getProperty(\"of.one.file\"));\n```\n```text\n안녕 null\n```\n");
        file("d/dies.md",
                "```java\nnew ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor();\n```\n");
        file("e/python.ipynb", "{\"cells\": [], \"metadata\": {\"language_info\": {\"name\": \"python\"}}}");
        file("e/text.md", "no code\n");
        file("e/.ipynb_checkpoints/x.ipynb", "{");
        assertThat(run("--check", "--jobs", 2, "--junit", folder.resolve("junit.xml"), folder)).isEqualTo(1);
        assertThat(out.toString()).contains("    -2\n    +1\n", "4 files: 2 passed, 1 changed, 1 error");
        assertThat(err.toString()).contains("passed by: ", "is a python notebook",
                "dies.md: its process ended with exit code 137 and no result").doesNotContain("text.md", "checkpoints");
        assertThat(folder.resolve("junit.xml")).content().contains("한국어.md", "exit code 137");
    }

    @Test
    void an_update_saves_and_then_nothing_differs() throws IOException {
        var file = file("a.md", "```java\n1 + 1\n```\n```text\n```\n");
        assertThat(run("--update", file)).isZero();
        assertThat(file).hasContent("```java\n1 + 1\n```\n```text\n2\n```\n");
        assertThat(out.toString()).contains("changed", "saved the outputs of 1 cell");
        assertThat(run("--check", file)).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "'{', not JSON", "'[]', is not a notebook", "'{\"cells\": []}', no code cells",
            "'{\"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}}', is a python notebook" })
    void what_is_no_java_notebook_is_one_line_and_exit_code_2(String text, String says) throws IOException {
        var file = file("수업.ipynb", text);
        assertThat(run("--check", file)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("수업.ipynb").contains(says);
        assertThat(run(file)).as("played").isEqualTo(2);
        assertThat(err.toString()).hasLineCount(2);
    }

    @Test
    void missing_files_and_empty_folders_are_exit_code_2() {
        assertThat(run("--check", folder.resolve("none.md"))).isEqualTo(2);
        assertThat(run("--check", folder)).isEqualTo(2);
        assertThat(err.toString().lines()).satisfiesExactly(line -> assertThat(line).contains("there is no file"),
                line -> assertThat(line).contains("no Java notebook or Markdown file with ```java blocks in"));
    }

    @ParameterizedTest
    @CsvSource({ "--from=0, counted from 1", "--to=-1, comes before", "--jobs=0, at least one", "--timeout=-1, seconds",
            "--timeout=soon, soon", "--dance, --dance" })
    void senseless_options_are_one_line_and_exit_code_2(String option, String says) {
        assertThat(run("--check", option, folder)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains(says);
    }

    @Test
    void what_cannot_be_written_and_a_start_after_the_end_are_told_in_words() throws IOException {
        var file = file("a.md", "```java\n1 + 1\n```\n```text\n2\n```\n");
        assertThat(run("--junit", file.resolve("x.xml"), file)).isEqualTo(1);
        assertThat(run("--in-place", "--record", folder.resolve("none/x.cast"), file)).isEqualTo(1);
        assertThat(run("--check", "--from", 2, file)).isEqualTo(2);
        assertThat(run("--from", 2, file)).isEqualTo(2);
        assertThat(err.toString().lines()).satisfiesExactly(
                line -> assertThat(line).contains("cannot write the results")
                        .endsWith("a file stands where a folder should"),
                line -> assertThat(line).contains("cannot write the recording").endsWith("there is no such folder"),
                line -> assertThat(line).startsWith("sconce: --from 2: ").endsWith("a.md has 1 code cell"),
                line -> assertThat(line).endsWith("a.md has 1 code cell"));
    }
}
