package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Spelling;

/// The magics of a session: those below, and what its code adds.
public final class Magics {
    /// All that a session has, in the order in which `%lsmagic` lists them.
    private static List<Magic> builtIn() {
        var dependencies = new Dependencies();
        return List.of(new MavenMagic(dependencies), new LoadFromPomMagic(dependencies),
                new MavenMagic.Repository(dependencies), new JarsMagic(), new ClasspathMagic(), new LoadMagic(),
                new TimeMagic(), new TimeitMagic(), new ShowMagic("html", "text/html"),
                new ShowMagic("javascript", "application/javascript", "js"), new ShowMagic("markdown", "text/markdown"),
                new ShowMagic("latex", "text/latex"), new ShowMagic("svg", "image/svg+xml", "SVG"), new ShellMagic(),
                new ScriptMagic(), new WriteFileMagic(), new EnvMagic(), new CdMagic(), new PwdMagic(), new WhoMagic(),
                new WhosMagic(), new HistoryMagic(), new ResetMagic(), new LsmagicMagic(), new HelpMagic(),
                new DependencyMagic(dependencies), new PythonMagic());
    }

    private final Map<String, Magic> byName = new LinkedHashMap<>();
    private final List<Magic> all = new ArrayList<>();

    public Magics() { builtIn().forEach(this::add); }

    /// Adds a magic; one of the same name goes.
    public synchronized void add(Magic magic) {
        all.removeIf(each -> each.names().getFirst().equals(magic.names().getFirst()));
        all.add(magic);
        magic.names().forEach(name -> byName.put(name, magic));
    }

    /// The magic of this name, without `%`; `!` is the shell's.
    public synchronized @Nullable Magic find(String name) { return byName.get(name); }

    /// All, each once.
    public synchronized List<Magic> all() { return List.copyOf(all); }

    /// What is told where there is no magic of this name.
    public synchronized MagicException unknown(String written) {
        var name = written.replaceFirst("^%+", "");
        var near = byName.containsKey(name) ? name : Spelling.nearest(name, byName.keySet());
        return new MagicException("there is no magic %s%s".formatted(written, near == null
                ? "; %lsmagic lists what there is"
                : ": did you mean %s%s?".formatted(sign(near), near)));
    }

    private String sign(String name) {
        var magic = byName.get(name);
        return magic != null && magic.isLine() ? "%" : "%%";
    }
}
