package sconce.kernel.cli;

import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `sconce` command. Without arguments it prints its help.
@Command(name = "sconce", description = "PyTorch's nn.Module in Java, live in a notebook.", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = {
        NotebookCommand.class, InstallCommand.class, KernelCommand.class, DoctorCommand.class })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    /// Runs the command line and exits: 0 when all went well, 1 when not, 2 when the arguments were not understood.
    public static void main(String[] arguments) { System.exit(commandLine().execute(arguments)); }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setParameterExceptionHandler(Main::misunderstood)
                .setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() { spec.commandLine().usage(spec.commandLine().getOut()); }

    private static int misunderstood(ParameterException error, String[] arguments) {
        var command = error.getCommandLine();
        var unknown = command.getParent() == null && error instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().getFirst()
                : "-";
        var what = unknown.startsWith("-") ? error.getMessage() : "there is no command '%s'".formatted(unknown);
        print(command, what + "; see ./" + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /// A [CommandException] is a sentence to the user; anything else is a fault of ours, which picocli lets fly.
    private static int failed(Exception error, CommandLine command, ParseResult result) throws Exception {
        if (!(error instanceof CommandException)) throw error;
        var message = Objects.requireNonNull(error.getMessage());
        if (!message.isEmpty()) print(command, message);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static void print(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println("sconce: " + message.lines().findFirst().orElse(""));
        err.flush();
    }
}
