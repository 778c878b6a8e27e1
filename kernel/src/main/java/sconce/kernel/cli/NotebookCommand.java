package sconce.kernel.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sconce.kernel.start.StartCache;

/// `./sconce notebook`: prepares JupyterLab and writes the shell command that opens it, which the launcher then
/// becomes.
///
/// The kernel is registered in the build's folder, which `JUPYTER_PATH` names to this JupyterLab alone: nothing of
/// the machine's own Jupyter is changed, and two checkouts do not take each other's kernel. To change the machine's
/// Jupyter is what [InstallCommand] is for.
@Command(name = "notebook", description = { "Open JupyterLab on the notebooks.",
        "If the machine has none, a private one is made in the user's cache folder first." })
final class NotebookCommand implements Runnable {
    /// Opens the tour of nn.Module first, within the notebooks' folder.
    private static final String TOUR = "--LabApp.default_url=/lab/tree/en/01-nn-module.ipynb";

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help message and exit.")
    private boolean help;

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "Anything JupyterLab takes: --no-browser, --port=9999, a notebook or a folder ...")
    private List<String> arguments = List.of();

    /// Options that are not ours are JupyterLab's.
    @Spec
    void passOptionsThrough(CommandSpec spec) { spec.parser().unmatchedOptionsArePositionalParams(true); }

    @Override
    public void run() {
        var home = Sconce.requireHome();
        var jupyter = Jupyter.lab(home);
        var data = home.resolve("kernel/target/jupyter");
        var kernel = Kernelspec.ofThis("sconce");
        kernel.writeTo(data.resolve("kernels"));
        kernel.debugging().writeTo(data.resolve("kernels"));
        var path = System.getenv("JUPYTER_PATH");
        var command = new ArrayList<String>(List.of("exec", "env"));
        command.add("JUPYTER_PATH=" + data + (path == null ? "" : File.pathSeparator + path));
        command.addAll(jupyter.command());
        command.add("--MappingKernelManager.default_kernel_name=sconce");
        command.addAll(place(home, arguments));
        // Jupyter will not serve root without being told; a container has no other user to be.
        if (System.getProperty("user.name").equals("root")) command.add("--allow-root");
        command.addAll(arguments);
        StartCache.prepare();
        leave(command.stream().map(NotebookCommand::quoted).collect(Collectors.joining(" ")));
    }

    /// The options that say which folder JupyterLab serves and what it opens first, where the arguments do not.
    static List<String> place(Path home, List<String> arguments) {
        var named = arguments.stream().anyMatch(a -> a.startsWith("-")
                ? a.contains("root_dir") || a.contains("root-dir") || a.contains("notebook-dir")
                : Files.exists(Path.of(a)));
        if (named) return List.of();
        var root = "--ServerApp.root_dir=" + home.resolve("notebooks");
        return arguments.stream().anyMatch(a -> a.contains("default_url")) ? List.of(root) : List.of(root, TOUR);
    }

    private static void leave(String command) {
        var next = System.getenv("SCONCE_NEXT");
        if (next == null) throw new CommandException("start this command by ./sconce in Sconce's folder");
        try {
            Files.writeString(Path.of(next), command);
        } catch (IOException e) {
            throw new CommandException("cannot write %s: %s".formatted(next, e));
        }
    }

    private static String quoted(String word) { return "'" + word.replace("'", "'\\''") + "'"; }
}
