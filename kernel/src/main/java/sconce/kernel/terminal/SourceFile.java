package sconce.kernel.terminal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sconce.kernel.session.CellId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The cells of a file: a `.java` or `.jsh` file is one, each `java` block of a Markdown file is one, and so is each code
/// cell of a notebook.
final class SourceFile {
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(`{3,}|~{3,})\\s*([^`]*)");
    private static final Pattern JSHELL_COMMAND = Pattern.compile("(?m)^\\s*/(?=[a-z?!-])[^\\n]*$");

    /// A piece to be run, and how errors name it.
    record Part(CellId id, String code) {}

    private SourceFile() {}

    /// @throws SourceException with one line for the user when it cannot be read or holds no Java
    static List<Part> read(Path file) {
        var name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        var lower = name.toLowerCase(Locale.ROOT);
        if (Files.isDirectory(file)) throw new SourceException(file + " is a folder, not a file");
        String text;
        try {
            text = Files.readString(file).replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            throw new SourceException(file + " is not a text in UTF-8");
        } catch (IOException e) {
            throw new SourceException(Files.exists(file) ? "cannot read " + file : "there is no file " + file);
        }
        if (text.startsWith("\ufeff")) text = text.substring(1);
        if (lower.endsWith(".ipynb")) return notebook(file, name, text);
        if (lower.endsWith(".md") || lower.endsWith(".markdown")) return markdown(file, name, text);
        if (lower.endsWith(".jsh")) return List.of(new Part(new CellId(name), withoutCommands(text)));
        if (lower.endsWith(".java")) return List.of(new Part(new CellId(name), text));
        throw new SourceException(file + ": a .java, .jsh, .md or .ipynb file is wanted");
    }

    /// jshell's own commands are not Java: a line without one keeps its number.
    private static String withoutCommands(String text) {
        return JSHELL_COMMAND.matcher(text.replaceFirst("\\A#!", "//")).replaceAll("");
    }

    /// Blocks keep their place in the file by empty lines before them, so that errors name the file's lines.
    private static List<Part> markdown(Path file, String name, String text) {
        var parts = new ArrayList<Part>();
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var fence = FENCE.matcher(lines[i]);
            if (!fence.matches()) continue;
            var mark = fence.group(1);
            boolean java = fence.group(2).strip().split("[\\s{,]", 2)[0].equalsIgnoreCase("java");
            var code = new StringBuilder("\n".repeat(i + 1));
            while (++i < lines.length && !(lines[i].strip().startsWith(mark)
                    && lines[i].strip().chars().allMatch(c -> c == mark.charAt(0)))) {
                code.append(lines[i]).append('\n');
            }
            if (java && !code.toString().isBlank()) parts.add(new Part(new CellId(name), code.toString()));
        }
        if (parts.isEmpty()) throw new SourceException(file + " has no block that begins with ```java");
        return parts;
    }

    private static List<Part> notebook(Path file, String name, String text) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new SourceException(file + " is not a notebook: its JSON is broken");
        }
        var cells = root.path("cells");
        if (!cells.isArray()) throw new SourceException(file + " is not a notebook of format 4: it has no cells");
        var metadata = root.path("metadata");
        var language = metadata.path("kernelspec").path("language")
                .asString(metadata.path("language_info").path("name").asString("java"));
        if (!language.equalsIgnoreCase("java")) {
            throw new SourceException(file + " is a notebook in " + language + ", not in Java");
        }
        var parts = new ArrayList<Part>();
        int number = 0;
        for (var cell : cells) {
            if (!cell.path("cell_type").asString("").equals("code")) continue;
            number++;
            var source = cell.path("source");
            var code = source.isArray()
                    ? source.valueStream().map(line -> line.asString("")).collect(Collectors.joining())
                    : source.asString("");
            if (!code.isBlank()) parts.add(new Part(new CellId(name + " cell " + number), code));
        }
        if (parts.isEmpty()) throw new SourceException(file + " has no code");
        return parts;
    }
}
