package sconce;

import sconce.libtorch.Coded;

/// The order of a dense tensor's dimensions in memory. Stands for `torch.memory_format`.
public enum MemoryFormat implements Coded {
    contiguous_format(0), preserve_format(1), channels_last(2), channels_last_3d(3);

    private final int code;

    MemoryFormat(int code) { this.code = code; }

    @Override
    public long code() { return code; }

    /// PyTorch's name: `torch.channels_last`.
    @Override
    public String toString() { return "torch." + name(); }
}
