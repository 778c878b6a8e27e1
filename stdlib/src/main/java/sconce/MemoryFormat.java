package sconce;

import sconce.libtorch.Coded;

/// The order of a dense tensor's dimensions in memory. Stands for `torch.memory_format`.
public enum MemoryFormat implements Coded {
    contiguous_format, preserve_format, channels_last, channels_last_3d;

    @Override
    public long code() { return ordinal(); }

    /// PyTorch's name: `torch.channels_last`.
    @Override
    public String toString() { return "torch." + name(); }
}
