package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `%maven org.apache.commons:commons-math3:3.6.1`: libraries and what they need.
final class MavenMagic implements Magic {
    private static final Pattern COORDINATES = Pattern.compile("[^:\\s]+(:[^:\\s]+){2,4}");

    private final Dependencies dependencies;

    MavenMagic(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public List<String> names() { return List.of("maven", "addMavenDependency", "addMavenDependencies"); }

    @Override
    public String usage() {
        return "%maven [--from URL] [--offline] GROUP:ARTIFACT[:EXTENSION[:CLASSIFIER]]:VERSION...";
    }

    @Override
    public String help() {
        return "add libraries from Maven's repositories to the class path, with all that they need; settings.xml,"
                + " mirrors and the local repository are the user's";
    }

    @Override
    public String valueType() { return "java.util.List<String>"; }

    @Override
    public List<String> run(Call call, Host host) throws Exception {
        var coordinates = new ArrayList<String>();
        var from = new LinkedHashMap<String, String>();
        boolean offline = false;
        var words = call.requireWords(usage());
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("--offline") || word.equals("-o")) offline = true;
            else if (word.startsWith("--from="))
                from.put(name(word.substring("--from=".length())), word.substring("--from=".length()));
            else if (word.equals("--from") && i + 1 < words.size()) from.put(name(words.get(i + 1)), words.get(++i));
            else if (COORDINATES.matcher(word).matches()) coordinates.add(word);
            else if (!word.equals("-v") && !word.equals("--verbose"))
                throw new MagicException(word + " is no dependency: write group:artifact:version");
        }
        if (coordinates.isEmpty()) throw new MagicException("this wants a dependency: group:artifact:version");
        return dependencies.add(coordinates, null, List.of(), from, offline, host);
    }

    /// The same for the same URL: the local repository remembers by name where a jar came from.
    private static String name(String url) { return "from-" + Integer.toHexString(url.hashCode()); }

    /// `%mavenRepo`: one more repository for the magics that follow.
    static final class Repository implements Magic {
        private final Dependencies dependencies;

        Repository(Dependencies dependencies) {
            this.dependencies = dependencies;
        }

        @Override
        public List<String> names() { return List.of("mavenRepo", "addMavenRepo"); }

        @Override
        public String usage() { return "%mavenRepo NAME URL"; }

        @Override
        public String help() { return "ask one more repository in the %maven that follow"; }

        @Override
        public @Nullable Object run(Call call, Host host) {
            var words = call.words();
            if (words.size() != 2) throw new MagicException("this wants a name and a URL: " + usage());
            dependencies.repositories.put(words.get(0), words.get(1));
            return null;
        }
    }
}
