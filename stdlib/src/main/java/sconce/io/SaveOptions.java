package sconce.io;

import java.util.LinkedHashMap;
import java.util.Map;

/// Keyword arguments of `torch.save` and of safetensors' `save_file`.
///
/// ```java
/// var file = java.nio.file.Files.createTempFile("weights", ".safetensors").toString();
/// Torch.save(Map.of("w", Torch.ones(2)), file, o -> o.metadata(Map.of("format", "pt")));
/// Safetensors.open(file).metadata()   // {format=pt}
/// ```
public final class SaveOptions {
    boolean zip = true;
    boolean fsync;
    final Map<String, String> metadata = new LinkedHashMap<>();

    SaveOptions() {}

    /// Whether a `.pt` file is a zip archive, as since PyTorch 1.6, or of the older form; true by default. Stands for
    /// `_use_new_zipfile_serialization`.
    public SaveOptions useNewZipfileSerialization(boolean zip) { this.zip = zip; return this; }

    /// Whether the save ends only when the bytes are on the disk, so that the file outlasts a power cut; false by default,
    /// as in PyTorch. Either way the old file stays until the new one is whole.
    public SaveOptions fsync(boolean fsync) { this.fsync = fsync; return this; }

    /// Texts that a `.safetensors` file carries beside its tensors.
    public SaveOptions metadata(Map<String, String> metadata) {
        this.metadata.putAll(metadata);
        return this;
    }
}
