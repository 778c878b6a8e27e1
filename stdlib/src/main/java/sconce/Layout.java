package sconce;

import sconce.libtorch.Coded;

/// How a tensor's elements lie in memory. Stands for `torch.layout`.
public enum Layout implements Coded {
    strided(0), sparse_coo(1), sparse_csr(2), mkldnn(3), sparse_csc(4), sparse_bsr(5), sparse_bsc(6), jagged(7);

    private final int code;

    Layout(int code) { this.code = code; }

    static Layout of(int code) {
        for (var layout : values()) {
            if (layout.code == code) return layout;
        }
        throw new TorchException("libtorch's layout " + code + " has no Layout here");
    }

    @Override
    public long code() { return code; }

    /// PyTorch's name: `torch.strided`; mkldnn's is `torch._mkldnn`.
    @Override
    public String toString() { return this == mkldnn ? "torch._mkldnn" : "torch." + name(); }
}
