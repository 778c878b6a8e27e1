package sconce.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import sconce.Torch;
import sconce.optim.Adafactor;
import sconce.optim.Adam;
import sconce.optim.Optimizer;
import sconce.optim.RAdam;

/// Native memory goes back, whatever users do with a tensor. Each loop would leave a gigabyte or more behind.
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {
    private static final int STEPS = 250;
    private static final long BOUND = 600L << 20;

    @Test
    void temporaries_go_without_being_freed() throws IOException {
        var x = Torch.ones(1024, 1024);
        assertGrowthBelowBound(() -> x.mul(2).tanh());
    }

    @Test
    void gradients_that_a_hook_saw_go() throws IOException {
        var weight = Torch.ones(1024, 1024).requiresGrad_();
        weight.registerHook(gradient -> {});
        assertGrowthBelowBound(() -> {
            weight.mul(2).sum().backward();
            weight.setGrad(null);
        });
    }

    @Test
    void gradients_that_a_hook_replaced_go() throws IOException {
        var weight = Torch.ones(1024, 1024).requiresGrad_();
        weight.registerHookReturning(gradient -> gradient.mul(2));
        assertGrowthBelowBound(() -> {
            weight.mul(2).sum().backward();
            weight.setGrad(null);
        });
    }

    @Test
    void a_graph_whose_tensor_was_printed_goes() throws IOException {
        var weight = Torch.ones(1024, 1024).requiresGrad_();
        assertGrowthBelowBound(() -> {
            var loss = weight.mul(2).tanh().sum();
            assertThat(loss.toString()).contains("grad_fn=<SumBackward0>");
        });
    }

    @Test
    void what_optimizers_compute_on_the_way_goes() throws IOException {
        var weight = Torch.ones(1024, 1024).requiresGrad_();
        weight.sum().backward();
        var optimizers = List.of(new Adam(List.of(weight), o -> o.amsgrad(true).weightDecay(0.1)),
                new RAdam(List.of(weight)), new Adafactor(List.of(weight)));
        assertGrowthBelowBound(() -> optimizers.forEach(Optimizer::step));
    }

    @Test
    void scopes_closed_out_of_order_keep_nothing_alive() throws IOException {
        var outer = Torch.scope();
        var inner = Torch.scope();
        outer.close();
        inner.close();
        var x = Torch.ones(1024, 1024);
        assertGrowthBelowBound(() -> x.mul(2));
    }

    private static void assertGrowthBelowBound(Runnable step) throws IOException {
        for (var i = 0; i < 20; i++) step.run();
        var before = anonymousBytes();
        for (var i = 0; i < STEPS; i++) step.run();
        assertThat(anonymousBytes() - before).isLessThan(BOUND);
    }

    private static long anonymousBytes() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("RssAnon:")) return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
        throw new IOException("no RssAnon in the process's status");
    }
}
