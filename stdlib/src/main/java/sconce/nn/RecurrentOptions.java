package sconce.nn;

import org.jspecify.annotations.Nullable;

/// The keyword arguments that all recurrent layers share, with PyTorch's names and defaults.
abstract class RecurrentOptions<O extends RecurrentOptions<O>> extends LayerOptions<O> {
    long numLayers = 1;
    boolean bias = true;
    boolean batchFirst = false;
    Number dropout = 0.0;
    boolean bidirectional = false;
    @Nullable
    Long projSize;

    RecurrentOptions() {}

    /// How many layers stand on each other; by default 1.
    public O numLayers(long numLayers) { this.numLayers = numLayers; return self(); }

    /// Whether there are shifts; by default true.
    public O bias(boolean bias) { this.bias = bias; return self(); }

    /// Whether the batch comes before time in padded inputs and outputs; by default not.
    public O batchFirst(boolean batchFirst) { this.batchFirst = batchFirst; return self(); }

    /// How likely a number between two layers becomes zero in training; by default 0.
    public O dropout(Number dropout) { this.dropout = dropout; return self(); }

    /// Whether a second reader goes from the end to the beginning; by default not.
    public O bidirectional(boolean bidirectional) { this.bidirectional = bidirectional; return self(); }

    /// The size to which an [LSTM] projects its hidden state; by default 0, which is not at all.
    public O projSize(long projSize) { this.projSize = projSize; return self(); }
}
