package sconce.kernel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import sconce.kernel.notebook.Tutorial;
import sconce.kernel.notebook.UnreadableException;
import sconce.kernel.replay.JunitFile;

/// Checks several files, each in a process of its own that runs in the file's folder.
final class ReplayFiles {
    private static final long QUIET_SECONDS = 2;

    /// What became of one file.
    ///
    /// @param exit the process's exit code
    /// @param text what it printed
    private record Outcome(String name, int exit, String text, Path results) {}

    private final ReplayCommand command;
    private final CommandLine line;
    private boolean unreadable;

    ReplayFiles(ReplayCommand command, CommandLine line) {
        this.command = command;
        this.line = line;
    }

    /// Gives the exit code.
    int check(List<Path> named) {
        var files = readable(named);
        if (files.isEmpty()) return ReplayCommand.UNREADABLE;
        var results = new JunitFile();
        boolean good = true;
        try (var pool = Executors.newFixedThreadPool(command.jobs)) {
            var folder = Files.createTempDirectory("sconce-replay");
            List<Future<Outcome>> running = new ArrayList<>();
            for (var file : files) {
                var to = folder.resolve(running.size() + ".xml");
                running.add(pool.submit(() -> run(file, to)));
            }
            for (int i = 0; i < running.size(); i++) {
                var outcome = await(running.get(i), i + 1, files.size(), files.get(i));
                line.getOut().print(outcome.text());
                line.getOut().flush();
                good &= outcome.exit() == 0;
                if (Files.exists(outcome.results())) {
                    results.addAll(outcome.results());
                    Files.delete(outcome.results());
                } else {
                    var why = "its process ended with exit code %d and no result".formatted(outcome.exit());
                    results.add(outcome.name(), why);
                    complain(outcome.name() + ": " + why);
                    good = false;
                }
            }
            Files.delete(folder);
            if (command.junit != null) write(results, command.junit);
        } catch (IOException e) {
            throw new CommandException("cannot check: " + e);
        }
        if (files.size() > 1) {
            line.getOut().println("%d files: %s".formatted(files.size(), results.summary(command.ink())));
            line.getOut().flush();
        }
        if (unreadable) return ReplayCommand.UNREADABLE;
        return good ? 0 : 1;
    }

    private static void write(JunitFile results, Path to) {
        try {
            results.write(to);
        } catch (IOException e) {
            throw new CommandException("cannot write the results %s: %s".formatted(to, Reason.of(e)));
        }
    }

    /// Whether a file's folder is the one we are in.
    boolean isHere(Path file) {
        return !readable(List.of(file)).isEmpty()
                && Path.of("").toAbsolutePath().equals(file.toAbsolutePath().normalize().getParent());
    }

    /// Plays a file in its own folder, by a process that has our terminal.
    int play(Path file) {
        if (unreadable) return ReplayCommand.UNREADABLE;
        var words = new ArrayList<>(Kernelspec.java());
        words.addAll(List.of(Main.class.getName(), "replay", "--in-place", "--as", file.toString(), "--from",
                "" + command.from,
                "--to", "" + command.to, "--speed", "" + command.speed, "--color", command.color.name()));
        if (command.untilError) words.add("--until-error");
        if (command.record != null) words.addAll(List.of("--record", command.record.toAbsolutePath().toString()));
        var absolute = file.toAbsolutePath().normalize();
        words.add(absolute.toString());
        // Ctrl-C is for the cell that runs there.
        var before = Signals.register("INT", () -> {
        });
        try {
            var folder = absolute.getParent();
            return new ProcessBuilder(words).directory(folder == null ? null : folder.toFile()).inheritIO().start()
                    .waitFor();
        } catch (IOException e) {
            throw new CommandException("cannot play %s: %s".formatted(file, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        } finally {
            Signals.unregister("INT", before);
        }
    }

    /// The files that can be played; says of each other why not.
    private List<Path> readable(List<Path> named) {
        SequencedSet<Path> files = new LinkedHashSet<>();
        for (var each : named) {
            var path = each.normalize();
            if (path.toString().isEmpty()) path = Path.of(".");
            if (!Files.isDirectory(path)) {
                if (canBeRead(path, false)) files.add(path);
                continue;
            }
            var within = within(path).stream().filter(file -> canBeRead(file, true)).toList();
            if (within.isEmpty() && !unreadable) {
                complain("there is no Java notebook or Markdown file with ```java blocks in " + path);
                unreadable = true;
            }
            within.forEach(file -> files.add(file.normalize()));
        }
        return List.copyOf(files);
    }

    /// @param found whether the file was found in a folder, not named: then it need not be ours
    private boolean canBeRead(Path file, boolean found) {
        try {
            int cells = Tutorial.read(file).code().size();
            if (command.from <= cells) return true;
            complain("--from %d: %s has %d code %s".formatted(command.from, file, cells,
                    cells == 1 ? "cell" : "cells"));
            unreadable = true;
            return false;
        } catch (UnreadableException e) {
            if (found && e.isForeign()) {
                if (!Tutorial.isMarkdown(file)) complain("passed by: " + e.getMessage());
                return false;
            }
            complain(e.getMessage());
            unreadable = true;
            return false;
        }
    }

    /// Notebooks and Markdown files in a folder, hidden and build folders left out.
    private static Set<Path> within(Path folder) {
        var found = new TreeSet<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    var name = String.valueOf(each.getFileName());
                    var skipped = !each.equals(folder)
                            && (name.startsWith(".") || name.equals("target") || name.equals("node_modules"));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".ipynb") || Tutorial.isMarkdown(file)) found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new CommandException("cannot look into %s: %s".formatted(folder, e));
        }
        return found;
    }

    private Outcome run(Path file, Path results) {
        var words = new ArrayList<>(Kernelspec.java());
        // What is printed comes to us through a pipe.
        words.addAll(List.of("-Dstdout.encoding=UTF-8", Main.class.getName(), "replay", "--check", "--in-place", "--as",
                file.toString(),
                "--junit", results.toString(), "--timeout", "" + command.timeout, "--from", "" + command.from, "--to",
                "" + command.to,
                "--color", command.ink().on() ? "always" : "never"));
        if (command.update) words.add("--update");
        if (command.rich) words.add("--rich");
        if (command.quiet) words.add("--quiet");
        if (command.untilError) words.add("--until-error");
        var absolute = file.toAbsolutePath();
        words.add(absolute.toString());
        var folder = absolute.getParent();
        try {
            var process = new ProcessBuilder(words).directory(folder == null ? null : folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(file.toString(), process.waitFor(), text, results);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        }
    }

    /// Waits for a file, and says so once that takes time.
    private Outcome await(Future<Outcome> outcome, int number, int of, Path file) throws IOException {
        try {
            try {
                return outcome.get(QUIET_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (ReplayCommand.isTerminal())
                    complain("file %d of %d: running %s ...".formatted(number, of, file));
                return outcome.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("cannot run " + file, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        }
    }

    private void complain(@Nullable String message) {
        line.getErr().println("sconce: " + message);
        line.getErr().flush();
    }
}
