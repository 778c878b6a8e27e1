package sconce;

/// The keyword arguments of `allclose` and `isclose`: `|x - other| <= atol + rtol * |other|`.
///
/// ```java
/// Torch.allclose(Torch.tensor(1.0), Torch.tensor(1.001), o -> o.atol(1e-2))   // true
/// ```
public final class CloseOptions {
    double rtol = 1e-5;
    double atol = 1e-8;
    boolean equalNan = false;

    CloseOptions() {}

    /// The tolerance relative to `other`; by default 1e-5.
    public CloseOptions rtol(double rtol) { this.rtol = rtol; return this; }

    /// The absolute tolerance; by default 1e-8.
    public CloseOptions atol(double atol) { this.atol = atol; return this; }

    /// Whether NaN is close to NaN; by default not.
    public CloseOptions equalNan(boolean equalNan) { this.equalNan = equalNan; return this; }
}
