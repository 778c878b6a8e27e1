package sconce.nn;

/// The keyword arguments that all recurrent cells share, with PyTorch's names and defaults.
abstract class CellOptions<O extends CellOptions<O>> extends LayerOptions<O> {
    boolean bias = true;

    CellOptions() {}

    /// Whether there are shifts; by default true.
    public O bias(boolean bias) { this.bias = bias; return self(); }
}
