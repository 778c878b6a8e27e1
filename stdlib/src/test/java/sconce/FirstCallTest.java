package sconce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever comes first in a program works: nothing else need have been used before.
class FirstCallTest {
    @TempDir
    Path folder;

    /// What a fresh JVM calls first.
    static final class Program {
        private Program() {}

        public static void main(String... arguments) {
            System.out.println(arguments[0].equals("load") ? Torch.<Object>load(arguments[1])
                    : new Generator().getState().shape());
        }
    }

    @Test
    void a_file_of_tensors_without_values_may_be_loaded_first() throws IOException, InterruptedException {
        var file = folder.resolve("meta.pt").toString();
        Torch.save(Map.of("a", Torch.ones(new long[] { 2 }, o -> o.device("meta"))), file);
        assertThat(run("load", file)).contains("{'a': tensor(..., device='meta', size=(2,))}");
    }

    @Test
    void a_generator_may_be_made_first() throws IOException, InterruptedException {
        assertThat(run("generator")).contains("torch.Size([5056])");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of(
                ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Program.class.getName()));
        command.addAll(java.util.List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
