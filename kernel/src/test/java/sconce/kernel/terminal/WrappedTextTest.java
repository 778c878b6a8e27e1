package sconce.kernel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTextTest {
    @Test
    void lines_are_broken_between_words_under_their_begin() {
        assertThat(WrappedText.of("no dimensions, none included\n\n    code(1)  // says\n", 16))
                .isEqualTo("no dimensions,\nnone included\n\n    code(1)  //\n    says");
    }

    @Test
    void a_word_that_fits_nowhere_is_cut_and_korean_is_as_wide_as_it_is() {
        assertThat(WrappedText.of("abcdefgh", 3)).isEqualTo("abc\ndef\ngh");
        assertThat(WrappedText.of("한국어 텍스트", 7)).isEqualTo("한국어\n텍스트");
        assertThat(WrappedText.of("한국어", 1)).isEqualTo("한\n국\n어");
        assertThat(WrappedText.of("      deep", 4)).isEqualTo("  de\n  ep");
        assertThat(WrappedText.of("", 10)).isEmpty();
    }

    @Test
    void rows_are_counted_as_a_terminal_breaks_them() {
        assertThat(WrappedText.rows(List.of("", "1234", "12345", "한국"), 4)).isEqualTo(1 + 1 + 2 + 1);
    }

    @Test
    void a_model_is_folded_to_the_rows_that_its_lines_take() {
        var model = "Net(\n  (a): Sequential(\n    (0): Linear(in_features=2, out_features=3, bias=True)\n  )\n)";
        assertThat(ModelText.fold(model, 5, 80, "net")).isEqualTo(model);
        assertThat(ModelText.fold(model, 5, 40, "net"))
                .isEqualTo("Net(\n  (a): Sequential(…)\n)\n"
                        + "… 2 of 5 lines folded: print(net) shows all, tree(net, 2) two levels");
    }
}
