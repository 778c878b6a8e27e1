package sconce;

import org.jspecify.annotations.Nullable;

/// How tensors are printed: keyword arguments of [Torch#setPrintoptions], with PyTorch's names and defaults.
///
/// ```java
/// Torch.setPrintoptions(o -> o.precision(2).edgeitems(1))
/// Torch.setPrintoptions(o -> o.profile("default"))
/// ```
///
/// What is not named stays as it is, but for `sciMode`, which goes back to "where the numbers need it".
public final class PrintOptions {
    private static final Style DEFAULT = new Style(4, 1000, 3, 80, null);
    private static volatile Style current = DEFAULT;

    private @Nullable String profile;
    private @Nullable Integer precision;
    private @Nullable Double threshold;
    private @Nullable Integer edgeitems;
    private @Nullable Integer linewidth;
    private @Nullable Boolean sciMode;

    PrintOptions() {}

    /// What holds at a time.
    ///
    /// @param precision digits after the point
    /// @param threshold the number of elements above which a tensor is summarised
    /// @param edgeitems the number of elements shown at each end of a summary
    /// @param linewidth the width that lines keep to
    /// @param sciMode whether numbers have an exponent; null: where they need it
    record Style(int precision, double threshold, int edgeitems, int linewidth, @Nullable Boolean sciMode) {}

    static Style current() { return current; }

    /// `"default"`, `"short"` (two digits, two items at each end) or `"full"` (never summarised); others change it.
    public PrintOptions profile(String profile) { this.profile = profile; return this; }

    /// Digits after the point; 4 by default.
    public PrintOptions precision(int precision) { this.precision = precision; return this; }

    /// The number of elements above which a tensor is summarised; 1000 by default, infinity for never.
    public PrintOptions threshold(double threshold) { this.threshold = threshold; return this; }

    /// The number of elements shown at each end of a summary; 3 by default.
    public PrintOptions edgeitems(int edgeitems) { this.edgeitems = edgeitems; return this; }

    /// The width that lines keep to; 80 by default.
    public PrintOptions linewidth(int linewidth) { this.linewidth = linewidth; return this; }

    /// Whether numbers have an exponent; by default where they need it.
    public PrintOptions sciMode(@Nullable Boolean sciMode) { this.sciMode = sciMode; return this; }

    void apply() {
        var base = profile == null ? current : switch (profile) {
            case "default", "full", "short" -> DEFAULT;
            default -> current;
        };
        if ("short".equals(profile)) base = new Style(2, 1000, 2, 80, null);
        if ("full".equals(profile)) base = new Style(4, Double.POSITIVE_INFINITY, 3, 80, null);
        current = new Style(precision == null ? base.precision : precision,
                threshold == null ? base.threshold : threshold, edgeitems == null ? base.edgeitems : edgeitems,
                linewidth == null ? base.linewidth : linewidth, sciMode);
    }
}
