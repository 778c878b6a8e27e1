package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every notebook runs top to bottom through nbclient, and every output is equal to the saved one.
///
/// With `-Dnotebooks.update=true` outputs that differ are saved instead; `notebooks/check --update` is the short way.
class NotebooksTest {
    private static final Path FIXTURE = Repository.ROOT.resolve("kernel/src/test/resources/notebooks/fixture.ipynb");

    @TempDir
    Path folder;

    record Outcome(int exit, String text) {}

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.ROOT.resolve("notebooks"))) {
            var found = files.filter(f -> f.toString().endsWith(".ipynb"))
                    .filter(f -> !f.toString().contains(".ipynb_checkpoints")).sorted().toList();
            return Stream.concat(Stream.of(FIXTURE), found.stream()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void outputs_are_as_saved(Path notebook) throws Exception {
        var outcome = Boolean.getBoolean("notebooks.update") ? run("--update", notebook) : run(notebook);
        assertThat(outcome.exit()).withFailMessage(outcome::text).isZero();
    }

    @Test
    void a_changed_output_fails_and_is_shown_as_a_difference() throws Exception {
        var changed = folder.resolve("changed.ipynb");
        var text = Files.readString(FIXTURE);
        assertThat(text).contains("\"42\"").contains("line 2");
        Files.writeString(changed, text.replace("\"42\"", "\"43\"").replace("\"line 2", "\"line zwei"));
        var outcome = run(changed);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).contains("\n-43\n+42").contains("\n-line zwei\n+line 2").contains("`answer`");
    }

    @Test
    void an_update_saves_the_outputs_and_changes_nothing_else() throws Exception {
        var bare = folder.resolve("bare.ipynb");
        var text = Files.readString(FIXTURE);
        Files.writeString(bare, text.replace("\"42\"", "\"43\"").replace("\"line 2", "\"line zwei"));
        assertThat(run("--update", bare).exit()).isZero();
        assertThat(bare).hasContent(text);
    }

    private Outcome run(Object... arguments) throws Exception {
        var words = new ArrayList<String>();
        for (var argument : arguments) words.add(argument.toString());
        var process = JupyterClient.python(folder, "notebooks.py", words.toArray(String[]::new))
                .redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes());
        return new Outcome(process.waitFor(), text);
    }
}
