package sconce.nn;

import sconce.Tensor;

/// A module that makes one tensor of one tensor and says so in its type: most layers, and [Sequential].
///
/// A layer implements it with `public Tensor call(Tensor x) { return run(this::forward, x); }`.
public interface Layer {
    /// Runs the hooks and forward.
    Tensor call(Tensor x);

    /// Computes the output; runs no hooks.
    Tensor forward(Tensor x);
}
