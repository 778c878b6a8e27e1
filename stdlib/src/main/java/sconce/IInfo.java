package sconce;

/// The limits of an integer dtype. Stands for `torch.iinfo`.
///
/// @param bits the bits of one number
/// @param min the least number
/// @param max the greatest number; that of uint64 as the bits of a long
/// @param dtype the name of the dtype
public record IInfo(int bits, long min, long max, String dtype) {
    static IInfo of(DType dtype) {
        if (dtype == DType.bool) throw new TypeError("torch.bool is not supported by torch.iinfo");
        if (dtype.isFloatingPoint() || dtype.isComplex()) {
            throw new TypeError(
                    "torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'");
        }
        var bits = dtype.itemSize() * 8;
        var max = dtype.isSigned() ? (1L << (bits - 1)) - 1 : bits == 64 ? -1L : (1L << bits) - 1;
        return new IInfo(bits, dtype.isSigned() ? -max - 1 : 0, max, dtype.name());
    }

    /// PyTorch's `repr`: `iinfo(min=-128, max=127, dtype=int8)`.
    @Override
    public String toString() {
        var greatest = max < 0 ? 0x1p64 : (double) max;
        return "iinfo(min=" + NumberText.general((double) min) + ", max=" + NumberText.general(greatest) + ", dtype="
                + dtype
                + ")";
    }
}
