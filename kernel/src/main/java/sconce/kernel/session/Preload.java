package sconce.kernel.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every session has imported before its first cell. An import is left out when its class is not there.
final class Preload {
    /// An import, and a class that must be there for it to compile (null: always).
    private record Import(String text, @Nullable String witness) {}

    // The first names the bundle for JShell: a cell that repeats it would replace them all, so it is one nobody types.
    // Single names settle what two packages both have (java.lang.Module, java.nio.Buffer).
    private static final List<Import> IMPORTS = List.of(
            new Import("static sconce.kernel.session.Interactive.*", null),
            new Import("static sconce.Print.*", "sconce.Print"),
            new Import("sconce.nn.Module", "sconce.nn.Module"),
            new Import("sconce.Buffer", "sconce.Buffer"),
            new Import("sconce.kernel.session.Comm", null),
            new Import("sconce.*", "sconce.Torch"),
            new Import("sconce.nn.*", "sconce.nn.Module"),
            new Import("sconce.optim.*", "sconce.optim.SGD"),
            new Import("sconce.data.*", "sconce.data.Dataset"),
            new Import("sconce.io.*", "sconce.io.Safetensors"),
            new Import("static sconce.data.Progress.progress", "sconce.data.Progress"),
            new Import("sconce.show.*", "sconce.show.Displayable"),
            new Import("static sconce.show.Show.*", "sconce.show.Show"),
            new Import("module java.base", null));

    private Preload() {}

    /// All imports as one snippet: JShell takes the first and compiles the rest along with it, once.
    static String source(boolean all, ClassLoader loader) {
        var lines = new ArrayList<String>();
        for (var each : all ? IMPORTS : IMPORTS.subList(0, 1)) {
            if (each.witness == null || isThere(each.witness, loader)) {
                lines.add("import " + each.text + ";");
            }
        }
        return String.join(" ", lines);
    }

    /// What stands after `import` in each.
    static List<String> names() {
        return IMPORTS.stream().filter(i -> i.witness == null || isThere(i.witness, Preload.class.getClassLoader()))
                .map(Import::text).toList();
    }

    private static boolean isThere(String className, ClassLoader loader) {
        return loader.getResource(className.replace('.', '/') + ".class") != null;
    }
}
