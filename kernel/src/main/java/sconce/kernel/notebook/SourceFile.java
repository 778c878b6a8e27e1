package sconce.kernel.notebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The code of a file: a `.java` file is one part, each `java` block of a Markdown file is one, and so is each code cell
/// of a notebook. A `.jsh` file is jshell's: one part that is cut into pieces while it runs.
public final class SourceFile {
    private static final Pattern JSHELL_COMMAND = Pattern.compile("(?m)^\\s*/(?=[a-z?!-])[^\\n]*$");
    private static final Pattern PACKAGE = Pattern
            .compile("\\A((?:\\s++|//[^\\n]*+|/\\*(?s:.*?)\\*/)*+)(package\\s+[^;]+;)");

    /// A piece to be run.
    ///
    /// @param name how errors name it
    /// @param isLines whether it is run line by line, with jshell's commands between
    public record Part(String name, String code, boolean isLines) {
        /// A piece that is run as a whole.
        public Part(String name, String code) { this(name, code, false); }

        /// The code without jshell's own commands, which are not Java; the other lines keep their numbers.
        public String withoutCommands() { return isLines ? JSHELL_COMMAND.matcher(code).replaceAll("") : code; }
    }

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
            return List.of(new Part(name, text.replaceFirst("\\A#!", "//"), true));
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

    /// A session has no packages: what a file declares is there by its simple name. All else stays where it stands.
    private static String withoutPackage(String text) {
        return PACKAGE.matcher(text).replaceFirst(found -> Matcher
                .quoteReplacement(found.group(1) + found.group(2).replaceAll("[^\n]", " ")));
    }
}
