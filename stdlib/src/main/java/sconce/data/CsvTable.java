package sconce.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import sconce.DType;
import sconce.KeyError;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;

/// A CSV file's columns by name, as tensors where they hold numbers. Packed files (`.csv.gz`) are unpacked on the way.
///
/// ```java
/// var table = CsvTable.parse("height,weight,name\n1.5,40,Kim\n1.8,75,Lee\n");
/// table.tensor("height", "weight").shape()   // torch.Size([2, 2])
/// table.column("weight")                     // tensor([40, 75])
/// table.strings("name")                      // [Kim, Lee]
/// ```
public final class CsvTable {
    /// How a file is written.
    public static final class Options {
        private char delimiter = ',';
        private boolean header = true;

        Options() {}

        /// What stands between fields; by default a comma.
        public Options delimiter(char delimiter) { this.delimiter = delimiter; return this; }

        /// Whether the first line names the columns; by default it does. Else they are `0`, `1` ...
        public Options header(boolean header) { this.header = header; return this; }
    }

    private final String source;
    private final List<String> names;
    private final List<List<String>> rows;

    private CsvTable(String source, List<String> names, List<List<String>> rows) {
        this.source = source;
        this.names = names;
        this.rows = rows;
    }

    /// Reads a file.
    public static CsvTable read(String path) { return read(Path.of(path)); }

    /// Reads a file.
    public static CsvTable read(Path path) { return read(path, o -> {}); }

    /// Reads a file, with options.
    ///
    /// @throws ValueError           if it is no CSV, or its lines differ in length
    /// @throws UncheckedIOException if it cannot be read
    public static CsvTable read(Path path, Consumer<Options> options) {
        try (var in = Files.newInputStream(path)) {
            return read(path.getFileName().toString(), in, options);
        } catch (NoSuchFileException missing) {
            throw new UncheckedIOException("there is no file " + path.toAbsolutePath(), missing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /// Reads a text.
    public static CsvTable parse(String csv) {
        try (var reader = CsvReader.builder().ofCsvRecord(csv)) {
            return table("text", reader, new Options());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    static CsvTable read(String source, InputStream in, Consumer<Options> options) throws IOException {
        var o = new Options();
        options.accept(o);
        var bytes = new BufferedInputStream(in);
        var text = new InputStreamReader(isPacked(bytes) ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
        try (var reader = CsvReader.builder().fieldSeparator(o.delimiter).ofCsvRecord(text)) {
            return table(source, reader, o);
        }
    }

    private static boolean isPacked(InputStream bytes) throws IOException {
        bytes.mark(2);
        var packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return packed;
    }

    private static CsvTable table(String source, CsvReader<CsvRecord> lines, Options options) {
        try {
            return rows(source, lines, options);
        } catch (CsvParseException wrong) {
            throw new ValueError(source + ": " + wrong.getMessage());
        }
    }

    private static CsvTable rows(String source, CsvReader<CsvRecord> lines, Options options) {
        var names = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        for (var line : lines) {
            if (names.isEmpty()) {
                names.addAll(options.header ? line.getFields()
                        : IntStream.range(0, line.getFieldCount()).mapToObj(Integer::toString).toList());
                // Spreadsheets put a byte-order mark before the first name.
                names.set(0, names.getFirst().replace("\uFEFF", ""));
                if (options.header) continue;
            }
            rows.add(List.copyOf(line.getFields()));
        }
        return new CsvTable(source, List.copyOf(names), List.copyOf(rows));
    }

    /// The columns' names in their order.
    public List<String> names() { return names; }

    /// How many rows there are.
    public int size() { return rows.size(); }

    /// A column's fields as they are.
    ///
    /// @throws KeyError if there is no such column
    public List<String> strings(String name) {
        var place = place(name);
        return rows.stream().map(row -> row.get(place)).toList();
    }

    /// A column of numbers: int64 if all are whole, else float32; an empty field is NaN.
    ///
    /// @throws ValueError if a field is no number, naming its row
    public Tensor column(String name) { return tensor(name).squeeze(1); }

    /// All columns as a tensor of `[rows, columns]`.
    public Tensor tensor() { return tensor(names.toArray(String[]::new)); }

    /// These columns as a tensor of `[rows, columns]`: int64 if all are whole numbers, else float32.
    public Tensor tensor(String... columns) {
        var places = IntStream.range(0, columns.length).map(i -> place(columns[i])).toArray();
        var numbers = new double[rows.size() * places.length];
        var whole = true;
        for (int row = 0, i = 0; row < rows.size(); row++) {
            for (var place : places) {
                var number = number(row, place);
                numbers[i++] = number;
                whole &= number == Math.rint(number) && Math.abs(number) < 1L << 53;
            }
        }
        return Torch.tensor((Object) numbers, o -> o.dtype(DType.float64)).to(whole ? DType.int64 : DType.float32)
                .reshape(rows.size(), places.length);
    }

    private double number(int row, int place) {
        var field = rows.get(row).get(place).strip();
        if (field.isEmpty()) return Double.NaN;
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException text) {
            throw new ValueError(
                    "%s, row %d: %s is '%s', not a number; strings(\"%s\") gives the texts".formatted(source,
                            row, names.get(place), field, names.get(place)));
        }
    }

    private int place(String name) {
        var place = names.indexOf(name);
        if (place < 0) throw new KeyError("'" + name + "' is no column of " + source + ", which has " + names);
        return place;
    }

    @Override
    public String toString() { return "CsvTable(" + source + ": " + rows.size() + " rows, columns " + names + ")"; }
}
