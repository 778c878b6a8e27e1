package sconce.kernel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./sconce kernel FILE`. The launcher starts the kernel itself when the file is there; what comes here is not.
@Command(name = "kernel", description = "Run the kernel for the connection file that Jupyter wrote.", mixinStandardHelpOptions = true)
final class KernelCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The connection file.")
    private Path file;

    @Override
    public void run() {
        throw new CommandException("there is no connection file %s; Jupyter writes one and names it".formatted(file));
    }
}
