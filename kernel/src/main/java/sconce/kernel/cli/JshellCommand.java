package sconce.kernel.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./sconce jshell`. The launcher becomes the JDK's own jshell; what comes here was not started by it.
@Command(name = "jshell", description = { "Open the JDK's own jshell with Sconce's classes and imports.",
        "Options are jshell's." })
final class JshellCommand implements Runnable {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "Anything jshell takes.")
    private List<String> arguments = List.of();

    @Override
    public void run() {
        throw new CommandException("start jshell " + String.join(" ", arguments)
                + " by ./sconce in Sconce's folder, or as docs/terminal.md has it");
    }
}
