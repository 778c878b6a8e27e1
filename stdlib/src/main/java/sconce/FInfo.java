package sconce;

/// The limits of a floating-point dtype. Stands for `torch.finfo`.
///
/// @param bits the bits of one number
/// @param resolution the decimal resolution
/// @param min the least number
/// @param max the greatest number
/// @param eps the distance from 1 to the next greater number
/// @param smallestNormal the smallest positive number of full precision
/// @param dtype the name of the dtype; of a complex one that of its parts
public record FInfo(int bits, double resolution, double min, double max, double eps, double smallestNormal,
        String dtype) {
    static FInfo of(DType dtype) {
        return switch (dtype) {
            case float64, complex128 ->
                new FInfo(64, 1e-15, -Double.MAX_VALUE, Double.MAX_VALUE, Math.ulp(1.0), Double.MIN_NORMAL, "float64");
            case float32, complex64 ->
                new FInfo(32, 1e-6, -Float.MAX_VALUE, Float.MAX_VALUE, Math.ulp(1f), Float.MIN_NORMAL, "float32");
            case float16, complex32 -> new FInfo(16, 1e-3, -65504, 65504, 0x1p-10, 0x1p-14, "float16");
            case bfloat16 -> new FInfo(16, 1e-2, -0x1.fep127, 0x1.fep127, 0x1p-7, 0x1p-126, "bfloat16");
            case float8_e4m3fn -> new FInfo(8, 1, -448, 448, 0x1p-3, 0x1p-6, "float8_e4m3fn");
            case float8_e4m3fnuz -> new FInfo(8, 1, -240, 240, 0x1p-3, 0x1p-7, "float8_e4m3fnuz");
            case float8_e5m2 -> new FInfo(8, 1, -57344, 57344, 0x1p-2, 0x1p-14, "float8_e5m2");
            case float8_e5m2fnuz -> new FInfo(8, 1, -57344, 57344, 0x1p-2, 0x1p-15, "float8_e5m2fnuz");
            case float8_e8m0fnu -> new FInfo(8, 1, 0x1p-127, 0x1p127, 1, 0x1p-127, "float8_e8m0fnu");
            default -> throw new TypeError(
                    "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'");
        };
    }

    /// The same as [#smallestNormal()].
    public double tiny() { return smallestNormal; }

    /// PyTorch's `repr`: `finfo(resolution=1e-06, min=-3.40282e+38, ...)`.
    @Override
    public String toString() {
        return "finfo(resolution=" + NumberText.general(resolution) + ", min=" + NumberText.general(min) + ", max="
                + NumberText.general(max) + ", eps=" + NumberText.general(eps) + ", smallest_normal="
                + NumberText.general(smallestNormal) + ", tiny=" + NumberText.general(smallestNormal) + ", dtype="
                + dtype + ")";
    }
}
