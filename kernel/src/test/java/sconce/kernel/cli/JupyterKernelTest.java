package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jupyter's own suite for kernels, jupyter_kernel_test, with all its optional parts.
class JupyterKernelTest {
    @TempDir
    Path prefix;

    @Test
    void the_installed_kernel_passes_jupyters_own_suite() throws Exception {
        var builder = JupyterClient.python(prefix, "protocol.py").redirectErrorStream(true);
        builder.environment().put("XDG_STATE_HOME", prefix.toString()); // history is looked through: of this test alone
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).withFailMessage(text).isZero();
        assertThat(text).contains("OK").doesNotContain("skipped");
    }
}
