package sconce.show;

import java.awt.image.BufferedImage;
import java.util.List;

/// Many points as one image: the more of them in a place, the denser its colour.
record Cloud(String href, double leastX, double greatestX, double leastY, double greatestY) {
    // Readable on light and on dark: an image cannot know its page.
    private static final int[] COLOURS = { 0x2f81f7, 0xe5671f, 0x2da44e, 0xa475f9, 0xd6409f, 0x1b9aa8, 0xb58407,
            0x7d8590 };
    private static final int RADIUS = 1;

    static Cloud of(List<Points> all, Bounds bounds, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var spanX = span(bounds.leastX(), bounds.greatestX());
        var spanY = span(bounds.leastY(), bounds.greatestY());
        // A margin for the points at the edges, of which the middle must not move.
        var left = bounds.leastX() - spanX * (RADIUS + 1) / width;
        var low = bounds.leastY() - spanY * (RADIUS + 1) / height;
        var wide = spanX * (width + 2.0 * RADIUS + 2) / width;
        var high = spanY * (height + 2.0 * RADIUS + 2) / height;
        for (var series = 0; series < all.size(); series++) {
            var hits = new int[width * height];
            var points = all.get(series);
            for (var i = 0; i < points.size(); i++) {
                if (Double.isNaN(points.y(i))) continue;
                var x = (int) ((points.x(i) - left) / wide * width);
                var y = height - 1 - (int) ((points.y(i) - low) / high * height);
                for (var dx = 0; dx <= RADIUS; dx++) {
                    for (var dy = 0; dy <= RADIUS; dy++) {
                        if (x + dx < width && y + dy < height && x >= 0 && y >= 0) hits[(y + dy) * width + x + dx]++;
                    }
                }
            }
            for (var i = 0; i < hits.length; i++) {
                if (hits[i] > 0) blend(image, i % width, i / width, COLOURS[series % COLOURS.length], hits[i]);
            }
        }
        return new Cloud(PngHref.of(image), left, left + wide, low, low + high);
    }

    private static double span(double from, double to) { return to > from ? to - from : 1; }

    // As if so many dots of 60 percent lay on each other.
    private static void blend(BufferedImage image, int x, int y, int colour, int hits) {
        var alpha = 1 - Math.pow(0.4, Math.min(hits, 8));
        var under = image.getRGB(x, y);
        var underAlpha = (under >>> 24) / 255.0 * (1 - alpha);
        var all = alpha + underAlpha;
        var mixed = 0;
        for (var shift = 16; shift >= 0; shift -= 8) {
            mixed |= (int) Math
                    .round(((colour >> shift & 255) * alpha + (under >> shift & 255) * underAlpha) / all) << shift;
        }
        // Sixteen steps are as many as one sees, and make the image half as large.
        var steps = Math.min(15, Math.round(all * 15));
        var opacity = Math.toIntExact(steps * 17);
        image.setRGB(x, y, (opacity << 24) | mixed);
    }
}
