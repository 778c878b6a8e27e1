package sconce.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Breaks checkpoints: bits, numbers, opcodes, pieces of others, pieces that go; and records inside an archive whose
/// checksums are then right.
final class Breaking {
    private static final long[] TELLING = { 0, 1, -1, 127, 128, 255, 256, 65535, 65536, Integer.MAX_VALUE,
            Integer.MIN_VALUE, 1L << 32, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE };
    private static final String OPCODES = ".()]}KMJXcqrhjRbQtaesuN0\u0080\u0081\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u0093\u0094\u0095G";
    private final List<Checkpoint> seeds;
    private final Random random;
    private final Path folder;

    /// @param folder for what is packed anew
    Breaking(List<Checkpoint> seeds, Random random, Path folder) {
        this.seeds = seeds;
        this.random = random;
        this.folder = folder;
    }

    /// One of the checkpoints, broken.
    Checkpoint next() throws IOException {
        var seed = seeds.get(random.nextInt(seeds.size()));
        return new Checkpoint(seed.name(), random.nextBoolean() && seed.name().endsWith(".pt") ? repacked(seed)
                : broken(seed.bytes(), seeds));
    }

    /// Breaks a record and packs it again, so that the checksums are right and the pickle is reached.
    private byte[] repacked(Checkpoint seed) throws IOException {
        ZipArchive archive;
        try {
            archive = new ZipArchive(FileBytes.of(seed.name(), MemorySegment.ofArray(seed.bytes())));
        } catch (CheckpointException noArchive) {
            return broken(seed.bytes(), List.of(seed));
        }
        var path = folder.resolve("repacked");
        try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            var zip = new ZipWriter(channel, "archive");
            for (var entry : archive.entries().values()) {
                byte[] bytes;
                try {
                    bytes = archive.bytes(entry, 1 << 20);
                } catch (CheckpointException brokenAlready) {
                    bytes = new byte[16];
                }
                var name = entry.name().substring(entry.name().indexOf('/') + 1);
                var broken = name.equals("data.pkl") || random.nextInt(20) == 0;
                zip.write(name, broken ? broken(bytes, List.of(seed)) : bytes);
            }
            zip.finish();
        }
        return Files.readAllBytes(path);
    }

    private byte[] broken(byte[] whole, List<Checkpoint> seeds) {
        var bytes = whole.clone();
        for (var times = random.nextInt(3) == 0 ? 4 : 1; times > 0; times--) {
            if (bytes.length == 0) return bytes;
            var at = random.nextInt(bytes.length);
            switch (random.nextInt(8)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = (byte) OPCODES.charAt(random.nextInt(OPCODES.length()));
                case 3 -> number(bytes, at);
                case 4 -> bytes = Arrays.copyOf(bytes, at);
                case 5 -> bytes = spliced(bytes, at, bytes, at, random.nextInt(64));
                case 6 -> {
                    var other = seeds.get(random.nextInt(seeds.size())).bytes();
                    bytes = spliced(bytes, at, other, random.nextInt(other.length + 1), random.nextInt(200));
                }
                default -> {
                    var end = Math.min(bytes.length, at + 1 + random.nextInt(16));
                    var shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
                    System.arraycopy(bytes, end, shorter, at, bytes.length - end);
                    bytes = shorter;
                }
            }
        }
        return bytes;
    }

    private void number(byte[] bytes, int at) {
        var number = TELLING[random.nextInt(TELLING.length)];
        var width = List.of(2, 4, 8).get(random.nextInt(3));
        for (var i = 0; i < width && at + i < bytes.length; i++) bytes[at + i] = (byte) (number >>> 8 * i);
    }

    private static byte[] spliced(byte[] into, int at, byte[] from, int start, int length) {
        var end = Math.min(from.length, start + length);
        var spliced = new byte[into.length + Math.max(0, end - start)];
        System.arraycopy(into, 0, spliced, 0, at);
        System.arraycopy(from, start, spliced, at, Math.max(0, end - start));
        System.arraycopy(into, at, spliced, at + Math.max(0, end - start), into.length - at);
        return spliced;
    }
}
