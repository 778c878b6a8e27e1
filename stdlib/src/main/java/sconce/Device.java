package sconce;

import java.util.List;
import java.util.Locale;
import sconce.libtorch.Named;

/// Where a tensor's elements lie. Stands for `torch.device`.
///
/// ```java
/// Torch.ones(2).device()   // device(type='cpu')
/// ```
///
/// @param type `cpu`, `meta` (shapes without data), `cuda` ...
/// @param index which one of several, or -1
public record Device(String type, int index) implements Named {
    /// The processor.
    public static final Device CPU = new Device("cpu", -1);
    /// Shapes without data.
    public static final Device META = new Device("meta", -1);

    /// A device from its name: `cpu`, `cuda:1`.
    ///
    /// @throws TorchException if no such kind of device exists
    public static Device of(String name) {
        var colon = name.indexOf(':');
        if (name.equals("cpu")) return CPU;
        if (name.equals("meta")) return META;
        var type = colon < 0 ? name : name.substring(0, colon);
        if (!KINDS.contains(type)) {
            throw new TorchException(
                    "Expected one of " + String.join(", ", KINDS) + " device type at start of device string: " + type);
        }
        if (colon < 0) return new Device(type, -1);
        // At most 127, the greatest that libtorch can number; no signs, no zeros in front.
        if (!name.substring(colon + 1).matches("0|[1-9]\\d{0,2}")) {
            throw new TorchException("Invalid device string: '" + name + "'");
        }
        return new Device(type, Integer.parseInt(name.substring(colon + 1)));
    }

    /// This device, if this build of libtorch can compute on it.
    ///
    /// @throws TorchException if it cannot
    Device usable() {
        if (type.equals("cpu") || type.equals("meta")) return this;
        throw new TorchException(
                "Torch not compiled with " + type.toUpperCase(Locale.ROOT) + " enabled: this build of libtorch has "
                        + "the processor only. Leave the device out, or name \"cpu\".");
    }

    private static final List<String> KINDS = List.of("cpu", "cuda", "ipu", "xpu", "mkldnn",
            "opengl", "opencl",
            "ideep", "hip", "ve", "fpga", "maia", "xla", "lazy", "vulkan", "mps", "meta", "hpu", "mtia",
            "privateuseone");

    /// The name as `Device.of` takes it: `cuda:1`.
    @Override
    public String name() { return index < 0 ? type : type + ":" + index; }

    /// PyTorch's `repr`: `device(type='cuda', index=1)`.
    @Override
    public String toString() {
        return index < 0 ? "device(type='" + type + "')" : "device(type='" + type + "', index=" + index + ")";
    }
}
