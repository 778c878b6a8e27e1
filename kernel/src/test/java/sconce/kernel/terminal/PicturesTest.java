package sconce.kernel.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.TerminalGraphics.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sconce.Torch;
import sconce.kernel.session.Displayed;
import sconce.nn.Linear;
import sconce.show.Show;

class PicturesTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    /// What a terminal of this protocol is sent for a picture.
    private String show(@Nullable Protocol protocol, Object form) throws IOException {
        return show(protocol, false,
                new Displayed(Map.of("image/png", form, "text/plain", "a picture of noise"), Map.of()));
    }

    private String show(@Nullable Protocol protocol, boolean coloured, Displayed displayed) throws IOException {
        try (var terminal = new DumbTerminal("test", "xterm-256color", InputStream.nullInputStream(), shown, UTF_8)) {
            new Pictures(new Screen(terminal, () -> new Palette(coloured)), () -> protocol).show(displayed);
        }
        return shown.toString(UTF_8);
    }

    private static Displayed svg(String svg) {
        return new Displayed(Map.of("image/svg+xml", svg, "text/plain", "a plot"), Map.of(),
                "a \u001b[34mplot\u001b[0m");
    }

    /// What is sent of an SVG, as an image.
    private BufferedImage sent(Displayed displayed) throws IOException {
        assumeTrue(hasFonts(), "this machine has no fonts, or its JDK no AWT");
        var sent = show(Protocol.ITERM2, true, displayed);
        assertThat(sent).startsWith("\u001b]1337;");
        var file = Base64.getDecoder().decode(sent.substring(sent.indexOf(':') + 1, sent.indexOf('\u0007')));
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /// Asked of the JDK: our own drawing might fail on any machine, and these tests would never run.
    private static boolean hasFonts() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts().length > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
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

    @Test
    void an_svg_is_drawn_on_white_ground_in_its_light_theme() throws IOException {
        var image = sent(
                svg("""
                        <svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" viewBox="0 0 60 40"><style>text { font: 30px \
                        system-ui, sans-serif } .a { fill: #0000ff }@media (prefers-color-scheme: dark) { .a { fill: #ff0000 } }\
                        </style><rect class="a" x="30" width="30" height="40"/></svg>"""));
        assertThat(image.getWidth()).isEqualTo(60);
        assertThat(image.getRGB(10, 20)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(45, 20)).isEqualTo(0xff0000ff);
    }

    @Test
    void plots_and_graphs_of_the_library_are_drawn() throws IOException {
        var plot = sent(svg(Show.plot(List.of(1, 2, 3), o -> o.title("한국어")).toSvg()));
        assertThat(colours(plot)).as("its line").contains(0xff0969da);
        shown.reset();
        var graph = sent(svg(Show.graph(new Linear(2, 3), Torch.ones(1, 2)).toSvg()));
        assertThat(colours(graph)).as("a layer's box").contains(0xffddf4ff).doesNotContain(0xff000000);
    }

    private static Set<Integer> colours(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .boxed().collect(Collectors.toSet());
    }

    @Test
    void a_plot_is_text_in_colours_where_there_are_no_pictures_and_where_its_own_is_broken() throws IOException {
        assertThat(show(null, true, svg("<svg/>"))).isEqualToIgnoringNewLines("a \u001b[34mplot\u001b[0m");
        shown.reset();
        assertThat(show(null, false, svg("<svg/>"))).isEqualToIgnoringNewLines("a plot");
        shown.reset();
        assertThat(show(Protocol.KITTY, false, svg("<svg"))).isEqualToIgnoringNewLines("a plot");
    }
}
