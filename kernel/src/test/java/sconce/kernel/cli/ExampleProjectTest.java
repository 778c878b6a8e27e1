package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The Maven project of the documentation, built without a network: with a local repository whose own artifacts are the
/// machine's, by links, and whose Sconce is the build's.
@DisabledOnOs(OS.WINDOWS)
class ExampleProjectTest {
    @TempDir
    Path folder;

    @Test
    void the_project_of_the_documentation_builds_and_prints_its_model() throws Exception {
        var jar = jar();
        var maven = Processes.output(List.of("mvn", "--version"));
        assumeTrue(jar != null && maven.isPresent(), "there is no jar of the library yet, or no Maven");
        var repository = repository(jar);
        var project = copy(Repository.ROOT.resolve("docs/examples/maven"));
        var pom = Files.readString(Repository.ROOT.resolve("pom.xml"));
        var output = run(project, "mvn", "-B", "-q", "-o", "-llr", "-Dstyle.color=never",
                "-Dmaven.repo.local=" + repository,
                "org.apache.maven.plugins:maven-compiler-plugin:" + version(pom, "compiler") + ":compile",
                "org.codehaus.mojo:exec-maven-plugin:" + version(pom, "exec") + ":java");
        assertThat(output).contains("""
                Sequential(
                  (0): Linear(in_features=784, out_features=128, bias=True)
                  (1): ReLU()
                  (2): Linear(in_features=128, out_features=10, bias=True)
                )
                """);
        assertThat(Files.readAllLines(project.resolve("pom.xml"))).hasSizeLessThanOrEqualTo(10);
    }

    private static Path jar() throws IOException {
        for (var place : List.of("stdlib/target", "kernel/target/lib")) {
            var files = Repository.ROOT.resolve(place);
            if (!Files.isDirectory(files)) continue;
            try (var list = Files.list(files)) {
                var found = list.filter(f -> f.getFileName().toString().matches("stdlib-[\\d.]+(-SNAPSHOT)?\\.jar"))
                        .findFirst();
                if (found.isPresent()) return found.get();
            }
        }
        return null;
    }

    private static String version(String pom, String plugin) {
        var matcher = Pattern.compile("<" + plugin + "\\.plugin\\.version>([^<]+)<").matcher(pom);
        assertThat(matcher.find()).as(plugin).isTrue();
        return matcher.group(1);
    }

    private Path repository(Path jar) throws IOException {
        var named = System.getProperty("maven.repo.local");
        var machine = named != null ? Path.of(named) : Path.of(System.getProperty("user.home"), ".m2", "repository");
        var made = folder.resolve("repository");
        link(machine, made, "io");
        link(machine.resolve("io"), made.resolve("io"), "github");
        link(machine.resolve("io/github"), made.resolve("io/github"), "sconce");
        var sconce = made.resolve("io/github/sconce");
        install(sconce, "sconce", Repository.ROOT.resolve("pom.xml"), "pom");
        install(sconce, "stdlib", Repository.ROOT.resolve("stdlib/pom.xml"), "pom");
        install(sconce, "stdlib", jar, "jar");
        return made;
    }

    private static void link(Path from, Path to, String but) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(from)) return;
        try (var list = Files.list(from)) {
            for (var each : (Iterable<Path>) list::iterator) {
                var name = each.getFileName().toString();
                if (!name.equals(but)) Files.createSymbolicLink(to.resolve(name), each);
            }
        }
    }

    private static void install(Path group, String artifact, Path file, String type) throws IOException {
        var version = "0.1.0-SNAPSHOT";
        var place = Files.createDirectories(group.resolve(artifact).resolve(version));
        Files.copy(file, place.resolve(artifact + "-" + version + "." + type));
    }

    private Path copy(Path from) throws IOException {
        var to = folder.resolve("project");
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (file.startsWith(from.resolve("target"))) continue;
                var place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(place);
                else Files.copy(file, place);
            }
        }
        return to;
    }

    private static String run(Path in, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_OPTS");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
