package sconce.kernel.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What Jupyter must know to start Sconce: a folder with `kernel.json` and logos.
/// Stands for `jupyter_client.kernelspec.KernelSpec`.
///
/// The command it holds starts Java itself: a launcher in between would cost time at every start and would have to
/// pass on each signal.
record Kernelspec(String name, String displayName, List<String> argv, boolean debugger) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");
    private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
    /// The JVM's agent takes one debugger, the kernel itself, on a port that only this machine reaches.
    private static final List<String> DEBUGGER = List.of(
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0",
            "--add-opens=java.base/jdk.internal.vm=ALL-UNNAMED", "-Dsconce.debugger=true");
    private static final String KERNEL = "sconce.kernel.jupyter.KernelMain";

    /// The specification of this very Sconce, under the given name.
    static Kernelspec ofThis(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(lower).matches()) {
            throw new CommandException(
                    "'%s' cannot name a kernel: use letters, digits, '.', '_' and '-'".formatted(name));
        }
        var argv = new ArrayList<>(java());
        argv.add(KERNEL);
        argv.add("{connection_file}");
        return new Kernelspec(lower, "Sconce (Java)", List.copyOf(argv), false);
    }

    /// The same kernel with a debugger: a kernel of its own, since a JVM that can be debugged starts slower.
    Kernelspec debugging() {
        var flags = new ArrayList<String>(argv);
        flags.addAll(1, DEBUGGER);
        return new Kernelspec(name + "-debug", "Sconce (debug)", List.copyOf(flags), true);
    }

    /// The command that starts a JVM like this one, in any folder; the main class comes next.
    static List<String> java() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments());
        return command;
    }

    /// Flags and class path: the launcher's argument file, which every build writes anew in the same place, so that
    /// an installed kernel stays right; without a launcher, as in tests, this JVM's own class path.
    private static List<String> jvmArguments() {
        var built = Sconce.argumentFile();
        if (built.isPresent()) return List.of("@" + built.get());
        var flags = new ArrayList<String>();
        try (var in = resource("jvm.args")) {
            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(flags::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var classPath = System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator));
        flags.addAll(List.of("-cp", Stream.of(classPath).map(p -> Path.of(p).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator))));
        return flags;
    }

    /// Writes the specification into `kernels`, over one of the same name, and gives its folder.
    Path writeTo(Path kernels) {
        var folder = kernels.resolve(name);
        try {
            Files.createDirectories(folder);
            for (var logo : LOGOS) {
                try (var in = resource(logo)) {
                    Files.copy(in, folder.resolve(logo), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.writeString(folder.resolve("kernel.json"), json());
        } catch (IOException e) {
            throw new CommandException("cannot write the kernel to %s: %s".formatted(folder, e));
        }
        return folder;
    }

    private String json() {
        var fields = new TreeMap<String, Object>(Map.of("argv", argv, "display_name", displayName, "language",
                "java", "interrupt_mode", "message", "metadata", Map.of("debugger", debugger)));
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(fields)
                + "\n";
    }

    private static java.io.InputStream resource(String name) {
        return Objects.requireNonNull(Kernelspec.class.getResourceAsStream(name), name);
    }
}
