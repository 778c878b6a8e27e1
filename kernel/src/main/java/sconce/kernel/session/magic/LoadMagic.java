package sconce.kernel.session.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.kernel.notebook.SourceFile;
import sconce.kernel.notebook.UnreadableException;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Completions;

/// `%load utils/Training.java`: runs a file here.
final class LoadMagic implements Magic {
    private static final List<String> ENDINGS = List.of("", ".jsh", ".jshell", ".java", ".ipynb", ".md");

    @Override
    public List<String> names() { return List.of("load", "run", "loadpy"); }

    @Override
    public String usage() { return "%load FILE"; }

    @Override
    public String help() {
        return "run a .jsh, .java, .ipynb or .md file here, as if its code stood in this cell; the ending may be left out";
    }

    @Override
    public @Nullable Object run(Call call, Host host) throws Throwable {
        var words = call.requireWords(usage());
        if (words.size() > 1) throw new MagicException("%load takes one file: put quotes around a name with blanks");
        for (var part : parts(words.getFirst(), host)) host.evaluate(part.withoutCommands(), new CellId(part.name()));
        return null;
    }

    private static List<SourceFile.Part> parts(String name, Host host) {
        var file = ENDINGS.stream().map(ending -> host.path(name + ending)).filter(Files::isRegularFile).findFirst()
                .orElse(null);
        if (file == null) {
            var near = Files.isDirectory(host.path(name)) ? " (a folder is): name a file in it" : "";
            throw new MagicException("there is no file %s in %s%s".formatted(name, host.folder(), near));
        }
        try {
            return SourceFile.read(file);
        } catch (UnreadableException e) {
            throw new MagicException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public List<Completions.Match> complete(List<String> words, Host host) {
        return Choices.files(words.getLast(), host, LoadMagic::isSource);
    }

    private static boolean isSource(Path file) {
        return Stream.of(".jsh", ".jshell", ".java", ".ipynb", ".md").anyMatch(file.toString()::endsWith);
    }
}
