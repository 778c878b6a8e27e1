package sconce.kernel.session.magic;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `%time model.call(x)` and `%%time` over a cell: how long the code takes, once.
final class TimeMagic implements Magic {
    @Override
    public List<String> names() { return List.of("time"); }

    @Override
    public String usage() { return "%time CODE\n%%time"; }

    @Override
    public String help() { return "run the code, or the cell below, and tell how long it took"; }

    @Override
    public boolean isCell() { return true; }

    @Override
    public boolean hasJavaBody() { return true; }

    @Override
    public @Nullable Object run(Call call, Host host) throws Throwable {
        var threads = ManagementFactory.getThreadMXBean();
        boolean cpu = threads.isCurrentThreadCpuTimeSupported();
        long cpuStart = cpu ? threads.getCurrentThreadCpuTime() : 0;
        long userStart = cpu ? threads.getCurrentThreadUserTime() : 0;
        long start = System.nanoTime();
        try {
            return host.evaluate(call.code());
        } finally {
            long wall = System.nanoTime() - start;
            if (cpu) {
                long total = threads.getCurrentThreadCpuTime() - cpuStart;
                long user = Math.min(total, threads.getCurrentThreadUserTime() - userStart);
                host.out("CPU times: user %s, sys: %s, total: %s (this thread)%n".formatted(text((double) user),
                        text((double) (total - user)), text((double) total)));
            }
            host.out("Wall time: " + text((double) wall) + "\n");
        }
    }

    /// A time with three digits, as IPython writes it: `12.3 ms`.
    static String text(double nanos) {
        var units = List.of("ns", "µs", "ms", "s");
        double number = nanos;
        int unit = 0;
        while (number >= 999.5 && unit < units.size() - 1) {
            number /= 1000;
            unit++;
        }
        if (unit == 3 && number >= 60) return "%dmin %ds".formatted((long) number / 60, (long) number % 60);
        return String.format(Locale.ROOT,
                "%." + (number >= 99.95 || number == 0 ? 0 : number >= 9.995 ? 1 : 2) + "f %s",
                number, units.get(unit));
    }
}
