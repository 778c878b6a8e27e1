package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `%dependency /add group:artifact:version` and `/resolve`: the words of rapaio's kernel for `%maven`.
final class DependencyMagic implements Magic {
    private final Dependencies dependencies;
    private final List<String> wanted = new ArrayList<>();

    DependencyMagic(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public List<String> names() { return List.of("dependency"); }

    @Override
    public String usage() {
        return "%dependency /add GROUP:ARTIFACT:VERSION\n%dependency /resolve\n%dependency /add-repo NAME URL\n"
                + "%dependency /list-dependencies\n%dependency /list-repos";
    }

    @Override
    public String help() { return "what %maven does, in the words of rapaio's kernel: first added, then resolved"; }

    @Override
    public synchronized @Nullable Object run(Call call, Host host) throws Exception {
        var words = call.requireWords(usage());
        switch (words.getFirst()) {
            case "/add" -> {
                if (words.size() < 2) throw new MagicException("/add wants a dependency: group:artifact:version");
                wanted.add(words.get(1));
            }
            case "/resolve" -> {
                var all = List.copyOf(wanted);
                wanted.clear();
                if (!all.isEmpty()) dependencies.add(all, null, List.of(), Map.of(), false, host);
            }
            case "/add-repo" -> {
                if (words.size() < 3) throw new MagicException("/add-repo wants a name and a URL");
                dependencies.repositories.put(words.get(1), words.get(2));
            }
            case "/list-dependencies" -> wanted.forEach(each -> host.out(each + " (to be resolved)\n"));
            case "/list-repos" -> dependencies.repositories.forEach((name, url) -> host.out(name + " " + url + "\n"));
            default -> throw new MagicException(words.getFirst() + " is not known here: " + usage());
        }
        return null;
    }
}
