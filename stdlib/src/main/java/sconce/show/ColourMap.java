package sconce.show;

import java.util.Arrays;
import java.util.List;

/// Colours for numbers: viridis, which is as readable in grey and by those who see fewer colours.
final class ColourMap {
    // Sixteenths of the map as matplotlib has it.
    private static final int[] VIRIDIS = { 0x440154, 0x481a6c, 0x472f7d, 0x414487, 0x39568c, 0x31688e, 0x2a788e,
            0x23888e,
            0x1f988b, 0x22a884, 0x35b779, 0x54c568, 0x7ad151, 0xa5db36, 0xd2e21b, 0xfde725 };

    private ColourMap() {}

    /// The colour of a number from 0 to 1, as red, green and blue.
    static int of(double share) {
        var place = Math.clamp(share, 0, 1) * (VIRIDIS.length - 1);
        var first = Math.min((int) place, VIRIDIS.length - 2);
        return mixed(VIRIDIS[first], VIRIDIS[first + 1], place - first);
    }

    /// The whole map, from the colour of 0 to that of 1.
    static List<String> hexes() { return Arrays.stream(VIRIDIS).mapToObj("#%06x"::formatted).toList(); }

    /// Blue for -1, white for 0, red for 1: for numbers whose sign matters.
    static int signed(double share) {
        var size = Math.abs(Math.clamp(share, -1, 1));
        return mixed(0xf7f7f7, share < 0 ? 0x2166ac : 0xb2182b, size);
    }

    /// Whether black is more readable than white on a colour.
    static boolean isLight(int colour) {
        return 0.299 * (colour >> 16 & 255) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255) > 140;
    }

    private static int mixed(int first, int second, double share) {
        var colour = 0;
        for (var shift = 16; shift >= 0; shift -= 8) {
            var from = first >> shift & 255;
            var to = second >> shift & 255;
            colour |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return colour;
    }
}
