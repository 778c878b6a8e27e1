package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookCommandTest {
    @Test
    void opens_the_tour_unless_told_otherwise(@TempDir Path folder) {
        var home = Repository.ROOT;
        var root = "--ServerApp.root_dir=" + home.resolve("notebooks");
        assertThat(NotebookCommand.place(home, List.of("--no-browser", "--port=9999"))).startsWith(root).hasSize(2)
                .last().asString().startsWith("--LabApp.default_url=/lab/tree/").satisfies(option -> {
                    var tour = option.substring("--LabApp.default_url=/lab/tree/".length());
                    assertThat(Files.exists(home.resolve("notebooks").resolve(tour))).isTrue();
                });
        assertThat(NotebookCommand.place(home, List.of("--ServerApp.default_url=/tree"))).containsExactly(root);
        assertThat(NotebookCommand.place(home, List.of(folder.toString()))).isEmpty();
        assertThat(NotebookCommand.place(home, List.of("--ServerApp.root_dir=/"))).isEmpty();
    }
}
