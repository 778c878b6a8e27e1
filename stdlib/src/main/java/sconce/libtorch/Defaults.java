package sconce.libtorch;

import org.bytedeco.pytorch.global.torch;

/// What libtorch takes where nothing is said.
public final class Defaults {
    private Defaults() {}

    /// The number of the `ScalarType` that real numbers get.
    public static int dtype() {
        Libtorch.ready();
        return torch.get_default_dtype_as_scalartype().value;
    }

    /// Sets the `ScalarType` that real numbers get.
    public static void setDtype(int scalarType) {
        Libtorch.ready();
        for (var type : torch.ScalarType.values()) {
            if (type.value == scalarType) torch.set_default_dtype(torch.scalarTypeToTypeMeta(type));
        }
    }
}
