package sconce;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.io.Checkpoints;
import sconce.io.LoadOptions;
import sconce.io.SaveOptions;

/// The functions of [Torch] that save to files and load from them.
@SuppressWarnings("TypeParameterUnusedInFormals") // What a file holds, only the caller can know.
abstract sealed class FileFunctions permits SettingFunctions {
    // Here, in the first of Torch's classes: a static method initialises the class that declares it, and those above.
    static {
        Tensor.initialise();
    }

    /// Writes a value to a file, so that `torch.load` opens it: a state dict, an optimizer's, or a map of them with numbers
    /// and texts. A file that ends in `.safetensors` takes tensors by name. Either the whole file is written, or the old
    /// one is as it was.
    ///
    /// ```java
    /// var file = java.nio.file.Files.createTempFile("model", ".pt").toString();
    /// var model = new Linear(2, 1);
    /// Torch.save(model.stateDict(), file);
    /// model.loadStateDict(Torch.load(file))   // <All keys matched successfully>
    /// ```
    public static void save(@Nullable Object value, String file) { save(value, Path.of(file)); }

    /// Writes a value to a file.
    public static void save(@Nullable Object value, Path file) { save(value, file, o -> {}); }

    /// Writes a value to a file, with options.
    public static void save(@Nullable Object value, String file, Consumer<SaveOptions> options) {
        save(value, Path.of(file), options);
    }

    /// Writes a value to a file, with options.
    public static void save(@Nullable Object value, Path file, Consumer<SaveOptions> options) {
        Checkpoints.save(value, file, options);
    }

    /// Reads what a file holds, cast to what the context asks for: `Dict all = Torch.load("all.pt")`. A state dict is a
    /// `StateDict`, a dict a [sconce.io.Dict], which gives its values typed and is a map; whole numbers are `Long`, others `Double`, None is null. Nothing in a
    /// file can run code; all that is read is checked before anything is returned.
    ///
    /// @throws sconce.io.CheckpointException if the file is broken, or holds more than weights
    public static <T> T load(String file) { return load(Path.of(file)); }

    /// Reads what a file holds.
    public static <T> T load(Path file) { return load(file, o -> {}); }

    /// Reads what a file holds, and puts its tensors on a device, wherever they were: `cpu`, or `meta` for shapes alone.
    public static <T> T load(String file, String mapLocation) { return load(file, o -> o.mapLocation(mapLocation)); }

    /// Reads what a file holds, with options.
    public static <T> T load(String file, Consumer<LoadOptions> options) { return load(Path.of(file), options); }

    /// Reads what a file holds, with options.
    @SuppressWarnings({ "unchecked", "NullAway" })
    public static <T> T load(Path file, Consumer<LoadOptions> options) { return (T) Checkpoints.load(file, options); }

    /// Reads what a stream of a `.pt` file holds, to its end.
    @SuppressWarnings({ "unchecked", "NullAway" })
    public static <T> T load(InputStream stream) { return (T) Checkpoints.load("the stream", stream, o -> {}); }
}
