package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sconce.show.Show.showImages;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import sconce.DType;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.nn.LazyLinear;
import sconce.nn.Linear;

class TensorDisplayTest {
    private static final int MAGENTA = 0xffff00ff;

    private static String html(Tensor tensor) { return (String) Renderer.show(tensor).getOrDefault("text/html", ""); }

    private static Document page(Tensor tensor) { return Jsoup.parse(html(tensor)); }

    private static String facts(Tensor tensor) { return page(tensor).select("pre + div").text(); }

    private static String captions(Tensor tensor) { return page(tensor).select("img").eachAttr("alt").toString(); }

    private static BufferedImage image(Element element) throws IOException {
        var href = element.attr("src");
        assertThat(href).startsWith("data:image/png;base64,");
        var image = ImageIO
                .read(new ByteArrayInputStream(Base64.getDecoder().decode(href.substring(href.indexOf(',') + 1))));
        assertThat(image.getWidth()).isEqualTo(Integer.parseInt(element.attr("width")));
        assertThat(image.getHeight()).isEqualTo(Integer.parseInt(element.attr("height")));
        return image;
    }

    // The colours of an image of so many rows and columns, however large it is shown.
    private static List<Integer> colours(Element element, int rows, int columns) throws IOException {
        var image = image(element);
        var scale = image.getWidth() / columns;
        assertThat(image.getHeight()).isEqualTo(scale * rows);
        var colours = new ArrayList<Integer>();
        for (var y = 0; y < rows; y++) {
            for (var x = 0; x < columns; x++) colours.add(image.getRGB(x * scale + scale / 2, y * scale + scale / 2));
        }
        return colours;
    }

    @Test
    void a_single_element_is_its_text() {
        assertThat(Renderer.show(Torch.tensor(2.5))).containsExactly(Map.entry("text/plain", "tensor(2.5000)"));
        assertThat(Renderer.show(Torch.ones(1, 1))).containsOnlyKeys("text/plain");
        assertThat(Renderer.show(Torch.zeros(0, 3))).containsOnlyKeys("text/plain");
    }

    @Test
    void a_few_elements_have_a_line_of_facts() {
        var tensor = Torch.tensor(1.0, 2.0, 6.0);
        var forms = Renderer.show(tensor);
        assertThat(forms.keySet()).containsExactly("text/plain", "text/html");
        assertThat(forms).containsEntry("text/plain", "tensor([1., 2., 6.])").containsEntry("text/html",
                "<div class=\"sconce-picture\"><pre>tensor([1., 2., 6.])</pre><div><small><b>Tensor</b> [3] · float32"
                        + " · min 1 · mean 3 · max 6</small></div></div>");
        assertThat(facts(new Parameter(tensor))).startsWith("Parameter [3] · float32 · requires_grad · min 1");
    }

    @Test
    void a_matrix_has_facts_a_heat_map_and_a_histogram() throws IOException {
        Tensor tensor = Torch.arange(20).reshape(4, 5).to(DType.float64).sub(10).requiresGrad_().mul(2);
        var html = html(tensor);
        assertThat(Jsoup.parse(html).selectFirst("pre").wholeText()).isEqualTo(tensor.toString());
        assertThat(facts(tensor)).isEqualTo("Tensor [4, 5] · float64 · grad_fn=<MulBackward0> · 20 elements · 160 B"
                + " · min -20 · mean -1 · max 18 · std 11.83");
        var images = Jsoup.parse(html).select("img");
        assertThat(images.eachAttr("alt")).containsExactly("heat map, blue below 0, red above",
                "histogram from -20 to 18");
        var colours = colours(images.getFirst(), 4, 5);
        assertThat(colours.get(0)).isEqualTo(0xff2166ac);
        assertThat(colours.get(10)).isEqualTo(0xfff7f7f7);
        assertThat(colours.get(19) >> 16 & 255).isGreaterThan(colours.get(19) & 255);
        assertThat(html.length()).isLessThan(3_000);
    }

    @Test
    void what_is_not_finite_is_counted_and_marked() throws IOException {
        Tensor tensor = Torch.ones(6, 4);
        tensor.get(1).fill_(Double.NaN);
        tensor.get(2, 3).fill_(Double.NEGATIVE_INFINITY);
        assertThat(page(tensor).select("strong").eachText()).containsExactly("⚠ 4 NaN", "⚠ 1 infinite");
        assertThat(facts(tensor)).contains("min 1 · mean 1 · max 1");
        var colours = colours(page(tensor).selectFirst("img"), 6, 4);
        for (var i = 0; i < 24; i++) {
            assertThat(colours.get(i) == MAGENTA).as("element " + i).isEqualTo((i >= 4 && i < 8) || i == 11);
        }
        assertThat(facts(Torch.full(Torch.size(3, 3), Double.NaN))).endsWith("float32 · ⚠ 9 NaN");
        assertThat(facts(Torch.tensor(1.0, Double.NaN))).endsWith("min 1 · mean 1 · max 1 · ⚠ 1 NaN");
    }

    @Test
    void one_nan_among_millions_is_found() {
        Tensor tensor = Torch.zeros(2_000, 1_500);
        tensor.get(3, 2).fill_(5);
        assertThat(facts(tensor)).contains("3,000,000 elements · 12.0 MB · min 0 · ", "max 5").doesNotContain("from");
        tensor.get(1_999, 1_003).fill_(Double.NaN);
        assertThat(facts(tensor)).contains("⚠ 1 NaN", " of 3,000,000 elements");
        assertThat(html(tensor).length()).isLessThan(12_000);
    }

    @Test
    void a_tensor_of_any_size_is_looked_at_in_part() {
        // A trillion elements, which no memory holds and no walk ends with.
        var huge = Torch.full(Torch.size(1, 1), 7).expand(Torch.size(1_000_000, 1_000_000));
        assertThat(facts(huge)).contains("[1000000, 1000000]", "min 7 · mean 7 · max 7",
                " of 1,000,000,000,000 elements");
        assertThat(facts(Torch.ones(1).expand(Torch.size(1_000_000_000_000L)))).contains("mean 1",
                " of 1,000,000,000,000 elements");
    }

    @Test
    void images_are_recognised() throws IOException {
        Tensor colour = Torch.zeros(3, 8, 9);
        colour.get(0, 0, 0).fill_(1);
        colour.get(2, 7, 8).fill_(0.5);
        for (var format : Map.of("CHW", colour, "HWC", colour.permute(1, 2, 0)).entrySet()) {
            var element = page(format.getValue()).selectFirst("img");
            assertThat(element.attr("alt")).isEqualTo(format.getKey() + " colour image");
            assertThat(colours(element, 8, 9)).startsWith(0xffff0000, 0xff000000).endsWith(0xff000080);
        }
        assertThat(captions(Torch.zeros(2, 1, 28, 28))).contains("CHW grey image, x[0] of 2");
        assertThat(captions(Torch.zeros(8, 8).to(DType.uint8))).startsWith("[grey image");
        assertThat(captions(Torch.linspace(0, 1, 100).reshape(10, 10))).startsWith("[grey image");
        assertThat(captions(Torch.linspace(-1, 1, 300).reshape(3, 10, 10)))
                .contains("CHW colour image, black is -1, white 1");
        assertThat(captions(Torch.zeros(4, 8, 8).to(DType.uint8))).contains("CHW colour image");
        assertThat(captions(Torch.linspace(-1, 1, 100).reshape(10, 10))).contains("[heat map, blue");
        assertThat(captions(Torch.ones(5, 6, 3, 3))).contains("heat map, x[0, 0], dark is low");
        assertThat(captions(Torch.arange(100))).isEqualTo("[histogram from 0 to 99]");
        assertThat(captions(Torch.ones(100))).isEqualTo("[]");
    }

    @Test
    void what_only_has_the_shape_of_an_image_is_a_heat_map() {
        Torch.manualSeed(0);
        // Some steps of some features: coordinates, channels of an audio signal, one of few classes.
        assertThat(captions(Torch.randn(3, 50, 40))).startsWith("[heat map, x[0] of 3, blue below 0");
        assertThat(captions(Torch.randn(8, 16, 3))).startsWith("[heat map, x[0] of 8, blue below 0");
        assertThat(captions(Torch.randn(10, 32, 4))).startsWith("[heat map, x[0] of 10, blue below 0");
        assertThat(captions(Torch.randn(1, 50, 40).relu())).startsWith("[heat map, x[0] of 1, dark is low");
        assertThat(captions(Torch.linspace(-1, 1, 400).reshape(4, 10, 10))).startsWith("[heat map, x[0] of 4");
        assertThat(captions(Torch.randn(12, 12).mul(9).softmax(1))).startsWith("[heat map, dark is low");
        // What goes from 0 to 1 or 255 may be one, however wild; so may what is smooth, as a normalised photograph is.
        assertThat(captions(Torch.rand(3, 16, 16))).startsWith("[CHW colour image");
        assertThat(captions(Torch.rand(3, 16, 16).mul(255))).startsWith("[CHW colour image,");
        assertThat(captions(Torch.randn(3, 8, 8).unsqueeze(0).repeatInterleave(6, 2).repeatInterleave(6, 3).get(0)))
                .startsWith("[CHW colour image, black is -");
    }

    @Test
    void tensors_of_every_kind_are_shown() {
        var dense = Torch.eye(6);
        var kinds = new LinkedHashMap<Tensor, String>();
        kinds.put(Torch.ones(3, 4, o -> o.device("meta")), "Tensor [3, 4] · float32 · meta");
        kinds.put(new LazyLinear(3).weight, "Parameter [?] · float32 · uninitialized: its module has not been called");
        kinds.put(dense.to(DType.bool), "bool · 36 elements · 36 B · min 0 · mean 0.1667 · max 1");
        kinds.put(dense.to(DType.int8), "int8 · 36 elements");
        kinds.put(dense.to(DType.float16), "float16 · 36 elements · 72 B · min 0 · mean 0.1667 · max 1");
        kinds.put(dense.to(DType.bfloat16), "bfloat16 · 36 elements");
        kinds.put(dense.to(DType.float8_e4m3fn), "float8_e4m3fn · 36 elements · 36 B");
        kinds.put(Torch.complex(dense.mul(3), dense.mul(4)), "complex64 · 36 elements · 288 B · min |x| 0 · mean |x|");
        kinds.put(dense.toSparse(), "sparse_coo · 36 elements · 6 stored · min 1 · mean 1 · max 1");
        kinds.put(dense.toSparseCsr(), "sparse_csr · 36 elements · 6 stored · min 1");
        kinds.put(dense.mul(2).t(), "float32 · 36 elements · 144 B · min 0 · mean 0.3333 · max 2");
        kinds.put(Torch.ones(2, 3, 4, 5, 6, 7), "[2, 3, 4, 5, 6, 7] · float32 · 5,040 elements");
        kinds.forEach((tensor, facts) -> {
            assertThat(facts(tensor)).contains(facts);
            assertThat(Renderer.show(tensor)).containsEntry("text/plain", tensor.toString());
        });
    }

    @Test
    void showing_changes_nothing() {
        var layer = new Linear(300, 400);
        var random = Torch.getRngState();
        var version = layer.weight.version();
        html(layer.weight);
        showImages(layer.weight);
        assertThat(Torch.equal(Torch.getRngState(), random)).isTrue();
        assertThat(layer.weight.version()).isEqualTo(version);
        assertThat(layer.weight.requiresGrad()).isTrue();
        assertThat(layer.weight.mul(2).requiresGrad()).as("still recording").isTrue();
        assertThat(layer.weight.grad()).isNull();
    }

    @Test
    void images_stand_in_rows_with_their_titles() throws IOException {
        var images = showImages(Torch.linspace(0, 1, 6 * 25).reshape(6, 5, 5), o -> o.columns(4).titles("<b>", "고양이"));
        assertThat(images.toString()).isEqualTo("6 images, 5 x 5, grey images: <b>, 고양이");
        var page = Jsoup.parse(images.toHtml());
        assertThat(page.select("tr").stream().map(row -> row.select("img").size())).containsExactly(4, 2);
        assertThat(page.select("img").eachAttr("alt")).startsWith("<b>", "고양이", "image 2");
        assertThat(page.select("b")).isEmpty();
        assertThat(colours(page.select("img").getLast(), 5, 5)).endsWith(0xffffffff);
        var picture = ImageIO.read(new ByteArrayInputStream((byte[]) images.toMimeBundle().get("image/png")));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).as("for terminals").containsExactly(652, 324);
        assertThat(picture.getRGB(0, 0)).isEqualTo(0xff000000);
        assertThat(picture.getRGB(651, 323)).as("where there is no image").isZero();
        assertThat(showImages(Torch.rand(2, 3, 8, 8), o -> o.titles(Torch.tensor(4, 2))).toString()).endsWith(": 4, 2");
    }

    @Test
    void images_come_in_many_forms() {
        var picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        var batches = new LinkedHashMap<Object, String>();
        batches.put(Torch.rand(5, 3, 8, 9), "5 images, 8 x 9, CHW colour images");
        batches.put(Torch.rand(5, 8, 9, 1), "5 images, 8 x 9, HWC grey images");
        batches.put(Torch.rand(3, 8, 9), "1 image, 8 x 9, CHW colour image");
        batches.put(Torch.rand(8, 9), "1 image, 8 x 9, grey image");
        batches.put(Torch.rand(0, 1, 8, 9), "0 images");
        batches.put(List.of(Torch.rand(8, 9), Torch.rand(3, 4, 4)), "2 images, CHW colour images");
        batches.put(List.of(picture, picture), "2 images, 200 x 300");
        batches.put(Torch.zeros(100, 28, 28).sub(1),
                "100 images, the first 64 shown, 28 x 28, grey images, black is -1, white 0");
        batches.forEach((batch, words) -> {
            assertThat(showImages(batch)).hasToString(words);
            assertThat(showImages(batch).toHtml().length()).isLessThan(400_000);
        });
    }

    @Test
    void what_is_no_image_is_said() {
        assertThatThrownBy(() -> showImages(Torch.ones(3))).isInstanceOf(ValueError.class)
                .hasMessageStartingWith("showImages takes (N, C, H, W)").hasMessageEndingWith("shape [3]");
        assertThatThrownBy(() -> showImages(Torch.ones(2, 5, 6, 7))).isInstanceOf(ValueError.class)
                .hasMessage("showImages takes images of 1, 3 or 4 channels, not a tensor of shape [5, 6, 7]");
        assertThatThrownBy(() -> showImages("cat.png")).isInstanceOf(TypeError.class).hasMessageEndingWith("a String");
        assertThatThrownBy(() -> showImages(List.of(3))).isInstanceOf(TypeError.class)
                .hasMessageEndingWith("a Integer");
        assertThatThrownBy(() -> showImages(new LazyLinear(3).weight)).isInstanceOf(ValueError.class)
                .hasMessage("showImages: the tensor has no values");
        assertThatThrownBy(() -> showImages(Torch.ones(2, 2), o -> o.columns(0))).isInstanceOf(ValueError.class);
    }
}
