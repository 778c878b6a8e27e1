package sconce.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class NativeEnvironmentTest {
    @Test
    void the_number_of_threads_counts_for_matrix_products_too() throws Throwable {
        var before = Libtorch.getNumThreads();
        var threads = Linker.nativeLinker().downcallHandle(
                SymbolLookup.loaderLookup().findOrThrow("openblas_get_num_threads"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT));
        try {
            Libtorch.setNumThreads(1);
            assertThat((int) threads.invokeExact()).isEqualTo(1);
            assertThat(Libtorch.getNumThreads()).isEqualTo(1);
        } finally {
            Libtorch.setNumThreads(before);
        }
    }
}
