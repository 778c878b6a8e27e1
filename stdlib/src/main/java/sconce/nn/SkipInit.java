package sconce.nn;

import java.util.function.Supplier;
import sconce.Device;
import sconce.Torch;
import sconce.TorchException;

/// Makes a layer without drawing its numbers, for one whose state is loaded next. Stands for
/// `torch.nn.utils.skip_init`.
///
/// ```java
/// SkipInit.skipInit(() -> new Linear(3, 2)).weight.shape()   // torch.Size([2, 3])
/// ```
public final class SkipInit {
    private SkipInit() {}

    /// The module that `constructor` makes, with parameters that hold whatever was in memory; random numbers stay undrawn.
    ///
    /// @throws TorchException if the module has neither parameters nor buffers
    public static <M extends Module> M skipInit(Supplier<M> constructor) {
        return skipInit(constructor, Torch.getDefaultDevice());
    }

    /// The same on a device.
    public static <M extends Module> M skipInit(Supplier<M> constructor, Device device) {
        var module = Torch.device("meta", constructor);
        if (module.parameters().isEmpty() && module.buffers().isEmpty()) {
            throw new TorchException("Module must support a 'device' arg to skip initialization");
        }
        module.toEmpty(device);
        return module;
    }
}
