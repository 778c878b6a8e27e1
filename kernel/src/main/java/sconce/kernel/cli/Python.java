package sconce.kernel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The machine's Python 3.
record Python(Path executable, Path prefix, String version) {
    static final String MISSING = "Python is missing: get Python 3.10 or newer with a package manager "
            + "(apt install python3 python3-venv, brew install python) or from https://python.org";

    /// The `python3` that PATH names, if it runs.
    static Optional<Python> find() {
        var ask = "import sys; print(sys.executable, sys.prefix, '%d.%d.%d' % sys.version_info[:3], sep='\\n')";
        return Processes.output(List.of("python3", "-c", ask)).map(text -> text.lines().toList())
                .filter(lines -> lines.size() == 3)
                .map(lines -> new Python(Path.of(lines.get(0)), Path.of(lines.get(1)), lines.get(2)));
    }

    static Python onPath() { return find().orElseThrow(() -> new CommandException(MISSING)); }

    /// Whether JupyterLab and the test client run on it.
    boolean isRecent() {
        var minor = Integer.parseInt(version.replaceFirst("^3\\.(\\d+).*", "$1"));
        return minor >= 10;
    }
}
