package sconce.kernel.terminal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sconce.kernel.notebook.Tutorial;
import sconce.kernel.notebook.UnreadableException;
import sconce.kernel.session.CellId;

/// The cells of a file: a `.java` file is one, each `java` block of a Markdown file is one, and so is each code cell of a
/// notebook. A `.jsh` file is jshell's: one part that is cut into pieces while it runs.
final class SourceFile {
    /// A piece to be run, and how errors name it.
    ///
    /// @param isLines whether it is run line by line, with jshell's commands between
    record Part(CellId id, String code, boolean isLines) {
        Part(CellId id, String code) { this(id, code, false); }
    }

    private SourceFile() {}

    /// @throws SourceException with one line for the user when it cannot be read or holds no Java
    static List<Part> read(Path file) {
        var name = String.valueOf(file.getFileName());
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".ipynb") || Tutorial.isMarkdown(file)) return tutorial(file, name);
        var text = text(file);
        if (lower.endsWith(".jsh") || lower.endsWith(".jshell"))
            return List.of(new Part(new CellId(name), text.replaceFirst("\\A#!", "//"), true));
        if (lower.endsWith(".java")) return List.of(new Part(new CellId(name), Program.withoutPackage(text)));
        throw new SourceException(file + ": a .java, .jsh, .md or .ipynb file is wanted");
    }

    private static List<Part> tutorial(Path file, String name) {
        try {
            return Tutorial.read(file).code().stream()
                    .map(cell -> new Part(new CellId(name + " cell " + cell.number()), cell.source())).toList();
        } catch (UnreadableException e) {
            throw new SourceException(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Path file) {
        if (Files.isDirectory(file)) throw new SourceException(file + " is a folder: name a file in it");
        try {
            var text = Files.readString(file).replace("\r\n", "\n");
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new SourceException(file + " is not text: save it as UTF-8");
        } catch (IOException e) {
            throw new SourceException(Files.exists(file) ? "cannot read " + file : "there is no file " + file);
        }
    }
}
