package sconce.kernel.session.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Completions;

/// `%%writefile data.csv`: the cell below as a file.
final class WriteFileMagic implements Magic {
    @Override
    public List<String> names() { return List.of("writefile", "file"); }

    @Override
    public String usage() { return "%%writefile [-a] FILE"; }

    @Override
    public String help() { return "write the cell below to a file; with -a, at its end"; }

    @Override
    public boolean isLine() { return false; }

    @Override
    public boolean isCell() { return true; }

    @Override
    public @Nullable Object run(Call call, Host host) throws IOException {
        var words = call.words();
        boolean append = words.contains("-a") || words.contains("--append");
        var names = words.stream().filter(word -> !word.equals("-a") && !word.equals("--append")).toList();
        if (names.size() != 1) throw new MagicException("this wants one file: " + usage());
        var file = host.path(names.getFirst());
        if (Files.isDirectory(file)) throw new MagicException(file + " is a folder: name a file in it");
        boolean existed = Files.exists(file);
        var body = call.body() == null ? "" : call.body();
        if (append) Files.writeString(file, body, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        else Files.writeString(file, body);
        host.out("%s %s%n".formatted(!existed ? "Writing" : append ? "Appending to" : "Overwriting",
                names.getFirst()));
        return null;
    }

    @Override
    public List<Completions.Match> complete(List<String> words, Host host) {
        return Choices.files(words.getLast(), host, _ -> true);
    }
}
