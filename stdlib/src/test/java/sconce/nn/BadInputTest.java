package sconce.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sconce.PythonError;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;

/// What a wrong input tells, a case for each family of layers: PyTorch's message, then the layer's path in the model and the
/// shapes it got.
class BadInputTest {
    private static final long[] PLANE = { 1, 2, 5, 5 };

    /// A model with a layer inside that refuses an input.
    private record Wrong(Module layer, Function<Module, Object> call, String message, String got) {}

    private static Wrong wrong(Module layer, Tensor input, String message) {
        return new Wrong(layer, model -> model.invoke(input), message, "Tensor" + List.copyOf(input.shape()));
    }

    private static Tensor ones(long... shape) { return Torch.ones(shape); }

    private static Stream<Wrong> cases() {
        return Stream.of(
                wrong(new Conv2d(3, 4, 3), ones(PLANE), "Given groups=1, weight of size [4, 3, 3, 3], expected "
                        + "input[1, 2, 5, 5] to have 3 channels, but got 2 channels instead"),
                wrong(new Conv2d(2, 4, 3), ones(PLANE).toDouble(),
                        "Input type (double) and bias type (float) should be the same"),
                wrong(new ConvTranspose2d(3, 4, 3), ones(PLANE), "Given transposed=1, weight of size [3, 4, 3, 3], "
                        + "expected input[1, 2, 5, 5] to have 3 channels, but got 2 channels instead"),
                wrong(new MaxPool2d(2, o -> o.padding(3)), ones(PLANE),
                        "pad should be at most half of effective kernel "
                                + "size, but got pad=3, kernel_size=2 and dilation=1"),
                wrong(new ReflectionPad2d(9), ones(PLANE), "Argument #4: Padding size should be less than the "
                        + "corresponding input dimension, but got: padding (9, 9) at dimension 3 of input [1, 2, 5, 5]"),
                wrong(new GLU(), ones(3), "Halving dimension must be even, but dimension 0 is size 3"),
                wrong(new Softmax(5), ones(2, 2),
                        "Dimension out of range (expected to be in range of [-2, 1], but got 5)"),
                wrong(new BatchNorm1d(3), ones(PLANE), "expected 2D or 3D input (got 4D input)"),
                wrong(new LayerNorm(4), ones(2, 3),
                        "Given normalized_shape=[4], expected input with shape [*, 4], but got input of size[2, 3]"),
                wrong(new LSTM(3, 4), ones(2, 2, 5), "input.size(-1) must be equal to input_size. Expected 3, got 5"),
                wrong(new RNNCell(3, 4), ones(2, 5), "input has inconsistent input_size: got 5 expected 3"),
                wrong(new TransformerEncoderLayer(4, 2), ones(2, 3),
                        "was expecting embedding dimension of 4, but got 3"),
                wrong(new Linear(3, 4), ones(2, 5), "mat1 and mat2 shapes cannot be multiplied (2x5 and 3x4)"),
                wrong(new Dropout2d(), ones(2), "Feature dropout requires at least 2 dimensions in the input"),
                wrong(new Embedding(3, 4), Torch.tensor(new long[] { 5 }), "index out of range in self"),
                wrong(new PixelShuffle(2), ones(1, 3, 2, 2),
                        "pixel_shuffle expects its input's 'channel' dimension to be "
                                + "divisible by the square of upscale_factor, but input.size(-3)=3 is not divisible by 4"),
                wrong(new Upsample(o -> o.scaleFactor(2).mode("linear")), ones(PLANE),
                        "Got 4D input, but linear mode needs 3D input"),
                wrong(new ChannelShuffle(2), ones(1, 3, 2, 2),
                        "Number of channels must be divisible by groups. Got 3 channels and 2 groups."),
                wrong(new Unflatten(1, Torch.size(2, 2)), ones(1, 3),
                        "unflatten: Provided sizes [2, 2] don't multiply up "
                                + "to the size of dim 1 (3) in the input tensor"),
                wrong(new LazyConv2d(4, 3), ones(5), "Expected 3D (unbatched) or 4D (batched) input to LazyConv2d, but "
                        + "got input of size: torch.Size([5])"));
    }

    @TestFactory
    Stream<DynamicTest> a_wrong_input_tells_pytorchs_message_then_path_and_shapes() {
        return cases().map(wrong -> DynamicTest.dynamicTest(wrong.layer.moduleName(), () -> {
            var model = new Sequential(new Identity(), new Sequential(wrong.layer));
            var thrown = catchThrowable(() -> wrong.call.apply(model));
            assertThat(thrown).isInstanceOf(PythonError.class);
            assertThat(thrown.getMessage().lines().findFirst()).contains(wrong.message);
            assertThat(((PythonError) thrown).where()).startsWith("Sequential.1.0").contains(wrong.got);
        }));
    }

    @Test
    void a_loss_tells_both_shapes() {
        var thrown = catchThrowable(
                () -> new CrossEntropyLoss().call(ones(2, 3), Torch.tensor(new long[] { 0, 1, 2 })));
        assertThat(thrown).hasMessage("Expected input batch_size (2) to match target batch_size (3).");
        assertThat(((PythonError) thrown).where()).isEqualTo("CrossEntropyLoss(), called with Tensor[2, 3], Tensor[3]");
    }

    @Test
    void a_null_that_a_layer_cannot_do_without_is_told_by_its_place() {
        var thrown = catchThrowable(() -> new MSELoss().call(ones(2), null));
        assertThat(thrown).isInstanceOf(TypeError.class)
                .hasMessage("MSELoss.forward(): argument 2 must be given, but is null")
                .hasCauseInstanceOf(NullPointerException.class);
        assertThat(((PythonError) thrown).where()).isEqualTo("MSELoss(), called with Tensor[2], None");
    }

    @Test
    void a_wrong_option_names_the_allowed_values() {
        assertThat(catchThrowable(() -> new Conv2d(3, 4, 3, o -> o.padding("sane"))))
                .hasMessage("Invalid padding string 'sane', should be one of {'same', 'valid'}");
        assertThat(catchThrowable(() -> new Conv2d(3, 4, 3, o -> o.paddingMode("mirror")))).hasMessage(
                "padding_mode must be one of {'circular', 'reflect', 'replicate', 'zeros'}, but got padding_mode='mirror'");
        assertThat(catchThrowable(() -> new RNN(3, 4, o -> o.nonlinearity("gelu"))))
                .hasMessage("Unknown nonlinearity 'gelu'. Select from 'tanh' or 'relu'.");
        assertThat(catchThrowable(() -> new TransformerEncoderLayer(4, 2, o -> o.activation("tanh"))))
                .hasMessage("activation should be relu/gelu, not tanh");
    }

    @TestFactory
    Stream<DynamicTest> what_is_missing_or_misspelt_does_not_compile() {
        return Stream.of("new Conv2d(3, 16)", "new Conv2d(3, 16, 3, o -> o.strde(2))", "new Linear(3)",
                "new MultiheadAttention(8)", "new LSTM(3)", "new Embedding(5)", "F.crossEntropy(sconce.Torch.ones(2))")
                .map(code -> DynamicTest.dynamicTest(code, () -> assertThat(errors(code)).isNotEmpty()));
    }

    @Test
    void what_is_right_compiles() { assertThat(errors("new Conv2d(3, 16, 3, o -> o.stride(2))")).isEmpty(); }

    private static List<String> errors(String code) {
        var source = new SimpleJavaFileObject(URI.create("string:///Code.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return "import sconce.nn.*; class Code { Object value = " + code + "; }";
            }
        };
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-implicit:none", "-d", System.getProperty("java.io.tmpdir"), "-cp",
                System.getProperty("java.class.path"), "-XDshould-stop.ifNoError=ATTR");
        ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, List.of(source)).call();
        return List.copyOf(found.getDiagnostics()).stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH)).toList();
    }
}
