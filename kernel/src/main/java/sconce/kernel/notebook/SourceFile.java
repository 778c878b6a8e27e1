package sconce.kernel.notebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The code of a file: a `.java` or `.jsh` file is one part, each `java` block of a Markdown file is one, and so is each
/// code cell of a notebook.
public final class SourceFile {
    private static final Pattern JSHELL_COMMAND = Pattern.compile("(?m)^\\s*/(?=[a-z?!-])[^\\n]*$");
    private static final Pattern PACKAGE = Pattern
            .compile("(?m)\\A((?:\\s|//[^\\n]*|/\\*(?s:.*?)\\*/)*)package\\s+[\\w.]+\\s*;");

    /// A piece to be run, and how errors name it.
    public record Part(String name, String code) {}

    private SourceFile() {}

    /// Reads a file.
    ///
    /// @throws UnreadableException with one line for the user when it cannot be read or holds no Java
    public static List<Part> read(Path file) {
        var name = String.valueOf(file.getFileName());
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".ipynb") || Tutorial.isMarkdown(file)) {
            return Tutorial.read(file).code().stream()
                    .map(cell -> new Part(name + " cell " + cell.number(), cell.source())).toList();
        }
        var text = text(file);
        if (lower.endsWith(".jsh") || lower.endsWith(".jshell")) {
            return List.of(new Part(name, withoutCommands(text)));
        }
        if (lower.endsWith(".java")) return List.of(new Part(name, withoutPackage(text)));
        throw new UnreadableException(file + ": a .java, .jsh, .md or .ipynb file is wanted");
    }

    private static String text(Path file) {
        if (Files.isDirectory(file)) throw new UnreadableException(file + " is a folder: name a file in it");
        try {
            var text = Files.readString(file).replace("\r\n", "\n");
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableException(file + " is not text: save it as UTF-8");
        } catch (IOException e) {
            throw new UnreadableException(Files.exists(file) ? "cannot read " + file : "there is no file " + file);
        }
    }

    /// jshell's own commands are not Java: a line without one keeps its number.
    private static String withoutCommands(String text) {
        return JSHELL_COMMAND.matcher(text.replaceFirst("\\A#!", "//")).replaceAll("");
    }

    /// A session has no packages: what a file declares is there by its simple name.
    private static String withoutPackage(String text) { return PACKAGE.matcher(text).replaceFirst("$1"); }
}
