package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Cells as notebooks of IJava and JJava have them.
@Timeout(180)
class OtherKernelsTest {
    private static final Cells CELLS = new Cells();

    @AfterAll
    static void close() { CELLS.close(); }

    @Test
    void ijava_registers_how_a_class_is_shown() {
        assertThat(CELLS.value("""
                import io.github.spencerpark.ijava.IJava;
                record Figure(int n) {}
                IJava.getKernelInstance().getRenderer()
                    .createRegistration(Figure.class)
                    .preferring(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML)
                    .register((figure, ctx) -> {
                        ctx.renderIfRequested(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML,
                            () -> "<i>" + figure.n() + "</i>");
                    });
                """)).isEmpty();
        var shown = (Result.Value) CELLS.run("new Figure(3)");
        assertThat(shown.value()).isNotNull();
        assertThat(shown.value().data()).containsEntry("text/html", "<i>3</i>").containsEntry("text/plain",
                "Figure[n=3]");
        CELLS.run("String id = display(new Figure(4)); updateDisplay(id, new Figure(5));");
        assertThat(CELLS.front.bundles).extracting(bundle -> bundle.get("text/html"))
                .containsExactly("<i>4</i>", "<i>5</i>");
        var rendered = (Result.Value) CELLS.run("render(\"<b>6</b>\", \"text/html\")");
        assertThat(rendered.value()).isNotNull();
        assertThat(rendered.value().data()).containsEntry("text/html", "<b>6</b>");
    }

    @Test
    void jjava_adds_magics_and_runs_code() {
        CELLS.value("""
                kernel().getMagicsRegistry().registerLineMagic("twice", (k, args) -> Integer.parseInt(args.get(0)) * 2);
                kernel().getMagicsRegistry().registerCellMagic("upper", (k, args, body) -> body.toUpperCase());
                """);
        assertThat(CELLS.value("%twice 21")).isEqualTo("42");
        assertThat(CELLS.value("%%upper\nloud")).isEqualTo("LOUD");
        assertThat(CELLS.value("Integer four = lineMagic(\"twice\", List.of(\"2\")); four + 1")).isEqualTo("5");
        assertThat(CELLS.value("eval(\"int evaluated1 = 6; evaluated1 * 7\")")).isEqualTo("42");
        CELLS.value("cellMagic(\"html\", List.of(), \"<b>x</b>\");");
        assertThat(CELLS.front.bundles.getFirst()).containsEntry("text/html", "<b>x</b>");
        assertThat(CELLS.value("io.github.spencerpark.ijava.runtime.Kernel.eval(\"1 + 1\")")).isEqualTo("2");
    }

    @Test
    void what_a_notebook_imports_wins_over_what_the_session_does() {
        assertThat(
                CELLS.value("import javax.naming.*;\nimport javax.xml.transform.*;\nnew Linear(1, 2).weight.shape()"))
                .isEqualTo("torch.Size([2, 1])");
        assertThat(CELLS.value("Transformer xml = TransformerFactory.newInstance().newTransformer();\n"
                + "xml.getOutputProperty(\"method\")")).isEqualTo("xml");
        assertThat(CELLS.front.err()).isEqualTo("Transformer is javax.xml.transform.Transformer from here on, as this "
                + "notebook imports it; ours is sconce.nn.Transformer\n");
        assertThat(CELLS.value("class Holder { Transformer held; Name called() { return null; } }\n"
                + "System.out.println(Transformer.class + \" \" + Name.class)")).isEmpty();
        assertThat(CELLS.front.out()).isEqualTo("class javax.xml.transform.Transformer interface javax.naming.Name\n");
        CELLS.value("%reset -f");
        assertThat(CELLS.value("Transformer.class.getName()")).isEqualTo("sconce.nn.Transformer");
    }
}
