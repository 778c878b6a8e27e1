package sconce.kernel.session.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sconce.kernel.session.Completions;

/// `%jars lib/*.jar`: jars for the cells that follow.
final class JarsMagic implements Magic {
    @Override
    public List<String> names() { return List.of("jars"); }

    @Override
    public String usage() { return "%jars FILE|GLOB|FOLDER..."; }

    @Override
    public String help() {
        return "add jars to the class path: a file, a pattern such as lib/*.jar, or all of a folder";
    }

    @Override
    public String valueType() { return "java.util.List<String>"; }

    @Override
    public List<String> run(Call call, Host host) throws IOException {
        var jars = new ArrayList<Path>();
        for (var pattern : call.requireWords(usage())) {
            var found = new ArrayList<Path>();
            for (var path : Glob.find(pattern, host)) {
                if (Files.isDirectory(path)) found.addAll(Glob.find(path + "/*.jar", host));
                else if (isJar(path)) found.add(path);
            }
            if (found.isEmpty()) throw new MagicException("there is no jar " + pattern + " in " + host.folder());
            jars.addAll(found);
        }
        host.addToClassPath(jars);
        return jars.stream().map(Path::toString).toList();
    }

    private static boolean isJar(Path path) {
        var name = path.toString();
        return name.endsWith(".jar") || name.endsWith(".zip");
    }

    @Override
    public List<Completions.Match> complete(List<String> words, Host host) {
        return Choices.files(words.getLast(), host, JarsMagic::isJar);
    }
}
