package sconce.io;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;
import sconce.nn.Module;

/// Which format a file has: by its ending, as in Python.
public final class Checkpoints {
    private Checkpoints() {}

    /// Reads what a file holds. What `Torch.load` does.
    public static @Nullable Object load(Path file, Consumer<LoadOptions> options) {
        return load(file, with(options));
    }

    static @Nullable Object load(Path given, LoadOptions chosen) {
        var file = Files.isDirectory(given) ? ShardedCheckpoint.in(given) : given;
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".safetensors")) return SafetensorsFile.of(file, chosen).tensors(chosen);
        if (name.endsWith(".index.json")) return ShardedCheckpoint.load(file, chosen);
        return PtReader.read(file, chosen);
    }

    /// Reads what a stream of a `.pt` file holds.
    ///
    /// @param name what to call it in errors
    public static @Nullable Object load(String name, InputStream stream, Consumer<LoadOptions> options) {
        return PtReader.read(name, stream, with(options));
    }

    /// Writes a value to a file. What `Torch.save` does.
    public static void save(@Nullable Object value, Path file, Consumer<SaveOptions> options) {
        var chosen = new SaveOptions();
        options.accept(chosen);
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
            PtWriter.write(value, file, chosen);
            return;
        }
        var tensors = PythonValues.withTexts(value);
        if (tensors == null) {
            throw new ValueError("Expected a dict of [str, torch.Tensor] but received "
                    + (value instanceof Module ? TypeAdvice.of(value) : Globals.typeName(value)));
        }
        Safetensors.save(tensors, file, chosen);
    }

    static LoadOptions with(Consumer<LoadOptions> options) {
        var chosen = new LoadOptions();
        options.accept(chosen);
        return chosen;
    }
}
