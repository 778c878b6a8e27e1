package sconce.kernel.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a slip of the finger was meant to be.
public final class Spelling {
    private Spelling() {}

    /// The one of these words that is nearest to what was written, or null when none is near.
    public static @Nullable String nearest(String written, Collection<String> words) {
        var lower = written.toLowerCase(Locale.ROOT);
        int most = Math.max(1, written.length() / 3);
        return words.stream().filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT)))).orElse(null);
    }

    /// How many letters must be put in, left out, changed or swapped with the next to make one of the other.
    public static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
