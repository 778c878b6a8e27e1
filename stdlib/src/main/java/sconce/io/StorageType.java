package sconce.io;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.DType;

/// `torch.FloatStorage` and the like: how a `.pt` file tells what the numbers of a storage are.
///
/// @param dtype the dtype of its elements
/// @param untyped whether it is PyTorch's newer way: bytes, with a dtype told by each tensor
record StorageType(DType dtype, boolean untyped) {
    static final String UNTYPED = "torch.storage.UntypedStorage";
    private static final Map<String, StorageType> BY_NAME = new LinkedHashMap<>();
    private static final Map<DType, String> NAMES = new EnumMap<>(DType.class);

    static {
        name("DoubleStorage", DType.float64);
        name("FloatStorage", DType.float32);
        name("HalfStorage", DType.float16);
        name("BFloat16Storage", DType.bfloat16);
        name("LongStorage", DType.int64);
        name("IntStorage", DType.int32);
        name("ShortStorage", DType.int16);
        name("CharStorage", DType.int8);
        name("ByteStorage", DType.uint8);
        name("BoolStorage", DType.bool);
        name("ComplexDoubleStorage", DType.complex128);
        name("ComplexFloatStorage", DType.complex64);
        BY_NAME.put(UNTYPED, new StorageType(DType.uint8, true));
    }

    private static void name(String name, DType dtype) {
        BY_NAME.put("torch." + name, new StorageType(dtype, false));
        NAMES.put(dtype, name);
    }

    static @Nullable StorageType find(String path) {
        // A file saved on a graphics card names the class of its own module.
        return BY_NAME.get(path.replaceFirst("^torch\\.cuda\\.", "torch."));
    }

    /// The name under `torch`, or null for the dtypes that came later.
    static @Nullable String nameOf(DType dtype) { return NAMES.get(dtype); }
}
