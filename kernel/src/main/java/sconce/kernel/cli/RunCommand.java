package sconce.kernel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sconce.kernel.notebook.UnreadableException;
import sconce.kernel.terminal.Script;

/// `./sconce run FILE`: the cells of a file, one after another, until one fails.
@Command(name = "run", description = { "Run a .java, .jsh, .md or .ipynb file; a program's main gets the arguments.",
        "Exit code 1 after an error in its code, 2 if it cannot be run at all." }, mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", index = "0", description = "A Java program or snippets, jshell's snippets, Markdown with ```java blocks, or a notebook.")
    private Path file;

    @Parameters(paramLabel = "ARGUMENT", index = "1..*", description = "For main, or for the array args.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        try {
            return Script.file(file, arguments);
        } catch (UnreadableException e) {
            throw new CommandException(String.valueOf(e.getMessage()), 2);
        }
    }
}
