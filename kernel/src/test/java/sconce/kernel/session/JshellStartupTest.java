package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The start-up file of the JDK's own jshell.
class JshellStartupTest {
    private static final Path STARTUP = startup();

    private static Path startup() {
        var folder = Path.of("").toAbsolutePath();
        while (!new File(folder.toFile(), "sconce").exists()) folder = folder.getParent();
        return folder.resolve("stdlib/src/main/resources/sconce/startup.jsh");
    }

    @Test
    void it_imports_what_a_session_has_but_for_what_only_a_session_can() throws Exception {
        var file = java.nio.file.Files.readString(STARTUP);
        var imports = Pattern.compile("import [^;]+;")
                .matcher(Preload.source(true, Session.class.getClassLoader())).results().map(m -> m.group())
                .filter(line -> !line.contains("sconce.kernel.")).toList();
        assertThat(imports).isNotEmpty().allSatisfy(line -> assertThat(file).contains(line));
    }

    @Test
    void the_jdks_jshell_prints_a_model_as_its_first_line() throws Exception {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var absolute = Pattern.compile(Pattern.quote(File.pathSeparator)).splitAsStream(classes)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
        var process = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/jshell", "--class-path",
                absolute, "--startup", STARTUP.toString(), "-R--enable-native-access=ALL-UNNAMED", "-s", "-"))
                .redirectErrorStream(true).start();
        process.getOutputStream()
                .write("print(new Sequential(new Linear(2, 3)))\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("""
                Sequential(
                  (0): Linear(in_features=2, out_features=3, bias=True)
                )
                """);
    }
}
