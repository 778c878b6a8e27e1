package sconce.show;

import java.awt.image.BufferedImage;

/// A matrix as an image, a pixel for each cell or for a few.
final class CellsImage {
    private static final int MOST = 256;
    private static final int TRANSPARENT = 0;

    private CellsImage() {}

    static String href(Grid grid, PlotNode.Range range) {
        var shown = grid.within(MOST, MOST);
        // Viewers blur what they enlarge, some whatever one asks; whole multiples keep the cells' edges where they are.
        var scale = Math.max(1, MOST / Math.max(shown.rows(), shown.columns()));
        var image = new BufferedImage(shown.columns() * scale, shown.rows() * scale, BufferedImage.TYPE_INT_ARGB);
        for (var r = 0; r < shown.rows(); r++) {
            for (var c = 0; c < shown.columns(); c++) {
                var value = shown.at(r, c);
                var colour = Double.isFinite(value) ? 0xff000000 | colour(value, range) : TRANSPARENT;
                for (var i = 0; i < scale; i++) {
                    for (var j = 0; j < scale; j++) image.setRGB(c * scale + j, r * scale + i, colour);
                }
            }
        }
        return PngHref.of(image);
    }

    static int colour(double value, PlotNode.Range range) {
        return ColourMap.of(range.to() > range.from() ? (value - range.from()) / (range.to() - range.from()) : 0.5);
    }
}
