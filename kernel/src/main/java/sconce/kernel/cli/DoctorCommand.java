package sconce.kernel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./sconce doctor`: a line for each thing that Sconce needs, with how to get what is missing.
///
/// Without a JDK or Maven the launcher itself gives this answer.
@Command(name = "doctor", description = { "Tell what was found, what is missing and how to get it.",
        "Exit code 1 if something needed is missing." }, mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private boolean missing;

    @Override
    public Integer call() {
        found("Sconce", Version.sconce() + Sconce.home().map(h -> " in " + h).orElse(""));
        found("JDK", Runtime.version().feature() + " in " + System.getProperty("java.home"));
        maven();
        python();
        kernel();
        return missing ? 1 : 0;
    }

    private void maven() {
        // Its first line: "Apache Maven 3.8.7 (...)", in colours on some machines.
        Processes.output(List.of("mvn", "--version"))
                .map(text -> text.lines().findFirst().orElse("").replaceAll("\033\\[[0-9;]*m", ""))
                .ifPresentOrElse(line -> found("Maven", line.replaceFirst("^Apache Maven (\\S+).*", "$1")),
                        () -> missing("Maven", "get Maven 3.8.7 or newer with a package manager (apt install maven, "
                                + "brew install maven) or from https://maven.apache.org"));
    }

    private void python() {
        var python = Python.find();
        if (python.isEmpty()) {
            missing("Python", Python.MISSING.substring(Python.MISSING.indexOf(": ") + 2));
            return;
        }
        var version = python.get().version() + " in " + python.get().prefix();
        if (python.get().isRecent()) found("Python", version);
        else
            missing("Python", "3.10 or newer; python3 is " + version);
        Sconce.home().flatMap(Jupyter::find).ifPresentOrElse(
                lab -> found("JupyterLab",
                        lab.version().orElse("of unknown version") + (lab.isPrivate() ? ", private: " : ": ")
                                + lab.command().getFirst()),
                () -> note("JupyterLab", "none yet: ./sconce notebook makes a private one, or pip install jupyterlab"));
    }

    private void kernel() {
        var installed = Jupyter.userData().resolve("kernels/sconce/kernel.json");
        if (Files.exists(installed)) found("Kernel", "installed in " + installed.getParent());
        else
            note("Kernel", "not installed for other Jupyters: ./sconce install; ./sconce notebook needs no install");
    }

    private void found(String what, String text) { line("ok", what, text); }

    private void note(String what, String text) { line("-", what, text); }

    private void missing(String what, String text) {
        missing = true;
        line("missing", what, text);
    }

    private void line(String state, String what, String text) {
        spec.commandLine().getOut().println("%-8s %-11s %s".formatted(state, what, text));
    }
}
