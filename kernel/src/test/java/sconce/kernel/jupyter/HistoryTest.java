package sconce.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sconce.kernel.jupyter.messages.HistoryRequest;
import sconce.kernel.jupyter.wire.Fields;

class HistoryTest {
    @TempDir
    Path folder;

    private Path file() { return folder.resolve("state").resolve("history.jsonl"); }

    private static List<List<Object>> ask(History history, Map<String, ?> request) {
        var fields = new HashMap<String, Object>(request);
        try {
            return history.answer(HistoryRequest.from(new Fields(fields))).history();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<Object>> tail(History history, int n) {
        return ask(history, Map.of("hist_access_type", "tail", "n", n));
    }

    /// A session that ran these cells and has ended.
    private void session(String... cells) {
        try (var history = new History(file())) {
            for (int i = 0; i < cells.length; i++) history.add(i + 1, cells[i], null);
        }
    }

    @Test
    void sessions_are_numbered_and_kept() {
        session("a", "b");
        session("c");
        try (var history = new History(file())) {
            assertThat(tail(history, 2)).containsExactly(List.of(1, 2, "b"), List.of(2, 1, "c"));
            assertThat(ask(history, Map.of("hist_access_type", "range", "session", 1)))
                    .containsExactly(List.of(1, 1, "a"), List.of(1, 2, "b"));
        }
    }

    @Test
    void two_at_once_lose_nothing_of_each_other() {
        var one = new History(file());
        var two = new History(file());
        for (int i = 1; i <= 100; i++) {
            one.add(i, "one" + i, null);
            two.add(i, "two" + i, null);
        }
        one.close();
        two.close();
        try (var later = new History(file())) {
            assertThat(tail(later, 1000)).hasSize(200);
            assertThat(ask(later, Map.of("hist_access_type", "range", "session", 1))).hasSize(100);
            assertThat(ask(later, Map.of("hist_access_type", "range", "session", 2))).hasSize(100);
        }
    }

    @Test
    void this_session_is_session_zero_with_outputs_when_asked() {
        try (var history = new History(null)) {
            history.add(1, "1 + 1", "2");
            history.add(2, "int x;", null);
            assertThat(ask(history, Map.of("hist_access_type", "range", "output", true, "start", 1, "stop", 3)))
                    .containsExactly(List.of(1, 1, List.of("1 + 1", "2")),
                            List.of(1, 2, Arrays.asList("int x;", null)));
            assertThat(ask(history, Map.of("hist_access_type", "range", "start", 2)))
                    .containsExactly(List.of(1, 2, "int x;"));
        }
    }

    @Test
    void a_search_takes_globs_and_can_drop_repeats() {
        try (var history = new History(null)) {
            for (var cell : List.of("1+1", "x(1)", "1+1", "1\n+1")) history.add(1, cell, null);
            assertThat(ask(history, Map.of("hist_access_type", "search", "pattern", "1*1"))).hasSize(3);
            assertThat(ask(history, Map.of("hist_access_type", "search", "pattern", "1*1", "unique", true))).hasSize(2);
            assertThat(ask(history, Map.of("hist_access_type", "search", "pattern", "x(?)", "n", 1)))
                    .containsExactly(List.of(1, 1, "x(1)"));
        }
    }

    @Test
    void a_line_cut_off_spoils_only_itself() throws IOException {
        session("a");
        Files.writeString(file(), "\n{\"session\":7,\"line\":1,\"inp", StandardOpenOption.APPEND);
        session("b");
        try (var history = new History(file())) {
            assertThat(tail(history, 9)).containsExactly(List.of(1, 1, "a"), List.of(2, 1, "b"));
        }
    }

    @Test
    void where_nothing_can_be_written_the_session_remembers_itself() throws IOException {
        Files.writeString(folder.resolve("state"), "a file where the folder should be");
        var history = new History(file());
        history.add(1, "a", null);
        assertThat(tail(history, 9)).containsExactly(List.of(1, 1, "a"));
        history.close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_file_is_its_owners_alone() throws IOException {
        session("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }
}
