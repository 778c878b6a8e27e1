package sconce.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.DType;

/// The names that safetensors gives to dtypes.
final class SafetensorsDType {
    /// In the format's own order: a writer puts the tensors of the last ones first.
    private static final Map<String, DType> CODES = new LinkedHashMap<>();

    static {
        CODES.put("BOOL", DType.bool);
        CODES.put("U8", DType.uint8);
        CODES.put("I8", DType.int8);
        CODES.put("F8_E5M2", DType.float8_e5m2);
        CODES.put("F8_E4M3", DType.float8_e4m3fn);
        CODES.put("F8_E8M0", DType.float8_e8m0fnu);
        CODES.put("F8_E4M3FNUZ", DType.float8_e4m3fnuz);
        CODES.put("F8_E5M2FNUZ", DType.float8_e5m2fnuz);
        CODES.put("I16", DType.int16);
        CODES.put("U16", DType.uint16);
        CODES.put("F16", DType.float16);
        CODES.put("BF16", DType.bfloat16);
        CODES.put("I32", DType.int32);
        CODES.put("U32", DType.uint32);
        CODES.put("F32", DType.float32);
        CODES.put("C64", DType.complex64);
        CODES.put("F64", DType.float64);
        CODES.put("I64", DType.int64);
        CODES.put("U64", DType.uint64);
    }

    private static final List<DType> ORDER = List.copyOf(CODES.values());

    private SafetensorsDType() {}

    static @Nullable DType of(String code) { return CODES.get(code); }

    /// The name of a dtype, or null if the format has none.
    static @Nullable String code(DType dtype) {
        for (var entry : CODES.entrySet()) if (entry.getValue() == dtype) return entry.getKey();
        return null;
    }

    static int order(DType dtype) { return ORDER.indexOf(dtype); }

    static String codes() { return String.join(", ", CODES.keySet()); }
}
