package sconce.kernel.jupyter;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What goes wrong without anybody's fault to answer for, told on the process's own stderr, and only when asked for by
/// `-Dsconce.debug=true` or `SCONCE_DEBUG=1`. (`System.err` belongs to the cells.)
final class Debug {
    private static final boolean ON = Boolean.getBoolean("sconce.debug") || "1".equals(System.getenv("SCONCE_DEBUG"));

    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.err), true,
            StandardCharsets.UTF_8);

    private Debug() {}

    static void log(String what, Throwable why) {
        if (!ON) return;
        OUT.println("sconce kernel: " + what + ": " + why);
        if (why.getStackTrace().length > 0) why.printStackTrace(OUT);
    }
}
