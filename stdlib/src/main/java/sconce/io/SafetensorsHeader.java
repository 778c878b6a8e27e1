package sconce.io;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Size;

/// The beginning of a safetensors file: what tensors there are and where. All of it is checked before any tensor is made.
///
/// @param metadata the texts under `__metadata__`, or null
/// @param entries the tensors by name, in the order of their bytes
record SafetensorsHeader(@Nullable Map<String, String> metadata, SequencedMap<String, Entry> entries) {
    /// The format's own bound.
    private static final long LONGEST = 100_000_000;
    static final String METADATA = "__metadata__";

    /// One tensor.
    ///
    /// @param start its first byte in the file
    /// @param length its bytes
    record Entry(String name, DType dtype, Size shape, long start, long length) {}

    static SafetensorsHeader read(FileBytes file) {
        if (file.size() < 8) throw file.broken(0, "header too small: " + looksLike(file, "a file of safetensors"));
        var length = file.i64(0);
        if (length < 0 || length > LONGEST) {
            throw file.broken(0, "header too large: " + Long.toUnsignedString(length) + " bytes; "
                    + looksLike(file, "it is broken or no safetensors file"));
        }
        if (length > file.size() - 8) {
            throw file.broken(0, "invalid header length: " + length + " bytes, where the file has " + file.size());
        }
        var json = Json.read(text(file, length),
                (at, reason) -> file.broken(8 + at, "invalid JSON in header: " + reason));
        if (!(json instanceof Map<?, ?> object)) {
            throw file.broken(8, "invalid JSON in header: a map of tensors was expected");
        }
        var dataStart = 8 + length;
        Map<String, String> metadata = null;
        var entries = new ArrayList<Entry>();
        for (var field : object.entrySet()) {
            var name = (String) field.getKey();
            if (name.equals(METADATA)) metadata = metadata(file, field.getValue());
            else
                entries.add(entry(file, name, field.getValue(), dataStart));
        }
        return new SafetensorsHeader(metadata, inOrder(file, entries, dataStart));
    }

    /// What a file of another kind looks like, for those whose file has the wrong ending.
    static String looksLike(FileBytes file, String otherwise) {
        if (file.startsWith("PK\u0003\u0004")) return "it looks like a .pt file (a zip archive): name it so";
        if (file.startsWith("\u0080")) return "it looks like a .pt file (a pickle): name it so";
        if (file.startsWith("version https://git-lfs")) {
            return "it is a Git LFS pointer: fetch the file itself with git lfs pull";
        }
        if (file.startsWith("<")) return "it looks like a web page: a download that failed";
        return otherwise;
    }

    private static String text(FileBytes file, long length) {
        var bytes = file.slice(8, length).toArray(ValueLayout.JAVA_BYTE);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw file.broken(8, "invalid UTF-8 in header: " + notUtf8.getMessage());
        }
    }

    private static Map<String, String> metadata(FileBytes file, @Nullable Object json) {
        if (!(json instanceof Map<?, ?> object)) throw file.broken(8, "invalid JSON in header: "
                + METADATA + " is no map");
        var metadata = new LinkedHashMap<String, String>();
        object.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw file.broken(8, "invalid JSON in header: " + METADATA + " has under `" + key
                        + "` something else than a text");
            }
            metadata.put((String) key, text);
        });
        return metadata;
    }

    private static Entry entry(FileBytes file, String name, @Nullable Object json, long dataStart) {
        if (!(json instanceof Map<?, ?> object)) throw bad(file, name, "is no map");
        for (var field : List.of("dtype", "shape", "data_offsets")) {
            if (!object.containsKey(field)) throw bad(file, name, "has no `" + field + "`: missing field");
        }
        if (!(object.get("dtype") instanceof String code)) throw bad(file, name, "has a dtype that is no text");
        var dtype = SafetensorsDType.of(code);
        if (dtype == null) {
            throw bad(file, name, "has the dtype `" + code + "`, expected one of " + SafetensorsDType.codes());
        }
        var shape = longs(file, name, "shape", object.get("shape"));
        if (shape.length > 64) throw bad(file, name, "has " + shape.length + " dimensions");
        var offsets = longs(file, name, "data_offsets", object.get("data_offsets"));
        if (offsets.length != 2) throw bad(file, name, "has " + offsets.length + " offsets instead of two");
        if (offsets[1] < offsets[0]) throw bad(file, name, "ends before it begins: invalid offset");
        if (offsets[1] > file.size() - dataStart) {
            throw bad(file, name, "ends at byte " + offsets[1] + " of the data, of which there are "
                    + (file.size() - dataStart) + ": the file is cut off or broken");
        }
        var length = offsets[1] - offsets[0];
        if (bytes(file, name, shape, dtype) != length) {
            throw bad(file, name, "invalid shape, data type, or offset: " + dtype + " of shape "
                    + Arrays.toString(shape) + " does not take " + length + " bytes");
        }
        return new Entry(name, dtype, new Size(shape), dataStart + offsets[0], length);
    }

    private static long bytes(FileBytes file, String name, long[] shape, DType dtype) {
        try {
            var bytes = (long) dtype.itemSize();
            for (var size : shape) bytes = Math.multiplyExact(bytes, size);
            // libtorch counts strides even of tensors without elements.
            var strides = (long) dtype.itemSize();
            for (var size : shape) strides = Math.multiplyExact(strides, Math.max(1, size));
            return bytes;
        } catch (ArithmeticException overflow) {
            throw bad(file, name, "overflow computing buffer size from shape and/or element type");
        }
    }

    private static long[] longs(FileBytes file, String name, String field, @Nullable Object json) {
        if (!(json instanceof List<?> list)) throw bad(file, name, "has a " + field + " that is no list");
        var longs = new long[list.size()];
        for (var i = 0; i < longs.length; i++) {
            if (!(list.get(i) instanceof Long number) || number < 0) {
                throw bad(file, name,
                        "has in its " + field + " " + list.get(i) + ", expected a whole number from 0 on");
            }
            longs[i] = number;
        }
        return longs;
    }

    private static CheckpointException bad(FileBytes file, String name, String what) {
        return file.broken(8, "the tensor `" + name + "` " + what);
    }

    /// The bytes must belong to exactly one tensor each.
    private static SequencedMap<String, Entry> inOrder(FileBytes file, List<Entry> entries, long dataStart) {
        entries.sort(Comparator.comparingLong(Entry::start).thenComparingLong(Entry::length));
        var ordered = new LinkedHashMap<String, Entry>();
        var end = dataStart;
        for (var entry : entries) {
            if (entry.start != end) {
                throw file.broken(entry.start, "invalid offset for tensor `" + entry.name + "`: "
                        + (entry.start < end ? "it overlaps the one before" : "the bytes before it belong to none"));
            }
            end += entry.length;
            ordered.put(entry.name, entry);
        }
        if (end != file.size()) {
            throw file.broken(end, "incomplete metadata, file not fully covered: " + (file.size() - end)
                    + " bytes belong to no tensor");
        }
        return ordered;
    }
}
