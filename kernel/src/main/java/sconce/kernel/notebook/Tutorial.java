package sconce.kernel.notebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A notebook or a Markdown file as cells, which keeps all else that is in the file.
///
/// ```java
/// var tutorial = Tutorial.read(Path.of("notebooks/en/01-nn-module.ipynb"));
/// for (var cell : tutorial.code()) session.evaluate(cell.source(), CellId.of(cell.number()), front);
/// ```
public sealed interface Tutorial permits NotebookFile, MarkdownFile {
    /// Reads a file: `.md` and `.markdown` are Markdown with `java` blocks, anything else is a notebook.
    ///
    /// @throws UnreadableException when it cannot be read, or holds no Java
    static Tutorial read(Path file) {
        var text = text(file);
        var tutorial = isMarkdown(file) ? MarkdownFile.of(file.toString(), text)
                : NotebookFile.of(file.toString(), text);
        if (tutorial.code().isEmpty()) {
            throw new UnreadableException(isMarkdown(file)
                    ? file + " has no ```java block to run"
                    : file + " has no code cells to run", true);
        }
        return tutorial;
    }

    /// Whether the file's name says Markdown.
    static boolean isMarkdown(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    private static String text(Path file) {
        try {
            if (Files.isDirectory(file)) throw new UnreadableException(file + " is a folder: name a file in it");
            if (!Files.exists(file)) throw new UnreadableException("there is no file " + file);
            var text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableException(file + " is not text: save it as UTF-8");
        } catch (IOException e) {
            throw new UnreadableException("cannot read %s: %s".formatted(file, e));
        }
    }

    /// Text and code in the file's order.
    List<Cell> cells();

    /// The file's text with new outputs in the places of the recorded ones; everything else stays as it is.
    ///
    /// @param ran by the number of the code cell
    String with(Map<Integer, Cell.Ran> ran);

    /// Outputs in the form in which this file records them: Markdown knows only one text.
    List<Output> asRecorded(List<Output> outputs);

    /// What is to be run.
    default List<Cell.Code> code() {
        return cells().stream().filter(Cell.Code.class::isInstance).map(Cell.Code.class::cast).toList();
    }
}
