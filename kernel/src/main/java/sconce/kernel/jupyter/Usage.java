package sconce.kernel.jupyter;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import sconce.kernel.jupyter.messages.UsageReply;
import sconce.kernel.jupyter.messages.UsageRequest;

/// What the kernel and its child processes take of the machine, for `usage_request`.
final class Usage {
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private final Map<Long, Duration> spent = new HashMap<>();
    private long asked = System.nanoTime();

    synchronized UsageReply answer(UsageRequest request, Exchange exchange) {
        var machine = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        var processes = Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
                .toList();
        long now = System.nanoTime();
        double nanos = 0;
        long bytes = 0;
        for (var process : processes) {
            var total = process.info().totalCpuDuration().orElse(Duration.ZERO);
            var before = spent.put(process.pid(), total);
            if (before != null) nanos += total.minus(before).toNanos();
            bytes += memory(process.pid());
        }
        spent.keySet().retainAll(processes.stream().map(ProcessHandle::pid).toList());
        double percent = 100 * nanos / Math.max(1, now - asked);
        asked = now;
        double load = machine.getCpuLoad();
        return new UsageReply(host(), ProcessHandle.current().pid(), Math.round(10 * percent) / 10.0, bytes,
                Runtime.getRuntime().availableProcessors(), load > 0 ? Math.round(1000 * load) / 10.0 : null,
                hostMemory(machine));
    }

    /// A process's share of the memory it lives in; where the system does not tell, our own heap.
    private static long memory(long pid) {
        long share = kibibytes(Path.of("/proc", String.valueOf(pid), "smaps_rollup"), "Pss:");
        if (share > 0) return share;
        var heap = Runtime.getRuntime();
        return pid == ProcessHandle.current().pid() ? heap.totalMemory() - heap.freeMemory() : 0;
    }

    private static Map<String, Number> hostMemory(com.sun.management.OperatingSystemMXBean machine) {
        long total = machine.getTotalMemorySize();
        long free = machine.getFreeMemorySize();
        long told = kibibytes(MEMORY, "MemAvailable:");
        long available = told > 0 ? Math.min(told, total) : free;
        var memory = new LinkedHashMap<String, Number>();
        memory.put("total", total);
        memory.put("available", available);
        memory.put("percent", Math.round(1000.0 * (total - available) / Math.max(1, total)) / 10.0);
        memory.put("used", total - available);
        memory.put("free", free);
        return memory;
    }

    /// The number in the line that begins so, in bytes; 0 when there is none.
    private static long kibibytes(Path file, String line) {
        try (var lines = Files.lines(file)) {
            return lines.filter(each -> each.startsWith(line))
                    .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) << 10).findFirst().orElse(0);
        } catch (IOException | java.io.UncheckedIOException | NumberFormatException e) {
            return 0; // another system, or a process that has just ended
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
