package sconce.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.Tuple;

/// What Python's values are in Java, and how they print.
final class PythonValues {
    private PythonValues() {}

    static String repr(@Nullable Object... tuple) { return Tuple.of(Arrays.asList(tuple)).toString(); }

    static String map(Map<?, ?> map) {
        return map.entrySet().stream().map(entry -> one(entry.getKey()) + ": " + one(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String one(@Nullable Object value) {
        var tuple = repr(value);
        return tuple.substring(1, tuple.length() - 2);
    }

    /// Text from UTF-8, in which Python may have put halves of surrogate pairs.
    ///
    /// @return null if it is no text
    static @Nullable String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException strange) {
            return withSurrogates(utf8);
        }
    }

    /// Each half is three bytes that begin with ED; what stands between them must be UTF-8.
    private static @Nullable String withSurrogates(byte[] utf8) {
        var text = new StringBuilder();
        var from = 0;
        for (var i = 0; i <= utf8.length; i++) {
            var half = i < utf8.length - 2 && (utf8[i] & 0xff) == 0xed && (utf8[i + 1] & 0xe0) == 0xa0
                    && (utf8[i + 2] & 0xc0) == 0x80;
            if (!half && i < utf8.length) continue;
            try {
                text.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8, from, i - from)));
            } catch (CharacterCodingException broken) {
                return null;
            }
            if (!half) break;
            text.append((char) (0xd000 | (utf8[i + 1] & 0x3f) << 6 | (utf8[i + 2] & 0x3f)));
            i += 2;
            from = i + 1;
        }
        return text.toString();
    }

    static byte[] utf8(String text) {
        var bytes = new ByteArrayOutputStream();
        var from = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)))
                i++;
            else if (Character.isSurrogate(c)) {
                bytes.writeBytes(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
                bytes.writeBytes(
                        new byte[] { (byte) 0xed, (byte) (0x80 | (c >> 6 & 0x3f)), (byte) (0x80 | (c & 0x3f)) });
                from = i + 1;
            }
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /// Whether a map has this truth under a key; what it has not, a state dict would refuse to give.
    static boolean is(Map<?, ?> map, String key, boolean truth) {
        return map.containsKey(key) && Boolean.valueOf(truth).equals(map.get(key));
    }

    /// A map with texts as keys from one of any kind; null if other keys are in it.
    static @Nullable Map<String, Object> withTexts(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) return null;
        var texts = new LinkedHashMap<String, Object>();
        for (var entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) return null;
            texts.put(key, entry.getValue());
        }
        return texts;
    }
}
