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
    void ijava_adds_the_magics_that_annotations_mark() {
        CELLS.value("""
                import io.github.spencerpark.jupyter.kernel.magic.registry.*;
                class Added {
                    int base = 40;
                    @LineMagic int plus(List<String> args) { return base + Integer.parseInt(args.get(0)); }
                    @CellMagic(value = "shout", aliases = "cry") String loud(List<String> args, String body) {
                        return body.toUpperCase() + args;
                    }
                    @LineMagic @CellMagic String both(List<String> args, String body) { return args + " " + body; }
                    @LineMagic static String plain() { return "nothing to say"; }
                    void none() {}
                }
                io.github.spencerpark.ijava.IJava.getKernelInstance().getMagics().registerMagics(new Added());""");
        assertThat(CELLS.value("%plus 2")).isEqualTo("42");
        assertThat(CELLS.value("%%cry 1 2\nwolf")).isEqualTo("WOLF[1, 2]");
        assertThat(CELLS.value("%both a")).isEqualTo("[a] null");
        assertThat(CELLS.value("%%both a\nb")).isEqualTo("[a] b");
        assertThat(CELLS.value("%plain")).isEqualTo("nothing to say");
        assertThat(CELLS.failure("class Wrong { @LineMagic int off(int n) { return n; } }\n"
                + "io.github.spencerpark.ijava.IJava.getKernelInstance().getMagics().registerMagics(Wrong.class)")
                .message()).contains("off(List<String> args)");
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
