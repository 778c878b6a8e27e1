package sconce.kernel.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.TerminalGraphics.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sconce.kernel.session.Displayed;

class PicturesTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    /// What a terminal of this protocol is sent for a picture.
    private String show(@Nullable Protocol protocol, Object form) throws IOException {
        try (var terminal = new DumbTerminal("test", "xterm-256color", InputStream.nullInputStream(), shown, UTF_8)) {
            var data = Map.of("image/png", form, "text/plain", "a picture of noise");
            new Pictures(new Screen(terminal, () -> Palette.PLAIN), protocol).show(new Displayed(data, Map.of()));
        }
        return shown.toString(UTF_8);
    }

    /// Noise, which no format makes small.
    private static byte[] picture() throws IOException {
        var image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        var random = new Random(6);
        for (int i = 0; i < 60 * 40; i++) image.setRGB(i % 60, i / 60, random.nextInt(1 << 24));
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "PNG", out);
        return out.toByteArray();
    }

    @Test
    void kitty_is_sent_pieces_that_make_the_picture() throws IOException {
        var sent = show(Protocol.KITTY, picture());
        var pieces = Arrays.stream(sent.strip().split("\u001b\\\\")).toList();
        assertThat(pieces).hasSizeGreaterThan(1).allSatisfy(piece -> assertThat(piece).startsWith("\u001b_G"));
        assertThat(pieces.getFirst()).contains("a=T", "f=100", "m=1");
        assertThat(pieces.getLast()).contains("m=0");
        var text = new StringBuilder();
        for (var piece : pieces) {
            var payload = piece.substring(piece.indexOf(';') + 1);
            assertThat(payload.length()).isLessThanOrEqualTo(4096);
            text.append(payload);
        }
        var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(text.toString())));
        assertThat(image.getWidth()).isEqualTo(60);
    }

    @Test
    void iterm2_is_sent_the_file_itself() throws IOException {
        var bytes = picture();
        // As notebooks hold pictures, and as cells give them.
        var sent = show(Protocol.ITERM2, Base64.getEncoder().encodeToString(bytes));
        assertThat(sent).startsWith("\u001b]1337;File=inline=1;size=" + bytes.length + ":")
                .contains(Base64.getEncoder().encodeToString(bytes) + "\u0007").doesNotContain("a picture of noise");
    }

    @Test
    void sixels_are_sent_as_a_device_control_string() throws IOException {
        assertThat(show(Protocol.SIXEL, picture())).startsWith("\u001bP").contains("\u001b\\");
    }

    @Test
    void a_terminal_without_pictures_and_a_broken_picture_get_the_text() throws IOException {
        assertThat(show(null, picture())).isEqualToIgnoringNewLines("a picture of noise");
        shown.reset();
        assertThat(show(Protocol.KITTY, "bm8gcGljdHVyZQ==")).isEqualToIgnoringNewLines("a picture of noise");
    }
}
