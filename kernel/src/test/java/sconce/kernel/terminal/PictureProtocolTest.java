package sconce.kernel.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.TerminalGraphics.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureProtocolTest {
    private final ByteArrayOutputStream asked = new ByteArrayOutputStream();
    private final StringBuilder typed = new StringBuilder();

    @ParameterizedTest
    @CsvSource({ "xterm-kitty, COLORTERM, truecolor, KITTY", "xterm-256color, KITTY_WINDOW_ID, 1, KITTY",
            "xterm-256color, TERM_PROGRAM, ghostty, KITTY", "xterm-256color, TERM_PROGRAM, iTerm.app, ITERM2",
            "xterm-256color, TERM_PROGRAM, WezTerm, ITERM2", "xterm-256color, LC_TERMINAL, iTerm2, ITERM2",
            "xterm-256color, TERM_PROGRAM, Apple_Terminal,", "xterm-256color, COLORTERM, truecolor,",
            "tmux-256color, KITTY_WINDOW_ID, 1,", "screen, TERM_PROGRAM, iTerm.app,", "dumb, KITTY_WINDOW_ID, 1," })
    void the_environment_names_it(String type, String name, String value, @Nullable Protocol protocol) {
        assertThat(PictureProtocol.named(type, Map.of(name, value)::get)).isEqualTo(protocol);
    }

    @Test
    void nothing_is_known_of_a_terminal_behind_another() {
        assertThat(PictureProtocol.named("xterm-256color", Map.of("TMUX", "x", "KITTY_WINDOW_ID", "1")::get)).isNull();
    }

    private @Nullable Protocol ask(String answer, boolean editing) throws IOException {
        try (var terminal = new DumbTerminal("test", "screen-256color",
                new ByteArrayInputStream(answer.getBytes(UTF_8)),
                asked, UTF_8)) {
            return new PictureProtocol(terminal, () -> editing, typed::append).get();
        }
    }

    @Test
    void a_terminal_that_is_asked_says_so_and_what_is_typed_meanwhile_is_kept() throws IOException {
        assertThat(ask("print(1)\n\u001b[?62;4;22cprint(2)\n", false)).isEqualTo(Protocol.SIXEL);
        assertThat(typed).hasToString("print(1)\n");
        assertThat(asked.toString(UTF_8)).isEqualTo("\u001b[c");
    }

    @Test
    void one_without_sixels_and_one_that_does_not_answer_show_none() throws IOException {
        assertThat(ask("\u001b[?1;2c", false)).isNull();
        assertThat(typed).isEmpty();
        assertThat(ask("한글", false)).isNull();
        assertThat(typed).hasToString("한글");
    }

    @Test
    void nobody_is_asked_while_a_line_is_edited() throws IOException {
        assertThat(ask("\u001b[?62;4c", true)).isNull();
        assertThat(asked.size()).isZero();
    }
}
