package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The first model of each README does in a notebook what is written under it.
class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = { "README.md", "README.ko.md" })
    void the_first_model_prints_what_the_readme_shows(String name, @TempDir Path prefix) throws Exception {
        var example = EXAMPLE.matcher(Files.readString(Repository.ROOT.resolve(name)));
        assertThat(example.find()).isTrue();
        try (var client = new JupyterClient(prefix)) {
            client.ask("start", "kernel", "sconce");
            var answer = client.ask("execute", "code", example.group(1));
            var printed = new StringBuilder();
            for (var output : answer.get("outputs")) printed.append(output.path("text").asString(output.toString()));
            assertThat(printed).hasToString(example.group(2));
            client.ask("shutdown");
        }
    }
}
