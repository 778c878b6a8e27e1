package sconce.libtorch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// Environment variables that libtorch's thread pools read when they are loaded. What the user has set stands.
final class NativeEnvironment {
    private NativeEnvironment() {}

    /// OpenMP's idle threads must not spin: they would take the cores from OpenBLAS's, and a step of a small
    /// network would take sixteen times as long.
    static void prepare() { setIfAbsent("OMP_WAIT_POLICY", "passive"); }

    private static void setIfAbsent(String name, String value) {
        var linker = Linker.nativeLinker();
        // Windows has no setenv: there the defaults stand.
        var setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) return;
        var handle = linker.downcallHandle(setenv.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            var ignored = (int) handle.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
        } catch (Throwable failed) {
            throw new IllegalStateException("setenv(" + name + ") failed: " + failed, failed);
        }
    }
}
