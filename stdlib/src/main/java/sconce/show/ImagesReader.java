package sconce.show;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.Layout;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.nn.Contents;

/// From batches of tensors, lists and Java's images to what [Images] shows.
final class ImagesReader {
    /// So many pixels all images have together: a page takes no more than a few hundred kilobytes well.
    private static final int MOST_PIXELS = 64_000;

    private ImagesReader() {}

    static Images read(@Nullable Object batch, Images.Options options) {
        try (var _ = Torch.noGrad()) {
            return images(items(batch), options);
        }
    }

    private static List<?> items(@Nullable Object batch) {
        return switch (batch) {
            case Tensor tensor -> items(plain(tensor));
            case BufferedImage image -> List.of(image);
            case Object[] array -> Arrays.asList(array);
            case Iterable<?> all -> {
                var items = new ArrayList<@Nullable Object>();
                all.forEach(items::add);
                yield items;
            }
            case null, default -> throw no(batch);
        };
    }

    private static Tensor plain(Tensor tensor) {
        if (Contents.isLazy(tensor) || tensor.device().type().equals("meta")) {
            throw new ValueError("showImages: the tensor has no values");
        }
        if (tensor.dtype().isComplex()) throw new TypeError("showImages takes real numbers, not " + tensor.dtype());
        if (tensor.layout() != Layout.strided) throw new TypeError("showImages takes dense tensors: use toDense()");
        return tensor.detach();
    }

    private static List<Tensor> items(Tensor tensor) {
        // Three dimensions are one image if one of them can be its channels, else one grey image after the other.
        var isBatch = tensor.dim() == 4 || (tensor.dim() == 3 && TensorPicture.channels(tensor) == null);
        if (isBatch) return LongStream.range(0, tensor.size(0)).mapToObj(tensor::get).toList();
        if (tensor.dim() == 2 || tensor.dim() == 3) return List.of(tensor);
        throw new ValueError(
                "showImages takes (N, C, H, W), (N, H, W, C), (N, H, W), one image of these or (H, W), not a "
                        + "tensor of shape " + List.copyOf(tensor.shape()));
    }

    private static Images images(List<?> items, Images.Options options) {
        var shown = items.subList(0, Math.min(items.size(), options.most));
        var columns = Math.clamp(shown.size(), 1, options.columns);
        var side = (int) Math.sqrt((double) MOST_PIXELS / Math.max(1, shown.size()));
        var tensors = new ArrayList<Tensor>();
        for (var item : shown) {
            if (item instanceof Tensor tensor) tensors.add(plain(tensor));
        }
        var range = TensorPicture.range(tensors);
        var images = new ArrayList<PixelImage>();
        var sizes = new ArrayList<String>();
        var kind = "";
        for (var item : shown) {
            if (item instanceof BufferedImage image) {
                images.add(PixelImage.of(image).within(side));
                sizes.add(image.getHeight() + " x " + image.getWidth());
            } else if (item instanceof Tensor tensor) {
                var format = format(tensor);
                images.add(TensorPicture.image(tensor.detach(), format, range, side));
                sizes.add(format.height() + " x " + format.width());
                kind = ", " + format.kind() + (shown.size() == 1 ? "" : "s") + TensorPicture.stretched(range);
            } else {
                throw no(item);
            }
        }
        var words = Words.count(items.size(), "image")
                + (shown.size() < items.size() ? ", the first " + shown.size() + " shown" : "")
                + (sizes.stream().distinct().count() == 1 ? ", " + sizes.getFirst() : "") + kind;
        return new Images(images, options.titles.stream().map(ImagesReader::title).toList(), words, columns);
    }

    private static String title(Object title) {
        return title instanceof Tensor tensor && tensor.numel() == 1 ? String.valueOf(tensor.item())
                : String.valueOf(title);
    }

    private static TensorPicture.Format format(Tensor tensor) {
        var format = tensor.dim() == 2 ? TensorPicture.grey(tensor)
                : tensor.dim() == 3 ? TensorPicture.channels(tensor) : null;
        if (format == null || format.height() == 0 || format.width() == 0) {
            throw new ValueError("showImages takes images of 1, 3 or 4 channels, not a tensor of shape "
                    + List.copyOf(tensor.shape()));
        }
        return format;
    }

    private static TypeError no(@Nullable Object batch) {
        return new TypeError(
                "showImages takes a batch of images as a tensor, or a list of tensors or BufferedImages, but got "
                        + (batch == null ? "null" : "a " + batch.getClass().getSimpleName()));
    }
}
