package sconce.show;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/// An image as plain data: its colours row by row, as alpha, red, green and blue.
final class PixelImage {
    /// Where a number is none: magenta, which neither photos nor the colour maps have.
    static final int MARK = 0xffff00ff;

    private final int[] pixels;
    private final int width;
    private final int height;

    PixelImage(int[] pixels, int width, int height) {
        if (pixels.length != width * height) throw new IllegalArgumentException(pixels.length + " pixels");
        this.pixels = Arrays.copyOf(pixels, pixels.length);
        this.width = width;
        this.height = height;
    }

    /// Several in rows, each in a cell as large as the largest, on nothing.
    static PixelImage rows(List<PixelImage> images, int columns, int gap) {
        var cellWidth = images.stream().mapToInt(PixelImage::width).max().orElse(0) + gap;
        var cellHeight = images.stream().mapToInt(PixelImage::height).max().orElse(0) + gap;
        var width = Math.max(0, cellWidth * Math.min(columns, images.size()) - gap);
        var height = Math.max(0, cellHeight * Math.ceilDiv(images.size(), columns) - gap);
        var pixels = new int[width * height];
        for (var i = 0; i < images.size(); i++) {
            var image = images.get(i);
            var start = i / columns * cellHeight * width + i % columns * cellWidth;
            for (var y = 0; y < image.height; y++) {
                System.arraycopy(image.pixels, y * image.width, pixels, start + y * width, image.width);
            }
        }
        return new PixelImage(pixels, width, height);
    }

    static PixelImage of(BufferedImage image) {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new PixelImage(pixels, image.getWidth(), image.getHeight());
    }

    int width() { return width; }

    int height() { return height; }

    int at(int x, int y) { return pixels[y * width + x]; }

    /// The same, or one so much smaller that no side is longer: each pixel the mean of those it covers, marked if one is.
    PixelImage within(int most) {
        var longest = Math.max(width, height);
        if (longest <= most) return this;
        var toWidth = Math.max(1, (int) ((long) width * most / longest));
        var toHeight = Math.max(1, (int) ((long) height * most / longest));
        var means = new int[toWidth * toHeight];
        for (var y = 0; y < toHeight; y++) {
            for (var x = 0; x < toWidth; x++) {
                means[y * toWidth + x] = mean(share(width, x, toWidth), share(width, x + 1, toWidth),
                        share(height, y, toHeight), share(height, y + 1, toHeight));
            }
        }
        return new PixelImage(means, toWidth, toHeight);
    }

    private static int share(int all, int part, int parts) { return (int) ((long) all * part / parts); }

    private int mean(int fromX, int toX, int fromY, int toY) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (var y = fromY; y < toY; y++) {
            for (var x = fromX; x < toX; x++) {
                var pixel = at(x, y);
                if (pixel == MARK) return MARK;
                alpha += pixel >>> 24;
                red += pixel >> 16 & 255;
                green += pixel >> 8 & 255;
                blue += pixel & 255;
            }
        }
        long count = (long) (toX - fromX) * (toY - fromY);
        return (int) ((alpha / count) << 24 | (red / count) << 16 | (green / count) << 8 | (blue / count));
    }

    /// A small one enlarged as far as it goes in whole steps. Viewers blur what they enlarge, some whatever one asks.
    PixelImage enlarged(int most) {
        var scale = most / Math.max(1, Math.max(width, height));
        if (scale <= 1) return this;
        var large = new int[pixels.length * scale * scale];
        for (var i = 0; i < large.length; i++) {
            large[i] = at(i % (width * scale) / scale, i / (width * scale) / scale);
        }
        return new PixelImage(large, width * scale, height * scale);
    }

    /// Writes the image element; a small image is enlarged.
    void write(String alternative, int most, StringBuilder out) {
        var large = enlarged(most);
        out.append("<img alt=\"").append(Html.escape(alternative)).append("\" width=\"").append(large.width)
                .append("\" height=\"").append(large.height).append("\" src=\"").append(PngHref.of(large))
                .append("\">");
    }
}
