package sconce.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import sconce.IndexError;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;

/// Pictures in folders, a folder for each class: `root/cat/1.png`, `root/dog/2.jpg`. Stands for torchvision's
/// `ImageFolder` with `ToTensor()`.
///
/// ```
/// var pictures = new ImageFolder("photos");
/// for (var batch : new DataLoader<>(pictures, 16, true)) model.call(batch.image());
/// ```
///
/// Pictures are read when asked for, by the JDK's ImageIO: PNG, JPEG, GIF, BMP, TIFF, and what plug-ins on the class path
/// add. They have to be of one size to make a batch: use `map` to change them.
public final class ImageFolder implements Dataset<ImageFolder.Sample> {
    private static final Set<String> KINDS = new TreeSet<>(List.of(ImageIO.getReaderFileSuffixes()));

    /// A picture and its class.
    ///
    /// @param image `[3, height, width]`, float32 between 0 and 1: red, green, blue
    /// @param label the number of its class, int64
    public record Sample(Tensor image, Tensor label) {}

    private record Picture(Path file, int label) {}

    private final Map<String, Integer> classToIdx = new LinkedHashMap<>();
    private final List<Picture> pictures = new ArrayList<>();

    /// The pictures below a folder.
    public ImageFolder(String root) { this(Path.of(root)); }

    /// The pictures below a folder.
    ///
    /// @throws ValueError           if it has no folders, or a folder without pictures
    /// @throws UncheckedIOException if it cannot be read
    public ImageFolder(Path root) {
        var folders = list(root).filter(Files::isDirectory).toList();
        if (folders.isEmpty()) throw new ValueError("Couldn't find any class folder in " + root + ".");
        for (var folder : folders) {
            var label = classToIdx.size();
            var name = folder.getFileName().toString();
            classToIdx.put(name, label);
            var files = files(folder);
            if (files.isEmpty()) {
                throw new ValueError("Found no valid file for the classes " + name + ". Supported extensions are: "
                        + String.join(", ", KINDS));
            }
            files.forEach(file -> pictures.add(new Picture(file, label)));
        }
    }

    private static Stream<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ValueError("there is no folder " + folder.toAbsolutePath());
        }
        try (var inside = Files.list(folder)) {
            return inside.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder " + folder.toAbsolutePath() + " cannot be read", unreadable);
        }
    }

    private static List<Path> files(Path folder) {
        try (var inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile).filter(ImageFolder::isPicture).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder " + folder.toAbsolutePath() + " cannot be read", unreadable);
        }
    }

    private static boolean isPicture(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return KINDS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /// The classes in their order: the folders' names, sorted.
    public List<String> classes() { return List.copyOf(classToIdx.keySet()); }

    /// The classes' numbers by name.
    public Map<String, Integer> classToIdx() { return Map.copyOf(classToIdx); }

    @Override
    public int size() { return pictures.size(); }

    @Override
    public Sample get(int index) {
        var place = index < 0 ? index + size() : index;
        if (place < 0 || place >= size()) throw new IndexError("list index out of range");
        var picture = pictures.get(place);
        return new Sample(tensor(read(picture.file)), Torch.tensor(picture.label));
    }

    private static BufferedImage read(Path file) {
        try {
            var image = ImageIO.read(file.toFile());
            if (image == null) throw new ValueError(file + " is no picture that can be read");
            return image;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Tensor tensor(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var colours = image.getRGB(0, 0, width, height, null, 0, width);
        var values = new float[3 * colours.length];
        for (var i = 0; i < colours.length; i++) {
            values[i] = (colours[i] >> 16 & 255) / 255f;
            values[colours.length + i] = (colours[i] >> 8 & 255) / 255f;
            values[2 * colours.length + i] = (colours[i] & 255) / 255f;
        }
        return Torch.tensor((Object) values).reshape(3, height, width);
    }

    @Override
    public String toString() { return "ImageFolder(" + size() + " pictures, classes " + classes() + ")"; }
}
