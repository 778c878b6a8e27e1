package sconce.kernel.session.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A process whose output is the cell's while it runs, and which ends with the cell.
final class ShellProcess {
    private static final long PATIENCE_SECONDS = 2;

    private ShellProcess() {}

    /// The user's shell, to which `command` is handed.
    static List<String> shell(String command) {
        if (System.getProperty("os.name").startsWith("Windows")) return List.of("cmd", "/c", command);
        return List.of(Files.isExecutable(Path.of("/bin/bash")) ? "/bin/bash" : "/bin/sh", "-c", command);
    }

    /// Runs a command in the session's folder and environment, and gives its exit code.
    ///
    /// @param input what it reads
    /// @param out   is told what it writes, as it comes
    static int run(List<String> command, String input, Host host, Consumer<String> out) throws Exception {
        if (!Files.isDirectory(host.folder())) {
            throw new MagicException("the folder " + host.folder() + " is gone: %cd goes to another");
        }
        var builder = new ProcessBuilder(command).directory(host.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(host.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new MagicException("there is no program " + command.getFirst() + " here, or it cannot be started", e);
        }
        var readers = List.of(reader(process.getInputStream(), out), reader(process.getErrorStream(), host::err),
                writer(process, input));
        return host.interruptible(() -> {
            try {
                int code = process.waitFor();
                // What it has left running may keep its output open: that is waited for, as a shell would not end either.
                readers.get(0).join();
                readers.get(1).join();
                return code;
            } catch (InterruptedException e) {
                end(process);
                throw e;
            }
        });
    }

    private static void end(Process process) {
        var all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static Thread reader(InputStream from, Consumer<String> to) {
        return Thread.ofVirtual().start(() -> {
            var buffer = new char[8192];
            try (var reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                    to.accept(new String(buffer, 0, n));
                }
            } catch (IOException e) {
                return; // the process was ended
            }
        });
    }

    private static Thread writer(Process process, String input) {
        return Thread.ofVirtual().start(() -> {
            try (var out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                return; // it reads nothing
            }
        });
    }
}
