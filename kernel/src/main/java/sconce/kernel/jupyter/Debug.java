package sconce.kernel.jupyter;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import sconce.kernel.session.NativeStreams;

/// What goes wrong without anybody's fault to answer for, told on the process's own stderr, and only when asked for by
/// `-Dsconce.debug=true` or `SCONCE_DEBUG=1`. (`System.err` belongs to the cells.)
final class Debug {
    private static final boolean ON = Boolean.getBoolean("sconce.debug") || "1".equals(System.getenv("SCONCE_DEBUG"));

    private Debug() {}

    static void log(String what, Throwable why) {
        if (!ON) return;
        // Not through descriptor 2, which leads to the cells' output once the kernel runs.
        var out = new PrintStream(NativeStreams.ownError(), true, StandardCharsets.UTF_8);
        out.println("sconce kernel: " + what + ": " + why);
        if (why.getStackTrace().length > 0) why.printStackTrace(out);
    }
}
