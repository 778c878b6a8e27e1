package sconce.show;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/// Shows what nobody else does: values of the JDK, records, and objects of all classes by their `toString`.
public final class JdkRenderer implements Renderer {
    /// For [java.util.ServiceLoader].
    public JdkRenderer() {}

    /// The last to be asked.
    @Override
    public int order() { return Integer.MAX_VALUE; }

    @Override
    public boolean renders(Object value) { return true; }

    @Override
    public Map<String, Object> render(Object value) {
        if (value instanceof RenderedImage image) return picture(image);
        var forms = new LinkedHashMap<String, Object>();
        var rows = RowsReader.read(value);
        if (rows.isPresent()) {
            var table = rows.get();
            forms.put(TEXT, RowsReader.isOneText(value) ? text(value) : TextRenderer.text(table));
            forms.put(HTML, HtmlRenderer.html(table));
        } else forms.put(TEXT, text(value));
        return forms;
    }

    private static String text(Object value) {
        return value instanceof String text
                ? Words.cut(text)
                : Words.cut(ValueText.of(ValueReader.read(value, ValueReader.Limits.DISPLAY)));
    }

    private static Map<String, Object> picture(RenderedImage image) {
        var forms = new LinkedHashMap<String, Object>();
        forms.put(TEXT,
                "%s(%d x %d)".formatted(image.getClass().getSimpleName(), image.getWidth(), image.getHeight()));
        var bytes = new ByteArrayOutputStream();
        try {
            if (ImageIO.write(image, "png", bytes)) forms.put("image/png", bytes.toByteArray());
        } catch (IOException impossible) {
            // In memory; and without the picture there is still the text.
        }
        return forms;
    }
}
