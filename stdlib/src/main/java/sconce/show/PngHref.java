package sconce.show;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// An image inside a page, as PNG (https://www.w3.org/TR/png-3/).
///
/// By hand because tensors are shown often: the JDK's writer brings the whole desktop with it, a quarter of a second before
/// the first picture.
final class PngHref {
    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
    private static final int COLOUR = 2;
    private static final int COLOUR_AND_ALPHA = 6;
    /// What a row's bytes are: themselves, or their differences to the row above.
    private static final int[] FILTERS = { 0, 2 };

    private PngHref() {}

    static String of(BufferedImage image) { return of(PixelImage.of(image)); }

    static String of(PixelImage image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
    }

    static byte[] png(PixelImage image) {
        var opaque = true;
        for (var y = 0; y < image.height(); y++) {
            for (var x = 0; x < image.width(); x++) opaque &= image.at(x, y) >>> 24 == 255;
        }
        var header = ByteBuffer.allocate(13).putInt(image.width()).putInt(image.height()).put((byte) 8)
                .put((byte) (opaque ? COLOUR : COLOUR_AND_ALPHA));
        var smallest = deflated(image, opaque, FILTERS[0]);
        var other = deflated(image, opaque, FILTERS[1]);
        if (other.length < smallest.length) smallest = other;
        var out = new ByteArrayOutputStream(smallest.length + 64);
        out.writeBytes(SIGNATURE);
        chunk("IHDR", header.array(), out);
        chunk("IDAT", smallest, out);
        chunk("IEND", new byte[0], out);
        return out.toByteArray();
    }

    private static byte[] deflated(PixelImage image, boolean opaque, int filter) {
        var channels = opaque ? 3 : 4;
        var stride = 1 + image.width() * channels;
        var bytes = new byte[stride * image.height()];
        for (var y = 0; y < image.height(); y++) {
            bytes[y * stride] = (byte) filter;
            for (var x = 0; x < image.width(); x++) {
                for (var channel = 0; channel < channels; channel++) {
                    var above = filter == 0 || y == 0 ? 0 : channel(image.at(x, y - 1), channel);
                    bytes[y * stride + 1 + x * channels + channel] = (byte) (channel(image.at(x, y), channel) - above);
                }
            }
        }
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        }
    }

    // Red, green, blue, alpha.
    private static int channel(int pixel, int channel) {
        return pixel >>> (channel == 3 ? 24 : 16 - 8 * channel) & 255;
    }

    private static void chunk(String type, byte[] data, ByteArrayOutputStream out) {
        var bytes = ByteBuffer.allocate(data.length + 12).putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        var sum = new CRC32();
        sum.update(bytes.array(), 4, data.length + 4);
        out.writeBytes(bytes.putInt((int) sum.getValue()).array());
    }
}
