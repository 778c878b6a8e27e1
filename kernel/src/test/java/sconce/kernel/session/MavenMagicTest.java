package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `%maven` and its like against a repository in a folder: no test asks the network.
@Timeout(300)
class MavenMagicTest {
    @TempDir
    private static Path folder;

    private static Cells cells;
    private static String from;

    @BeforeAll
    static void makeRepository() throws IOException {
        System.setProperty("maven.repo.local", folder.resolve("local").toString());
        cells = new Cells();
        publish("base", "1.0", "class Base { }", "");
        publish("base", "2.0", "class Base { public static int n() { return 2; } }", "");
        publish("upper", "1.0", "class Upper { public static int n() { return 40; } }", dependency("base", "1.0"));
        publish("lonely", "1.0", "class Lonely { }", dependency("missing", "1.0"));
        publish("pommed", "1.0", "class Pommed { public static int n() { return 3; } }", "");
        publish("jackson-databind", "1.0", "class Mapper { public static int n() { return 7; } }", "");
        from = " --from file://" + folder.resolve("remote") + " ";
    }

    @AfterAll
    static void close() {
        System.clearProperty("maven.repo.local");
        cells.close();
    }

    private static String dependency(String artifact, String version) {
        return "<dependencies><dependency><groupId>sconce.test</groupId><artifactId>%s</artifactId><version>%s</version></dependency></dependencies>"
                .formatted(artifact, version);
    }

    /// A version of an artifact, with one class `lib.Name`.
    private static void publish(String artifact, String version, String code, String dependencies) throws IOException {
        var name = code.split(" ")[1];
        var source = Files.createDirectories(folder.resolve("src").resolve(artifact + version)).resolve(name + ".java");
        Files.writeString(source, "package lib;\npublic " + code);
        var out = Files.createDirectories(source.resolveSibling("out"));
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", out.toString(), source.toString());
        var place = Files.createDirectories(
                folder.resolve("remote/sconce/test").resolve(artifact).resolve(version));
        try (var jar = new JarOutputStream(
                Files.newOutputStream(place.resolve(artifact + "-" + version + ".jar")))) {
            jar.putNextEntry(new ZipEntry("lib/" + name + ".class"));
            Files.copy(out.resolve("lib/" + name + ".class"), jar);
        }
        Files.writeString(place.resolve(artifact + "-" + version + ".pom"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>sconce.test</groupId><artifactId>%s</artifactId>
                <version>%s</version>%s</project>""".formatted(artifact, version, dependencies));
    }

    @Test
    void a_library_comes_with_what_it_needs_and_the_nearest_version_wins() {
        assertThat(cells.value("""
                var jars = %maven --from file://REMOTE sconce.test:upper:1.0 sconce.test:base:2.0
                import lib.*;
                Upper.n() + Base.n()
                """.replace("REMOTE", folder.resolve("remote").toString()))).isEqualTo("42");
        assertThat(cells.front.err()).contains("fetched upper-1.0.jar", "fetched base-2.0.jar")
                .doesNotContain("base-1.0.jar");
        assertThat(cells.value("jars.size()")).isEqualTo("2");
        assertThat(cells.session().complete("lib.Upp", 7).matches()).extracting(Completions.Match::text)
                .contains("Upper");
        assertThat(cells.value("%maven --offline" + from + "sconce.test:upper:1.0 sconce.test:base:2.0\nUpper.n()"))
                .isEqualTo("40");
    }

    @Test
    void what_cannot_be_had_is_told_in_one_line() {
        for (var code : new String[] { "%maven" + from + "sconce.test:nothing:1.0",
                "%maven" + from + "sconce.test:lonely:1.0", "%maven commons-math", "%maven",
                "%maven --offline sconce.test:never-seen:9", "%loadFromPOM no-such-pom.xml" }) {
            var failure = cells.failure(code);
            assertThat(failure.name()).isEqualTo("MagicError");
            assertThat(failure.message()).as(code).hasLineCount(1).doesNotContain("Exception");
        }
        assertThat(cells.failure("%maven" + from + "sconce.test:lonely:1.0").message()).contains("sconce.test:missing");
    }

    @Test
    void a_project_or_a_part_of_one_brings_its_dependencies() throws IOException {
        var part = """
                %%loadFromPOM
                <repository><id>here</id><url>file://REMOTE</url></repository>
                <dependency>
                    <groupId>sconce.test</groupId>
                    <artifactId>pommed</artifactId>
                    <version>1.0</version>
                </dependency>
                """.replace("REMOTE", folder.resolve("remote").toString());
        cells.value(part);
        assertThat(cells.value("lib.Pommed.n()")).isEqualTo("3");
        assertThat(cells.failure("%%loadFromPOM\n<dependency>\n<groupId>").message()).startsWith("this is not XML");
        var pom = Files.writeString(folder.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId>
                <version>1</version><properties><v>1.0</v></properties>
                <repositories><repository><id>here</id><url>file://REMOTE</url></repository></repositories>
                DEPENDENCY</project>""".replace("REMOTE", folder.resolve("remote").toString())
                .replace("DEPENDENCY", dependency("pommed", "${v}")));
        assertThat(cells.value("var fromPom = %loadFromPOM " + pom + "\nfromPom.size()")).isEqualTo("1");
    }

    @Test
    void what_the_session_runs_on_stays() {
        assertThat(cells.value("%mavenRepo here file://" + folder.resolve("remote")
                + "\n%dependency /add sconce.test:base:1.0\n%dependency /resolve\n1")).isEqualTo("1");
    }

    @Test
    void a_library_of_another_group_is_not_taken_for_what_the_session_runs_on() {
        assertThat(cells.value("%maven" + from + "sconce.test:jackson-databind:1.0\nlib.Mapper.n()")).isEqualTo("7");
        assertThat(cells.front.err()).doesNotContain("stays");
    }
}
