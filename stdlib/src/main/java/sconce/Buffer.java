package sconce;

import org.jspecify.annotations.Nullable;

/// A tensor that a module saves and moves, but does not train. Stands for `torch.nn.Buffer`.
///
/// ```java
/// new Buffer(Torch.zeros(2))   // tensor([0., 0.])
/// ```
public non-sealed class Buffer extends Tensor {
    private final boolean persistent;

    /// A buffer that is part of the state dict; without elements if `data` is null.
    public Buffer(@Nullable Tensor data) { this(data, true); }

    /// A buffer; `persistent` says whether it is part of the state dict.
    public Buffer(@Nullable Tensor data, boolean persistent) {
        super(data == null ? Torch.empty(0) : data);
        this.persistent = persistent;
    }

    /// Whether the buffer is part of the state dict.
    public boolean persistent() { return persistent; }

    /// From now on this buffer is what `source` is, of whatever dtype and device, and still the same object. What
    /// `torch.utils.swap_tensors` is for.
    public final void hold(Tensor source) { become(source); }
}
