package sconce.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.Layout;
import sconce.Tensor;
import sconce.libtorch.NativeMemory;

/// Breaks the recorded checkpoints in 100,000 random ways and loads them: every one loads or is refused, with an error of
/// ours, in bounded time and memory. `-Dsconce.fuzz` breaks another number of them, `-Dsconce.fuzz.seed` in other ways.
class FuzzTest {
    private static final int COUNT = Integer.getInteger("sconce.fuzz", 100_000);
    private static final long SEED = Long.getLong("sconce.fuzz.seed", 7);
    /// Beside what grows with the file: what deflated records may unpack to, and room for the machinery.
    private static final long MOST_BYTES = 200 << 20;
    /// Of the processor's time, which does not count what else the machine does.
    private static final long MOST_NANOS = 10_000_000_000L;
    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    @TempDir
    Path folder;

    @Test
    void broken_checkpoints_are_refused_in_bounded_time_and_memory() throws Exception {
        var seeds = seeds();
        var native0 = NativeMemory.bytes();
        var tally = new Tally();
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                var own = Files.createDirectory(folder.resolve("thread" + i));
                running.add(threads.submit(() -> {
                    for (var number = next.getAndIncrement(); number < COUNT; number = next.getAndIncrement()) {
                        breakAndLoad(number, seeds, own, tally);
                        assertThat(NativeMemory.bytes() - native0).isLessThan(2 * MOST_BYTES);
                    }
                    return null;
                }));
            }
            for (var each : running) each.get();
        }
        System.out.println(tally);
        assertThat(tally.greediest).isLessThan(MOST_BYTES);
        assertThat(tally.slowest).isLessThan(MOST_NANOS);
        assertThat(tally.loaded).isGreaterThan(COUNT / 100);
        assertThat(tally.refused).isGreaterThan(COUNT / 4);
    }

    private static void breakAndLoad(int number, List<Checkpoint> seeds, Path folder, Tally tally) throws IOException {
        var breaking = new Breaking(seeds, new Random(SEED * COUNT + number), folder);
        var checkpoint = breaking.next();
        var start = MEMORY.getCurrentThreadCpuTime();
        var before = MEMORY.getCurrentThreadAllocatedBytes();
        boolean loaded;
        try {
            loaded = loads(checkpoint, number % 32 == 0 ? folder : null);
        } catch (RuntimeException | Error thrown) {
            var kept = Files.write(Files.createTempFile("fuzz", checkpoint.name()), checkpoint.bytes());
            throw new AssertionError("number " + number + " of seed " + SEED + ", kept as " + kept + ": " + thrown,
                    thrown);
        }
        tally.count(checkpoint.name(), loaded, MEMORY.getCurrentThreadCpuTime() - start,
                MEMORY.getCurrentThreadAllocatedBytes() - before);
    }

    /// What came of it.
    private static final class Tally {
        int loaded;
        int refused;
        long slowest;
        long greediest;
        String slowestName = "";

        synchronized void count(String name, boolean wasLoaded, long nanos, long bytes) {
            if (wasLoaded) loaded++;
            else refused++;
            if (nanos > slowest) slowestName = name;
            slowest = Math.max(slowest, nanos);
            greediest = Math.max(greediest, bytes);
        }

        @Override
        public String toString() {
            return "%d broken checkpoints: %d loaded, %d refused, slowest %d ms (%s), most allocated %d kB".formatted(
                    loaded + refused, loaded, refused, slowest / 1_000_000, slowestName, greediest >> 10);
        }
    }

    /// Those that load are broken more often: in others the first mistake hides what comes after it.
    private List<Checkpoint> seeds() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/golden/checkpoints"))) {
            var seeds = new ArrayList<Checkpoint>();
            for (var file : files.filter(file -> file.toString().matches(".*\\.(pt|safetensors)")).sorted().toList()) {
                if (Files.size(file) >= 20_000) continue;
                var checkpoint = new Checkpoint(file.getFileName().toString(), Files.readAllBytes(file));
                seeds.add(checkpoint);
                if (loads(checkpoint, null)) seeds.addAll(Collections.nCopies(9, checkpoint));
            }
            return seeds;
        }
    }

    /// Whether it loads: all numbers of it are read then.
    ///
    /// @param folder where it is written to be mapped, instead of being read in memory
    private static boolean loads(Checkpoint checkpoint, @Nullable Path folder) throws IOException {
        var name = checkpoint.name();
        var options = new LoadOptions().mmap(folder != null);
        var path = folder == null ? null : Files.write(folder.resolve(name), checkpoint.bytes());
        var inMemory = FileBytes.of(name, MemorySegment.ofArray(checkpoint.bytes()));
        try {
            Object value;
            if (name.endsWith(".safetensors")) {
                value = path == null ? new SafetensorsFile(inMemory).tensors()
                        : SafetensorsFile.of(path, options).tensors(options);
            } else {
                value = path == null ? PtReader.read(inMemory, options) : PtReader.read(path, options);
            }
            visit(value);
            return true;
        } catch (CheckpointException refusal) {
            assertThat(refusal.getMessage()).contains(name).doesNotContain("\n");
            return false;
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
}
