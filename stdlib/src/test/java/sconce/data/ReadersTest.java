package sconce.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.DType;
import sconce.KeyError;
import sconce.ValueError;

/// Data from files, and bars over it.
class ReadersTest {
    @TempDir
    Path folder;

    @Test
    void the_digits_are_those_of_the_file() {
        assertThat(Digits.all().size()).isEqualTo(1797);
        assertThat(Digits.train().size() + Digits.test().size()).isEqualTo(1797);
        assertThat(Digits.train().tensors().get(1).get(":10").tolist())
                .isEqualTo(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L));
        assertThat(Digits.all().tensors().get(0).max().item().doubleValue()).isEqualTo(1.0);
        assertThat(Digits.all().get(0).get(0).get("0, 0, :4").tolist()).isEqualTo(List.of(0., 0., 0.3125, 0.8125));
    }

    @Test
    void a_table_has_whole_numbers_reals_gaps_and_texts() throws IOException {
        var file = folder.resolve("\uc790\ub8cc.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\uFEFFn,\ud0a4,name\n1,1.5,\"Kim, \"\"J\"\"\"\n2,,Lee\n".getBytes(StandardCharsets.UTF_8));
        }
        var table = CsvTable.read(file);
        assertThat(table.names()).containsExactly("n", "\ud0a4", "name");
        assertThat(table.column("n").dtype()).isEqualTo(DType.int64);
        assertThat(table.column("\ud0a4").toString()).isEqualTo("tensor([1.5000,    nan])");
        assertThat(table.strings("name")).containsExactly("Kim, \"J\"", "Lee");
        assertThatThrownBy(() -> table.column("name")).isInstanceOf(ValueError.class)
                .hasMessageContaining("row 0: name is 'Kim, \"J\"', not a number");
        assertThatThrownBy(() -> table.column("m")).isInstanceOf(KeyError.class).hasMessageContaining("which has [n, ");
        assertThatThrownBy(() -> CsvTable.parse("a,b\n1\n")).isInstanceOf(ValueError.class)
                .hasMessage("text: Record 2 has 1 fields, but first record had 2 fields");
        assertThatThrownBy(() -> CsvTable.read("nowhere.csv")).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("there is no file");
        assertThat(CsvTable.parse("a,b\n").tensor().shape()).hasToString("torch.Size([0, 2])");
    }

    @Test
    void folders_of_pictures_are_classes() throws IOException {
        for (var name : List.of("dog", "cat")) {
            Files.createDirectories(folder.resolve(name));
            var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
            image.setRGB(2, 1, name.equals("cat") ? 0xff0000 : 0x0000ff);
            ImageIO.write(image, "png", folder.resolve(name).resolve("1.png").toFile());
        }
        Files.writeString(folder.resolve("dog").resolve("notes.txt"), "not a picture");
        var pictures = new ImageFolder(folder);
        assertThat(pictures.classes()).containsExactly("cat", "dog");
        assertThat(pictures.size()).isEqualTo(2);
        var batch = new DataLoader<>(pictures, 2).iterator().next();
        assertThat(batch.image().shape()).hasToString("torch.Size([2, 3, 2, 3])");
        assertThat(batch.label().tolist()).isEqualTo(List.of(0L, 1L));
        assertThat(batch.image().get("0, :, 1, 2").tolist()).isEqualTo(List.of(1., 0., 0.));
        Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> new ImageFolder(folder)).isInstanceOf(ValueError.class)
                .hasMessageContaining("Found no valid file for the classes empty");
        assertThatThrownBy(() -> new ImageFolder(folder.resolve("cat"))).isInstanceOf(ValueError.class)
                .hasMessageContaining("Couldn't find any class folder");
    }

    @Test
    void a_bar_counts_what_the_loop_has_done() {
        var written = new ByteArrayOutputStream();
        var err = System.err;
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            var bar = Progress.progress(List.of("a", "b", "c", "d"), "letters");
            for (var letter : bar) bar.set("at", letter);
            assertThat(bar).hasToString("letters: 100%|" + "\u2588".repeat(20) + "| 4/4, at=d");
            assertThat(bar.toHtml()).contains("max=\"4\" value=\"4\"");
            var two = Progress.progress(10);
            var steps = two.iterator();
            steps.next();
            steps.next();
            assertThat(two.toString()).startsWith("10%|");
        } finally {
            System.setErr(err);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("\r").contains("4/4, at=d [");
    }
}
