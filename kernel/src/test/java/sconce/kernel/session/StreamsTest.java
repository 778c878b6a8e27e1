package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final Cells CELLS = new Cells();

    @AfterAll
    static void close() { CELLS.close(); }

    @Test
    void output_keeps_its_order_and_its_stream() {
        CELLS.value(
                "System.out.print(\"a\"); System.err.print(\"x\"); System.out.println(\"b\"); System.out.printf(\"%d\", 3);");
        assertThat(CELLS.front.out()).isEqualTo("ab" + System.lineSeparator() + "3");
        assertThat(CELLS.front.err()).isEqualTo("x");
    }

    @Test
    void characters_written_in_parts_arrive_whole() {
        CELLS.value("for (byte b : \"한글 🙂\".getBytes()) System.out.write(b); System.out.flush();");
        assertThat(CELLS.front.out()).isEqualTo("한글 🙂");
    }

    @Test
    void a_thread_writes_to_the_cell_that_started_it() throws InterruptedException {
        CELLS.value("""
                var go = new CountDownLatch(1);
                var done = new CountDownLatch(1);
                Thread.ofVirtual().start(() -> {
                    try { go.await(); } catch (InterruptedException e) { return; }
                    System.out.print("late");
                    done.countDown();
                });
                """);
        var starter = CELLS.front;
        CELLS.value("go.countDown(); done.await(); System.out.print(\"own\");");
        assertThat(starter.out()).isEqualTo("late");
        assertThat(CELLS.front.out()).isEqualTo("own");
    }

    @Test
    void parallel_streams_write_to_the_running_cell() {
        CELLS.value("IntStream.range(0, 100).parallel().forEach(i -> System.out.print(\".\"));");
        CELLS.value("IntStream.range(0, 100).parallel().forEach(i -> System.out.print(\".\"));");
        assertThat(CELLS.front.out()).hasSize(100);
    }

    @Test
    void standard_input_asks_the_front_end() {
        var front = new Recorder();
        front.answers.add("42 43");
        front.answers.add("next");
        CELLS.run("var scanner = new Scanner(System.in); var sum = scanner.nextInt() + scanner.nextInt();", front);
        assertThat(CELLS.value("sum")).isEqualTo("85");
        front.answers.clear();
        front.answers.add("line");
        CELLS.run("var read = new BufferedReader(new InputStreamReader(System.in)).readLine();", front);
        assertThat(CELLS.value("read")).isEqualTo("line");
    }

    @Test
    void input_shows_its_prompt_and_password_hides() {
        var front = new Recorder();
        front.answers.add("Ada");
        front.answers.add("secret");
        CELLS.run("var name = input(\"Name? \"); var secret = password(\"Word? \");", front);
        assertThat(front.prompts).containsExactly("Name? ", "Word?  (hidden)");
        assertThat(CELLS.value("name + secret")).isEqualTo("Adasecret");
        assertThat(CELLS.failure("input()").message()).isEqualTo("no input here");
    }

    @Test
    void displays_come_at_once_and_can_be_updated() {
        CELLS.value("display(\"id\", 1); updateDisplay(\"id\", List.of(2)); clearOutput(true); display(null);");
        assertThat(CELLS.front.displays).hasSize(4).startsWith("show id 1", "update id [2]", "clear true");
        assertThat(CELLS.front.displays.getLast()).endsWith(" null");
    }

    @Test
    void an_uncaught_exception_of_a_thread_names_the_cell() {
        CELLS.value("var failing = new Thread(() -> { throw new IllegalStateException(\"inside\"); });\n"
                + "failing.start(); failing.join();");
        assertThat(CELLS.front.err()).contains("IllegalStateException: inside", "(cell " + CELLS.number() + ":1)");
    }

    @Test
    void waiting_for_input_can_be_interrupted() {
        var front = new Recorder();
        front.answers.add("WAIT");
        var waiting = new Thread(() -> {
            while (front.prompts.isEmpty()) {
                Thread.onSpinWait();
            }
            CELLS.session.interrupt();
        });
        waiting.start();
        assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60),
                () -> CELLS.run("input(\"? \")", front))).isInstanceOf(Result.Interrupted.class);
    }

    @Test
    void a_stream_set_to_null_is_back_in_the_next_cell() {
        CELLS.value("System.setOut(null);");
        CELLS.value("System.out.print(\"back\");");
        assertThat(CELLS.front.out()).isEqualTo("back");
    }
}
