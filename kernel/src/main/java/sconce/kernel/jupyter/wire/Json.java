package sconce.kernel.jupyter.wire;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// JSON to maps, lists and plain values, and such values and records back to JSON. Only Jackson's streaming half is
/// used: data binding would add half a second to a cold start.
public final class Json {
    /// The depth that a value may nest, so that a hostile one ends in an error and not in a stack overflow.
    private static final int DEPTH = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxStringLength(Integer.MAX_VALUE).build()).build();

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            var components = new ArrayList<Component>();
            for (var component : type.getRecordComponents()) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                components.add(new Component(snakeCase(component.getName()), accessor));
            }
            return components;
        }
    };

    private Json() {}

    /// The object that `utf8` holds, and nothing after it.
    ///
    /// @throws MalformedMessageException when it is not JSON, or not an object
    public static Map<String, @Nullable Object> readObject(byte[] utf8) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new MalformedMessageException("not a JSON object");
            var object = object(parser);
            if (parser.nextToken() != null) throw new MalformedMessageException("something after the JSON object");
            return object;
        } catch (JacksonException e) {
            throw new MalformedMessageException("not JSON: " + e.getOriginalMessage());
        }
    }

    /// `value` as UTF-8 JSON. Records become objects with their components' names in snake case (`transient_` loses the
    /// underscore that keeps it from being Java's keyword); a component that is null is left out.
    public static byte[] write(@Nullable Object value) {
        var bytes = new ByteArrayOutputStream(256);
        try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(generator, value);
        }
        return bytes.toByteArray();
    }

    /// `cursorPos` as Jupyter spells it: `cursor_pos`.
    public static String snakeCase(String camelCase) {
        var snake = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (c == '_') continue;
            if (Character.isUpperCase(c) && i > 0) snake.append('_');
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        var array = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) array.add(value(parser));
        return array;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw new MalformedMessageException("the JSON ends early");
        };
    }

    private static void write(JsonGenerator to, @Nullable Object value) {
        switch (value) {
            case null -> to.writeNull();
            case CharSequence text -> to.writeString(wellFormed(text.toString()));
            case Boolean flag -> to.writeBoolean(flag);
            case Integer number -> to.writeNumber(number);
            case Long number -> to.writeNumber(number);
            case BigInteger number -> to.writeNumber(number);
            case Number number -> to.writeNumber(number.doubleValue());
            case Map<?, ?> map -> {
                to.writeStartObject();
                map.forEach((name, each) -> {
                    to.writeName(wellFormed(String.valueOf(name)));
                    write(to, each);
                });
                to.writeEndObject();
            }
            case Iterable<?> list -> {
                to.writeStartArray();
                for (var each : list) write(to, each);
                to.writeEndArray();
            }
            case Record fields -> {
                to.writeStartObject();
                for (var component : COMPONENTS.get(fields.getClass())) {
                    var each = component.of(fields);
                    if (each == null) continue;
                    to.writeName(component.name);
                    write(to, each);
                }
                to.writeEndObject();
            }
            default -> to.writeString(wellFormed(value.toString()));
        }
    }

    /// Half a surrogate pair cannot be sent as UTF-8, and programs do print one: U+FFFD stands for it.
    private static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                i++;
            } else {
                if (mended == null) mended = new StringBuilder(text);
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended == null ? text : mended.toString();
    }

    private record Component(String name, Method accessor) {
        @Nullable
        Object of(Record fields) {
            try {
                return accessor.invoke(fields);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + accessor, e);
            }
        }
    }
}
