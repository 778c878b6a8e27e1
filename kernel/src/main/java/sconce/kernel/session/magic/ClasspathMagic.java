package sconce.kernel.session.magic;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import sconce.kernel.session.Completions;

/// `%classpath build/classes`: jars and folders of classes for the cells that follow.
final class ClasspathMagic implements Magic {
    @Override
    public List<String> names() { return List.of("classpath"); }

    @Override
    public String usage() { return "%classpath [PATH|GLOB...]"; }

    @Override
    public String help() {
        return "add folders of classes, or jars, to the class path; without a path, list what is on it";
    }

    @Override
    public String valueType() { return "java.util.List<String>"; }

    @Override
    public List<String> run(Call call, Host host) throws IOException {
        var words = call.words();
        if (words.isEmpty()) return host.classPath().stream().map(Path::toString).toList();
        var paths = new ArrayList<Path>();
        for (var word : words) {
            for (var pattern : word.split(Pattern.quote(File.pathSeparator), -1)) {
                var found = Glob.find(pattern, host);
                if (found.isEmpty()) throw new MagicException("there is no " + pattern + " in " + host.folder());
                paths.addAll(found);
            }
        }
        host.addToClassPath(paths);
        return paths.stream().map(Path::toString).toList();
    }

    @Override
    public List<Completions.Match> complete(List<String> words, Host host) {
        return Choices.files(words.getLast(), host, path -> path.toString().endsWith(".jar"));
    }
}
