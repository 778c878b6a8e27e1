package sconce.io;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.Layout;
import sconce.Size;
import sconce.Tensor;
import sconce.Tuple;
import sconce.TypeError;
import sconce.libtorch.ComplexNumber;
import sconce.nn.StateDict;

/// Writes values as a pickle of protocol 2, as Python's `pickle` writes what `torch.save` is given: values met twice are
/// written once.
final class Pickler {
    private static final int DEEPEST = 500;
    private static final int BATCH = 1000;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<String, Integer> globals = new HashMap<>();
    private final IdentityHashMap<Object, Integer> written = new IdentityHashMap<>();
    private final ArrayDeque<Object> open = new ArrayDeque<>();
    private final ArrayDeque<String> path = new ArrayDeque<>();
    private final TensorPickler tensors;
    private int memoized;

    /// @param storages numbers the storages, and writes what `id` should be
    Pickler(SavedStorages storages) { tensors = new TensorPickler(this, storages); }

    /// @throws TypeError if a value is of a kind that Python would not know
    static byte[] pickle(@Nullable Object value, SavedStorages storages) {
        var pickler = new Pickler(storages);
        pickler.opcode(0x80).opcode(2);
        pickler.value(value);
        return pickler.opcode('.').out.toByteArray();
    }

    Pickler opcode(int opcode) {
        out.write(opcode);
        return this;
    }

    void value(@Nullable Object value) {
        switch (value) {
            case null -> opcode('N');
            case Boolean truth -> opcode(truth ? 0x88 : 0x89);
            case Double number -> real(number);
            case Float number -> real(number);
            case BigInteger number -> big(number);
            case Long number -> whole(number);
            case Integer number -> whole(number);
            case Short number -> whole(number);
            case Byte number -> whole(number);
            case ComplexNumber number -> call("__builtin__ complex", number.real(), number.imaginary());
            case String text -> text(text);
            case Character letter -> text(letter.toString());
            case DType dtype -> global("torch " + dtype.name());
            case Device device -> device(device);
            case Layout layout -> call("torch.serialization _get_layout", layout.toString());
            case Size size -> call("torch Size", Tuple.of(size));
            default -> shared(value);
        }
    }

    /// Values that are objects in Python, too: two places may hold the same one.
    private void shared(Object value) {
        var known = written.get(value);
        if (known != null) {
            if (open.contains(value)) throw refused("a value that contains itself");
            get(known);
            return;
        }
        if (open.size() >= DEEPEST) throw refused("values nested more than " + DEEPEST + " deep");
        open.push(value);
        switch (value) {
            case Tensor tensor -> tensors.write(tensor);
            case Tuple<?> tuple -> parts(tuple);
            case Map<?, ?> map -> map(map);
            case Set<?> set -> set(set);
            case Collection<?> list -> list(value, list);
            case byte[] bytes -> bytes(bytes);
            default -> {
                if (!value.getClass().isArray()) throw refused(TypeAdvice.of(value));
                list(value, elements(value));
            }
        }
        open.pop();
        // Maps and lists noted themselves before their parts; an empty tuple has no place.
        if (!written.containsKey(value) && !(value instanceof Tuple<?> tuple && tuple.isEmpty())) note(value);
    }

    private TypeError refused(String reason) {
        var place = new ArrayList<>(path).reversed();
        return new TypeError("cannot save " + reason + (place.isEmpty() ? "" : ", at " + String.join("", place)));
    }

    void note(Object value) { written.put(value, put()); }

    private int put() {
        if (memoized < 256) opcode('q').opcode(memoized);
        else
            opcode('r').raw(4, memoized);
        return memoized++;
    }

    private void get(int memo) {
        if (memo < 256) opcode('h').opcode(memo);
        else
            opcode('j').raw(4, memo);
    }

    private void raw(int bytes, long number) {
        out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array(), 0, bytes);
    }

    private void real(double number) {
        opcode('G');
        out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
    }

    void whole(long number) {
        if (number >= 0 && number < 256) opcode('K').raw(1, number);
        else if (number >= 0 && number < 65536) opcode('M').raw(2, number);
        else if (number == (int) number) opcode('J').raw(4, number);
        else
            big(BigInteger.valueOf(number));
    }

    private void big(BigInteger number) {
        var bytes = number.toByteArray();
        if (bytes.length > 255) throw refused("a whole number of " + bytes.length + " bytes");
        opcode(0x8a).opcode(bytes.length);
        for (var i = bytes.length - 1; i >= 0; i--) out.write(bytes[i]);
    }

    void text(String text) {
        var known = texts.get(text);
        if (known != null) {
            get(known);
            return;
        }
        var utf8 = PythonValues.utf8(text);
        opcode('X').raw(4, utf8.length);
        out.writeBytes(utf8);
        texts.put(text, put());
    }

    /// Module and name of something in Python, with a blank between.
    void global(String name) {
        var known = globals.get(name);
        if (known != null) {
            get(known);
            return;
        }
        opcode('c');
        out.writeBytes((name.replace(' ', '\n') + "\n").getBytes(StandardCharsets.UTF_8));
        globals.put(name, put());
    }

    void call(String function, @Nullable Object... arguments) {
        global(function);
        tuple(Tuple.of(Arrays.asList(arguments)));
        opcode('R');
        put();
    }

    /// A tuple that is met only here.
    void tuple(Tuple<?> tuple) {
        parts(tuple);
        if (!tuple.isEmpty()) put();
    }

    private void parts(Tuple<?> tuple) {
        if (tuple.isEmpty()) {
            opcode(')');
            return;
        }
        if (tuple.size() > 3) opcode('(');
        for (var i = 0; i < tuple.size(); i++) part("[" + i + "]", tuple.get(i));
        opcode(tuple.size() > 3 ? 't' : 0x84 + tuple.size());
    }

    private void part(String place, @Nullable Object value) {
        path.push(place);
        value(value);
        path.pop();
    }

    private void device(Device device) {
        if (device.index() < 0) call("torch device", device.type());
        else
            call("torch device", device.type(), (long) device.index());
    }

    private void list(Object value, Collection<?> list) {
        opcode(']');
        note(value);
        items(list, 'e');
    }

    private void items(Collection<?> items, int opcode) {
        var count = 0;
        for (var item : items) {
            if (count % BATCH == 0) opcode('(');
            part("[" + count + "]", item);
            if (++count % BATCH == 0 || count == items.size()) opcode(opcode);
        }
    }

    private void map(Map<?, ?> map) {
        switch (map) {
            case StateDict _,OrderedDict _ -> {
                global("collections OrderedDict");
                opcode(')').opcode('R');
                note(map);
                entries(map);
                if (map instanceof StateDict state && !state.metadata().isEmpty()) metadata(state);
            }
            case Counter _ -> {
                global("collections Counter");
                opcode('}');
                entries(map);
                opcode(0x85).opcode('R');
            }
            default -> {
                opcode('}');
                note(map);
                entries(map);
            }
        }
    }

    private void entries(Map<?, ?> map) {
        var count = 0;
        for (var entry : map.entrySet()) {
            if (count % BATCH == 0) opcode('(');
            var place = "['" + entry.getKey() + "']";
            part(place + " (the key)", entry.getKey());
            part(place, entry.getValue());
            if (++count % BATCH == 0 || count == map.size()) opcode('u');
        }
    }

    /// `_metadata` is an attribute in Python.
    private void metadata(StateDict state) {
        opcode('}').opcode('(');
        text("_metadata");
        var ordered = new OrderedDict();
        ordered.putAll(state.metadata());
        value(ordered);
        opcode('u').opcode('b');
    }

    private void set(Set<?> set) {
        global("__builtin__ set");
        opcode(']');
        items(set, 'e');
        opcode(0x85).opcode('R');
    }

    /// Protocol 2 has no bytes: they go as text, a letter for each.
    private void bytes(byte[] bytes) {
        call("_codecs encode", new String(bytes, StandardCharsets.ISO_8859_1), "latin1");
    }

    private static List<@Nullable Object> elements(Object array) {
        var elements = new ArrayList<@Nullable Object>();
        for (var i = 0; i < Array.getLength(array); i++) elements.add(Array.get(array, i));
        return elements;
    }
}
