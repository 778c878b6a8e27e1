package sconce;

import sconce.libtorch.Coded;

/// The type of a tensor's elements. Stands for `torch.dtype`; also to be had as `Torch.float32` and so on.
///
/// ```java
/// Torch.ones(2).dtype()   // torch.float32
/// ```
public enum DType implements Coded {
    uint8(0, 1), int8(1, 1), int16(2, 2), int32(3, 4), int64(4, 8), float16(5, 2), float32(6, 4), float64(7, 8),
    complex32(8, 4), complex64(9, 8), complex128(10, 16), bool(11, 1), bfloat16(15, 2), float8_e5m2(23, 1),
    float8_e4m3fn(24, 1), float8_e5m2fnuz(25, 1), float8_e4m3fnuz(26, 1), uint16(27, 2), uint32(28, 4), uint64(29, 8),
    float8_e8m0fnu(44, 1);

    private static final DType[] BY_CODE = new DType[64];

    static {
        for (var dtype : values()) BY_CODE[dtype.code] = dtype;
    }

    private final int code;
    private final int itemSize;

    DType(int code, int itemSize) {
        this.code = code;
        this.itemSize = itemSize;
    }

    static DType of(int code) {
        var dtype = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (dtype == null) throw new TorchException("libtorch's scalar type " + code + " has no DType here");
        return dtype;
    }

    @Override
    public long code() { return code; }

    /// The name of an element's type in C++, which some of libtorch's messages have.
    String cppName() {
        return switch (this) {
            case float32 -> "float";
            case float64 -> "double";
            case float16 -> "c10::Half";
            case bfloat16 -> "c10::BFloat16";
            case complex32 -> "c10::complex<c10::Half>";
            case complex64 -> "c10::complex<float>";
            case complex128 -> "c10::complex<double>";
            case int8 -> "signed char";
            case uint8 -> "unsigned char";
            case int16 -> "short";
            case int32 -> "int";
            case int64 -> "long int";
            default -> name();
        };
    }

    /// The bytes of one element.
    public int itemSize() { return itemSize; }

    /// The complex dtype whose parts are of this one. Stands for `dtype.to_complex()`.
    public DType toComplex() {
        return switch (this) {
            case float16, complex32 -> complex32;
            case float64, complex128 -> complex128;
            case float32, bfloat16, complex64 -> complex64;
            default -> throw new TorchException("Expected complex or real floating point dtype, got " + this);
        };
    }

    /// The dtype of a complex one's parts. Stands for `dtype.to_real()`.
    public DType toReal() {
        return switch (this) {
            case complex32 -> float16;
            case complex64 -> float32;
            case complex128 -> float64;
            default -> this;
        };
    }

    /// Whether elements are real numbers with a point.
    public boolean isFloatingPoint() { return name().startsWith("float") || this == bfloat16; }

    /// Whether elements are complex.
    public boolean isComplex() { return name().startsWith("complex"); }

    /// Whether elements can be negative.
    public boolean isSigned() { return this != bool && !name().startsWith("uint"); }

    /// PyTorch's name: `torch.float32`.
    @Override
    public String toString() { return "torch." + name(); }
}
