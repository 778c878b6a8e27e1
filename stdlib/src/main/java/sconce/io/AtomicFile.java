package sconce.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/// Writes a file so that at every moment either the old one or the whole new one is there: into a file beside it, which
/// takes the old one's place when all is written. That holds when the process dies or the disk is full; when the system
/// or the power fails, only if the file is forced to the disk before.
final class AtomicFile {
    private AtomicFile() {}

    /// Writes what goes into the file.
    @FunctionalInterface
    interface Content {
        void write(FileChannel channel) throws IOException;
    }

    /// @param fsync whether to wait until all has reached the disk
    /// @throws CheckpointException if it cannot be written; the old file is as it was
    static void write(Path path, boolean fsync, Content content) {
        try {
            var target = target(path);
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                writeSpecial(target, content);
                return;
            }
            if (Files.exists(target) && !Files.isWritable(target)) {
                throw new CheckpointException("PermissionError", "Permission denied: '" + path + "'", null);
            }
            replace(target, fsync, content);
        } catch (IOException failed) {
            throw new CheckpointException("OSError", path + ": could not be written, and is as it was before: "
                    + reason(failed), failed);
        }
    }

    private static String reason(IOException failed) {
        return switch (failed) {
            // The JDK's message of these is a file's name alone.
            case NoSuchFileException _ -> "its folder takes no files, or is gone";
            case AccessDeniedException _ -> "Permission denied: its folder may not be written to";
            default -> Objects.requireNonNullElse(failed.getMessage(), failed.getClass().getSimpleName());
        };
    }

    /// The file itself where `path` is a link to it, so that the link stays.
    private static Path target(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new CheckpointException("IsADirectoryError", "Is a directory: '" + path + "'", null);
        }
        var parent = path.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new CheckpointException("RuntimeError", "Parent directory " + path.getParent() + " does not exist.",
                    null);
        }
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }

    /// A device or a pipe has no place to be taken.
    private static void writeSpecial(Path path, Content content) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            content.write(channel);
        }
    }

    private static void replace(Path target, boolean fsync, Content content) throws IOException {
        var beside = target.resolveSibling("." + target.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try {
            // A fresh file gets the rights that the user's mask gives.
            try (var channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.write(channel);
                if (fsync) channel.force(true);
            }
            keepRights(target, beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        if (fsync) forceFolder(target);
    }

    private static void keepRights(Path old, Path fresh) throws IOException {
        if (!Files.exists(old)) return;
        var from = Files.getFileAttributeView(old, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        var to = Files.getFileAttributeView(fresh, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (from != null && to != null) to.setPermissions(from.readAttributes().permissions());
    }

    /// The new name, too, is to outlast a power cut; not every system lets a folder be opened.
    private static void forceFolder(Path target) {
        var folder = target.getParent();
        if (folder == null) return;
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException unable) {
            // The file is there all the same.
        }
    }
}
