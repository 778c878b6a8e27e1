package sconce.kernel.jupyter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class CodecTest {
    private final Signer signer = new Signer("hmac-sha256", "secret".getBytes(UTF_8));
    private final Codec codec = new Codec(signer);

    private static Message message(String type, Map<String, ?> content) {
        return new Message(List.of("who".getBytes(UTF_8)), Header.of(type, "me"), null, Map.of(), content, List.of());
    }

    @Test
    void a_message_survives_the_wire() {
        var parent = new Header("p", "execute_request",
                Map.of("msg_id", "p", "msg_type", "execute_request", "new_field", 7));
        var sent = new Message(List.of("a".getBytes(UTF_8), "b".getBytes(UTF_8)), Header.of("x_reply", "me"), parent,
                Map.of("some", "metadata"), Map.of("text", "한글 😀", "list", List.of(1, 2.5, true)),
                List.of(new byte[] { 0, -1 }, new byte[0]));
        var got = codec.decode(codec.encode(sent));
        assertThat(got.identities()).containsExactly("a".getBytes(UTF_8), "b".getBytes(UTF_8));
        assertThat(got.header()).isEqualTo(sent.header());
        assertThat(got.parent()).isEqualTo(parent);
        assertThat(got.metadata()).isEqualTo(sent.metadata());
        assertThat(got.content()).isEqualTo(sent.content());
        assertThat(got.buffers()).containsExactly(new byte[] { 0, -1 }, new byte[0]);
    }

    @Test
    void a_signature_is_the_hmac_of_the_four_parts() {
        var parts = List.of("{}".getBytes(UTF_8), "{}".getBytes(UTF_8), "{}".getBytes(UTF_8), "{}".getBytes(UTF_8));
        // Python: hmac.new(b"secret", b"{}" * 4, "sha256").hexdigest()
        assertThat(new String(signer.sign(parts), UTF_8))
                .isEqualTo("34982f0bfec60e7b933ffde06c1ecab0fba073717a95ab943d1dd06f82c2d5e4");
    }

    @Test
    void a_message_is_taken_once() {
        var frames = codec.encode(message("kernel_info_request", Map.of()));
        codec.decode(frames);
        assertThatThrownBy(() -> codec.decode(frames)).hasMessage("a replayed message");
    }

    @Test
    void an_empty_key_signs_nothing_and_takes_everything() {
        var open = new Codec(new Signer("hmac-sha256", new byte[0]));
        var frames = open.encode(message("kernel_info_request", Map.of()));
        assertThat(frames.get(2)).isEmpty();
        open.decode(frames);
        assertThat(open.decode(frames).header().msgType()).isEqualTo("kernel_info_request");
    }

    @Test
    void another_key_or_a_cut_signature_is_refused() {
        var other = new Codec(new Signer("hmac-sha256", "secreT".getBytes(UTF_8)));
        assertThatThrownBy(() -> codec.decode(other.encode(message("x", Map.of())))).hasMessage("wrong signature");
        var frames = codec.encode(message("x", Map.of()));
        frames.set(2, Arrays.copyOf(frames.get(2), 63));
        assertThatThrownBy(() -> codec.decode(frames)).hasMessage("wrong signature");
    }

    @Test
    void signed_nonsense_is_malformed() {
        for (var nonsense : List.of("", "[]", "null", "{", "{}{}", "{\"a\":NaN}", "{\"msg_id\":1}", "\u0000",
                "[".repeat(100_000), "{\"a\":".repeat(100_000))) {
            var parts = List.of(nonsense.getBytes(UTF_8), "{}".getBytes(UTF_8), "{}".getBytes(UTF_8),
                    "{}".getBytes(UTF_8));
            var frames = new ArrayList<>(List.of("<IDS|MSG>".getBytes(UTF_8), signer.sign(parts)));
            frames.addAll(parts);
            assertThatExceptionOfType(MalformedMessageException.class)
                    .as(nonsense.substring(0, Math.min(9, nonsense.length())))
                    .isThrownBy(() -> codec.decode(frames));
        }
    }

    @Test
    void no_mutation_of_a_message_gets_through() {
        var random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            var good = codec.encode(message("execute_request", Map.of("code", "cell" + i)));
            var frames = Mutations.of(good, random);
            try {
                var got = codec.decode(frames);
                // Identities and buffers are not signed: a mutation there leaves the message as it was.
                assertThat(got.content()).as("mutation %d", i).isEqualTo(Map.of("code", "cell" + i));
            } catch (MalformedMessageException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }
}
