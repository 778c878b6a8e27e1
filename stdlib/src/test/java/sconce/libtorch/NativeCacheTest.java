package sconce.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeCacheTest {
    private static final List<String> SMALL_ONES = List.of("pytorch/libtorch.so", "javacpp/libjnijavacpp.so");
    @TempDir
    Path root;

    private NativeCache cache() { return NativeCache.in(root, SMALL_ONES, "linux-x86_64", "1.0"); }

    @Test
    void libraries_are_unpacked_once() throws IOException {
        var folder = cache().unpacked();
        var before = Files.getLastModifiedTime(folder.resolve("libtorch.so"));
        assertThat(cache().unpacked()).isEqualTo(folder);
        assertThat(Files.getLastModifiedTime(folder.resolve("libtorch.so"))).isEqualTo(before);
        assertThat(folder.getFileName()).hasToString("1.0-linux-x86_64");
    }

    @Test
    void a_truncated_library_is_unpacked_anew() throws IOException {
        var library = cache().unpacked().resolve("libjnijavacpp.so");
        var size = Files.size(library);
        Files.write(library, new byte[10]);
        cache().unpacked();
        assertThat(library).hasSize(size);
    }

    @Test
    void a_library_overwritten_at_its_size_is_unpacked_anew() throws IOException {
        var library = cache().unpacked().resolve("libtorch.so");
        var good = Files.readAllBytes(library);
        var modified = Files.getLastModifiedTime(library).toMillis();
        Files.write(library, new byte[good.length], StandardOpenOption.TRUNCATE_EXISTING);
        Files.setLastModifiedTime(library, FileTime.fromMillis(modified + 5000));
        cache().unpacked();
        assertThat(library).hasBinaryContent(good);
    }

    @Test
    void a_missing_manifest_means_not_unpacked() throws IOException {
        var folder = cache().unpacked();
        Files.delete(folder.resolve("manifest.properties"));
        Files.delete(folder.resolve("libtorch.so"));
        assertThat(cache().unpacked().resolve("libtorch.so")).exists();
    }

    @Test
    void a_process_that_died_while_loading_makes_the_next_one_unpack_anew() throws IOException, InterruptedException {
        var cache = cache();
        var folder = cache.unpacked();
        var note = cache.noteLoading();
        var before = Files.getLastModifiedTime(folder.resolve("libtorch.so"));
        assertThat(cache().unpacked().resolve("libtorch.so")).matches(file -> isFrom(file, before),
                "kept: we are alive");
        NativeCache.loaded(note);
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createFile(folder.resolve("loading-" + dead.pid()));
        Files.write(folder.resolve("libtorch.so"), new byte[(int) Files.size(folder.resolve("libtorch.so"))]);
        Files.setLastModifiedTime(folder.resolve("libtorch.so"), before);
        cache().unpacked();
        assertThat(Files.readAllBytes(folder.resolve("libtorch.so"))).startsWith(0x7f, 'E', 'L', 'F');
    }

    private static boolean isFrom(Path file, FileTime time) {
        try {
            return Files.getLastModifiedTime(file).equals(time);
        } catch (IOException missing) {
            return false;
        }
    }

    @Test
    void what_a_killed_process_left_is_removed() throws IOException {
        var leftover = Files.createDirectories(root.resolve(".unpacking-killed"));
        Files.writeString(leftover.resolve("libtorch.so"), "half");
        cache().unpacked();
        assertThat(leftover).doesNotExist();
        try (var entries = Files.list(root)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("1.0-linux-x86_64", "lock");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_with_the_way_out() throws IOException {
        var file = Files.writeString(root.resolve("file"), "not a folder");
        var cache = NativeCache.in(file, SMALL_ONES, "linux-x86_64", "1.0");
        assertThatThrownBy(cache::unpacked).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot unpack libtorch").hasMessageContaining("SCONCE_CACHE");
    }

    @Test
    void a_platform_without_jar_is_told_with_the_way_out() {
        var cache = NativeCache.in(root, SMALL_ONES, "plan9-mips", "1.0");
        assertThatThrownBy(cache::unpacked).hasMessageContaining("-Dnative.platform=plan9-mips");
    }

    @Test
    void processes_that_start_together_share_one_unpacking() throws IOException, InterruptedException {
        var processes = new ArrayList<Process>();
        for (var i = 0; i < 4; i++) {
            processes.add(new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx64m", "-cp",
                    System.getProperty("java.class.path"), Unpack.class.getName(), root.toString()).inheritIO()
                    .start());
        }
        for (var process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        try (var entries = Files.list(root)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("1.0-linux-x86_64", "lock");
        }
    }

    /// One of several processes of a test.
    static final class Unpack {
        public static void main(String[] arguments) {
            NativeCache.in(Path.of(arguments[0]), SMALL_ONES, "linux-x86_64", "1.0").unpacked();
        }
    }
}
