package sconce.kernel.jupyter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Sample(String cursorPos, int executionCount, @Nullable String missing, Map<String, ?> transient_) {}

    private static String write(@Nullable Object value) { return new String(Json.write(value), UTF_8); }

    @Test
    void records_are_written_in_snake_case_without_their_nulls() {
        assertThat(write(new Sample("x", 3, null, Map.of("a", List.of(1, true)))))
                .isEqualTo("{\"cursor_pos\":\"x\",\"execution_count\":3,\"transient\":{\"a\":[1,true]}}");
    }

    @Test
    void nulls_in_maps_and_lists_are_kept() { assertThat(write(Arrays.asList(1, null))).isEqualTo("[1,null]"); }

    @Test
    void half_a_surrogate_pair_becomes_the_replacement_character() {
        assertThat(write("a\ud83d")).isEqualTo("\"a\ufffd\"");
        assertThat(write("\ude00\ud83d\ude00")).isEqualTo("\"\ufffd😀\"");
    }

    @Test
    void what_was_written_is_read_back() {
        var json = "{\"a\":[1,2.5,-3000000000,\"한글\\n\",null,true],\"b\":{}}";
        assertThat(write(Json.readObject(json.getBytes(UTF_8)))).isEqualTo(json);
    }

    @Test
    void a_field_of_another_type_is_malformed() {
        var fields = new Fields(
                Json.readObject("{\"code\":1,\"flag\":\"x\",\"n\":1e300,\"none\":null}".getBytes(UTF_8)));
        assertThatThrownBy(() -> fields.text("code")).hasMessage("code is not a string");
        assertThatThrownBy(() -> fields.text("none")).hasMessage("no none");
        assertThatThrownBy(() -> fields.flag("flag", true)).hasMessage("flag is not true or false");
        assertThat(fields.number("n", 0)).isEqualTo(Integer.MAX_VALUE);
        assertThat(fields.number("none", 5)).isEqualTo(5);
    }
}
