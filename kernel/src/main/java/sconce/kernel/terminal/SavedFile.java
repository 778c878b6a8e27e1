package sconce.kernel.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import sconce.kernel.session.Completeness;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.Result;
import sconce.kernel.session.Session;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// What was run at the prompt as a file: Java for jshell and `/open`, or a notebook with its outputs.
final class SavedFile {
    private static final int ID_DIGITS = 8;

    private SavedFile() {}

    /// @param session knows where a cell's Java ends
    /// @throws SourceException when the name ends in nothing we know, or the file cannot be written
    static void write(Path file, List<Cell> cells, Session session) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String text;
        if (name.endsWith(".ipynb")) text = notebook(cells);
        else if (name.endsWith(".java")) text = java(cells, cell -> ended(cell, session));
        else if (name.endsWith(".jsh")) text = java(cells, UnaryOperator.identity());
        else throw new SourceException(file + ": a .java, .jsh or .ipynb file is wanted");
        write(file, text);
    }

    /// Writes what every session has imported, for jshell.
    static void writeImports(Path file) {
        write(file, Session.standardImports().stream().map(each -> "import " + each + ";\n")
                .collect(Collectors.joining()));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new SourceException("cannot write " + file);
        }
    }

    /// @param ended makes of a cell what another may follow
    private static String java(List<Cell> cells, UnaryOperator<String> ended) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            var code = cells.get(i).code().strip();
            texts.add((i + 1 == cells.size() ? code : ended.apply(code)) + "\n");
        }
        return String.join("\n", texts);
    }

    /// The cell with the semicolon that it did not need at its end.
    private static String ended(String code, Session session) {
        if (session.isComplete(code + "\n0").status() == Completeness.Status.COMPLETE) return code;
        var tokens = new JavaTokens(code).tokens().stream().filter(t -> t.kind() != JavaTokens.Kind.COMMENT).toList();
        if (tokens.isEmpty()) return code;
        int end = tokens.getLast().end();
        return code.substring(0, end) + ";" + code.substring(end);
    }

    private static String notebook(List<Cell> cells) {
        var root = new LinkedHashMap<String, Object>();
        root.put("cells", cells.stream().map(SavedFile::cell).toList());
        root.put("metadata", Map.of("kernelspec",
                ordered("display_name", "Sconce (Java)", "language", "java", "name", "sconce")));
        root.put("nbformat", 4);
        root.put("nbformat_minor", 5);
        var indent = new DefaultIndenter(" ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return JsonMapper.builder().build().writer().with(printer).writeValueAsString(root) + "\n";
    }

    private static Map<String, Object> cell(Cell cell) {
        var outputs = new ArrayList<Object>();
        for (var output : cell.outputs()) {
            outputs.add(switch (output) {
                case Output.Stream(var name, var text) -> ordered("name", name, "output_type", "stream", "text",
                        lines(text.toString()));
                case Output.Display(var displayed) -> ordered("data", data(displayed), "metadata",
                        displayed.metadata(), "output_type", "display_data");
            });
        }
        switch (cell.result()) {
            case Result.Value(var value) -> {
                if (value != null) {
                    outputs.add(ordered("data", data(value), "execution_count", cell.number(), "metadata",
                            value.metadata(), "output_type", "execute_result"));
                }
            }
            case Result.Failure failure -> outputs.add(ordered("ename", failure.name(), "evalue", failure.message(),
                    "output_type", "error", "traceback", failure.traceback()));
            case Result.Interrupted interrupted -> outputs.add(ordered("ename", "Interrupted", "evalue",
                    "the cell was interrupted", "output_type", "error", "traceback", interrupted.traceback()));
        }
        var id = Integer.toHexString(31 * cell.code().hashCode() + cell.number());
        return ordered("cell_type", "code", "execution_count", cell.number(), "id",
                "0".repeat(ID_DIGITS - id.length()) + id, "metadata", Map.of(), "outputs", outputs, "source",
                lines(cell.code().strip()));
    }

    private static Map<String, Object> data(Displayed displayed) {
        var data = new LinkedHashMap<String, Object>();
        displayed.data().forEach((type, form) -> data.put(type, form instanceof byte[] bytes
                ? Base64.getEncoder().encodeToString(bytes)
                : form instanceof String text && !type.startsWith("image/png") ? lines(text) : form));
        return data;
    }

    /// As notebooks keep text: each line with its end.
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return map;
    }
}
