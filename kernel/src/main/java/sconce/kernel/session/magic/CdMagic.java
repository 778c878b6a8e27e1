package sconce.kernel.session.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Completions;

/// `%cd data`: another folder for magics and shell commands.
final class CdMagic implements Magic {
    private @Nullable Path before;

    @Override
    public List<String> names() { return List.of("cd"); }

    @Override
    public String usage() { return "%cd [FOLDER|-]"; }

    @Override
    public String help() {
        return "go to a folder, or home; - goes back. For magics and shell commands: a JVM's own folder stays";
    }

    @Override
    public synchronized @Nullable Object run(Call call, Host host) {
        var words = call.words();
        var to = words.isEmpty() ? host.path("~")
                : words.getFirst().equals("-") && before != null ? before : host.path(words.getFirst());
        if (!Files.isDirectory(to)) {
            throw new MagicException("there is no folder " + (words.isEmpty() ? to : words.getFirst()));
        }
        boolean isFirst = before == null;
        before = host.folder();
        host.folder(to);
        host.out(to + "\n");
        if (isFirst) {
            host.err("Java's own relative paths still begin at " + Path.of("").toAbsolutePath() + "\n");
        }
        return null;
    }

    @Override
    public List<Completions.Match> complete(List<String> words, Host host) {
        return Choices.files(words.getLast(), host, _ -> false);
    }
}
