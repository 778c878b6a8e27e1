package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// PyTorch's names against ours. Writes the report to `target/coverage.md`; `-Dupdate` writes the pages in `docs` anew.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageTest {
    private static final Path DOCS = Path.of("../docs");
    private final Coverage coverage = new Coverage();
    private List<Coverage.Section> sections = List.of();

    @BeforeAll
    void writes_the_report() throws IOException {
        sections = coverage.sections();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/coverage.md"), CoveragePages.coverage(sections));
        System.out.println(CoveragePages.total(sections) + ": target/coverage.md");
        if (System.getProperty("update") == null) return;
        Files.writeString(DOCS.resolve("coverage.md"), CoveragePages.coverage(sections));
        Files.writeString(DOCS.resolve("python-to-java.md"), CoveragePages.names(sections));
    }

    @Test
    void nothing_of_pytorchs_is_missing_without_a_reason() {
        assertThat(sections.stream().flatMap(section -> section.gaps().stream()).filter(gap -> gap.reason() == null)
                .map(Coverage.Gap::name))
                .as("what PyTorch has and Java has not: write it, or say why in %s", Reasons.FILE).isEmpty();
    }

    @Test
    void no_reason_is_given_for_what_is_there() {
        assertThat(coverage.needless()).as("reasons in %s that nothing missing needs", Reasons.FILE).isEmpty();
    }

    @Test
    void the_page_of_the_package_names_every_layer() throws IOException {
        var page = Files.readString(Path.of("src/main/java/sconce/nn/package-info.java"));
        var layers = sections.stream().filter(section -> section.name().equals("torch.nn classes"))
                .flatMap(section -> section.rows().stream()).filter(row -> row.java() != null)
                .map(row -> row.name().substring("torch.nn.".length())).toList();
        assertThat(layers).isNotEmpty().allSatisfy(layer -> assertThat(page).contains("[" + layer + "]"));
    }

    @Test
    void the_pages_in_docs_say_what_the_classes_say() throws IOException {
        check("coverage.md", CoveragePages.coverage(sections));
        check("python-to-java.md", CoveragePages.names(sections));
    }

    /// Compares section by section, so that the first difference is near what differs.
    private void check(String name, String made) throws IOException {
        var page = Files.readString(DOCS.resolve(name));
        for (var section : sections) {
            same(name, CoveragePages.part(made, section.name()), CoveragePages.part(page, section.name()));
            same(name, CoveragePages.row(made, section.name()), CoveragePages.row(page, section.name()));
        }
        same(name, intro(made), intro(page));
    }

    /// Fails at the first line that differs: whole sections would bury it.
    private static void same(String name, @Nullable String made, @Nullable String page) {
        var expected = String.valueOf(made).lines().toList();
        var got = String.valueOf(page).lines().toList();
        for (var i = 0; i < Math.max(expected.size(), got.size()); i++) {
            assertThat(i < got.size() ? got.get(i) : "(nothing)").as("docs/%s: run CoverageTest with -Dupdate", name)
                    .isEqualTo(i < expected.size() ? expected.get(i) : "(nothing)");
        }
    }

    private static String intro(String page) { return String.join("\n", page.lines().limit(6).toList()); }
}
