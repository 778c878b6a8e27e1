package sconce.kernel.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import sconce.kernel.terminal.PromptMain;
import sconce.kernel.terminal.Script;

/// The `sconce` command. Without arguments it is the prompt, which the launcher starts without this class: to read the
/// command line would take longer than all else before the prompt.
@Command(name = "sconce", description = { "PyTorch's nn.Module in Java, live in a notebook.",
        "Without a command: a prompt, or what comes through a pipe." }, synopsisSubcommandLabel = "[COMMAND]", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = {
                RunCommand.class, JshellCommand.class, NotebookCommand.class, InstallCommand.class, KernelCommand.class,
                DoctorCommand.class, ReplayCommand.class, BenchCommand.class })
public final class Main implements Callable<Integer> {
    @Option(names = { "-e",
            "--evaluate" }, paramLabel = "CODE", description = "Run this code and print its last value.")
    private @Nullable String code;

    private Main() {}

    /// Runs the command line and exits: 0 when all went well, 1 when not, 2 when the arguments were not understood.
    public static void main(String[] arguments) { System.exit(commandLine().execute(arguments)); }

    static CommandLine commandLine() {
        var line = new CommandLine(new Main()).setParameterExceptionHandler(Main::misunderstood)
                .setExecutionExceptionHandler(Main::failed);
        // What follows the file is the program's.
        Objects.requireNonNull(line.getSubcommands().get("run")).setStopAtPositional(true);
        return line;
    }

    @Override
    public Integer call() { return code == null ? PromptMain.start() : Script.code(code); }

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
        if (!(error instanceof CommandException told)) throw error;
        var message = Objects.requireNonNull(error.getMessage());
        if (!message.isEmpty()) print(command, message);
        return told.exitCode;
    }

    private static void print(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println("sconce: " + message.lines().findFirst().orElse(""));
        err.flush();
    }
}
