package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Splits a batch over several CUDA devices; without them, as here, it calls its module. Stands for
/// `torch.nn.DataParallel`.
///
/// Inputs and output are those of the module.
///
/// ```java
/// new DataParallel(new Identity()).call(Torch.ones(2))   // tensor([1., 1.])
/// ```
public class DataParallel extends Module {
    /// What is called.
    public Module module;

    /// Options of [DataParallel], with PyTorch's names; without CUDA devices none of them changes anything.
    public static final class Options {
        /// The CUDA devices to split over; by default all.
        public Options deviceIds(int... deviceIds) { return this; }

        /// The CUDA device on which the results are gathered; by default the first.
        public Options outputDevice(int outputDevice) { return this; }

        /// The dimension along which a batch is split; by default 0.
        public Options dim(long dim) { return this; }
    }

    /// Around a module.
    public DataParallel(Module module) { this.module = module; }

    /// Around a module, with options.
    public DataParallel(Module module, Consumer<Options> options) {
        options.accept(new Options());
        this.module = module;
    }

    /// Calls the module, whatever it takes.
    public @Nullable Object forward(@Nullable Object... inputs) { return module.invoke(inputs); }
}
