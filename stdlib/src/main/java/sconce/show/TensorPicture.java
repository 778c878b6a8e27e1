package sconce.show;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Tensor;

/// Which picture a tensor's elements make: an image where shape and values are one's, else a heat map.
final class TensorPicture {
    /// Smaller ones are kernels and labels, not images.
    private static final long LEAST_IMAGE = 8;
    private static final int LEAST_MAP = 2;
    private static final long FEW = 9;
    private static final int MOST_PIXELS = 96;
    private static final int MOST_CELLS = 64;
    /// So many elements are read for each pixel's side, and averaged.
    private static final int FINENESS = 3;
    /// Fewer colours than eyes can tell apart in small cells; they compress better.
    private static final double COLOURS = 32;
    /// What goes on to more than this counts as bytes, whatever its dtype.
    private static final double LEAST_BYTES = 32;
    private static final long MOST_SUMMED = 1_000_000;
    /// In a photograph neighbours differ by a third of the standard deviation or less, in noise by more than the whole.
    private static final double SMOOTH = 0.7;

    /// How a tensor is read as an image.
    ///
    /// @param words    `CHW`, `HWC` or empty
    /// @param channels 1, 3 or 4
    record Format(String words, int channels, long height, long width) {
        String kind() { return (words.isEmpty() ? "" : words + " ") + (channels == 1 ? "grey" : "colour") + " image"; }
    }

    private TensorPicture() {}

    /// The picture of a strided tensor without history, of its first part where it has more dimensions than a picture.
    static TensorFacts.@Nullable Picture of(Tensor tensor) {
        if (tensor.dtype().isComplex()) return null;
        var part = tensor;
        var place = new StringBuilder();
        while (true) {
            var format = format(part);
            if (format != null) return image(part, format, where(place, tensor));
            if (part.dim() <= 2) return map(part, where(place, tensor));
            place.append(place.isEmpty() ? "0" : ", 0");
            part = part.get(0);
        }
    }

    private static String where(StringBuilder place, Tensor tensor) {
        return place.isEmpty() ? ""
                : ", x[" + place + "]" + (place.length() == 1 ? " of " + Words.count(tensor.size(0)) : "");
    }

    private static TensorFacts.Picture image(Tensor part, Format format, String where) {
        var range = range(List.of(part));
        return new TensorFacts.Picture(image(part, format, range, MOST_PIXELS),
                format.kind() + where + stretched(range));
    }

    private static @Nullable Format format(Tensor tensor) {
        if (tensor.dim() == 3) {
            var channels = channels(tensor);
            return channels != null && Math.min(channels.height, channels.width) >= LEAST_IMAGE
                    && isLikely(tensor, channels) ? channels : null;
        }
        if (tensor.dim() != 2 || Math.min(tensor.size(0), tensor.size(1)) < LEAST_IMAGE) return null;
        // Any matrix might be one. Bytes and what goes from 0 to 1 are likely to.
        if (tensor.dtype() == DType.uint8 || tensor.dtype() == DType.bool) return grey(tensor);
        if (!tensor.dtype().isFloatingPoint()) return null;
        var seen = new Grid(thinned(tensor, MOST_CELLS).doubleArray()).range();
        return seen.from() >= 0 && seen.from() < 0.5 && seen.to() > 0.5 && seen.to() <= 1 && !addsUp(tensor)
                ? grey(tensor)
                : null;
    }

    /// Whether each row's sum is one, as a softmax and the weights of an attention have it.
    private static boolean addsUp(Tensor matrix) {
        var rows = TensorReader.every(matrix, 0, Math.ceilDiv(matrix.size(0), (long) MOST_CELLS));
        return rows.numel() <= MOST_SUMMED && rows.toDouble().sum(1).sub(1).abs().max().item().doubleValue() < 1e-3;
    }

    /// Whether three dimensions of which one is as long as colours are many are an image, and not some steps of some
    /// features: they hold bytes, or what goes from 0 to 1 or 255, or neighbours are alike.
    private static boolean isLikely(Tensor tensor, Format format) {
        if (tensor.dtype() == DType.uint8 || tensor.dtype() == DType.bool) return true;
        var seen = new Grid(thinned(tensor, MOST_CELLS).doubleArray()).range();
        if (seen.from() >= 0 && (seen.to() <= 1 || (seen.to() > LEAST_BYTES && seen.to() <= 255))) return true;
        return format.channels != 4 && isSmooth(tensor, format);
    }

    private static boolean isSmooth(Tensor tensor, Format format) {
        var plane = format.words.equals("CHW") ? tensor.get(0) : tensor.select(2, 0);
        var height = (int) Math.min(plane.size(0), MOST_CELLS);
        var width = (int) Math.min(plane.size(1), MOST_CELLS);
        var middle = plane.narrow(0, (plane.size(0) - height) / 2, height)
                .narrow(1, (plane.size(1) - width) / 2, width).doubleArray();
        var across = 0.0;
        var down = 0.0;
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < middle.length; i++) {
            sum += middle[i];
            squares += middle[i] * middle[i];
            if (i % width != 0) across += Math.abs(middle[i] - middle[i - 1]);
            if (i >= width) down += Math.abs(middle[i] - middle[i - width]);
        }
        var mean = sum / middle.length;
        var most = SMOOTH * Math.sqrt(squares / middle.length - mean * mean);
        return across / (height * (width - 1)) <= most && down / (width * (height - 1)) <= most;
    }

    /// How three dimensions are an image, or null.
    static @Nullable Format channels(Tensor tensor) {
        if (areChannels(tensor.size(0))) {
            return new Format("CHW", (int) tensor.size(0), tensor.size(1), tensor.size(2));
        }
        return areChannels(tensor.size(2)) ? new Format("HWC", (int) tensor.size(2), tensor.size(0), tensor.size(1))
                : null;
    }

    private static boolean areChannels(long size) { return size == 1 || size == 3 || size == 4; }

    /// A matrix as an image.
    static Format grey(Tensor tensor) { return new Format("", 1, tensor.size(0), tensor.size(1)); }

    /// What black and white are in all of these images: 0 and 255 of bytes, 0 and 1 where all elements lie between them,
    /// else the least and the greatest.
    static PlotNode.Range range(List<Tensor> images) {
        if (images.stream().allMatch(image -> image.dtype() == DType.uint8)) return new PlotNode.Range(0, 255);
        var least = 0.0;
        var greatest = 0.0;
        for (var image : images) {
            var seen = new Grid(thinned(image, MOST_PIXELS).doubleArray()).range();
            // Comparisons with NaN, where nothing is finite, are false.
            if (seen.from() < least) least = seen.from();
            if (seen.to() > greatest) greatest = seen.to();
        }
        if (least >= 0 && greatest <= 1) return new PlotNode.Range(0, 1);
        if (least >= 0 && greatest <= 255 && greatest > LEAST_BYTES) return new PlotNode.Range(0, 255);
        return new PlotNode.Range(least, greatest);
    }

    /// What to say of a range that is not the usual one.
    static String stretched(PlotNode.Range range) {
        return range.from() == 0 && (range.to() == 1 || range.to() == 255) ? ""
                : ", black is " + Scale.number(range.from()) + ", white " + Scale.number(range.to());
    }

    // Every so manyth element, so that no side is longer than so many.
    private static Tensor thinned(Tensor image, int most) {
        var thinned = image;
        for (var dim = 0L; dim < image.dim(); dim++) {
            thinned = TensorReader.every(thinned, dim, Math.ceilDiv(image.size(dim), (long) most));
        }
        return thinned;
    }

    /// A tensor's image in which no side has more than so many pixels.
    static PixelImage image(Tensor tensor, Format format, PlotNode.Range range, int most) {
        var thinned = thinned(tensor, most * FINENESS);
        var values = thinned.doubleArray();
        var last = format.words.equals("HWC");
        var height = (int) thinned.size(format.words.equals("CHW") ? 1 : 0);
        var width = (int) thinned.size(format.words.equals("CHW") ? 2 : 1);
        var pixels = new int[width * height];
        for (var i = 0; i < pixels.length; i++) {
            var colour = format.channels == 4 ? 0 : 255 << 24;
            for (var channel = 0; channel < format.channels; channel++) {
                var value = values[last ? i * format.channels + channel : channel * pixels.length + i];
                if (!Double.isFinite(value)) {
                    colour = PixelImage.MARK;
                    break;
                }
                var level = level(value, range);
                colour |= channel == 3 ? level << 24
                        : format.channels == 1 ? level * 0x010101 : level << (16 - 8 * channel);
            }
            pixels[i] = colour;
        }
        return new PixelImage(pixels, width, height).within(most);
    }

    private static int level(double value, PlotNode.Range range) {
        var span = range.to() - range.from();
        return Math.clamp(Math.round(255 * (value - range.from()) / (span > 0 ? span : 1)), 0, 255);
    }

    private static TensorFacts.@Nullable Picture map(Tensor matrix, String where) {
        if (matrix.dim() != 2 || Math.min(matrix.size(0), matrix.size(1)) < LEAST_MAP || matrix.numel() < FEW)
            return null;
        var thinned = thinned(matrix, MOST_CELLS * FINENESS);
        var read = new Grid(thinned.doubleArray(), (int) thinned.size(0), (int) thinned.size(1));
        var grid = read.within(MOST_CELLS, MOST_CELLS);
        var range = grid.range();
        var signed = range.from() < 0 && range.to() > 0;
        var size = Math.max(Math.abs(range.from()), Math.abs(range.to()));
        var marks = marks(read, grid.rows(), grid.columns());
        var pixels = new int[grid.rows() * grid.columns()];
        for (var i = 0; i < pixels.length; i++) {
            var value = grid.at(i / grid.columns(), i % grid.columns());
            if (marks[i] || Double.isNaN(value)) {
                pixels[i] = PixelImage.MARK;
            } else if (signed) {
                pixels[i] = 0xff000000 | ColourMap.signed(rounded(value / size));
            } else {
                var span = range.to() - range.from();
                pixels[i] = 0xff000000 | ColourMap.of(span > 0 ? rounded((value - range.from()) / span) : 0.5);
            }
        }
        var words = "heat map" + where + (signed ? ", blue below 0, red above" : ", dark is low")
                + (grid.rows() < matrix.size(0) || grid.columns() < matrix.size(1) ? ", made smaller" : "");
        return new TensorFacts.Picture(new PixelImage(pixels, grid.columns(), grid.rows()), words);
    }

    private static double rounded(double share) { return Math.rint(share * COLOURS) / COLOURS; }

    // Means hide what is not finite.
    private static boolean[] marks(Grid grid, int rows, int columns) {
        var marks = new boolean[rows * columns];
        for (var r = 0; r < grid.rows(); r++) {
            for (var c = 0; c < grid.columns(); c++) {
                if (Double.isFinite(grid.at(r, c))) continue;
                marks[(int) ((long) r * rows / grid.rows()) * columns
                        + (int) ((long) c * columns / grid.columns())] = true;
            }
        }
        return marks;
    }
}
