package sconce.kernel.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.ScreenTerminal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.kernel.notebook.Tutorial;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Session;
import tools.jackson.databind.json.JsonMapper;

/// Keys pressed on a pseudo-terminal, and what stands on its screen.
class PlayTest {
    private static final String TEXT = """
            # 시작
            ```java
            var list = new ArrayList<>(List.of("하나")); list.size()
            ```
            ```text
            1
            ```
            ## 둘째 절
            ```java
            list.add("둘"); list.size()
            ```
            ```text
            2
            ```
            ```java
            System.out.println("list " + list);
            ```
            ```text
            list [하나]
            ```
            Last words.
            """;

    @TempDir
    Path folder;

    private final FakeCompanion companion = new FakeCompanion();

    private static final class FakeCompanion implements Companion {
        @Nullable
        String edited;

        @Override
        public AttributedString coloured(String java) { return new AttributedString(java); }

        @Override
        public void show(Terminal terminal, Displayed displayed, boolean coloured) {
            terminal.writer().println(coloured ? displayed.ansi() : displayed.text());
            terminal.writer().flush();
        }

        @Override
        public @Nullable String edit(Terminal terminal, Session session, String code) { return edited; }

        @Override
        public int prompt(Terminal terminal, Session session, int next) {
            session.evaluate("list.add(\"prompt\");", CellId.of(next), CellOutputs.UNSEEN);
            return next + 1;
        }
    }

    /// A play on a terminal of 90 columns.
    private final class Player implements AutoCloseable {
        final ScreenTerminal.VirtualTerminal virtual;
        final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private final Play play;

        Player(String text, Play.Options options) throws IOException {
            var file = Files.writeString(folder.resolve("수업.md"), text);
            virtual = ScreenTerminal.withTerminal("test", "xterm-256color", 90, 60);
            play = new Play(virtual.terminal(), new Ink(true), Tutorial.read(file), "수업.md", file.toString(), options,
                    companion,
                    new Bookmarks(folder.resolve("state/replay.properties")));
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    exit.complete(play.run());
                } catch (Throwable e) {
                    exit.completeExceptionally(e);
                }
            });
        }

        String screen() {
            var cells = new long[90 * 60];
            virtual.screen().dump(cells, new int[2]);
            var text = new StringBuilder();
            for (int i = 0; i < cells.length; i++) {
                if (i % 90 == 0 && i > 0) text.append('\n');
                int c = ScreenTerminal.cellCodePoint(cells[i]);
                if (c >= ' ') text.appendCodePoint(c);
            }
            return text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        }

        /// Whether this letter has a colour wherever it stands.
        boolean isColoured(String letter) {
            var cells = new long[90 * 60];
            virtual.screen().dump(cells, new int[2]);
            return Arrays.stream(cells).filter(c -> ScreenTerminal.cellCodePoint(c) == letter.codePointAt(0))
                    .allMatch(ScreenTerminal::cellHasForeground);
        }

        void press(String keys) throws IOException {
            virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        }

        void await(String... texts) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (!List.of(texts).stream().allMatch(screen()::contains)) {
                if (System.nanoTime() > end || exit.isCompletedExceptionally())
                    throw new AssertionError(List.of(texts) + " is not on\n" + screen() + exit);
                virtual.screen().waitDirty(100);
            }
        }

        int end() throws Exception { return exit.get(2, TimeUnit.MINUTES); }

        @Override
        public void close() { play.close(); }
    }

    private static Play.Options options() { return new Play.Options(1, Integer.MAX_VALUE, false, 0, true); }

    @Test
    void enter_runs_a_cell_compares_it_and_goes_on_to_the_end() throws Exception {
        try (var player = new Player(TEXT, options())) {
            player.await("시작\n════", "In [1]: var list", "cell 1 of 3 · 시작   Enter run");
            player.press("\r");
            player.await("Out[1]: 1\nas recorded", "둘째 절\n───────", "cell 2 of 3 · 둘째 절");
            player.press("n");
            player.await("Out[2]: 2\nas recorded", "cell 3 of 3");
            player.press("\u001b[C");
            assertThat(player.end()).isZero();
            player.await("list [하나, 둘]\ndiffers from what was recorded:", "-list [하나]", "+list [하나, 둘]", "Last words.",
                    "The end: 2 passed, 1 changed, 0 errors");
        }
    }

    @Test
    void back_restores_the_state_by_running_again_and_says_so() throws Exception {
        try (var player = new Player(TEXT, options())) {
            player.press("\r");
            player.await("cell 2 of 3");
            player.press("\r");
            player.await("cell 3 of 3");
            player.press("b");
            player.await("Back to cell 2 in a new session, running cell 1 again ...");
            player.press("\r");
            player.await("cell 3 of 3");
            player.press("\r");
            player.end();
            assertThat(player.screen()).as("added once, not twice").contains("list [하나, 둘]\n").doesNotContain("둘, 둘");
        }
    }

    @Test
    void run_to_a_cell_skip_edit_and_prompt() throws Exception {
        try (var player = new Player(TEXT, options())) {
            player.await("cell 1 of 3");
            player.press("g9\r");
            player.await("There is no cell 9: they go from 1 to 3.");
            player.press("?");
            player.await("ends a running cell");
            player.press("g2\r");
            player.await("Out[1]: 1", "cell 2 of 3");
            player.press("p");
            player.await("A prompt with the tutorial's variables; Ctrl-D comes back to cell 2.", "In [3]: list.add");
            player.press("s");
            player.await("skipped", "cell 3 of 3");
            companion.edited = "System.out.println(\"edited \" + list);";
            player.press("e");
            player.end();
            player.await("edited [하나, prompt]", "the cell was edited", "+edited [하나, prompt]");
        }
    }

    @Test
    void who_leaves_can_go_on_later() throws Exception {
        try (var player = new Player(TEXT, options())) {
            player.press("\r");
            player.await("cell 2 of 3");
            player.press("q");
            player.end();
            player.await("Left at cell 2 of 3");
        }
        try (var player = new Player(TEXT, options())) {
            player.await("You left 수업.md at cell 2 of 3.");
            player.press("\r");
            player.await("In [2]: list.add", "cell 2 of 3");
            player.press("\r");
            player.await("Out[2]: 2", "cell 3 of 3");
            player.press("\r");
            player.end();
        }
        try (var player = new Player(TEXT, options())) {
            player.await("cell 1 of 3");
            assertThat(player.screen()).as("played to its end, there is nothing to go on with")
                    .doesNotContain("You left");
            player.press("\u0003");
            player.end();
        }
    }

    @Test
    void ctrl_c_ends_a_running_cell_and_keeps_what_ran_before() throws Exception {
        try (var player = new Player(
                "```java\nint x = 5;\n```\n```java\nSystem.out.println(\"begun\"); while (true) {}\n```\n```java\nx\n```\n",
                options())) {
            player.await("cell 1 of 3");
            player.press("\r");
            player.await("cell 2 of 3");
            player.press("\r");
            player.await("\nbegun\n");
            player.press("\u0003");
            player.await("Interrupted", "failed; what ran before it stays", "cell 3 of 3");
            player.press("\r");
            player.end();
            player.await("Out[3]: 5");
        }
    }

    @Test
    void until_error_runs_by_itself_to_the_cell_that_fails_and_types_are_shown() throws Exception {
        var text = "```java\n1\n```\n```java\nint y = 1 / 0;\n```\n```java\n3\n```\n";
        try (var player = new Player(text, new Play.Options(1, 9, true, 2000, true))) {
            player.await("Out[1]: 1", "In [2]: int y = 1 / 0;", "ArithmeticException: / by zero", "cell 3 of 3");
            player.press("q");
            player.end();
        }
    }

    @Test
    void without_keys_all_runs_and_a_failure_is_exit_code_1() throws Exception {
        try (var player = new Player("```java\n1 / 0\n```\n```java\n2\n```\n",
                new Play.Options(1, 9, false, 0, false))) {
            assertThat(player.end()).isEqualTo(1);
            player.await("ArithmeticException", "Out[2]: 2", "The end: 1 passed, 0 changed, 1 error");
        }
    }

    @Test
    void a_range_begins_in_the_middle_and_ends_early() throws Exception {
        try (var player = new Player(TEXT, new Play.Options(2, 2, false, 0, false))) {
            assertThat(player.end()).isZero();
            player.await("Running cell 1 ...", "Out[2]: 2");
            assertThat(player.screen()).doesNotContain("Out[1]", "list [하나");
        }
    }

    @Test
    void a_recording_is_an_asciicast_of_what_was_shown() throws Exception {
        var cast = folder.resolve("a.cast");
        var virtual = ScreenTerminal.withTerminal("test", "xterm-256color", 90, 60);
        try (var recording = new Recording(cast, virtual.terminal())) {
            var writer = recording.terminal().writer();
            writer.print("한국어 \u001b[1mbold\u001b[0m\r\n");
            writer.flush();
            // What the terminal makes of a line's end, a player does not.
            writer.print("next\n\nline\r");
            writer.flush();
            writer.print("\n");
            writer.flush();
            recording.terminal().puts(org.jline.utils.InfoCmp.Capability.carriage_return);
            recording.terminal().output().write("é".getBytes(StandardCharsets.UTF_8));
            recording.terminal().output().flush();
            assertThat(recording.terminal().getSize().getColumns()).isEqualTo(90);
        }
        var lines = Files.readAllLines(cast);
        var json = JsonMapper.shared();
        assertThat(lines.getFirst()).contains("\"version\":2", "\"width\":90", "\"height\":60");
        double before = 0;
        var shown = new StringBuilder();
        for (var line : lines.subList(1, lines.size())) {
            var event = json.readTree(line);
            assertThat(event.get(0).asDouble()).isGreaterThanOrEqualTo(before);
            before = event.get(0).asDouble();
            assertThat(event.get(1).asString()).isEqualTo("o");
            shown.append(event.get(2).asString());
        }
        assertThat(shown).hasToString("한국어 \u001b[1mbold\u001b[0m\r\nnext\r\n\r\nline\r\n\ré");
    }

    @Test
    void what_a_cell_shows_goes_through_the_prompts_pictures() throws Exception {
        var text = "```java\nplot(List.of(1, 2)); display(plot(Map.of(\"a\", List.of(1, 2))));\n```\n"
                + "```java\nplot(List.of(3, 4))\n```\n```java\n5\n```\n";
        try (var player = new Player(text, new Play.Options(1, 9, false, 0, false))) {
            assertThat(player.end()).isZero();
            player.await("⠒⠉ a\n", "Out[2]:\n4.0 ┤", "Out[3]: 5\n");
            assertThat(player.isColoured("⠒")).isTrue();
        }
    }
}
