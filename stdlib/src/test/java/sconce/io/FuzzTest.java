package sconce.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.Layout;
import sconce.Tensor;
import sconce.libtorch.NativeMemory;

/// Breaks the recorded checkpoints in random ways and loads them: every one loads or is refused, with an error of ours,
/// in bounded time and memory. `-Dsconce.fuzz=100000` breaks that many.
class FuzzTest {
    private static final int COUNT = Integer.getInteger("sconce.fuzz", 3000);
    private static final long SEED = Long.getLong("sconce.fuzz.seed", 7);
    /// Beside what grows with the file: what deflated records may unpack to, and room for the machinery.
    private static final long MOST_BYTES = 200 << 20;
    private static final long[] TELLING = { 0, 1, -1, 127, 128, 255, 256, 65535, 65536, Integer.MAX_VALUE,
            Integer.MIN_VALUE, 1L << 32, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE };
    private static final String OPCODES = ".()]}KMJXcqrhjRbQtaesuN0\u0080\u0081\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u0093\u0094\u0095G";
    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    @TempDir
    Path folder;
    private final Random random = new Random(SEED);
    private int loaded;
    private int refused;

    private record Seed(String name, byte[] bytes) {}

    @Test
    void broken_checkpoints_are_refused_in_bounded_time_and_memory() throws IOException {
        var seeds = seeds();
        load("warm-up", seeds.getFirst().bytes, false);
        var slowest = 0L;
        var slowestName = "";
        var greediest = 0L;
        var native0 = NativeMemory.bytes();
        for (var i = 0; i < COUNT; i++) {
            var seed = seeds.get(random.nextInt(seeds.size()));
            var bytes = random.nextBoolean() && seed.name.endsWith(".pt") ? repacked(seed) : broken(seed.bytes, seeds);
            var start = System.nanoTime();
            var before = MEMORY.getCurrentThreadAllocatedBytes();
            try {
                load(seed.name, bytes, i % 8 == 0);
            } catch (RuntimeException | Error thrown) {
                var kept = Files.write(Files.createTempFile("fuzz", seed.name), bytes);
                throw new AssertionError("number " + i + " of seed " + SEED + ", kept as " + kept + ": " + thrown,
                        thrown);
            }
            var time = System.nanoTime() - start;
            if (time > slowest) slowestName = seed.name;
            slowest = Math.max(slowest, time);
            greediest = Math.max(greediest, MEMORY.getCurrentThreadAllocatedBytes() - before);
            assertThat(NativeMemory.bytes() - native0).isLessThan(2 * MOST_BYTES);
        }
        System.out.printf("%d broken checkpoints: %d loaded, %d refused, slowest %d ms (%s), most allocated %d kB%n",
                COUNT, loaded,
                refused, slowest / 1_000_000, slowestName, greediest >> 10);
        assertThat(greediest).isLessThan(MOST_BYTES);
        assertThat(slowest).isLessThan(20_000_000_000L);
        assertThat(loaded).isPositive();
        assertThat(refused).isGreaterThan(COUNT / 4);
    }

    private static List<Seed> seeds() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/golden/checkpoints"))) {
            var seeds = new ArrayList<Seed>();
            for (var file : files.filter(file -> file.toString().matches(".*\\.(pt|safetensors)")).sorted().toList()) {
                if (Files.size(file) < 20_000)
                    seeds.add(new Seed(file.getFileName().toString(), Files.readAllBytes(file)));
            }
            return seeds;
        }
    }

    private void load(String name, byte[] bytes, boolean mapped) throws IOException {
        var options = new LoadOptions().mmap(mapped);
        var path = mapped ? Files.write(folder.resolve(name), bytes) : null;
        try {
            Object value;
            if (name.endsWith(".safetensors")) {
                value = path == null ? new SafetensorsFile(FileBytes.of(name, MemorySegment.ofArray(bytes))).tensors()
                        : SafetensorsFile.of(path, options).tensors(options);
            } else {
                value = path == null ? PtReader.read(FileBytes.of(name, MemorySegment.ofArray(bytes)), options)
                        : PtReader.read(path, options);
            }
            visit(value);
            loaded++;
        } catch (CheckpointException refusal) {
            assertThat(refusal.getMessage()).contains(name).doesNotContain("\n");
            refused++;
        }
    }

    /// Reads every number of what was loaded.
    private static void visit(Object value) {
        switch (value) {
            case Tensor tensor when tensor.device().type().equals("meta") || tensor.numel() > 1_000_000 ->
                tensor.shape();
            case Tensor tensor when tensor.layout() != Layout.strided -> tensor.toDense().sum();
            case Tensor tensor -> StoredTensors.access(StoredTensors.plain(tensor), bytes -> {
                var copy = new byte[(int) bytes.byteSize()];
                MemorySegment.ofArray(copy).copyFrom(bytes);
            });
            case Map<?, ?> map -> map.forEach((key, part) -> {
                visit(key);
                visit(part);
            });
            case Collection<?> parts -> parts.forEach(FuzzTest::visit);
            case null, default -> String.valueOf(value);
        }
    }

    /// Breaks a record and packs it again, so that the checksums are right and the pickle is reached.
    private byte[] repacked(Seed seed) throws IOException {
        ZipArchive archive;
        try {
            archive = new ZipArchive(FileBytes.of(seed.name, MemorySegment.ofArray(seed.bytes)));
        } catch (CheckpointException noArchive) {
            return broken(seed.bytes, List.of(seed));
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

    private byte[] broken(byte[] whole, List<Seed> seeds) {
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
                    var other = seeds.get(random.nextInt(seeds.size())).bytes;
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
