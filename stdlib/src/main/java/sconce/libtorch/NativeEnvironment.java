package sconce.libtorch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/// What libtorch's thread pools are told beside libtorch itself: environment variables that they read when they are loaded,
/// where what the user has set stands, and the number of OpenBLAS's threads.
final class NativeEnvironment {
    private NativeEnvironment() {}

    /// OpenMP's idle threads must not spin: they would take the cores from OpenBLAS's, and a step of a small
    /// network would take sixteen times as long.
    static void prepare() { setIfAbsent("OMP_WAIT_POLICY", "passive"); }

    /// How many threads a matrix product may use. Where the library is not found, or has another name, the default stands.
    static void setBlasThreads(int threads) {
        var function = SymbolLookup.loaderLookup().find("openblas_set_num_threads");
        if (function.isEmpty()) return;
        var handle = Linker.nativeLinker().downcallHandle(function.get(),
                FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
        try {
            handle.invokeExact(threads);
        } catch (Throwable failed) {
            throw new IllegalStateException("openblas_set_num_threads(" + threads + ") failed: " + failed, failed);
        }
    }

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
