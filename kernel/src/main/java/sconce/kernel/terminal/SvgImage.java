package sconce.kernel.terminal;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.AWTError;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/// An SVG picture in pixels, drawn by JSVG on white ground: the only class that names it, loaded when a terminal that shows
/// pictures is given the first one.
final class SvgImage {
    /// Held, since a logger that nobody holds forgets its level: what JSVG does not know is not the user's concern.
    private static final Logger LOG = Logger.getLogger("com.github.weisj.jsvg");

    /// JSVG does not know media queries: the light theme stands before them.
    private static final Pattern MEDIA = Pattern.compile("@media[^{]*\\{(?:[^{}]|\\{[^{}]*\\})*+\\}");
    /// Nor all fonts in one property. Java's own font names stand for several fonts, so that Korean is found in one.
    private static final Pattern FONT = Pattern.compile("font:\\s*([\\d.]+\\w*)\\s+([^;}]+)");
    private static final int WIDEST = 4_000;

    static {
        LOG.setLevel(Level.OFF);
    }

    private SvgImage() {}

    /// Draws it in its own size; null where that cannot be done: a broken picture, a machine without any font.
    static @Nullable BufferedImage draw(String svg) {
        try {
            var document = new SVGLoader().load(new ByteArrayInputStream(known(svg).getBytes(StandardCharsets.UTF_8)),
                    null, LoaderContext.createDefault());
            if (document == null) return null;
            int width = (int) Math.ceil(document.size().width);
            int height = (int) Math.ceil(document.size().height);
            if (Math.min(width, height) < 1 || Math.max(width, height) > WIDEST) return null;
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                    RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            document.render((JComponent) null, graphics);
            graphics.dispose();
            return image;
        } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
            return null;
        }
    }

    private static String known(String svg) {
        var light = MEDIA.matcher(svg).replaceAll("");
        return FONT.matcher(light).replaceAll(font -> "font-size: " + font.group(1) + "; font-family: "
                + (font.group(2).contains("mono") ? "Monospaced" : "SansSerif"));
    }
}
