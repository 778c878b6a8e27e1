package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// `%timeit model.call(x)`: how long code takes once it has run often.
final class TimeitMagic implements Magic {
    /// A run takes about so long, as in IPython.
    private static final long RUN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    @Override
    public List<String> names() { return List.of("timeit"); }

    @Override
    public String usage() { return "%timeit [-n LOOPS] [-r RUNS] CODE\n%%timeit [-n LOOPS] [-r RUNS]"; }

    @Override
    public String help() {
        return "run the code, or the cell below, many times, and tell its mean time; the first run warms it up";
    }

    @Override
    public boolean isCell() { return true; }

    @Override
    public boolean hasJavaBody() { return true; }

    @Override
    public @Nullable Object run(Call call, Host host) throws Throwable {
        var options = new Options(call.text());
        if (call.body() != null && options.end < call.text().length()) {
            throw new MagicException("the code of %%timeit stands below it: " + usage());
        }
        var loop = host.compileLoop(call.body() != null ? call.code()
                : " ".repeat(call.code().length() - call.text().length() + options.end)
                        + call.text().substring(options.end));
        long loops = options.loops > 0 ? options.loops : loops(loop);
        loop.run(loops);
        var times = new ArrayList<Double>();
        for (int i = 0; i < options.runs; i++) times.add((double) loop.run(loops) / loops);
        double mean = times.stream().mapToDouble(d -> d).average().orElse(0);
        double deviation = Math.sqrt(times.stream().mapToDouble(d -> (d - mean) * (d - mean)).average().orElse(0));
        host.out("%s ± %s per loop (mean ± std. dev. of %d %s, %s %s each)%n".formatted(TimeMagic.text(mean),
                TimeMagic.text(deviation), options.runs, options.runs == 1 ? "run" : "runs",
                String.format(Locale.ROOT, "%,d", loops), loops == 1 ? "loop" : "loops"));
        return null;
    }

    /// One, ten, a hundred: the first that takes long enough.
    private static long loops(Host.Loop loop) throws Throwable {
        for (long loops = 1;; loops *= 10) {
            if (loop.run(loops) >= RUN_NANOS || loops >= 1_000_000_000) return loops;
        }
    }

    private static final class Options {
        private int runs = 7;
        private long loops;
        /// Where the code begins.
        private int end;

        Options(String text) {
            var option = java.util.regex.Pattern.compile("\\G\\s*-([nr])\\s*(\\d+)\\s+|\\G\\s*-([nr])\\s*(\\d+)$")
                    .matcher(text);
            while (option.find()) {
                var name = option.group(1) != null ? option.group(1) : option.group(3);
                var number = option.group(2) != null ? option.group(2) : option.group(4);
                long given = number.length() > 10 ? 0 : Long.parseLong(number);
                if (given < 1 || (name.equals("r") && given > 1000)) {
                    throw new MagicException("-" + name + " wants a number from 1 on, not " + number);
                }
                if (name.equals("n")) loops = given;
                else runs = (int) given;
                end = option.end();
            }
        }
    }
}
