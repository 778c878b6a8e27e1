package sconce.kernel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JupyterLab: the words that start it, and whether it is ours alone.
record Jupyter(List<String> command, boolean isPrivate) {
    /// The oldest JupyterLab that is used as it is; with an older one a private one is made beside it.
    private static final int MINIMUM = 4;

    /// The machine's JupyterLab, or the private one, which is made if need be.
    static Jupyter lab(Path home) {
        return installed().or(() -> privateOne(home, false)).orElseThrow(CommandException::told);
    }

    /// A JupyterLab that is there already.
    static Optional<Jupyter> find(Path home) { return installed().or(() -> privateOne(home, true)); }

    private static Optional<Jupyter> installed() {
        return of(List.of("jupyter-lab")).or(() -> of(List.of("python3", "-m", "jupyterlab")));
    }

    private static Optional<Jupyter> privateOne(Path home, boolean onlyFind) {
        var python = Python.onPath();
        var script = home.resolve(".build/environment.py").toString();
        var made = onlyFind
                ? Processes.output(List.of(python.executable().toString(), script, "lab", "--find"))
                : Processes.outputAloud(List.of(python.executable().toString(), script, "lab"));
        return made.map(executable -> new Jupyter(List.of(executable, "-m", "jupyterlab"), true));
    }

    private static Optional<Jupyter> of(List<String> command) {
        var jupyter = new Jupyter(command, false);
        return jupyter.version().filter(v -> Integer.parseInt(v.substring(0, v.indexOf('.'))) >= MINIMUM)
                .map(v -> jupyter);
    }

    /// Its version, asked from itself, which takes it a second; none if it does not run.
    Optional<String> version() {
        var asked = new ArrayList<>(command);
        asked.add("--version");
        return Processes.output(asked).map(text -> text.lines().reduce("", (first, last) -> last))
                .filter(version -> version.matches("\\d+\\..*"));
    }

    /// Where every Jupyter of this user looks for data. Stands for `jupyter_core.paths.jupyter_data_dir`.
    static Path userData() {
        var named = System.getenv("JUPYTER_DATA_DIR");
        if (named != null && !named.isEmpty()) return Path.of(named);
        var user = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name");
        if (system.startsWith("Mac")) return user.resolve("Library/Jupyter");
        if (system.startsWith("Windows")) return Path.of(System.getenv("APPDATA"), "jupyter");
        var data = System.getenv("XDG_DATA_HOME");
        return (data == null || data.isEmpty() ? user.resolve(".local/share") : Path.of(data)).resolve("jupyter");
    }
}
