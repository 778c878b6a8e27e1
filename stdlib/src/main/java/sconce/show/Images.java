package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sconce.ValueError;

/// Images beside and below each other. Made by [Show#showImages].
///
/// ```java
/// showImages(Torch.rand(8, 1, 28, 28), o -> o.columns(4).titles("a", "b"));
/// ```
public final class Images implements Displayable {
    private static final String STYLE = "<style>" + Resources.text("picture.css") + "</style>";
    /// So wide all images of a row are together.
    private static final int ROW = 720;
    private static final int MOST_ENLARGED = 160;
    private static final int GAP = 4;

    private final List<PixelImage> images;
    private final List<String> titles;
    private final String words;
    private final int columns;

    Images(List<PixelImage> images, List<String> titles, String words, int columns) {
        this.images = List.copyOf(images);
        this.titles = List.copyOf(titles);
        this.words = words;
        this.columns = columns;
    }

    /// What is shown: `8 images, 28 x 28, CHW grey images`, and their titles.
    @Override
    public String toString() {
        return titles.isEmpty() ? words : words + ": " + Words.clip(String.join(", ", titles), 400);
    }

    /// A table of images, each with its title below.
    @Override
    public String toHtml() {
        var side = Math.clamp(ROW / columns, 1, MOST_ENLARGED);
        var out = new StringBuilder(STYLE).append("<div class=\"sconce-picture\"><table role=\"presentation\"><tbody>");
        for (var i = 0; i < images.size(); i++) {
            if (i % columns == 0) out.append(i == 0 ? "<tr>" : "</tr><tr>");
            var title = i < titles.size() ? Words.clip(titles.get(i), 60) : "";
            out.append("<td align=\"center\" style=\"text-align:center\">");
            images.get(i).write(title.isEmpty() ? "image " + i : title, side, out);
            if (!title.isEmpty()) out.append("<br><small>").append(Html.escape(title)).append("</small>");
            out.append("</td>");
        }
        return out.append(images.isEmpty() ? "" : "</tr>").append("</tbody></table><small>").append(Html.escape(words))
                .append("</small></div>").toString();
    }

    /// With a picture of all, for front ends that show no pages: a terminal.
    @Override
    public Map<String, Object> toMimeBundle() {
        var forms = Displayable.super.toMimeBundle();
        if (!images.isEmpty()) {
            var side = Math.clamp(ROW / columns, 1, MOST_ENLARGED);
            var large = images.stream()
                    .map(image -> image.within(Math.max(MOST_ENLARGED, ROW / columns)).enlarged(side)).toList();
            forms.put("image/png", PngHref.png(PixelImage.rows(large, columns, GAP)));
        }
        return forms;
    }

    /// How images are arranged.
    public static final class Options {
        int columns = 8;
        List<Object> titles = List.of();
        int most = 64;

        /// How many images stand beside each other; 8 by default.
        public Options columns(int columns) {
            if (columns < 1 || columns > 40) throw new ValueError("columns(" + columns + "): from 1 to 40");
            this.columns = columns;
            return this;
        }

        /// What stands below each image, in order: a list, or a tensor of labels.
        public Options titles(Iterable<?> titles) {
            this.titles = new ArrayList<>();
            titles.forEach(this.titles::add);
            return this;
        }

        /// The same one by one.
        public Options titles(String... titles) { return titles(List.of(titles)); }

        /// How many images are shown at most; 64 by default.
        public Options most(int most) {
            if (most < 1 || most > 400) throw new ValueError("most(" + most + "): from 1 to 400");
            this.most = most;
            return this;
        }
    }
}
