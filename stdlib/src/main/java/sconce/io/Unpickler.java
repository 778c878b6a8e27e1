package sconce.io;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.Tuple;
import sconce.nn.StateDict;

/// Runs a pickle: a program for a small stack machine. By the rules of PyTorch's `_weights_only_unpickler`: it may build
/// lists, maps and the like, and call nothing but what [Globals] lists; whatever else it names is refused by name.
///
/// Of the opcodes those of protocol 2 are known, which PyTorch writes, and the harmless ones of later protocols.
final class Unpickler {
    /// What a pickle refers to outside of itself: storages.
    @FunctionalInterface
    interface Persistent {
        Object load(Tuple<?> id);
    }

    private static final int LONGEST_NUMBER = 4096;
    private final FileBytes pickle;
    private final Globals globals;
    private final Persistent persistent;
    private final ArrayList<@Nullable Object> stack = new ArrayList<>();
    private final ArrayList<Integer> marks = new ArrayList<>();
    private final Map<Integer, @Nullable Object> memo = new HashMap<>();
    private int newestMemo = -1;
    private long at;
    private long opcodeAt;

    /// @param start where the pickle begins
    Unpickler(FileBytes pickle, long start, Globals globals, Persistent persistent) {
        this.pickle = pickle;
        this.globals = globals;
        this.persistent = persistent;
        at = start;
    }

    /// Where the pickle ended.
    long end() { return at; }

    private CheckpointException wrong(String reason) { return pickle.broken(opcodeAt, reason); }

    /// Runs to the end and returns what was built.
    @Nullable
    Object load() {
        try {
            while (true) {
                opcodeAt = at;
                var opcode = u8();
                if (opcode == '.') break;
                step(opcode);
            }
            var result = pop();
            Nesting.check(result, this::wrong);
            return result;
        } catch (Refusal refusal) {
            throw wrong(refusal.getMessage());
        }
    }

    private void step(int opcode) {
        switch (opcode) {
            case 0x80 -> protocol();
            case 'c' -> push(globals.find(line(), line()));
            case 0x93 -> stackGlobal();
            case 'R' -> reduce();
            case 0x81 -> newObject();
            case 'b' -> build();
            case 'Q' -> push(persistent.load(tupleOf(pop(), "persistent_load id must be tuple")));
            case '(' -> marks.add(stack.size());
            case '0' -> pop();
            case 't' -> push(Tuple.of(popMark()));
            case ')' -> push(Tuple.of(List.of()));
            case 0x85 -> push(tuple(1));
            case 0x86 -> push(tuple(2));
            case 0x87 -> push(tuple(3));
            case ']' -> push(new ArrayList<@Nullable Object>());
            case '}' -> push(new Dict());
            case 0x8f -> push(new LinkedHashSet<@Nullable Object>());
            case 0x90 -> addItems();
            case 0x91 -> frozenSet();
            case 'a' -> append();
            case 'e' -> appends();
            case 's' -> setItem();
            case 'u' -> setItems();
            case 'q' -> put(u8());
            case 'r' -> put((int) index(u32()));
            case 0x94 -> put(memo.size());
            case 'h' -> get(u8());
            case 'j' -> get((int) index(u32()));
            default -> literal(opcode);
        }
    }

    private void literal(int opcode) {
        switch (opcode) {
            case 'N' -> push(null);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'K' -> push((long) u8());
            case 'M' -> push((long) u16());
            case 'J' -> push((long) (int) u32());
            case 0x8a -> push(number(u8()));
            case 0x8b -> push(number(u32()));
            case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(i64())));
            case 'X' -> push(text(u32()));
            case 0x8c, 'U' -> push(text(u8()));
            case 0x8d -> push(text(i64()));
            case 'T' -> push(text(u32()));
            case 'B' -> push(array(u32()));
            case 'C' -> push(array(u8()));
            case 0x8e, 0x96 -> push(array(i64()));
            case 0x95 -> i64(); // A frame: only tells how much to read at once.
            default -> throw wrong("Unsupported operand " + opcode + ": it is no pickle of weights");
        }
    }

    private void protocol() {
        var protocol = u8();
        if (protocol > 5) throw wrong("unsupported pickle protocol: " + protocol);
    }

    private int u8() { return pickle.u8(at++); }

    private int u16() {
        at += 2;
        return pickle.u16(at - 2);
    }

    private long u32() {
        at += 4;
        return pickle.u32(at - 4);
    }

    private long i64() {
        at += 8;
        return pickle.i64(at - 8);
    }

    private long index(long index) {
        if (index > Integer.MAX_VALUE) throw wrong("memo entry " + index);
        return index;
    }

    private byte[] array(long length) {
        var bytes = pickle.array(at, length);
        at += length;
        return bytes;
    }

    private String text(long length) {
        var text = PythonValues.text(array(length));
        if (text == null) throw wrong("a text that is not UTF-8");
        return text;
    }

    private String line() {
        var start = at;
        while (u8() != '\n') if (at - start > 1000) throw wrong("a name of more than 1000 letters");
        return new String(pickle.array(start, at - 1 - start), StandardCharsets.UTF_8);
    }

    private Number number(long length) {
        if (length > LONGEST_NUMBER) throw wrong("a whole number of " + length + " bytes");
        var bytes = array(length);
        if (bytes.length == 0) return 0L;
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            var b = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = b;
        }
        var number = new BigInteger(bytes);
        if (number.bitLength() > 63) return number;
        return number.longValue();
    }

    private void push(@Nullable Object value) { stack.add(value); }

    private int floor() { return marks.isEmpty() ? 0 : marks.getLast(); }

    private @Nullable Object pop() {
        if (stack.size() <= floor()) throw wrong("pop from empty list");
        return stack.removeLast();
    }

    private @Nullable Object top() {
        if (stack.size() <= floor()) throw wrong("list index out of range");
        return stack.getLast();
    }

    private List<@Nullable Object> popMark() {
        if (marks.isEmpty()) throw wrong("pop from empty list: no mark");
        var above = stack.subList(marks.removeLast(), stack.size());
        var items = new ArrayList<>(above);
        above.clear();
        return items;
    }

    private Tuple<@Nullable Object> tuple(int size) {
        var items = new @Nullable Object[size];
        for (var i = size - 1; i >= 0; i--) items[i] = pop();
        return Tuple.of(Arrays.asList(items));
    }

    private Tuple<?> tupleOf(@Nullable Object value, String wanted) {
        if (value instanceof Tuple<?> tuple) return tuple;
        throw wrong(wanted + ", but got " + Globals.typeName(value));
    }

    private void put(int index) {
        memo.put(index, top());
        newestMemo = index;
    }

    private void get(int index) {
        if (!memo.containsKey(index)) throw wrong("memo entry " + index + " was never written");
        push(memo.get(index));
    }

    private void stackGlobal() {
        if (!(pop() instanceof String name) || !(pop() instanceof String module)) {
            throw wrong("STACK_GLOBAL requires str");
        }
        push(globals.find(module, name));
    }

    private void reduce() {
        var arguments = tupleOf(pop(), "the arguments of a call must be a tuple");
        var function = pop();
        if (!(function instanceof Globals.Function known)) {
            throw wrong("Trying to call reduce for unrecognized function " + Globals.typeName(function));
        }
        push(known.call(arguments));
    }

    private void newObject() {
        var arguments = tupleOf(pop(), "the arguments of a call must be a tuple");
        var type = pop();
        if (!(type instanceof Globals.Function known) || !known.isType()) {
            throw wrong(
                    "Can only create new object for nn.Parameter or classes allowlisted via `add_safe_globals` but got "
                            + Globals.typeName(type));
        }
        push(known.call(arguments));
    }

    /// Python sets any attribute here; the one that counts is `_metadata` of a state dict.
    private void build() {
        var state = pop();
        switch (top()) {
            case StateDict dict -> {
                var attributes = PythonValues.withTexts(state);
                var metadata = attributes == null ? null : PythonValues.withTexts(attributes.get("_metadata"));
                if (metadata == null) return;
                metadata.forEach((module, about) -> {
                    var texts = PythonValues.withTexts(about);
                    if (texts != null) dict.metadata().put(module, texts);
                });
            }
            case OrderedDict _ -> {
            }
            case null, default -> throw wrong("Can only build Tensor, Parameter, OrderedDict or types allowlisted via "
                    + "`add_safe_globals`, but got " + Globals.typeName(top()));
        }
    }

    private void append() {
        var item = pop();
        list("append to").add(item);
    }

    private void appends() {
        var items = popMark();
        list("extend").addAll(items);
    }

    @SuppressWarnings("unchecked") // Lists that are made here take anything.
    private List<@Nullable Object> list(String what) {
        if (top() instanceof ArrayList<?> list) return (List<@Nullable Object>) list;
        throw wrong("Can only " + what + " lists, but got " + Globals.typeName(top()));
    }

    private void setItem() {
        var value = pop();
        var key = pop();
        put("SETITEM", key, value);
    }

    private void setItems() {
        var items = popMark();
        if (items.size() % 2 != 0) throw wrong("SETITEMS of a key without a value");
        for (var i = 0; i < items.size(); i += 2) put("SETITEMS", items.get(i), items.get(i + 1));
    }

    @SuppressWarnings("unchecked") // Maps that are made here take anything, but a state dict only texts.
    private void put(String opcode, @Nullable Object key, @Nullable Object value) {
        Nesting.checkKey(key, this::wrong);
        if (top() instanceof StateDict dict && !(key instanceof String)) becomeOrdered(dict);
        if (!(top() instanceof LinkedHashMap<?, ?> map)) {
            throw wrong("Can only " + opcode + " for dict, collections.OrderedDict, collections.Counter, but got "
                    + Globals.typeName(top()));
        }
        ((Map<@Nullable Object, @Nullable Object>) map).put(key, value);
    }

    /// A state dict has texts as keys: one that gets another key turns out to be an ordinary ordered map.
    @SuppressWarnings("ReferenceEquality") // The same object is meant, not an equal one.
    private void becomeOrdered(StateDict dict) {
        var ordered = new OrderedDict();
        ordered.putAll(dict);
        stack.set(stack.size() - 1, ordered);
        if (newestMemo >= 0 && memo.get(newestMemo) == dict) memo.put(newestMemo, ordered);
    }

    @SuppressWarnings("unchecked") // Sets that are made here take anything.
    private void addItems() {
        var items = popMark();
        if (!(top() instanceof LinkedHashSet<?> set))
            throw wrong("Can only add to sets, but got " + Globals.typeName(top()));
        addAll((Set<@Nullable Object>) set, items);
    }

    private void frozenSet() {
        var set = new LinkedHashSet<@Nullable Object>();
        addAll(set, popMark());
        push(Collections.unmodifiableSet(set));
    }

    private void addAll(Set<@Nullable Object> set, List<@Nullable Object> items) {
        for (var item : items) {
            Nesting.checkKey(item, this::wrong);
            set.add(item);
        }
    }
}
