package sconce.io;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.Device;
import sconce.TorchException;

/// Keyword arguments of `torch.load`, with PyTorch's names and defaults.
///
/// ```java
/// var file = java.nio.file.Files.createTempFile("weights", ".pt").toString();
/// Torch.save(Map.of("w", Torch.ones(2)), file);
/// Map<String, Tensor> weights = Torch.load(file, o -> o.mapLocation("meta"));
/// weights.get("w").device()   // device(type='meta')
/// ```
public final class LoadOptions {
    private @Nullable UnaryOperator<String> mapLocation;
    private @Nullable Boolean mmap;

    LoadOptions() {}

    /// Puts all tensors on one device, wherever they were saved: `cpu`, or `meta` for shapes alone.
    public LoadOptions mapLocation(String device) { return mapLocation(Device.of(device)); }

    /// Puts all tensors on one device, wherever they were saved.
    public LoadOptions mapLocation(Device device) {
        var name = device.name();
        mapLocation = _ -> name;
        return this;
    }

    /// Puts tensors that were on the first of two devices on the second; others stay where they were.
    public LoadOptions mapLocation(Map<String, String> devices) {
        var copy = Map.copyOf(devices);
        mapLocation = saved -> copy.getOrDefault(saved, saved);
        return this;
    }

    /// Puts tensors where the function says, given the device they were saved from.
    public LoadOptions mapLocation(UnaryOperator<String> devices) {
        mapLocation = Objects.requireNonNull(devices);
        return this;
    }

    /// Whether tensors stand on the mapped file, whose bytes are read when they are touched, instead of being read at
    /// once. What is written to such tensors never reaches the file. A `.safetensors` file is mapped unless this says
    /// false; a `.pt` file is read, and its checksums are looked at, unless this says true.
    ///
    /// As with every mapped file, another program that cuts the file short while it is in use ends this one.
    /// `Torch.save` does not: it puts a new file in the old one's place.
    public LoadOptions mmap(boolean mmap) { this.mmap = mmap; return this; }

    /// Only weights are ever loaded, and nothing of a file is run: there is no other way to load here.
    ///
    /// @throws TorchException if it is to be false
    public LoadOptions weightsOnly(boolean weightsOnly) {
        if (!weightsOnly) {
            throw new TorchException(
                    "weights_only=False would run the code that a file brings: there is no such way to "
                            + "load here. Save a state dict in Python, torch.save(model.state_dict(), ...), and load that.");
        }
        return this;
    }

    boolean mmapOr(boolean byDefault) { return mmap == null ? byDefault : mmap; }

    /// Where a tensor goes that was saved from `location`.
    Device restore(String location) {
        var name = mapLocation == null ? location : mapLocation.apply(location);
        if (name == null) name = location;
        if (name.equals("cpu")) return Device.CPU;
        if (name.equals("meta")) return Device.META;
        var type = Device.of(name).type();
        throw new TorchException("Attempting to deserialize object on a " + type.toUpperCase(Locale.ROOT)
                + " device but torch." + type + ".is_available() is False. If you are running on a CPU-only machine, "
                + "please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU. In Java that "
                + "is Torch.load(file, \"cpu\").");
    }
}
