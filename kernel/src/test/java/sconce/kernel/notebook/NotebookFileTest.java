package sconce.kernel.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFileTest {
    @TempDir
    Path folder;

    private static final String TEMPLATE = """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "text",
               "metadata": {},
               "source": [
                "# 모듈\\n",
                "text"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": 1,
               "id": "first",
               "metadata": {
                "tags": [
                 "varies"
                ]
               },
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "one\\n",
                  "둘\\n"
                 ]
                },
                {
                 "data": {
                  "text/plain": [
                   "1"
                  ]
                 },
                 "execution_count": 1,
                 "metadata": {},
                 "output_type": "execute_result"
                }
               ],
               "source": "print(1)"
              },
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "never-run",
               "metadata": {},
               "outputs": [],
               "source": [
                "2"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "blank",
               "metadata": {},
               "outputs": [],
               "source": []
              }
             ],
             "metadata": {
              "learning rate": 1e-05,
              "kernelspec": {
               "display_name": "Sconce (Java)",
               "language": "java",
               "name": "sconce"
              }
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    private NotebookFile file(String text) { return NotebookFile.of("a.ipynb", text); }

    @Test
    void cells_know_their_source_section_tags_and_recorded_outputs() {
        var cells = file(TEMPLATE).cells();
        assertThat(cells).hasSize(3);
        var first = (Cell.Code) cells.get(1);
        assertThat(first.source()).isEqualTo("print(1)");
        assertThat(first.section()).isEqualTo("모듈");
        assertThat(first.tags()).containsExactly("varies");
        assertThat(first.recorded()).containsExactly(new Output.Stream("stdout", "one\n둘\n"),
                new Output.Shown(true, Map.of("text/plain", "1"), Map.of()));
        assertThat(((Cell.Code) cells.get(2)).recorded()).as("never run").isNull();
    }

    @Test
    void nothing_changed_writes_the_same_bytes() { assertThat(file(TEMPLATE).with(Map.of())).isEqualTo(TEMPLATE); }

    @Test
    void new_outputs_change_the_lines_of_that_cell_alone() {
        var now = new Cell.Ran(7, List.of(new Output.Stream("stderr", "a\nb"),
                new Output.Shown(false,
                        Map.of("text/plain", "x\ny", "image/png", "aGk=", "application/json",
                                Map.of("b", 1, "a", List.of())),
                        Map.of()),
                new Output.Failed("E", "m", List.of("\u001b[31mE"))));
        assertThat(file(TEMPLATE).with(Map.of(2, now))).isEqualTo(TEMPLATE.replace("""
                   "execution_count": null,
                   "id": "never-run",
                   "metadata": {},
                   "outputs": [],
                """, """
                   "execution_count": 7,
                   "id": "never-run",
                   "metadata": {},
                   "outputs": [
                    {
                     "name": "stderr",
                     "output_type": "stream",
                     "text": [
                      "a\\n",
                      "b"
                     ]
                    },
                    {
                     "data": {
                      "application/json": {
                       "a": [],
                       "b": 1
                      },
                      "image/png": "aGk=",
                      "text/plain": [
                       "x\\n",
                       "y"
                      ]
                     },
                     "metadata": {},
                     "output_type": "display_data"
                    },
                    {
                     "ename": "E",
                     "evalue": "m",
                     "output_type": "error",
                     "traceback": [
                      "\\u001b[31mE"
                     ]
                    }
                   ],
                """));
    }

    @Test
    void what_is_written_is_read_back() {
        var outputs = List.<Output>of(
                new Output.Stream("stdout", "tab\t \"quoted\" \\ \u0007 \u2028 é 한국어 😀\r\nnext\u000bline"),
                new Output.Shown(true, Map.of("text/plain", "a\n\nb\n", "text/html", "<b>"),
                        Map.of("text/html", Map.of("isolated", true))),
                new Output.Failed("이름", "", List.of()));
        var written = file(TEMPLATE).with(Map.of(1, new Cell.Ran(1, outputs)));
        assertThat(((Cell.Code) file(written).cells().get(1)).recorded()).isEqualTo(outputs);
    }

    @RepeatedTest(200)
    void reading_is_the_inverse_of_writing(RepetitionInfo repetition) {
        var value = json(new Random(repetition.getCurrentRepetition()), 0);
        var text = NotebookJson.write(value);
        assertThat(NotebookJson.read(text)).isEqualTo(value);
        assertThat(NotebookJson.write(NotebookJson.read(text))).isEqualTo(text);
    }

    private static @Nullable Object json(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 ->
                new NotebookJson.Digits(random.nextBoolean() ? "" + random.nextLong() : "" + random.nextGaussian());
            case 3, 4 -> text(random);
            case 5 -> {
                var list = new ArrayList<@Nullable Object>();
                for (int n = random.nextInt(5); n > 0; n--) list.add(json(random, depth + 1));
                yield list;
            }
            default -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                for (int n = random.nextInt(5); n > 0; n--) map.put(key(random), json(random, depth + 1));
                yield map;
            }
        };
    }

    /// Half a surrogate pair in a key is refused by the parser, as it is by nbformat when it writes.
    private static String key(Random random) { return text(random).replaceAll("[\\ud800-\\udfff]", "가"); }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            text.append((char) switch (random.nextInt(4)) {
                case 0 -> random.nextInt(0x20);
                case 1 -> "\"\\/\n\u007f\u0085\u2028".charAt(random.nextInt(7));
                case 2 -> random.nextInt(0x10000); // half surrogates among them
                default -> 'a' + random.nextInt(26);
            });
        }
        return text.toString();
    }

    @RepeatedTest(100)
    void lines_joined_are_the_text(RepetitionInfo repetition) {
        var text = text(new Random(repetition.getCurrentRepetition()));
        assertThat(String.join("", NotebookFile.lines(text))).isEqualTo(text);
    }

    @Test
    void what_cannot_be_run_is_told_in_one_line_that_names_the_file() throws IOException {
        refused("{", "not JSON");
        refused("{\"cells\": [", "not JSON");
        refused("{\"cells\": nope}", "not JSON at line 1, column");
        refused("", "not JSON");
        refused("[]", "no object");
        refused("{} {}", "not JSON");
        refused("{}", "no list of cells");
        refused("{\"nbformat\": 3, \"worksheets\": []}", "nbformat 3", "nbconvert");
        refused("{\"cells\": [3]}", "cell 1 is no object");
        refused("{\"cells\": [{\"cell_type\": \"code\"}]}", "cell 1 has no source");
        refused("{\"cells\": []}", "no code cells");
        refused(TEMPLATE.replace("\"language\": \"java\"", "\"language\": \"python\""), "python notebook", "only Java");
        refused("[".repeat(100_000), "not JSON");
        var missing = folder.resolve("없음.ipynb");
        assertThatThrownBy(() -> Tutorial.read(missing)).hasMessage("there is no file " + missing);
        assertThatThrownBy(() -> Tutorial.read(folder)).hasMessageContaining("is a folder");
        var binary = Files.write(folder.resolve("b.ipynb"), new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1 });
        assertThatThrownBy(() -> Tutorial.read(binary)).hasMessageContaining("save it as UTF-8");
    }

    private void refused(String text, String... says) throws IOException {
        var file = Files.writeString(folder.resolve("한국어.ipynb"), text);
        assertThatThrownBy(() -> Tutorial.read(file)).isInstanceOf(UnreadableException.class)
                .hasMessageContainingAll(says).hasMessageContaining("한국어.ipynb")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void a_notebook_that_names_no_language_is_taken_for_java() {
        assertThat(file("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"1\"}]}").code()).hasSize(1);
    }

    @Test
    void equal_cells_keep_their_own_outputs() {
        var cell = "{\"cell_type\": \"code\", \"execution_count\": null, \"metadata\": {}, \"outputs\": [], \"source\": \"i++\"}";
        var file = file("{\"cells\": [%s, %s]}".formatted(cell, cell));
        var written = file(file.with(Map.of(2, new Cell.Ran(2, List.of(new Output.Stream("stdout", "x"))))));
        assertThat(written.code().get(0).recorded()).isNull();
        assertThat(written.code().get(1).recorded()).hasSize(1);
    }
}
