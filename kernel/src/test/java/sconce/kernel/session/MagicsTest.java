package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What begins with `%` or `!`, among Java and alone. Each test uses names of its own.
@Timeout(180)
class MagicsTest {
    private static final Cells CELLS = new Cells();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() { CELLS.close(); }

    @BeforeEach
    void startHere() { CELLS.value("%cd " + Path.of("").toAbsolutePath()); }

    private Path jar(String name) throws IOException {
        var file = folder.resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("empty"));
        }
        return file;
    }

    private Path file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void magics_stand_among_java() {
        assertThat(CELLS.value("""
                int among = 1;
                %who int
                among++;
                !echo from the shell
                // %nothing in a comment
                among
                """)).isEqualTo("2");
        assertThat(CELLS.front.out()).contains("among").endsWith("from the shell\n");
        assertThat(CELLS.front.err()).isEmpty();
    }

    @Test
    void a_magic_may_follow_an_expression_without_a_semicolon() {
        assertThat(CELLS.value("1 + 1\n%pwd")).isEqualTo(Path.of("").toAbsolutePath().toString());
        assertThat(CELLS.value("%pwd\n1 + 1")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = { "int rest = 17\n  % 5;\nrest", "int b2 = 5; int rest = 17\n%b2;\nrest", """
            var lines = \"""
                %lsmagic
                !rm nothing
                \""";
            lines.lines().count()""", "/*\n%nothing\n!nothing\n*/ 2", """
            int inside() {
                int a = 7, time = 5;
                return a
                    %time;
            }
            inside()""", "boolean no = false;\n!no ? 2 : 1", "!true\n|| true ? 2 : 1", "!(1 > 2) ? 2 : 3",
            "\"%time\".length() - 3", "!List.of().isEmpty() ? 1 : 2" })
    void java_stays_java(String code) { assertThat(CELLS.value(code)).isEqualTo("2"); }

    @Test
    void an_unknown_magic_is_told_with_its_line_and_the_nearest_name() {
        var failure = CELLS.failure("int before1 = 1;\n  %tiem before1\nbefore1 = 2;");
        assertThat(Cells.plain(failure)).isEqualTo("""
                MagicError: there is no magic %%tiem: did you mean %%time?
                cell %d, line 2
                      %%tiem before1
                      ^^^^^^^^^^^^^""".formatted(CELLS.number()));
        assertThat(failure.where()).isEqualTo("cell " + CELLS.number() + ", line 2");
        assertThat(CELLS.value("before1")).isEqualTo("1");
        assertThat(CELLS.failure("%xyzzyx").message())
                .isEqualTo("there is no magic %xyzzyx; %lsmagic lists what there is");
        assertThat(CELLS.failure("%html").message()).contains("%%html takes a whole cell");
        assertThat(CELLS.failure("%%pwd\nx").message()).contains("%pwd takes one line");
        assertThat(CELLS.failure("int x1 = 1;\n%%time\nx1").message()).contains("%%time", "first line");
    }

    @Test
    void errors_behind_magics_have_the_lines_of_the_cell() {
        assertThat(CELLS.failure("%pwd\n!echo x\nint wrong1 = nothing1;").where())
                .isEqualTo("cell " + CELLS.number() + ", line 3");
        assertThat(Cells.plain(CELLS.failure("%pwd\n\nint zero1 = 0;\n%pwd\nint wrong2 = 1 / zero1;")))
                .contains("cell " + CELLS.number() + ", line 5", "--> int wrong2 = 1 / zero1;");
        assertThat(Cells.plain(CELLS.failure("var got = %pwd\ngot.nothing();")))
                .contains("cell " + CELLS.number() + ", line 2", "    got.nothing();\n");
        assertThat(CELLS.failure("%%time\nint a4 = 1;\na4.b();").where()).endsWith("line 3");
        assertThat(CELLS.failure("%time nothing3 + 1").where()).endsWith("line 1");
        assertThat(Cells.plain(CELLS.failure("\n%time nothing3 + 1"))).contains("line 2\n    " + " ".repeat(6));
    }

    @Test
    void nothing_runs_when_java_further_down_does_not_parse() {
        CELLS.failure("!echo too early\nint = 3;");
        assertThat(CELLS.front.out()).isEmpty();
    }

    @Test
    void what_a_magic_gives_can_be_assigned() throws IOException {
        jar("one.jar");
        jar("two.jar");
        CELLS.value("%cd " + folder);
        assertThat(CELLS.value("var jars1 = %jars *.jar\njars1.size()")).isEqualTo("2");
        assertThat(CELLS.value("List<String> found1 = !ls\nfound1.getFirst().length()")).isEqualTo("7");
        assertThat(CELLS.value("String where1;\nwhere1 = %pwd\nwhere1")).isEqualTo(folder.toString());
    }

    @Test
    void a_declaration_may_be_used_before_a_magic_that_stands_above_it() {
        assertThat(CELLS.value("""
                int ahead(int n) { return behind(n) + 1; }
                %time ahead(3)
                int behind(int n) { return n * 2; }
                ahead(1)
                """)).isEqualTo("3");
    }

    @Test
    void time_tells_how_long_and_gives_the_value() {
        assertThat(CELLS.value("%time 20 + 1")).isEqualTo("21");
        assertThat(CELLS.front.out()).contains("CPU times: user ", "Wall time: ");
        assertThat(CELLS.value("%%time\nint timed1 = 3;\ntimed1 * 2")).isEqualTo("6");
        assertThat(CELLS.value("%time 1\n2")).isEqualTo("2");
        assertThat(CELLS.value("timed1")).isEqualTo("3");
        CELLS.failure("%time 1 / 0");
        assertThat(CELLS.front.out()).contains("Wall time: ");
        assertThat(CELLS.value("%time")).isEmpty();
    }

    @Test
    void timeit_runs_the_code_over_and_over() {
        CELLS.value("int times1 = 0;");
        assertThat(CELLS.value("%timeit -n 3 -r 2 times1++")).isEmpty();
        assertThat(CELLS.front.out())
                .matches("(?s)\\S+ \\S+ ± \\S+ \\S+ per loop \\(mean ± std\\. dev\\. of 2 runs, 3 loops each\\)\n");
        assertThat(CELLS.value("times1")).isEqualTo("9");
        CELLS.value("%%timeit -n 1 -r 1\ntimes1 = 0;\nMath.max(1, 2)");
        assertThat(CELLS.value("times1")).isEqualTo("0");
        assertThat(CELLS.failure("%timeit int notHere = 1;").message()).contains("declare before");
        assertThat(CELLS.failure("%timeit -n 2 -r 1 nothing4").where()).endsWith("line 1");
        assertThat(CELLS.failure("%timeit -n 0 1").message()).contains("-n");
    }

    @Test
    void cells_are_shown_as_what_they_are_written_in() {
        CELLS.value("%%html --isolated\n<b>bold</b>\n");
        assertThat(CELLS.front.bundles.getFirst()).containsEntry("text/html", "<b>bold</b>\n");
        CELLS.value("\n// JavaScript:\n%%js\nalert('%1!')");
        assertThat(CELLS.front.bundles.getFirst()).containsEntry("application/javascript", "alert('%1!')");
    }

    @Test
    void shell_commands_stream_and_tell_their_exit_code() {
        CELLS.value("String name1 = \"a b\";");
        CELLS.value("!printf 'out %s\\n' \"{name1}\" $name1 ${HOME:+home}; echo err >&2; exit 3");
        assertThat(CELLS.front.out()).isEqualTo("out a b\nout a\nout b\nout home\n");
        assertThat(CELLS.front.err()).isEqualTo("err\nexit code 3\n");
        assertThat(CELLS.failure("%%bash\necho $((1 + 1))\nexit 4").message()).isEqualTo("bash ended with exit code 4");
        assertThat(CELLS.front.out()).isEqualTo("2\n");
        CELLS.value("%%sh\nls /nothing || true");
        assertThat(CELLS.front.err()).contains("/nothing");
        assertThat(CELLS.failure("%%script no-such-program\nx").message()).contains("no program no-such-program");
        CELLS.value("!echo a \\\n  b");
        assertThat(CELLS.front.out()).isEqualTo("a b\n");
        CELLS.value("!cd /");
        assertThat(CELLS.front.err()).contains("%cd");
    }

    @Test
    void a_shell_command_is_shown_while_it_runs_and_ends_with_the_cell() throws Exception {
        var shown = new CountDownLatch(1);
        var front = new Recorder() {
            @Override
            public void stdout(String text) {
                super.stdout(text);
                shown.countDown();
            }
        };
        var marker = folder.resolve("ended");
        var running = CompletableFuture.supplyAsync(
                () -> CELLS.run("%%bash\ntrap 'touch " + marker + "; exit' TERM\necho begun\nsleep 1000 & wait",
                        front));
        assertThat(shown.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.isDone()).isFalse();
        CELLS.session().interrupt();
        assertThat(running.get(60, TimeUnit.SECONDS)).isInstanceOf(Result.Interrupted.class);
        assertThat(marker).exists();
        assertThat(CELLS.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void files_are_loaded_as_if_they_stood_in_the_cell() throws IOException {
        file("Loaded.java", "package com.example;\n\npublic class Loaded { int value() { return 40; } }\n");
        file("more.jsh", "/set feedback concise\nint loaded1 = new Loaded().value() + 1;\n%pwd\n");
        file("book.ipynb",
                """
                        {"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": ["%load more\\n", "loaded1++;"]},
                         {"cell_type": "markdown", "metadata": {}, "source": ["x"]}], "metadata": {}, "nbformat": 4,
                         "nbformat_minor": 5}""");
        file("broken.jsh", "int fine1 = 1;\nint broken1 = fine1.x();\n");
        CELLS.value("%cd " + folder);
        assertThat(CELLS.value("%load Loaded.java\n%load book\nloaded1")).isEqualTo("42");
        assertThat(CELLS.failure("%load broken.jsh").where()).isEqualTo("broken.jsh, line 2");
        assertThat(CELLS.failure("%load nothing").message()).isEqualTo("there is no file nothing in " + folder);
    }

    @Test
    void the_environment_is_that_of_shell_commands() {
        assertThat(CELLS.value("%env PATH")).isEqualTo(System.getenv("PATH"));
        CELLS.value("%env SCONCE_TEST=one two");
        assertThat(CELLS.front.out()).isEqualTo("env: SCONCE_TEST=one two\n");
        assertThat(CELLS.front.err()).contains("System.getenv(\"SCONCE_TEST\")");
        CELLS.value("!echo $SCONCE_TEST");
        assertThat(CELLS.front.out()).isEqualTo("one two\n");
        CELLS.value("%env");
        assertThat(CELLS.front.out()).contains("SCONCE_TEST=one two\n");
        assertThat(CELLS.failure("%env NO_SUCH_NAME").message()).contains("NO_SUCH_NAME");
    }

    @Test
    void history_lists_the_cells() {
        CELLS.value("int historic1 = 1;");
        CELLS.value("%history -n -l 2");
        assertThat(CELLS.front.out()).contains((CELLS.number() - 1) + ": int historic1 = 1;\n");
        CELLS.value("%history " + (CELLS.number() - 1));
        assertThat(CELLS.front.out()).isEqualTo("int historic1 = 1;\n");
        assertThat(CELLS.failure("%history --nothing").message()).contains("--nothing");
    }

    @Test
    void reset_forgets_what_was_declared_and_nothing_else() {
        try (var own = new Cells()) {
            own.value("import java.awt.Point;\nint gone = 1; int gone() { return 2; } class Gone {}");
            own.front = new Recorder();
            assertThat(own.failure("%reset").message()).contains("%reset -f");
            var asked = new Recorder();
            asked.answers.add("n");
            own.run("%reset", asked);
            assertThat(asked.out()).isEqualTo("Nothing done.\n");
            assertThat(own.value("gone")).isEqualTo("1");
            own.value("%whos");
            assertThat(own.front.out()).containsPattern("gone\\s+int\\s+1");
            own.value("%reset -f");
            own.value("%who");
            assertThat(own.front.out()).isEqualTo("nothing has been declared\n");
            for (var code : List.of("gone", "gone()", "new Gone()", "new Point(1, 2)")) own.failure(code);
            assertThat(own.value("print(List.of(1)); int gone = 3; gone")).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "%pip install torch | %maven", "%matplotlib inline | shown in the notebook",
            "%load_ext autoreload | no extension", "%pinfo x | name?" })
    void words_of_ipython_say_what_to_do_here(String code, String answer) {
        assertThat(CELLS.value(code)).isEmpty();
        assertThat(CELLS.front.err()).contains(answer).hasLineCount(1);
    }

    @Test
    void what_words_of_ipython_advise_can_be_run() {
        for (var magic : new String[] { "%precision 2", "%save model" }) {
            CELLS.value(magic);
            var advice = Pattern.compile("Torch\\.(setPrintoptions|save)\\(.*\\)").matcher(CELLS.front.err());
            assertThat(advice.find()).as(CELLS.front.err()).isTrue();
            var code = advice.group().replace("model.safetensors", folder.resolve("advised.safetensors").toString());
            assertThat(CELLS.value("var advised = new Linear(2, 3);\n" + code.replace("model.state", "advised.state")
                    + ";\n1")).isEqualTo("1");
        }
        assertThat(folder.resolve("advised.safetensors")).isNotEmptyFile();
        CELLS.value("Torch.setPrintoptions(o -> o.profile(\"default\")); 1");
    }

    @Test
    void magics_are_listed_and_explained() {
        CELLS.value("%lsmagic");
        assertThat(CELLS.front.out()).contains("%time  ", "!command", "%%bash").doesNotContain("matplotlib");
        CELLS.value("%time?");
        assertThat(CELLS.front.out()).contains("%time CODE\n", "how long it took");
        CELLS.value("%magic %cd");
        assertThat(CELLS.front.out()).contains("%cd [FOLDER|-]");
    }

    @Test
    void completion_knows_magics_their_files_and_the_java_in_them() throws IOException {
        file("sub/x.jsh", "");
        CELLS.value("String completed1 = \"\";");
        CELLS.value("%cd " + folder);
        assertThat(matches("%ti")).contains("%time", "%timeit", "%%time");
        assertThat(matches("int x = 1;\n%")).contains("%time", "%load").doesNotContain("%%time");
        assertThat(matches("%%b")).containsExactly("%%bash");
        assertThat(matches("%load s")).containsExactly("sub/");
        assertThat(matches("%load sub/")).containsExactly("sub/x.jsh");
        assertThat(matches("%env PAT")).contains("PATH");
        assertThat(matches("%time completed1.isEm")).contains("isEmpty()");
        assertThat(matches("%%time\nvar z = completed1.isEm")).contains("isEmpty()");
        assertThat(matches("%pwd\nint q5 = 3;\ncompleted1.isEm")).contains("isEmpty()");
        assertThat(matches("var w = %pwd\nw.isEm")).contains("isEmpty()");
        var found = CELLS.session().complete("%time completed1.isEm", 21);
        assertThat(found.start()).isEqualTo(17);
        assertThat(CELLS.session().complete("!cat sub", 8).start()).isEqualTo(5);
        assertThat(matches("%%html\n<b")).isEmpty();
    }

    private static List<String> matches(String code) {
        return CELLS.session().complete(code, code.length()).matches().stream().map(Completions.Match::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "%pwd | COMPLETE", "!ls *.java | COMPLETE", "%jars lib/*.jar | COMPLETE",
            "%%bash | INCOMPLETE", "%%bash\\necho {( | INCOMPLETE", "%%bash\\necho {(\\n | COMPLETE",
            "%%time\\nint x = 1; | COMPLETE", "%%time\\nwhile (true) { | INCOMPLETE", "%pwd\\nif (true) { | INCOMPLETE",
            "%pwd\\nint = 3; | INVALID", "!ls \\ | INCOMPLETE", "int x = %pwd | COMPLETE", "%nothing | COMPLETE" })
    void completeness_knows_magics(String code, Completeness.Status status) {
        assertThat(CELLS.session().isComplete(code.replace("\\n", "\n")).status()).isEqualTo(status);
    }

    @Test
    void inspection_knows_magics() {
        var found = CELLS.session().inspect("1 + 1\n%time 3", 8, 0);
        assertThat(found).isNotNull();
        assertThat(found.text()).contains("%time CODE");
        assertThat(CELLS.session().inspect("%time Math.max(1, 2)", 13, 0).text()).contains("max");
    }

    @Test
    void what_is_on_the_class_path_once_is_not_added_again() throws Exception {
        var classes = compiled("thing.Thing",
                "package thing; public class Thing { public static int n() { return 5; } }");
        CELLS.value("%classpath " + classes);
        assertThat(CELLS.value("import thing.Thing;\n%classpath " + classes + "\nThing.n()")).isEqualTo("5");
        assertThat(CELLS.value("var paths1 = %classpath\npaths1.stream().filter(\"" + classes + "\"::equals).count()"))
                .isEqualTo("1");
        assertThat(matches("thing.Th")).contains("Thing");
        assertThat(CELLS.failure("%jars " + file("not.jar", "no zip")).message()).contains("is no jar");
        assertThat(CELLS.failure("%classpath /no/such/folder").message()).contains("/no/such/folder");
        assertThat(CELLS.failure("%jars nothing/*.jar").message()).contains("nothing/*.jar");
    }

    private Path compiled(String name, String source) throws IOException {
        var file = file("src/" + name.replace('.', '/') + ".java", source);
        var out = Files.createDirectories(folder.resolve("classes"));
        int code = javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", out.toString(),
                file.toString());
        assertThat(code).isZero();
        return out;
    }

    @Test
    void bundles_have_text_for_front_ends_that_show_nothing_else() {
        CELLS.value("%%markdown\n*x*");
        assertThat(CELLS.front.bundles.getFirst()).isEqualTo(Map.of("text/markdown", "*x*", "text/plain", "*x*"));
    }
}
