package sconce.libtorch;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/// The libraries of libtorch, in the one order that works.
final class NativeLibraries {
    /// `libtorch_cpu` before `libtorch`, and everything unpacked before anything is loaded: the binding's own loader
    /// crashes on a first run where another libtorch is installed.
    private static final List<String> LINUX = List.of("openblas/libquadmath.so.0", "openblas/libgfortran.so.5",
            "openblas/libopenblas.so.0", "pytorch/libgomp.so.1", "pytorch/libc10.so", "pytorch/libtorch_cpu.so",
            "pytorch/libtorch.so", "javacpp/libjnijavacpp.so", "pytorch/libjnitorch.so");

    private NativeLibraries() {}

    static void load() {
        if (!platform().equals("linux-x86_64")) {
            // Not yet tried by us: the binding's own loader knows the names there.
            Loader.load(org.bytedeco.pytorch.global.torch.class);
            return;
        }
        System.setProperty("org.bytedeco.javacpp.loadLibraries", "false");
        var cache = NativeCache.of(LINUX, platform());
        try {
            load(cache, cache.unpacked());
        } catch (UnsatisfiedLinkError broken) {
            // Right sizes, wrong bytes: once more from the jars, then the error stands.
            load(cache, cache.rebuilt());
        }
    }

    private static void load(NativeCache cache, Path folder) {
        var note = cache.noteLoading();
        try {
            // A process that ends while a thread of its own still loads has not died of what it loads.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> NativeCache.loaded(note)));
            for (var library : LINUX) System.load(folder.resolve(NativeCache.fileName(library)).toString());
        } finally {
            NativeCache.loaded(note);
        }
    }

    private static String platform() {
        var name = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        var system = name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "macosx" : "windows";
        var processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            case String other -> other;
        };
        return system + "-" + processor;
    }
}
