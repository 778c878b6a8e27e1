package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptTest {
    private static final Cells CELLS = new Cells();

    @AfterAll
    static void close() { CELLS.close(); }

    /// Runs a cell that first prints and then never ends, and interrupts it once it has printed.
    private static Result interrupted(String endless) {
        var printed = new CountDownLatch(1);
        var front = new Front() {
            @Override
            public void stdout(String text) { printed.countDown(); }

            @Override
            public void stderr(String text) {}

            @Override
            public void display(Displayed displayed, String displayId, boolean update) {}

            @Override
            public void clearOutput(boolean wait) {}

            @Override
            public String readLine(String prompt, boolean password) { return ""; }
        };
        var interrupter = new Thread(() -> {
            try {
                if (printed.await(60, TimeUnit.SECONDS)) {
                    CELLS.session().interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        interrupter.start();
        return assertTimeoutPreemptively(Duration.ofSeconds(90),
                () -> CELLS.run("System.out.print(\".\");\n" + endless, front));
    }

    @ParameterizedTest
    @ValueSource(strings = { "while (true) {}", "for (;;) ;", "do {} while (true);", "Thread.sleep(1_000_000);",
            "while (true) { try { Thread.sleep(1); } catch (Throwable e) { } }",
            "while (true) try { while (true) Thread.sleep(1); } catch (Throwable e) { } finally { }",
            "void spin() { while (true) ; } spin();", "new LinkedBlockingQueue<String>().take()",
            "CompletableFuture.supplyAsync(() -> { while (true) ; }).get()", "new CountDownLatch(1).await();",
            "Runnable again = () -> { for (;;) ; }; again.run();",
            "IntStream.range(0, 1000).parallel().forEach(i -> { while (true) ; });",
            "synchronized (\"lock\") { \"lock\".wait(); }",
            "while (true) for (var batch : new DataLoader<>(Digits.train(), 32, true)) batch.get(0).sum();",
            "for (var batch : new DataLoader<>(Dataset.of(List.of(1)).map(i -> { LockSupport.park(); return Torch.ones(1); "
                    + "}), o -> o.numWorkers(1))) {}",
            "new Object() { public String toString() { while (true) ; } }" })
    void an_endless_cell_is_interrupted(String endless) {
        CELLS.value("int kept = 5;");
        assertThat(interrupted(endless)).isInstanceOf(Result.Interrupted.class);
        assertThat(CELLS.value("kept + 1")).isEqualTo("6");
    }

    @Test
    void a_variable_keeps_its_value_when_its_new_initialiser_is_interrupted() {
        CELLS.value(
                "Object model = \"trained\"; Object train() throws Exception { Thread.sleep(1_000_000); return 1; }");
        assertThat(interrupted("Object model = train();")).isInstanceOf(Result.Interrupted.class);
        assertThat(CELLS.value("model")).isEqualTo("trained");
    }

    @Test
    void an_interrupt_says_where_the_cell_was() {
        var result = (Result.Interrupted) interrupted("while (true) {\n}");
        assertThat(String.join("\n", result.traceback())).contains("Interrupted", "line 2");
    }

    @Test
    void an_interrupt_without_a_running_cell_does_nothing() {
        CELLS.session().interrupt();
        assertThat(CELLS.value("Thread.sleep(1); Thread.interrupted()")).isEqualTo("false");
    }

    @Test
    void a_thread_of_an_earlier_cell_goes_on() {
        CELLS.value("""
                var beats = new java.util.concurrent.atomic.AtomicInteger();
                var beating = Thread.ofPlatform().daemon().start(() -> {
                    while (beats.get() >= 0) { beats.incrementAndGet(); Thread.onSpinWait(); }
                });
                """);
        assertThat(interrupted("while (true) ;")).isInstanceOf(Result.Interrupted.class);
        assertThat(CELLS
                .value("int seen = beats.get(); while (beats.get() <= seen) Thread.onSpinWait(); beating.isAlive()"))
                .isEqualTo("true");
        CELLS.value("beats.set(Integer.MIN_VALUE); beating.join();");
    }
}
