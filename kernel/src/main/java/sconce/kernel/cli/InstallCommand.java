package sconce.kernel.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sconce.kernel.start.StartCache;

/// `./sconce install`: makes the kernel known to a Jupyter. Stands for `jupyter kernelspec install`.
@Command(name = "install", description = "Make the kernel known to a Jupyter that is already there.", mixinStandardHelpOptions = true)
final class InstallCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = true)
    private @Nullable Place place;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "sconce", description = "The kernel's name (default: ${DEFAULT-VALUE}).")
    private String name = "sconce";

    /// Where to: at most one of these.
    private static final class Place {
        @Option(names = "--user", description = "For every Jupyter of this user (the default).")
        private boolean user;

        @Option(names = "--sys-prefix", description = "For the Python environment whose python3 is on PATH.")
        private boolean sysPrefix;

        @Option(names = "--prefix", paramLabel = "DIR", description = "For the Python environment in DIR.")
        private @Nullable Path prefix;
    }

    @Override
    public void run() {
        var kernel = Kernelspec.ofThis(name);
        var kernels = data().resolve("kernels");
        var out = spec.commandLine().getOut();
        out.println("Installed the kernel in " + kernel.writeTo(kernels));
        out.println("Installed the kernel with a debugger in " + kernel.debugging().writeTo(kernels));
        StartCache.prepareNow(() -> {
            out.println(
                    "Making the start cache, once: a kernel starts in half the time with it. Ctrl-C leaves it for later.");
            out.flush();
        });
    }

    private Path data() {
        if (place != null && place.prefix != null) return place.prefix.toAbsolutePath().resolve("share/jupyter");
        if (place != null && place.sysPrefix) return Python.onPath().prefix().resolve("share/jupyter");
        return Jupyter.userData();
    }
}
