package sconce.libtorch;

/// The types that arguments of operators have in a schema, without the mark for "may be None".
enum ArgumentKind {
    TENSOR, TENSORS, OPTIONAL_TENSORS, INT, INTS, FLOAT, FLOATS, BOOL, BOOLS, SCALAR, SCALARS, STRING, DEVICE,
    GENERATOR,
    STORAGE, OTHER;

    /// What Python's messages call it.
    String python() {
        return switch (this) {
            case TENSOR -> "Tensor";
            case TENSORS, OPTIONAL_TENSORS -> "tuple of Tensors";
            case INT -> "int";
            case INTS -> "tuple of ints";
            case FLOAT -> "float";
            case FLOATS -> "tuple of floats";
            case BOOL -> "bool";
            case BOOLS -> "tuple of bools";
            case SCALAR -> "Number";
            case SCALARS -> "tuple of Scalars";
            case STRING -> "str";
            case DEVICE -> "torch.device";
            case GENERATOR -> "torch.Generator";
            case STORAGE -> "Storage";
            case OTHER -> "of another type";
        };
    }

    static ArgumentKind of(String schemaType) {
        return switch (schemaType.endsWith("?") ? schemaType.substring(0, schemaType.length() - 1) : schemaType) {
            case "Tensor" -> TENSOR;
            case "Tensor[]" -> TENSORS;
            case "Tensor?[]" -> OPTIONAL_TENSORS;
            case "int", "SymInt" -> INT;
            case "int[]", "SymInt[]" -> INTS;
            case "float" -> FLOAT;
            case "float[]" -> FLOATS;
            case "bool" -> BOOL;
            case "bool[]" -> BOOLS;
            case "Scalar", "number" -> SCALAR;
            case "Scalar[]", "number[]" -> SCALARS;
            case "str" -> STRING;
            case "Device" -> DEVICE;
            case "Generator" -> GENERATOR;
            case "Storage" -> STORAGE;
            default -> OTHER;
        };
    }
}
