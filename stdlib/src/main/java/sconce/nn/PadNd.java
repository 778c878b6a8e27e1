package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// What all padding layers share.
abstract class PadNd extends UnaryModule {
    /// How many rows are added, for the last dimension first, before and behind each.
    public Size padding;

    /// What the rows of a constant padding hold; else null.
    public @Nullable Number value;

    private final String mode;

    PadNd(int dimensions, IntOrTuple padding, String mode, @Nullable Number value) {
        this.padding = padding.expand(2 * dimensions);
        this.mode = mode;
        this.value = value;
    }

    @Override
    public Tensor forward(Tensor input) { return F.pad(input, padding, mode, value); }

    final String sides() { return PythonFormat.tuple(padding); }

    @Override
    public String extraRepr() {
        return mode.equals("constant") ? PythonFormat.format("padding=%s, value=%s", padding, value) : sides();
    }
}
