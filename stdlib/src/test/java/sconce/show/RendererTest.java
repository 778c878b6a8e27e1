package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import sconce.Torch;
import sconce.show.TestModels.Affine;
import sconce.show.TestModels.Loop;
import sconce.show.TestModels.Plain;
import sconce.show.TestModels.Stack;

class RendererTest {
    record Money(long amount) implements Displayable {
        @Override
        public String toHtml() { return "<b>" + amount + "</b>"; }
    }

    record Weight(long grams) {}

    static class Odd extends Plain {}

    @Test
    void the_library_offers_its_renderer_as_a_service() {
        assertThat(ServiceLoader.load(Renderer.class)).hasAtLeastOneElementOfType(LibraryRenderer.class);
        assertThat(Renderer.all()).hasAtLeastOneElementOfType(LibraryRenderer.class);
    }

    @Test
    void a_module_has_text_first_and_html() {
        var forms = Renderer.show(new Affine(2, 3));
        assertThat(forms.keySet()).containsExactly("text/plain", "text/html");
        assertThat(forms.get("text/plain")).isEqualTo("Affine(in=2, out=3)");
        assertThat(forms.get("text/html").toString()).contains("9 parameters");
    }

    @Test
    void other_values_are_text_alone() {
        assertThat(Renderer.show(Torch.tensor(2))).containsOnlyKeys("text/plain");
        assertThat(Renderer.show(42)).containsOnlyKeys("text/plain").containsValue("42");
        assertThat(Renderer.show(null)).containsOnlyKeys("text/plain");
    }

    @Test
    void a_class_says_by_one_method_how_it_looks() {
        assertThat(Renderer.show(new Money(5))).containsEntry("text/html", "<b>5</b>")
                .containsEntry("text/plain", "Money[amount=5]");
    }

    @Test
    void one_line_registers_a_display_that_wins_over_the_librarys() {
        Renderer.register(Weight.class, weight -> "<i>" + weight.grams() + " g</i>");
        assertThat(Renderer.show(new Weight(3))).containsEntry("text/html", "<i>3 g</i>");
        Renderer.register(Odd.class, odd -> "<p>odd</p>");
        assertThat(Renderer.show(new Odd())).containsEntry("text/html", "<p>odd</p>").containsEntry("text/plain",
                "Odd()");
    }

    @Test
    void a_display_that_fails_costs_only_itself() {
        record Broken() implements Displayable {
            @Override
            public String toHtml() { throw new IllegalStateException("no"); }
        }
        assertThat(Renderer.show(new Broken())).containsOnlyKeys("text/plain").containsEntry("text/plain", "Broken[]");
    }

    @Test
    void a_module_without_a_repr_still_has_text() {
        var loop = new Loop();
        loop.next = loop;
        assertThat(Renderer.show(loop).get("text/plain").toString()).contains("contains itself");
    }

    @Test
    void the_text_of_a_huge_model_is_cut_at_a_line() {
        var model = new Stack();
        for (var i = 0; i < 10_000; i++) model.addModule("m" + i, new Plain("i=" + i));
        var text = Renderer.show(model).get("text/plain").toString();
        assertThat(text.length()).isLessThan(101_000);
        assertThat(text.lines().toList().getLast()).startsWith("… cut here: the whole text has ");
    }
}
