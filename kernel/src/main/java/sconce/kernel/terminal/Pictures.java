package sconce.kernel.terminal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.jline.terminal.impl.SixelGraphics;
import org.jline.terminal.impl.TerminalGraphics;
import org.jline.terminal.impl.TerminalGraphics.Protocol;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Displayed;

/// Shows what a cell displays: a picture where the terminal says that it can, by Kitty's protocol, iTerm2's or sixels;
/// else its text.
final class Pictures {
    private static final List<String> TYPES = List.of("image/png", "image/jpeg", "image/gif");
    private static final String SVG = "image/svg+xml";
    private static final int CHUNK = 4096; // Kitty's limit

    private final Screen screen;
    private final Supplier<@Nullable Protocol> protocol;

    /// @param protocol by which the terminal shows pictures; null is by none. Asked at the first picture
    Pictures(Screen screen, Supplier<@Nullable Protocol> protocol) {
        this.screen = screen;
        this.protocol = protocol;
    }

    void show(Displayed displayed) {
        for (var type : TYPES) {
            var bytes = bytes(displayed.data().get(type));
            if (bytes != null && draw(bytes)) return;
        }
        if (displayed.data().get(SVG) instanceof String svg && protocol.get() != null && draw(SvgImage.draw(svg)))
            return;
        screen.println(text(displayed));
    }

    private String text(Displayed displayed) {
        if (!screen.palette().coloured()) return displayed.text();
        return displayed.ansi().equals(displayed.text()) ? ModelText.colour(displayed.text(), screen)
                : screen.ansi(AttributedString.fromAnsi(displayed.ansi()));
    }

    private static byte @Nullable [] bytes(@Nullable Object form) {
        try {
            return form instanceof byte[] bytes ? bytes
                    : form instanceof String text ? Base64.getMimeDecoder().decode(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean draw(byte[] bytes) {
        if (protocol.get() == null) return false;
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image != null && draw(image, bytes);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean draw(@Nullable BufferedImage image) {
        try {
            return image != null && draw(image, png(image));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean draw(BufferedImage image, byte[] file) throws IOException {
        var how = protocol.get();
        if (how == null) return false;
        // Rows are not counted: how high a cell is only the terminal knows.
        screen.print(switch (how) {
            case KITTY -> kitty(png(image));
            case ITERM2 -> "\u001b]1337;File=inline=1;size=" + file.length + ":"
                    + Base64.getEncoder().encodeToString(file) + "\u0007";
            case SIXEL -> new SixelGraphics().convertImage(image, new TerminalGraphics.ImageOptions());
        });
        screen.print("\n");
        return true;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "PNG", out);
        return out.toByteArray();
    }

    /// JLine's own sends one piece, which Kitty refuses from 4096 characters on.
    private static String kitty(byte[] png) {
        var text = Base64.getEncoder().encodeToString(png);
        var out = new StringBuilder();
        for (int at = 0; at < text.length(); at += CHUNK) {
            boolean more = at + CHUNK < text.length();
            out.append("\u001b_G").append(at == 0 ? "a=T,f=100,q=2," : "").append("m=").append(more ? 1 : 0)
                    .append(';').append(text, at, Math.min(text.length(), at + CHUNK)).append("\u001b\\");
        }
        return out.toString();
    }
}
